"""What a learner does in JupyterLab, one verb each."""

from pathlib import Path
from typing import NamedTuple

from nbformat.v4 import new_code_cell, new_notebook, writes
from places import ROOT
from playwright.sync_api import Browser, Locator, Page, expect

ARTEFACTS = ROOT / "artefacts"


class Lab(NamedTuple):
    """A running JupyterLab: where it is, how it looks, and the folder it shows."""

    address: str
    theme: str
    home: Path


def write_lesson(lab: Lab, lesson: str, *sources: str) -> None:
    """Put a notebook with these code cells beside the lessons."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = new_notebook(cells=[*map(new_code_cell, sources)], metadata=kernel)
    path = lab.home / "notebooks" / f"{lesson}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(writes(notebook), "utf-8")


def open_lesson(browser: Browser, address: str, lesson: str, width: int = 1280) -> Page:
    """Open a lesson and wait until its kernel answers and is idle."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    with page.expect_websocket(lambda it: "/channels" in it.url) as kernel:
        page.goto(f"{address}/doc/tree/notebooks/{lesson}.ipynb?reset")
    kernel.value.wait_for_event("framereceived")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
    return page


def run_all(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(
        """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')]
                 .every(prompt => /\\[\\d+\\]/.test(prompt.textContent))"""
    )


def cell(page: Page, text: str) -> Locator:
    """Return the code cell whose source holds the text."""
    source = page.locator(".jp-InputArea-editor", has_text=text)
    return page.locator(".jp-CodeCell").filter(has=source)


def write_and_run(page: Page, text: str, source: str) -> None:
    """Replace the whole source of a cell, and run it."""
    editor = cell(page, text).locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(source)
    page.keyboard.press("Shift+Enter")


def run_check(page: Page, name: str, shows: str) -> None:
    """Run the check of an exercise, and expect its card to show some words."""
    check = cell(page, f'check("{name}"')
    check.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(check.locator(".jp-OutputArea-output")).to_contain_text(shows)


def shut_down_kernel(page: Page) -> None:
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        page.get_by_role("menuitem", name="Shut Down Kernel", exact=True).click()


def keep(page: Page, place: Locator, name: str) -> None:
    """Keep a screenshot of what stands at a place, for people to look at."""
    place.scroll_into_view_if_needed()
    page.screenshot(path=ARTEFACTS / f"{name}.png")
