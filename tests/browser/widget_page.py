"""What a hand does to a widget, and what axe says of it."""

from datetime import datetime, timedelta
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from lab_page import cell
from playwright.sync_api import Locator, Page, expect

from lessons.widgets import WIDGETS

TO_COME = "# here Python sets a trait"


def making(name: str) -> str:
    """Return a cell that makes a widget and shows it."""
    widget = WIDGETS[name]
    made = f"from {widget.__module__} import {widget.__name__}\n{name} = {widget.__name__}()"
    return f"{made}\n{name}"


def shown(page: Page, name: str) -> Locator:
    """Return the widget of that name in the notebook."""
    return cell(page, f"{name} = ").locator(".lr")


def show(page: Page, pages: Path, name: str) -> Locator:
    """Open the page of a widget, and return the widget."""
    page.goto((pages / f"{name}.html").as_uri())
    return page.locator(".lr")


def hold_time(page: Page) -> None:
    """From now on the page's time stands still, until `page.clock.run_for` moves it on."""
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(days=1))


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


def complaints(page: Page, about: str) -> list[tuple[str, str]]:
    """What axe finds serious or critical, and where."""
    found = Axe().run(page, context=about).response["violations"]
    grave = [each for each in found if each["impact"] in ("serious", "critical")]
    return [(each["id"], node["html"]) for each in grave for node in each["nodes"]]
