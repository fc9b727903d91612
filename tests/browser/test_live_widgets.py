"""The widgets under a learner's hand, in real JupyterLab."""

import re

import pytest
from lab_page import (
    Lab,
    cell,
    keep,
    open_lesson,
    shut_down_kernel,
    write_and_run,
    write_lesson,
)
from playwright.sync_api import Browser, Locator, Page, expect
from widget_page import TO_COME, complaints, must_answer, shown, sliders

from lessons.logistic import da_dz, loss_from_z, sigmoid
from lessons.widgets import WIDGETS
from lessons.widgets.base import Number

TYPED_LAST = {"graph": "guess", "descent": "x2", "drill": "guess"}  # others have sliders alone
CONTROLS = ("input", "button", "select", "summary", "[tabindex]")
# What a widget does is the same in both themes; test_dark_widgets.py looks at the dark one.
pytestmark = pytest.mark.parametrize("lab", ["light"], indirect=True)
LINKED = """
from ipywidgets import FloatLogSlider, FloatSlider, VBox, jslink
from lessons.widgets import DescentWidget
alpha = FloatLogSlider(0.5, min=-3, max=2, step=0.05, description="alpha")
start = FloatSlider(0.3, min=-3, max=3, step=0.05, description="w1")
playground = DescentWidget()
jslink((alpha, "value"), (playground, "alpha"))
jslink((start, "value"), (playground, "w1"))
VBox([alpha, start, playground])
"""


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


@pytest.mark.parametrize("name", WIDGETS)
def test_keys_move_a_widget_and_leave_the_notebook_alone(lesson: Page, name: str) -> None:
    """Keys change the words; dd, which deletes a cell elsewhere in the notebook, does nothing."""
    cells = lesson.locator(".jp-Cell").count()
    widget = shown(lesson, name)
    must_answer(widget, "ArrowRight")
    for part in widget.locator(", ".join(f"{it}:visible:enabled" for it in CONTROLS)).all():
        part.focus()
        expect(part).to_be_focused()
        lesson.keyboard.type("dd")
    assert lesson.locator(".jp-Cell").count() == cells
    expect(widget).to_be_visible()


@pytest.mark.parametrize("name", WIDGETS)
def test_the_mouse_moves_a_widget(lesson: Page, name: str) -> None:
    """A handle that is dragged stays where it is let go, and the words have followed.

    The drill has no handles, but buttons to click.
    """
    widget = shown(lesson, name)
    buttons = ("Show the answer", "Next example") if name == "drill" else ()
    for slider in sliders(widget).all():
        before, words = slider.input_value(), widget.inner_text()
        drag(slider)
        expect(slider).not_to_have_value(before)
        expect(widget).not_to_have_text(words, use_inner_text=True)
    for button in buttons:
        words = widget.inner_text()
        widget.get_by_role("button", name=button).click()
        expect(widget).not_to_have_text(words, use_inner_text=True)


def numbers(name: str) -> list[str]:
    """The names of a widget's numbers, in the order in which its class has them."""
    return [each for each, trait in vars(WIDGETS[name]).items() if isinstance(trait, Number)]


@pytest.mark.parametrize("name", WIDGETS)
def test_python_moves_a_widget(lesson: Page, name: str) -> None:
    """A trait set from Python moves the picture in the browser."""
    widget = shown(lesson, name)
    before = widget.inner_html()
    traits = WIDGETS[name].class_traits()
    quarter = {each: (3 * traits[each].low + traits[each].high) / 4 for each in numbers(name)}
    lines = [f"{name}.{each} = {value}" for each, value in quarter.items()]
    write_and_run(lesson, TO_COME, "\n".join([TO_COME, *lines]))
    if lines:
        expect(widget).not_to_have_js_property("innerHTML", before)


def use(widget: Locator) -> None:
    """Do what leaves a trace: move sliders, choose, step, type."""
    for slider in sliders(widget).all():
        slider.press("ArrowRight")
    for name in ("forward ▸", "hide and guess", "two that disagree"):
        if widget.get_by_role("button", name=name).count():
            widget.get_by_role("button", name=name).click()
    if widget.get_by_role("combobox").count():
        widget.get_by_role("combobox").select_option(index=2)
        widget.get_by_role("button", name="never falls").click()
        expect(widget.get_by_label("step", exact=True)).to_have_value("50")
    if widget.locator("details").count():
        widget.get_by_role("button", name="Show the answer").click()
        widget.get_by_role("button", name="Next example").click()
    for typed in widget.get_by_role("textbox").all():
        typed.fill("1.25")
        typed.blur()


def looks(widget: Locator) -> tuple[str, list[str]]:
    """Return all words of a widget, and what stands in its fields and sliders."""
    return widget.inner_text(), [each.input_value() for each in widget.locator("input").all()]


