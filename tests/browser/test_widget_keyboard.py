"""Each widget by keyboard alone, from the first Tab to the verdict."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from widget_page import show, tab_to

from lessons.formulas import Numbers


def test_break_it_by_keyboard_alone(page: Page, pages: Path) -> None:
    """Choose a mistake, predict, watch, read the verdict: Tab, arrows and Enter are enough."""
    page.emulate_media(reduced_motion="reduce")
    widget = show(page, pages, "descent")
    tab_to(page, widget.get_by_role("combobox"))
    page.keyboard.press("ArrowDown")
    expect(widget).to_contain_text("First predict")
    tab_to(page, widget.get_by_role("button", name="never rises"))
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("You said it never rises, but here the loss never falls.")
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    expect(widget).to_contain_text("As you said, the loss never falls.")


def test_the_drill_by_keyboard_alone(page: Page, pages: Path) -> None:
    """Answer three questions, one of them wrongly, without ever leaving the field."""
    widget = show(page, pages, "drill")
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
    expect(widget).to_contain_text("0 right in a row · best 2 · 2 right in all")


def right_answer(drill: Locator) -> str:
    given = drill.locator(".lr-given span:not([hidden])").all_inner_texts()
    pairs = (each.replace("−", "-").split(" = ") for each in given)
    return f"{Numbers({name: float(value) for name, value in pairs}).z:.4g}"


def test_hide_and_guess_by_keyboard_alone(page: Page, pages: Path) -> None:
    """A wrong slope is named, the right one goes on to the next, and the focus stays."""
    widget = show(page, pages, "graph")
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
