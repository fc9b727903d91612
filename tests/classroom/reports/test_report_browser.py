"""In a real browser the pages fit, ask for nothing, and have no barriers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from made_up_class import made_up_class
from page_reader import one
from playwright.sync_api import Browser
from real_browser import running_browser

from lessons.classroom.models import Learner
from lessons.classroom.reports.pages import write_class_page, write_feedback


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    some = [*made_up_class(25), one(notes=("a.pages: no notebook.",))]
    weakest = min(some[:-1], key=lambda graded: graded.points / graded.out_of)
    return {
        "class": write_class_page(lambda: some, folder),
        "learner": write_feedback(weakest, folder / "feedback"),
        "nothing": write_feedback(some[-1], folder / "feedback"),
        "odd": write_feedback(one(who=Learner("long", "N" * 300)), folder / "feedback"),
    }


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with running_browser(chromium) as started:
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1280])
def test_pages_fit_and_have_no_barriers(
    pages: dict[str, Path], browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    """In a real browser nothing sticks out, nothing is asked for, and axe finds no barrier."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in pages.values():
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width == 360:  # the same elements and colours as in a wide window
            assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()