def run_again(page: Page, text: str) -> None:
    """Run a cell once more, and wait until the kernel has done so."""
    prompt = cell(page, text).locator(".jp-InputArea-prompt")
    before = prompt.inner_text()
    cell(page, text).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(prompt).not_to_have_text(before)
    expect(prompt).to_have_text(re.compile(r"\[\d+\]"))


def wait_until_python_knows(page: Page, name: str) -> None:
    """Ask the kernel until it has the last thing that `use` did, and so all that came before."""
    widget, last = shown(page, name), f"{name}.{TYPED_LAST.get(name) or numbers(name)[-1]}"
    used = (widget.get_by_role("textbox") if name in TYPED_LAST else sliders(widget)).last
    write_and_run(page, TO_COME, f'{TO_COME}\nprint("{last} =", {last})')
    output = cell(page, TO_COME).locator(".jp-OutputArea-output")
    wanted = f"{last} = {float(used.input_value())}\n"
    for _ in range(1000):
        if wanted in output.all_inner_texts():
            return
        run_again(page, TO_COME)
    raise AssertionError(f"Python never heard of {wanted.strip()}")


@pytest.mark.parametrize("name", WIDGETS)
def test_a_cell_that_runs_again_keeps_what_was_done(lesson: Page, name: str) -> None:
    """The widget's cell makes a new widget, and it looks as the old one was left."""
    widget = shown(lesson, name)
    fresh = looks(widget)
    use(widget)
    wait_until_python_knows(lesson, name)
    left = looks(widget)
    assert left != fresh
    widget.evaluate("it => it.dataset.old = 'yes'")
    run_again(lesson, f"{name} = ")
    expect(widget).not_to_have_attribute("data-old", "yes")
    expect(widget).to_have_text(left[0], use_inner_text=True)
    assert looks(widget) == left


def test_the_sigmoid_says_what_the_reference_says(lesson: Page, lab: Lab) -> None:
    """Its words hold the numbers of Python for the z that was set, each to four digits."""
    write_and_run(lesson, TO_COME, f"{TO_COME}\nsigmoid.z = -2.3")
    numbers = sigmoid(-2.3), da_dz(-2.3), loss_from_z(-2.3, 1), loss_from_z(-2.3, 0)
    a, slope, loss_1, loss_0 = (f"{number:.4f}".rstrip("0") for number in numbers)
    expect(shown(lesson, "sigmoid").locator(".lr-words")).to_have_text(
        f"z = −2.3: the prediction is a ≈ {a}, the slope a·(1 − a) ≈ {slope}. "
        f"The loss is {loss_1} if y = 1, and {loss_0} if y = 0."
    )


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_in_the_lab_is_accessible(lesson: Page, lab: Lab, name: str) -> None:
    """After all that was done with it, axe finds nothing serious in it."""
    keep(lesson, shown(lesson, name), f"widget-{name}-lab-{lab.theme}")
    shown(lesson, name).evaluate("it => it.id = 'looked-at'")
    found = complaints(lesson, "#looked-at")
    shown(lesson, name).evaluate("it => it.id = ''")
    assert found == []


def test_widgets_answer_without_the_kernel(lesson: Page, lab: Lab) -> None:
    """After the kernel is shut down, which ends what Python can do, every widget still answers."""
    shut_down_kernel(lesson)
    assert lesson.request.get(f"{lab.address}/api/kernels").json() == []
    for name in WIDGETS:
        must_answer(shown(lesson, name), "ArrowLeft")


def test_a_linked_slider_needs_no_kernel(browser: Browser, lab: Lab) -> None:
    """Sliders of ipywidgets and the playground move each other, with the kernel busy or gone."""
    busy = "import time; time.sleep(1000)"
    write_lesson(lab, "linked", LINKED.strip(), busy)
    page = open_lesson(browser, lab.address, "linked")
    cell(page, "jslink").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    playground = page.locator(".lr")
    expect(playground).to_be_visible()
    output = cell(page, "jslink").locator(".jp-OutputArea")
    alpha, start = (output.locator(".widget-slider").nth(i) for i in range(2))
    page.keyboard.press("Shift+Enter")
    expect(cell(page, busy).locator(".jp-InputArea-prompt")).to_have_text(re.compile(r"\[\*\]"))
    for stop in (lambda: None, lambda: shut_down_kernel(page)):
        stop()
        for theirs, ours in ((alpha, "α"), (start, "start w1")):
            slider = playground.get_by_label(ours, exact=True)
            number = slider.locator("xpath=../output")
            before = number.inner_text()
            theirs.get_by_role("slider").press("ArrowRight")
            expect(number).not_to_have_text(before)
            readout = theirs.locator(".widget-readout")
            before = readout.inner_text()
            slider.press("ArrowRight")
            expect(readout).not_to_have_text(before)
            for _ in range(6000):  # either one may be a frame behind
                shown, read = float(number.inner_text()), float(readout.inner_text())
                if agree := abs(shown - read) <= 0.05 * max(1, shown):  # each rounds in its way
                    break
                page.wait_for_timeout(50)
            assert agree, (shown, read)
    page.close()
