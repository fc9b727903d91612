"""A learner's walk through a lesson, in real JupyterLab in a real Chromium."""

import pytest
from lab_page import Lab, cell, keep, open_lesson, run_all, run_check, write_and_run
from playwright.sync_api import Browser, expect

WRONG = "def sigmoid(z):\n    return 1 / 1 + math.exp(-z)"
RIGHT = "def sigmoid(z):\n    return 1 / (1 + math.exp(-z))"

# Cards take their colours from the theme, and the dark one is the harder. Widgets are seen in both.
pytestmark = pytest.mark.parametrize("lab", ["dark"], indirect=True)


def test_a_wrong_answer_is_named_and_a_right_one_gets_its_tick(browser: Browser, lab: Lab) -> None:
    """Open 01, run all, answer wrongly, read the mistake's name, mend it, see it pass."""
    page = open_lesson(browser, lab.address, "01_recap")
    run_all(page)
    expect(
        page.locator('.jp-RenderedText[data-mime-type="application/vnd.jupyter.error"]')
    ).to_have_count(0)
    run_check(page, "sigmoid", "Not started yet")
    write_and_run(page, "def sigmoid", WRONG)
    run_check(page, "sigmoid", "brackets are missing under the fraction bar")
    keep(page, cell(page, 'check("sigmoid"'), f"01-wrong-{lab.theme}")
    write_and_run(page, "def sigmoid", RIGHT)
    run_check(page, "sigmoid", "Right")
    keep(page, cell(page, 'check("sigmoid"'), f"01-right-{lab.theme}")
