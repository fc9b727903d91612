"""JupyterLab as a learner sees it: the real server, the real browser, a copy of the notebooks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab_page import Lab, open_lesson, run_all, write_lesson
from lab_server import THEMES, running_lab
from places import ROOT
from playwright.sync_api import Browser, Page, expect
from real_browser import running_browser
from widget_page import TO_COME, making

from lessons.site.widget_pages import write_widget_pages
from lessons.widgets import WIDGETS


@pytest.fixture(scope="module", params=THEMES)
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A running JupyterLab with a copy of the notebooks, once in each theme."""
    home = tmp_path_factory.mktemp("learner")
    shutil.copytree(ROOT / "notebooks", home / "notebooks")
    with running_lab(home, request.param) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A real Chromium without a window."""
    with running_browser(chromium) as running:
        yield running


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A notebook that has shown each widget in a cell of its own."""
    write_lesson(lab, "widgets", *map(making, WIDGETS), TO_COME)
    page = open_lesson(browser, lab.address, "widgets")
    run_all(page)
    expect(page.locator(".lr")).to_have_count(len(WIDGETS))
    yield page
    page.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The widgets' pages of their own, in a folder."""
    folder = tmp_path_factory.mktemp("pages")
    write_widget_pages(folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 900, "height": 1400})
    yield opened
    opened.close()
