"""How the widgets behave under a hand, on their pages of their own: calm, steady, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lessons.lecture import Numbers
from lessons.widgets import WIDGETS
from lessons.widgets.standalone import write

# Counts what a drag makes and what it changes.
WATCH = """widget => {
  const seen = window.seen = { made: 0, changed: 0 };
  new MutationObserver((records) => {
    for (const { type, addedNodes, removedNodes } of records) {
      seen.made += addedNodes.length + removedNodes.length;
      seen.changed += type === "attributes";
    }
  }).observe(widget, { attributes: true, childList: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 900, "height": 1400})
    yield opened
    opened.close()


def show(page: Page, site: Path, name: str) -> Locator:
    """Open the page of a widget, and return the widget."""
    page.goto((site / f"{name}.html").as_uri())
    return page.locator(".lr")


def pull(page: Page, handle: Locator, across: float, down: float, events: int = 60) -> None:
    """Take a handle in its middle, and pull it there and back, an event for every frame."""
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for event in range(events + 1):
        way = min(event, events - event) / events * 2
        page.mouse.move(x + way * across, y + way * down)
        page.evaluate("new Promise(requestAnimationFrame)")
    page.mouse.up()


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until that control has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {goal}")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_run_jumps_where_motion_is_unwelcome(page: Page, site: Path, motion: str) -> None:
    """With reduced motion, run shows its last step within the next frames; else it walks there."""
    page.emulate_media(reduced_motion=motion)
    step = show(page, site, "descent").get_by_label("step", exact=True)
    page.get_by_role("button", name="run", exact=True).click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    soon = int(step.input_value())
    assert soon == 50 if motion == "reduce" else soon < 10
    assert page.get_by_role("button", name="pause").count() == (motion != "reduce")
    expect(step).to_have_value("50", timeout=10_000)


@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_moves_by_itself(page: Page, site: Path, name: str) -> None:
    """No style sheet animates anything: what moves, a hand or the run has moved."""
    show(page, site, name)
    assert page.evaluate("document.getAnimations().length") == 0
    moving = "it => [it, ...it.querySelectorAll('*')].some((each) => {"
    moving += "const s = getComputedStyle(each);"
    moving += "return s.transitionDuration !== '0s' || s.animationName !== 'none'; })"
    assert not page.locator(".lr").evaluate(moving)


@pytest.mark.parametrize(
    ("name", "handle", "across", "down"),
    [
        ("sigmoid", "input[type=range]", 150, 0),
        ("graph", ".lr-slider input >> nth=0", 60, 0),
        ("descent", ".lr-slider input >> nth=0", 60, 0),
        ("descent", ".lr-start", 60, -40),
    ],
)
def test_a_drag_makes_no_node(
    page: Page, site: Path, name: str, handle: str, across: float, down: float
) -> None:
    """Through a whole drag the picture changes again and again, and no node comes or goes."""
    widget = show(page, site, name)
    if name == "graph":
        page.get_by_role("button", name="show all").click()
    pull(page, widget.locator(handle), across, down, events=4)
    widget.evaluate(WATCH)
    pull(page, widget.locator(handle), across, down)
    seen = page.evaluate("seen")
    assert seen["made"] == 0
    assert seen["changed"] > 100


def test_a_run_makes_no_node(page: Page, site: Path) -> None:
    """From the first to the last step of a run no node comes or goes."""
    widget = show(page, site, "descent")
    widget.evaluate(WATCH)
    page.get_by_role("button", name="run", exact=True).click()
    expect(widget.get_by_label("step", exact=True)).to_have_value("50", timeout=10_000)
    assert page.evaluate("seen.made") == 0


def test_break_it_by_keyboard_alone(page: Page, site: Path) -> None:
    """Choose a mistake, predict, watch, read the verdict: Tab, arrows and Enter are enough."""
    page.emulate_media(reduced_motion="reduce")
    widget = show(page, site, "descent")
    tab_to(page, widget.get_by_role("combobox"))
    page.keyboard.press("ArrowDown")
    expect(widget).to_contain_text("First predict")
    tab_to(page, widget.get_by_role("button", name="never rises"))
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("You said it never rises, but here the loss never falls.")
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    expect(widget).to_contain_text("As you said, the loss never falls.")


def test_the_drill_by_keyboard_alone(page: Page, site: Path) -> None:
    """Answer three questions, one of them wrongly, without ever leaving the field."""
    widget = show(page, site, "drill")
    tab_to(page, widget.get_by_role("textbox"))
    for streak in (1, 2):
        page.keyboard.type(right_answer(widget))
        page.keyboard.press("Enter")
        expect(widget).to_contain_text(f"✓ Right: z = {right_answer(widget).replace('-', '−')}")
        expect(widget).to_contain_text(f"{streak} right in a row")
        page.keyboard.press("Enter")
        expect(widget.get_by_role("textbox")).to_have_value("")
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("0 right in a row · best 2 · 2 in all")


def right_answer(drill: Locator) -> str:
    given = drill.locator(".lr-given span:not([hidden])").all_inner_texts()
    pairs = (each.replace("−", "-").split(" = ") for each in given)
    return f"{Numbers({name: float(value) for name, value in pairs}).z:.4g}"


def test_hide_and_guess_by_keyboard_alone(page: Page, site: Path) -> None:
    """A wrong slope is named, the right one goes on to the next, and the focus stays."""
    widget = show(page, site, "graph")
    tab_to(page, widget.get_by_role("button", name="hide and guess"))
    page.keyboard.press("Enter")
    tab_to(page, widget.get_by_role("textbox"))
    page.keyboard.type("1.3329")
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("Not yet: da has the wrong sign.")
    page.keyboard.type("-1.3329")
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("Right: da ≈ −1.3329.")
    expect(widget.get_by_role("textbox")).to_be_focused()
    expect(widget.get_by_role("textbox")).to_have_value("")


@pytest.mark.parametrize("name", ["graph", "descent"])
def test_fresh_start_undoes_everything(page: Page, site: Path, name: str) -> None:
    """After whatever a hand has done, one button shows the widget as it came."""
    widget = show(page, site, name)
    before = widget.inner_html()
    for slider in widget.locator("input[type=range]").all():
        slider.press("ArrowRight")
    expect(widget).not_to_have_js_property("innerHTML", before)
    widget.get_by_role("button", name="fresh start").click()
    expect(widget).to_have_js_property("innerHTML", before)
