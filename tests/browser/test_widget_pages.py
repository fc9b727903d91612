"""The widgets on pages of their own: from disk, at every width, in either theme."""

from pathlib import Path

import pytest
from lab_page import ARTEFACTS
from playwright.sync_api import Browser
from widget_page import complaints, must_answer

from lessons.site import widget_pages

WIDTHS = (360, 800, 1280)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", *widget_pages.pages()])
def test_a_page_of_its_own(browser: Browser, pages: Path, name: str, theme: str) -> None:
    """Opened from disk it answers, asks for nothing, fits every width, and axe finds it sound."""
    page = browser.new_page(color_scheme=theme)
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.goto((pages / f"{name}.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=ARTEFACTS / f"widget-{name}-{theme}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    if name != "index":
        must_answer(page.locator(".lr"), "ArrowRight")
    assert complaints(page, "html") == []
    assert (asked, troubles) == ([page.url], [])
    page.close()
