"""How the widgets behave under a hand, on their pages of their own: calm and steady."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from widget_page import hold_time, pull, show

from lessons.widgets import WIDGETS

FRAME = 16  # milliseconds
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
# The texts that reach over the edge of their picture, and the pairs that overlap.
CUT_OFF = """widget => [...widget.querySelectorAll('svg')].flatMap((picture) => {
  const edge = picture.getBoundingClientRect();
  const texts = [...picture.querySelectorAll('text')].filter((text) => text.textContent);
  const boxes = texts.map((text) => text.getBoundingClientRect());
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const isBad = (box, i) => box.left < edge.left - 1 || box.right > edge.right + 1
    || boxes.some((other, k) => k > i && meet(box, other));
  return texts.filter((_, i) => isBad(boxes[i], i)).map((text) => text.textContent);
})"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_run_jumps_where_motion_is_unwelcome(page: Page, pages: Path, motion: str) -> None:
    """With reduced motion, run shows its last step within a frame; else it walks, step by step."""
    page.emulate_media(reduced_motion=motion)
    step = show(page, pages, "descent").get_by_label("step", exact=True)
    hold_time(page)
    page.get_by_role("button", name="run", exact=True).click()
    page.clock.run_for(FRAME)
    for k in range(50) if motion == "no-preference" else ():
        expect(step).to_have_value(str(k))
        expect(page.get_by_role("button", name="pause")).to_be_visible()
        page.clock.run_for(80)
    page.clock.run_for(FRAME)
    expect(step).to_have_value("50")
    expect(page.get_by_role("button", name="run", exact=True)).to_be_visible()


@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_moves_by_itself(page: Page, pages: Path, name: str) -> None:
    """No style sheet animates anything: what moves, a hand or the run has moved."""
    show(page, pages, name)
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
    page: Page, pages: Path, name: str, handle: str, across: float, down: float
) -> None:
    """Through a whole drag the picture changes again and again, and no node comes or goes."""
    widget = show(page, pages, name)
    if name == "graph":
        page.get_by_role("button", name="show all").click()
    pull(page, widget.locator(handle), across, down, events=4)
    widget.evaluate(WATCH)
    pull(page, widget.locator(handle), across, down)
    seen = page.evaluate("seen")
    assert seen["made"] == 0
    assert seen["changed"] > 100


@pytest.mark.parametrize(
    ("name", "handle"), [("sigmoid", "input[type=range]"), ("descent", ".lr-start")]
)
def test_words_wait_until_the_hand_lets_go(page: Page, pages: Path, name: str, handle: str) -> None:
    """While a handle is pulled a screen reader is told nothing; then it hears the last words."""
    widget = show(page, pages, name)
    speaking = widget.locator("p[aria-live=polite]")
    voices = speaking.count()
    widget.locator(handle).scroll_into_view_if_needed()
    box = widget.locator(handle).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 40, box["y"] + box["height"] / 2, steps=3)
    expect(speaking).to_have_count(0)
    page.mouse.up()
    expect(speaking).to_have_count(voices)
    assert voices > 0


def test_a_run_makes_no_node(page: Page, pages: Path) -> None:
    """From the first to the last step of a run no node comes or goes."""
    widget = show(page, pages, "descent")
    widget.evaluate(WATCH)
    page.get_by_role("button", name="run", exact=True).click()
    expect(widget.get_by_label("step", exact=True)).to_have_value("50")
    assert page.evaluate("seen.made") == 0


@pytest.mark.parametrize("name", ["graph", "descent"])
def test_no_number_in_a_picture_is_cut_off(page: Page, pages: Path, name: str) -> None:
    """However large a number grows: each stands within its picture, and on no other."""
    widget = show(page, pages, name)
    page.emulate_media(reduced_motion="reduce")
    if name == "graph":
        page.set_viewport_size({"width": 400, "height": 1400})
        page.get_by_role("button", name="show all").click()
        for label, value in {"x1": "-5", "w1": "3", "x2": "1"}.items():
            widget.get_by_label(label, exact=True).fill(value)
    else:
        page.get_by_role("button", name="huge").click()
        for label, value in {"x1": "10", "x2": "-10"}.items():
            widget.get_by_label(label, exact=True).fill(value)
        widget.get_by_role("combobox").select_option("plus-sign")
        page.get_by_role("button", name="never falls").click()
        expect(widget).to_contain_text("As you said")
    assert widget.evaluate(CUT_OFF) == []
