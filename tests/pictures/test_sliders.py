"""Laws of the sliders, without a browser: the picture follows them, and no value stops them."""

from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter

from lessons.pictures import Picture, loss_curves, sigmoid_curve
from lessons.pictures.picture import UNFINISHED
from lessons.sliders import control, explore

VIEW = "application/vnd.jupyter.widget-view+json"


def said(z, alpha=1.0):
    """A picture of words alone: it says exactly what it was given."""
    return Picture(f"z is {z!r} & alpha < {alpha!r}")


def words(explorer):
    return unescape(explorer.words.value.removesuffix("</div>").split(">", 1)[1])


def shown(explorer):
    """What a notebook gets from the last line of a cell."""
    return DisplayFormatter().format(explorer)


@pytest.mark.parametrize("z", [-6.0, 0.3, 6.0])
def test_moving_a_slider_shows_exactly_what_draw_gives(z):
    explorer = explore(sigmoid_curve, z=(-6.0, 6.0, 1.1))
    assert explorer.image.value == sigmoid_curve(1.1).svg().encode()
    explorer.sliders["z"].value = z
    assert explorer.image.value == sigmoid_curve(z).svg().encode()
    assert words(explorer) == str(explorer.picture) == sigmoid_curve(z).text


@given(z=st.floats(-6, 6), alpha=st.sampled_from([0.01, 0.5, 1.0, 100.0]))
def test_each_slider_moves_its_own_argument(z, alpha):
    explorer = explore(said, z=(-6.0, 6.0, 1.1), alpha=(0.01, 100, 0.5))
    explorer.sliders["alpha"].value = alpha
    assert words(explorer) == said(1.1, alpha).text
    explorer.sliders["z"].value = z
    assert words(explorer) == said(z, alpha).text


@given(low=st.floats(1e-6, 1), factor=st.floats(1.1, 1e6))
def test_a_range_over_a_factor_of_1000_counts_1_2_5_and_no_other_does(low, factor):
    high = low * factor
    slider = control("alpha", (low, high, low))
    if high / low < 1000:
        assert type(slider).__name__ == "FloatSlider"
    else:
        values = [value for _, value in slider.options]
        assert (values[0], values[-1]) == (low, high)
        assert all(1 < after / before <= 2.6 for before, after in pairwise(values))


@given(st.lists(st.integers(-9, 9), min_size=1, unique=True))
def test_a_list_gives_one_button_for_each_value_and_starts_with_the_first(values):
    buttons = control("y", values)
    assert list(buttons.options) == values
    assert buttons.value == values[0]


# As in the lessons: the start has as many decimals as suit the width of the range.
@given(low=st.integers(-60, 0), places=st.integers(1, 2), width=st.integers(1, 9), data=st.data())
def test_the_start_is_kept_exactly_and_lies_on_a_step_of_the_slider(low, places, width, data):
    tick = 10.0**-places
    low, high = round(low * tick, places), round((low + 20 * width) * tick, places)
    start = round(low + data.draw(st.integers(0, 20 * width)) * tick, places)
    slider = control("z", (low, high, start))
    steps = (start - low) / slider.step
    assert slider.value == start
    assert abs(steps - round(steps)) < 1e-6


@given(st.floats(0.01, 100))
def test_a_slider_that_counts_1_2_5_keeps_its_start_exactly_too(start):
    assert control("alpha", (0.01, 100, start)).value == start


def test_a_notebook_gets_the_widget_and_for_places_without_widgets_the_picture_and_its_words():
    explorer = explore(loss_curves, a=(0.01, 0.99, 0.75))
    data, _ = shown(explorer)
    picture = loss_curves(0.75)
    assert data[VIEW]["model_id"] == explorer.model_id
    assert data["image/svg+xml"] == picture.svg()
    assert data["text/plain"] == picture.text


def test_a_picture_of_words_alone_hides_the_image_until_there_is_one_again():
    explorer = explore(lambda z: sigmoid_curve(None if z < 0 else z), z=(-6.0, 6.0, 1.1))
    explorer.sliders["z"].value = -1
    assert explorer.image.layout.display == "none"
    assert words(explorer) == UNFINISHED
    assert "image/svg+xml" not in shown(explorer)[0]
    explorer.sliders["z"].value = 1
    assert explorer.image.layout.display != "none"
    assert "z = 1" in words(explorer)


def test_an_error_in_draw_is_said_calmly_and_the_slider_lives_on():
    def no_negatives(z):
        if z < 0:
            raise ValueError("z is below 0")
        return sigmoid_curve(z)

    explorer = explore(no_negatives, z=(-6.0, 6.0, -1.0))
    assert words(explorer) == "Nothing to draw: z is below 0."
    explorer.sliders["z"].value = 2
    assert explorer.image.value == sigmoid_curve(2).svg().encode()
    explorer.sliders["z"].value = -2
    assert words(explorer) == "Nothing to draw: z is below 0."


def test_words_are_shown_as_they_are_never_as_html():
    explorer = explore(lambda z: Picture(f"<b>{z} & more</b>"), z=(-6.0, 6.0, 1.1))
    assert "<b>" not in explorer.words.value
    assert words(explorer) == "<b>1.1 & more</b>"
