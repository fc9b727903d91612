"""Training repeats forward, backward, update, and on one example it only goes downhill."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.logistic import backward, forward, loss_from_z, train, update

numbers = st.floats(-3, 3)
labels = st.sampled_from([0.0, 1.0])
soft_labels = labels | st.floats(0, 1)
rates = st.floats(-6, 6).map(lambda exponent: 10**exponent)
EPSILON = math.ulp(1.0)


@st.composite
def runs(draw, y=labels, alpha=rates):
    start = {name: draw(numbers) for name in ("x1", "x2", "w1", "w2", "b")}
    return start | {"y": draw(y), "alpha": draw(alpha)}


def rounding_of_loss(run, row):
    """The loss moves no more than z does, and z is rounded like its largest term."""
    terms = abs(row.w1 * run["x1"]) + abs(row.w2 * run["x2"]) + abs(row.b)
    return 4 * EPSILON * (terms + row.loss)


@given(run=runs(y=soft_labels), steps=st.integers(0, 20))
def test_rows_are_linked_by_forward_backward_and_update(run, steps):
    x1, x2, y = run["x1"], run["x2"], run["y"]
    w1, w2, b = run["w1"], run["w2"], run["b"]
    history = train(**run, steps=steps)
    assert len(history) == steps + 1
    for row in history:
        assert row[:3] == (w1, w2, b)
        assert (row.z, row.a) == forward(x1, x2, w1, w2, b)
        assert row.loss == loss_from_z(row.z, y)
        assert (row.dz, row.dw1, row.dw2, row.db) == backward(x1, x2, row.a, y)
        w1, w2, b = update(w1, w2, b, row.dw1, row.dw2, row.db, run["alpha"])


def test_rows_hold_floats_even_when_training_starts_from_whole_numbers():
    for row in train(x1=2, x2=1, y=1, w1=0, w2=0, b=0, alpha=1, steps=1):
        assert {type(value) for value in row} == {float}
        assert row == type(row)(*row)


@given(run=runs())
def test_with_one_example_and_a_0_or_1_label_the_loss_never_rises_whatever_alpha(run):
    history = train(**run, steps=10)
    for before, after in pairwise(history):
        rounding = rounding_of_loss(run, before) + rounding_of_loss(run, after)
        assert after.loss <= before.loss + rounding


def test_with_a_soft_label_a_large_alpha_can_make_the_loss_rise():
    before, after = train(x1=2, x2=1, y=0.5, w1=0.3, w2=0.4, b=0.1, alpha=10, steps=1)
    assert after.loss > before.loss + 1


@given(run=runs(y=soft_labels, alpha=st.floats(1e-6, 0.1)))
def test_a_small_step_lowers_the_loss_by_alpha_dz_squared_times_the_size_of_x(run):
    """By α·dz²·s with s = 1 + x1² + x2², less at most the share α·s/8 for the loss curving up."""
    before, after = train(**run, steps=1)
    size = 1 + run["x1"] ** 2 + run["x2"] ** 2
    drop, expected = before.loss - after.loss, run["alpha"] * before.dz**2 * size
    rounding = rounding_of_loss(run, before) + rounding_of_loss(run, after)
    assert expected * (1 - run["alpha"] * size / 8) - rounding <= drop <= expected + rounding


@pytest.mark.parametrize("y", [0, 1])
def test_training_learns_the_label(y):
    last = train(x1=2, x2=1, y=y, w1=0.3, w2=0.4, b=0.1, alpha=1, steps=1000)[-1]
    assert abs(last.a - y) < 0.001
