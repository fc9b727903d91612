"""The widgets in JupyterLab's dark theme: seen, moved, and without a barrier."""

import pytest
from lab_page import Lab, keep
from playwright.sync_api import Page
from widget_page import complaints, must_answer, shown

from lessons.widgets import WIDGETS

pytestmark = pytest.mark.parametrize("lab", ["dark"], indirect=True)


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_in_the_dark_answers_and_is_accessible(lesson: Page, lab: Lab, name: str) -> None:
    """A key changes its words, and axe finds nothing serious in it."""
    must_answer(shown(lesson, name), "ArrowRight")
    keep(lesson, shown(lesson, name), f"widget-{name}-lab-{lab.theme}")
    shown(lesson, name).evaluate("it => it.id = 'looked-at'")
    found = complaints(lesson, "#looked-at")
    shown(lesson, name).evaluate("it => it.id = ''")
    assert found == []
