"""An Ieee number goes on just as NumPy does, and a plain one stops just as Python does."""

import math
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lessons.common import ieee
from lessons.common.ieee import Ieee

FLOATS = st.floats() | st.sampled_from([0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 800.0])
SIGNS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow]
FUNCTIONS = ["exp", "log", "log2", "log10", "tanh"]


def same(one: float, other: float) -> bool:
    return one == pytest.approx(other, rel=1e-12, abs=0, nan_ok=True)


@pytest.mark.parametrize("sign", SIGNS)
@given(FLOATS, FLOATS)
@example(1.0, -0.0)
@example(-8.0, 0.5)
@example(-0.0, -3.0)
def test_two_numbers_are_joined_as_in_numpy(
    sign: Callable[[Any, Any], Any], one: float, other: float
) -> None:
    """Whichever side the Ieee number is on: what is too large is ∞, what has no value is nan."""
    with np.errstate(all="ignore"):
        right = float(sign(np.float64(one), np.float64(other)))
    for value in (sign(Ieee(one), other), sign(one, Ieee(other)), sign(Ieee(one), Ieee(other))):
        assert isinstance(value, Ieee)
        assert same(value, right), (value, right)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(FLOATS)
def test_a_function_goes_on_as_in_numpy(name: str, value: float) -> None:
    """log(0) is −∞, the log of what is below 0 is nan, e to a huge power is ∞."""
    with np.errstate(all="ignore"):
        right = float(getattr(np, name)(np.float64(value)))
    assert same(getattr(ieee, name)(Ieee(value)), right)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(FLOATS)
def test_a_plain_number_is_left_to_python(name: str, value: float) -> None:
    """Of a plain number comes what math gives, or math's own error."""
    ours, pythons = getattr(ieee, name), getattr(math, name)
    try:
        right = pythons(value)
    except (ValueError, OverflowError) as error:
        with pytest.raises(type(error)):
            ours(value)
    else:
        assert same(ours(value), right)
