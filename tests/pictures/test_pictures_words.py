"""A picture's words hold its numbers, and give no answer away."""

import re
from math import isclose

from example_pictures import HISTORY, SEEDLING
from hypothesis import assume, given
from hypothesis import strategies as st
from plot_reader import texts

from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sigmoid_curve,
)
from lessons.pictures.picture import number


def test_the_words_hold_the_numbers_of_the_running_example():
    assert "z = 1.1" in sigmoid_curve(1.1).text
    assert "a ≈ 0.7503" in sigmoid_curve(1.1).text
    assert "0.1874" in sigmoid_curve(1.1, slope=True).text
    assert "L = ∞ if y = 0" in loss_curves(1.0).text
    for words in ("L(a, y) ≈ 0.2873", "da ≈ −1.333", "≈ 0.1874, so dz ≈ −0.2497", "dw1 ≈ −0.4995"):
        assert words in computation_graph(**SEEDLING).text
    assert "step. 11 points from L ≈ 0.2873" in loss_over_steps(HISTORY).text


def test_every_number_written_in_the_graph_is_in_its_words_too():
    picture = computation_graph(**SEEDLING)
    shown = [re.findall("[=≈] .*", text) for text in texts(picture)]
    assert sum(map(len, shown)) == 16  # 6 given, 3 values, 2 local derivatives, 5 derivatives
    assert all(number in picture.text for found in shown for number in found)


def test_forward_alone_tells_nothing_of_the_way_back():
    picture = computation_graph(**SEEDLING, gradients=False)
    assert "L ≈ 0.2873" in texts(picture)
    assert not any(word.startswith("d") for word in texts(picture))
    assert "dz" not in picture.text


def test_the_empty_graph_gives_what_is_given_and_not_one_answer():
    picture = computation_graph(**SEEDLING, values=False, gradients=False)
    assert {"x1 = 2", "w1 = 0.3", "z = ?", "a = ?", "L = ?", "da = ?", "dw1 = ?"} <= texts(picture)
    for answer in ("1.1", "0.75", "0.28", "1.333", "0.1874", "0.2497", "0.4995", "1 − a"):
        assert answer not in picture.text + "".join(texts(picture))


def test_the_graph_says_why_dz_survives_where_da_does_not():
    picture = computation_graph(**SEEDLING | {"y": 0, "b": 800})
    assert "da = ∞" in picture.text
    assert "so dz = 1." in picture.text
    assert "dz = a − y needs no division" in picture.text


def test_the_lines_of_equal_loss_are_said_to_be_those_of_the_final_b():
    picture = path_on_contour(HISTORY, x1=2, x2=1, y=1)
    final = f"the final b ≈ {number(HISTORY[-1].b)}"
    assert final in picture.text
    assert any(text.endswith(final) for text in texts(picture))


@given(st.floats(-1e300, 1e300))
def test_a_number_in_words_is_short_and_close(value):
    assume(value == 0 or abs(value) > 1e-300)
    words = number(value)
    assert len(words) <= 9
    assert isclose(float(words.replace("−", "-")), value, rel_tol=0.051)
