"""Every function of logistic.py refuses every bad argument by name, with its value."""

import inspect
import math
import re

import pytest

from lessons import logistic
from lessons.validation import (
    require_0_to_1,
    require_finite,
    require_learning_rate,
    require_steps,
)

LECTURE = {"x1": 2.0, "x2": 1.0, "y": 1.0, "w1": 0.3, "w2": 0.4, "b": 0.1, "z": 1.1, "a": 0.75}
GOOD = LECTURE | {"dw1": -0.5, "dw2": -0.25, "db": -0.25, "alpha": 1.0, "steps": 3}
NOT_FINITE = [math.inf, -math.inf, math.nan]
BAD = {
    "a": [-0.1, -5e-324, math.nextafter(1, 2), 2.0],
    "y": [-0.1, -5e-324, math.nextafter(1, 2), 2.0],
    "alpha": [0.0, -0.0, -0.1],
    "steps": [-1, 2.5],
}
FUNCTIONS = [
    function
    for name, function in inspect.getmembers(logistic, inspect.isfunction)
    if function.__module__ == logistic.__name__ and not name.startswith("_")
]
CASES = [
    pytest.param(function, name, value, id=f"{function.__name__}-{name}={value}")
    for function in FUNCTIONS
    for name in inspect.signature(function).parameters
    for value in NOT_FINITE + BAD.get(name, [])
]


def good_arguments(function):
    return {name: GOOD[name] for name in inspect.signature(function).parameters}


def test_the_functions_looked_at_are_those_of_the_lecture():
    names = {function.__name__ for function in FUNCTIONS}
    lecture = {"sigmoid", "forward", "loss", "da", "da_dz", "dz", "backward", "update", "train"}
    assert names == lecture | {"loss_from_z"}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_good_arguments_are_accepted(function):
    function(**good_arguments(function))


@pytest.mark.parametrize(("function", "name", "value"), CASES)
def test_a_bad_argument_is_named_with_its_value(function, name, value):
    shown = re.escape(repr(value))
    with pytest.raises(ValueError, match=f"^{name} must be .*, but it is {shown}$"):
        function(**good_arguments(function) | {name: value})


@pytest.mark.parametrize("x", [0.0, 1e308])
@pytest.mark.parametrize("value", NOT_FINITE)
def test_a_factor_0_or_a_huge_neighbour_hides_no_bad_argument(x, value):
    with pytest.raises(ValueError, match=f"^w1 must be a finite number, but it is {value}$"):
        logistic.forward(x1=x, x2=x, w1=value, w2=1.0, b=0.0)
    with pytest.raises(ValueError, match=f"^x1 must be a finite number, but it is {value}$"):
        logistic.backward(x1=value, x2=x, a=1.0, y=1.0)
    with pytest.raises(ValueError, match=r"^alpha must be a finite number above 0"):
        logistic.update(w1=x, w2=x, b=x, dw1=0.0, dw2=0.0, db=0.0, alpha=abs(value))


def test_huge_but_finite_parameters_are_no_mistake():
    assert logistic.update(1e308, 1e308, 1e308, 0, 0, 0, alpha=1) == (1e308, 1e308, 1e308)
    assert logistic.backward(1e308, 1e308, a=0, y=1) == (-1, -1e308, -1e308, -1)


def test_a_score_too_large_for_a_float_is_named_as_the_score():
    with pytest.raises(ValueError, match=r"^z must be a finite number, but it is inf$"):
        logistic.forward(x1=1e200, x2=0, w1=1e200, w2=0, b=0)


def test_the_first_bad_value_is_the_one_named():
    with pytest.raises(ValueError, match=r"^b "):
        require_finite(a=1, b=math.inf, c=math.nan)
    with pytest.raises(ValueError, match=r"^b "):
        require_0_to_1(a=1, b=-1, c=2)


def test_the_edges_are_inside():
    require_finite(largest=1.7976931348623157e308, smallest=5e-324)
    require_0_to_1(no=0, yes=1, negative_zero=-0.0)
    require_learning_rate(5e-324)
    require_steps(0)
    require_steps(3.0)
