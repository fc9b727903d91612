"""No input stops a picture: where nothing can be drawn, a calm sentence says why."""

import re
from math import inf, nan

import pytest
from example_pictures import HISTORY, SEEDLING
from hypothesis import example, given
from hypothesis import strategies as st
from plot_reader import parsed

from lessons.logistic import train
from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sigmoid_curve,
)
from lessons.pictures.picture import UNFINISHED


@pytest.mark.parametrize("nothing", [None, ..., [], [0.3, None]])
def test_an_unfinished_exercise_gets_a_gentle_word_and_no_picture(nothing):
    for picture in (
        sigmoid_curve(nothing),
        loss_curves(nothing),
        computation_graph(**SEEDLING | {"b": nothing}),
        loss_over_steps(HISTORY, nothing),
        path_on_contour(nothing, x1=2, x2=1, y=1),
    ):
        assert picture._repr_mimebundle_() == ({"text/plain": UNFINISHED}, {})


@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_a_number_that_is_not_finite_is_named_calmly(bad):
    for picture in (
        sigmoid_curve(bad),
        loss_curves(bad),
        computation_graph(**SEEDLING | {"b": bad}),
        loss_over_steps([0.5, bad]),
        path_on_contour([(0, 0, 0), (0, bad, 0)], x1=2, x2=1, y=1),
        path_on_contour(HISTORY, x1=bad, x2=1, y=1),
    ):
        assert picture.draw is None
        assert picture.text.startswith("Nothing to draw: ")
        assert str(bad) in picture.text


any_number = st.floats() | st.floats(-10, 10)
PLACES = "x y cx cy width height points d transform viewBox".split()


@given(z=any_number, a=st.floats(0, 1), losses=st.lists(any_number, min_size=1, max_size=5))
@example(z=2e306, a=0.5, losses=[1.0])
@example(z=1e308, a=5e-324, losses=[5e-324])
@example(z=-0.0, a=1.0, losses=[1.7e308, 0])
@example(z=3, a=0.0, losses=[1.7e308, -1.7e308])
def test_whatever_the_numbers_there_is_a_picture_or_a_sentence(z, a, losses):
    """No number stops a picture, and none becomes a place that no screen has."""
    rows = [(value, z, a) for value in losses]
    for picture in (
        sigmoid_curve(z, slope=True),
        loss_curves(a),
        computation_graph(z, a, 1, *losses[:1], z, a),
        loss_over_steps(losses),
        path_on_contour(rows, x1=z, x2=a, y=a),
    ):
        if picture.draw is None:
            assert picture.text.startswith("Nothing to draw: ")
            assert "must be" in picture.text
        else:
            for part in parsed(picture).iter():
                for place in map(part.get, PLACES):
                    assert not re.search(r"e[+-]?\d|nan|inf|\d{6}", place or ""), place


def test_labels_that_do_not_fit_the_runs_are_named_calmly():
    assert "2 runs need 2 labels, but there are 1" in loss_over_steps([1], [2], labels=["a"]).text


def test_thousands_of_points_make_no_heavy_picture():
    history = train(**SEEDLING, alpha=0.01, steps=20_000)
    assert len(path_on_contour(history, x1=2, x2=1, y=1).svg()) < 400_000
    assert len(loss_over_steps(history).svg()) < 400_000
