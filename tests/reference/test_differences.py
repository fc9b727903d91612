"""The judge that needs no calculus can be trusted, and says so when it can't."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.differences import slope, slopes

numbers = st.floats(-10, 10)


@given(at=numbers)
def test_slope_agrees_with_known_derivatives(at):
    assert slope(math.sin, at) == pytest.approx(math.cos(at), abs=1e-9)
    assert slope(math.exp, at) == pytest.approx(math.exp(at), rel=1e-8)


@given(p=numbers, q=numbers, r=numbers, at=numbers)
def test_slope_of_a_parabola_is_right_up_to_rounding(p, q, r, at):
    measured = slope(lambda x: p * x * x + q * x + r, at)
    assert measured == pytest.approx(2 * p * at + q, abs=1e-7)


@given(at=st.floats(-1e9, 1e9))
def test_a_straight_line_is_judged_right_even_where_h_itself_is_rounded(at):
    assert slope(lambda x: x, at) == 1


def test_the_default_step_is_well_chosen():
    def error(h):
        return abs(slope(math.exp, 1, h) - math.e)

    assert error(1e-5) < error(1e-2)
    assert error(1e-5) < error(1e-12)


@given(u=numbers, v=numbers)
def test_slopes_nudges_one_argument_and_holds_the_others(u, v):
    seen = []

    def product(u, v):
        seen.append((u, v))
        return u * v

    assert slopes(product, u=u, v=v) == pytest.approx({"u": v, "v": u}, abs=1e-8)
    assert all((a == u) != (b == v) for a, b in seen)


def test_slopes_leaves_any_argument_name_to_the_learner():
    measured = slopes(lambda function, at, h: function + 2 * at + 3 * h, function=1, at=1, h=1)
    assert measured == pytest.approx({"function": 1, "at": 2, "h": 3})


@pytest.mark.parametrize("h", [0, -1e-5, 1e-17])
def test_a_step_that_moves_nothing_forward_is_refused(h):
    with pytest.raises(ValueError, match=rf"^h must be above 0 .* 1\.0, but it is {h!r}$"):
        slope(math.sin, 1.0, h)


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
@pytest.mark.parametrize("name", ["at", "h"])
def test_what_is_not_finite_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"^{name} must be a finite number, but it is {value}$"):
        slope(math.sin, **{"at": 1.0, "h": 1e-5} | {name: value})
