"""The sliders as a learner moves them, with the arrow keys, in real JupyterLab in Chromium."""

import pytest
from lab_page import Lab, cell, keep, open_lesson, run_all
from playwright.sync_api import Browser, Locator, Page, expect

from lessons.logistic import train
from lessons.pictures import Picture, loss_over_steps, path_on_contour, sigmoid_curve

# A key does the same by day and by night, and so do the pictures, which are white cards in both.
pytestmark = pytest.mark.parametrize("lab", ["light"], indirect=True)


def press(slider: Locator, key: str, shows: Picture) -> None:
    """Press a key on a slider, and expect other words below it, and another picture."""
    output = slider.locator("xpath=ancestor::*[contains(@class, 'jp-OutputArea-output')]")
    image = output.locator("img")
    before = image.get_attribute("src")
    slider.focus()
    slider.press(key)
    expect(output).to_contain_text(shows.text)
    expect(image).not_to_have_attribute("src", before or "")


def sliders(page: Page, text: str, shows: Picture) -> list[Locator]:
    """Return the sliders of a cell, once it shows the picture of their starts."""
    expect(cell(page, text)).to_contain_text(shows.text)
    return cell(page, text).get_by_role("slider").all()


def keep_at_each_width(page: Page, place: Locator, name: str) -> None:
    """Keep how it looks on a wide and on a narrow screen; nothing may stick out of its cell."""
    for width in (1280, 800):
        page.set_viewport_size({"width": width, "height": 900})
        keep(page, place, f"{name}-{width}")
        output = place.locator(".jp-OutputArea-output").element_handle()
        page.wait_for_function("it => it.scrollWidth <= it.clientWidth", arg=output)


def everything_written(page: Page) -> list[str]:
    return page.locator(".jp-Cell .cm-content").all_inner_texts()


def test_the_picture_and_its_words_follow_a_slider(browser: Browser, lab: Lab) -> None:
    """In 01, arrow keys move z by 0.1; they never move or delete a cell."""
    page = open_lesson(browser, lab.address, "01_recap")
    run_all(page)
    written = everything_written(page)
    (z,) = sliders(page, "explore(pictures.sigmoid_curve", shows=sigmoid_curve(1.1))
    press(z, "ArrowRight", sigmoid_curve(1.2))
    press(z, "ArrowLeft", sigmoid_curve(1.1))
    press(z, "ArrowDown", sigmoid_curve(1.0))
    press(z, "Home", sigmoid_curve(-6.0))
    assert everything_written(page) == written
    keep_at_each_width(page, cell(page, "explore(pictures.sigmoid_curve"), f"01-z-{lab.theme}")
    page.close()


def test_four_sliders_steer_one_training(browser: Browser, lab: Lab) -> None:
    """In 03, alpha counts 1, 2, 5, 10, and each weight moves its own start."""
    page = open_lesson(browser, lab.address, "03_update_rule")
    run_all(page)
    written = everything_written(page)
    alpha, w1, w2, b = sliders(page, "explore(path", shows=path(0.5, 0.3, 0.4, 0.1))
    press(alpha, "ArrowRight", path(1, 0.3, 0.4, 0.1))
    press(alpha, "End", path(5, 0.3, 0.4, 0.1))
    press(w1, "ArrowRight", path(5, 0.4, 0.4, 0.1))
    press(w2, "ArrowLeft", path(5, 0.4, 0.3, 0.1))
    press(b, "ArrowUp", path(5, 0.4, 0.3, 0.2))
    alpha, *_ = sliders(page, "explore(descent", shows=descent(0.5, 0.3, 0.4, 0.1))
    press(alpha, "Home", descent(0.001, 0.3, 0.4, 0.1))
    assert everything_written(page) == written
    keep_at_each_width(page, cell(page, "explore(path"), f"03-path-{lab.theme}")
    keep_at_each_width(page, cell(page, "explore(descent"), f"03-descent-{lab.theme}")
    page.close()


def path(alpha: float, w1: float, w2: float, b: float) -> Picture:
    return path_on_contour(train(2, 1, 1, w1, w2, b, alpha, steps=20), 2, 1, 1)


def descent(alpha: float, w1: float, w2: float, b: float) -> Picture:
    return loss_over_steps(train(2, 1, 1, w1, w2, b, alpha, steps=20))
