"""What a hand chooses in a widget counts, whenever it chooses."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from widget_page import hold_time, show

WHOLE_RUN = 10_000  # milliseconds, and more than it needs


@pytest.mark.parametrize("name", ["graph", "descent"])
def test_fresh_start_undoes_everything(page: Page, pages: Path, name: str) -> None:
    """After whatever a hand has done, one button shows the widget as it came."""
    widget = show(page, pages, name)
    before = widget.inner_html()
    for slider in widget.locator("input[type=range]").all():
        slider.press("ArrowRight")
    expect(widget).not_to_have_js_property("innerHTML", before)
    widget.get_by_role("button", name="fresh start").click()
    expect(widget).to_have_js_property("innerHTML", before)


def test_what_a_hand_chooses_during_a_run_counts(page: Page, pages: Path) -> None:
    """A place on the scrubber, or a mistake from the list, stops the run and stays chosen."""
    widget = show(page, pages, "descent")
    hold_time(page)
    page.get_by_role("button", name="run", exact=True).click()
    page.clock.run_for(400)
    step = widget.get_by_label("step", exact=True)
    box = step.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    chosen = step.input_value()
    assert 40 < int(chosen) < 50
    page.clock.run_for(WHOLE_RUN)
    expect(step).to_have_value(chosen)
    page.get_by_role("button", name="run", exact=True).click()
    page.clock.run_for(100)
    widget.get_by_role("combobox").select_option("plus-sign")
    page.clock.run_for(100)
    expect(page.get_by_role("button", name="run", exact=True)).to_be_visible()
    expect(widget).to_contain_text("First predict")
    expect(widget.get_by_role("combobox")).to_have_value("plus-sign")


def test_only_the_main_button_drags_the_start(page: Page, pages: Path) -> None:
    """A right click opens a menu, and the start stays where it is, wherever the mouse goes then."""
    widget = show(page, pages, "descent")
    box = widget.locator(".lr-start").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down(button="right")
    page.mouse.move(box["x"] + 60, box["y"] - 40, steps=3)
    page.mouse.up(button="right")
    expect(widget.get_by_label("start w1").locator("xpath=../output")).to_have_text("0.3")


def test_what_was_shown_is_not_called_found(page: Page, pages: Path) -> None:
    """Stepping backward while guessing shows a slope, and the last words say so."""
    widget = show(page, pages, "graph")
    page.get_by_role("button", name="hide and guess").click()
    for _ in range(6):
        page.get_by_role("button", name="backward ◂").click()
    expect(widget).to_contain_text("All six are shown. Press clear")


def test_a_guess_that_one_slip_makes_is_told_which(page: Page, pages: Path) -> None:
    """What no list of mistakes has, a sign mixed up, is said; the number is not given away."""
    page.set_viewport_size({"width": 800, "height": 1000})
    widget = show(page, pages, "graph")
    page.get_by_role("button", name="hide and guess").click()
    page.get_by_label("Your guess for da").fill("−0.7503")
    page.get_by_role("button", name="check").click()
    expect(widget).to_contain_text(
        "Not yet: multiplied, not divided. It looks as if you multiplied"
    )
    expect(widget).to_contain_text("by a, which should divide. Read your working")
    expect(widget).not_to_contain_text("1.3328")
