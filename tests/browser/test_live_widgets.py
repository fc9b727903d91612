"""The widgets under a learner's hand: in real JupyterLab, and on pages of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_page import (
    ARTEFACTS,
    SLOW,
    Lab,
    cell,
    keep,
    open_lesson,
    run_all,
    shut_down_kernel,
    write_and_run,
    write_lesson,
)
from playwright.sync_api import Browser, Locator, Page, expect

from lessons.logistic import da_dz, loss_from_z, sigmoid
from lessons.widgets import WIDGETS
from lessons.widgets.base import Number
from lessons.widgets.standalone import write

WIDTHS = (360, 800, 1280)
TO_COME = "# here Python sets a trait"


def show(name: str) -> str:
    """Return a cell that makes a widget and shows it."""
    widget = WIDGETS[name]
    made = f"from {widget.__module__} import {widget.__name__}\n{name} = {widget.__name__}()"
    return f"{made}\n{name}"


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A notebook that has shown each widget in a cell of its own."""
    write_lesson(lab, "widgets", *map(show, WIDGETS), TO_COME)
    page = open_lesson(browser, lab.address, "widgets")
    run_all(page)
    expect(page.locator(".lr")).to_have_count(len(WIDGETS), timeout=SLOW)
    yield page
    page.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(folder)
    return folder


def shown(page: Page, name: str) -> Locator:
    """Return the widget of that name in the notebook."""
    return cell(page, f"{name} = ").locator(".lr")


def sliders(widget: Locator) -> Locator:
    return widget.locator("input[type=range]:visible:enabled")


def must_answer(widget: Locator, press: str) -> None:
    """Press a key on the first slider, or in the first field, and expect the words to change."""
    before = widget.inner_text()
    if sliders(widget).count():
        sliders(widget).first.press(press)
    else:
        widget.locator("input").first.fill("12345")
        widget.locator("input").first.press("Enter")
    expect(widget).not_to_have_text(before, use_inner_text=True)


def drag(slider: Locator) -> None:
    """Take the handle in the middle, wherever it is, and pull it to three quarters."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    slider.page.mouse.move(box["x"] + box["width"] / 2, middle)
    slider.page.mouse.down()
    slider.page.mouse.move(box["x"] + box["width"] * 3 / 4, middle, steps=3)
    slider.page.mouse.up()


def complaints(page: Page, about: str) -> list[tuple[str, str]]:
    """What axe finds serious or critical, and where."""
    found = Axe().run(page, context=about).response["violations"]
    grave = [each for each in found if each["impact"] in ("serious", "critical")]
    return [(each["id"], node["html"]) for each in grave for node in each["nodes"]]


@pytest.mark.parametrize("name", WIDGETS)
def test_keys_move_a_widget_and_leave_the_notebook_alone(lesson: Page, name: str) -> None:
    """Keys change the words; dd, which deletes a cell elsewhere in the notebook, does nothing."""
    cells = lesson.locator(".jp-Cell").count()
    widget = shown(lesson, name)
    must_answer(widget, "ArrowRight")
    for part in widget.locator("input:visible:enabled, button:visible:enabled").all():
        part.focus()
        lesson.keyboard.type("dd")
    assert lesson.locator(".jp-Cell").count() == cells
    expect(widget).to_be_visible()


@pytest.mark.parametrize("name", WIDGETS)
def test_the_mouse_moves_a_widget(lesson: Page, name: str) -> None:
    """A handle that is dragged stays where it is let go, and the words have followed."""
    widget = shown(lesson, name)
    for slider in sliders(widget).all():
        before, words = slider.input_value(), widget.inner_text()
        drag(slider)
        expect(slider).not_to_have_value(before)
        expect(widget).not_to_have_text(words, use_inner_text=True)


@pytest.mark.parametrize("name", WIDGETS)
def test_python_moves_a_widget(lesson: Page, name: str) -> None:
    """A trait set from Python moves the picture in the browser."""
    numbers = [
        (trait, (3 * number.low + number.high) / 4)
        for trait, number in WIDGETS[name].class_traits().items()
        if isinstance(number, Number)
    ]
    widget = shown(lesson, name)
    before = widget.inner_html()
    lines = [f"{name}.{trait} = {value}" for trait, value in numbers]
    write_and_run(lesson, TO_COME, "\n".join([TO_COME, *lines]))
    if numbers:
        expect(widget).not_to_have_js_property("innerHTML", before)


def test_the_sigmoid_says_what_the_reference_says(lesson: Page, lab: Lab) -> None:
    """Its words hold the numbers of Python for the z that was set, each to four digits."""
    write_and_run(lesson, TO_COME, f"{TO_COME}\nsigmoid.z = -2.3")
    numbers = sigmoid(-2.3), da_dz(-2.3), loss_from_z(-2.3, 1), loss_from_z(-2.3, 0)
    a, slope, loss_1, loss_0 = (f"{number:.4f}".rstrip("0") for number in numbers)
    expect(shown(lesson, "sigmoid").locator(".lr-words")).to_have_text(
        f"z = −2.3: the prediction is a = {a}, the slope a·(1 − a) = {slope}. "
        f"The loss is {loss_1} if y = 1, and {loss_0} if y = 0."
    )


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_in_the_lab_is_accessible(lesson: Page, lab: Lab, name: str) -> None:
    """axe finds nothing serious in it, in either theme."""
    keep(lesson, shown(lesson, name), f"widget-{name}-lab-{lab.theme}")
    shown(lesson, name).evaluate("it => it.id = 'looked-at'")
    assert complaints(lesson, "#looked-at") == []
    shown(lesson, name).evaluate("it => it.id = ''")


def test_widgets_answer_without_the_kernel(lesson: Page, lab: Lab) -> None:
    """After the kernel is shut down, which ends what Python can do, every widget still answers."""
    shut_down_kernel(lesson)
    assert lesson.request.get(f"{lab.address}/api/kernels").json() == []
    for name in WIDGETS:
        must_answer(shown(lesson, name), "ArrowLeft")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [*WIDGETS, "index"])
def test_a_page_of_its_own(browser: Browser, site: Path, name: str, theme: str) -> None:
    """Opened from disk it answers, asks for nothing, fits every width, and axe finds it sound."""
    page = browser.new_page(color_scheme=theme)
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.goto((site / f"{name}.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=ARTEFACTS / f"widget-{name}-{theme}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    if name in WIDGETS:
        must_answer(page.locator(".lr"), "ArrowRight")
    assert complaints(page, "html") == []
    assert (asked, troubles) == ([page.url], [])
    page.close()
