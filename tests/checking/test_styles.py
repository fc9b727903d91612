"""No right answer is ever called wrong, however it is written; no wrong number is ever right."""

import math
import warnings
from collections import namedtuple
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial, wraps
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf
from other_libraries import Exact, Labelled
from right_code import right_function, styles

from lessons.answers.outcome import Outcome
from lessons.checking.diagnose import diagnose
from lessons.checking.local import examine
from lessons.exercises import EXERCISES, Exercise

Function = Callable[..., Any]
FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
STYLES = [
    pytest.param(exercise, style, id=f"{exercise.name}: {next(iter(style.values()))}")
    for exercise in FUNCTIONS
    for style in styles(exercise)
]
NUMBERS: dict[str, Callable[[float], Any]] = {
    "float": float,
    "np.float64": np.float64,
    "0-d array": np.array,
    "array of one": lambda value: np.array([value]),
    "1 × 1 array": lambda value: np.array([[value]]),
    "list of one": lambda value: [value],
    "Fraction": Fraction,
    "Decimal": Decimal,
    "np.float32": np.float32,
    "exact": Exact,
    "mpf": mpf,
}


@pytest.mark.parametrize(("exercise", "style"), STYLES)
def test_every_form_of_every_line_is_right(exercise: Exercise, style: dict[str, str]) -> None:
    """Whatever form of a formula the learner chooses, the answer is right."""
    verdict = examine(exercise, right_function(exercise, style))
    assert verdict.is_right, verdict


def containers(exercise: Exercise) -> dict[str, Function]:
    names = exercise.output_names
    shapes: dict[str, Function] = {
        "tuple": lambda *v: v,
        "list": lambda *v: list(v),
        "namedtuple": namedtuple("Answer", names),
        "dict": lambda *v: dict(zip(names, v, strict=True)),
        "dict in another order": lambda *v: dict([*zip(names, v, strict=True)][::-1]),
        "row": lambda *v: [list(v)],
        "column": lambda *v: [[each] for each in v],
        "labels in another order": lambda *v: Labelled([*v][::-1], names[::-1]),
        "labels from 0 on": lambda *v: Labelled([*v]),
        "dict with more in it": lambda *v: {"more": 1, **dict(zip(names, v, strict=True))},
    }
    if "losses" in exercise.outputs:
        return shapes | {
            "losses in a row": lambda *v: (*v[:-1], [v[-1]]),
            "losses in a column": lambda *v: (*v[:-1], [[each] for each in v[-1]]),
        }
    return shapes | {
        "array": lambda *v: np.array(v),
        "array of one row": lambda *v: np.array([v]),
        "array of one column": lambda *v: np.array([[each] for each in v]),
    }


@pytest.mark.parametrize("kind", NUMBERS)
@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
def test_every_container_and_kind_of_number_is_right(exercise: Exercise, kind: str) -> None:
    """Tuple, list, dict, array; float, Fraction, array of one: the numbers count."""
    for shape, pack in containers(exercise).items():

        def answer(*probe: float, pack: Function = pack) -> Any:
            values = exercise.expected(probe)
            number = NUMBERS[kind]
            return pack(*([*map(number, v)] if isinstance(v, list) else number(v) for v in values))

        verdict = examine(exercise, answer)
        assert verdict.is_right, (shape, verdict)


class Answer:
    """A function in the shape of an object."""

    def __init__(self, function: Function) -> None:
        self.function = function

    def __call__(self, *values: float) -> Any:
        return self.function(*values)

    def method(self, *values: float) -> Any:
        return self.function(*values)


def noisy(function: Function) -> Function:
    @wraps(function)
    def inner(*values: float) -> Any:
        print("z =", values[0])
        warnings.warn("mind the gap", stacklevel=1)
        return function(*values)

    return inner


WRAPPERS: dict[str, Callable[[Function], Function]] = {
    "itself": lambda f: f,
    "lambda": lambda f: lambda *values: f(*values),
    "partial": partial,
    "object": Answer,
    "method": lambda f: Answer(f).method,
    "static method": staticmethod,
    "cached": cache,
    "noisy": noisy,
    "with a default": lambda f: lambda *values, eps=1e-15: f(*values),
    "inner function": lambda f: (lambda helper: lambda *values: helper(*values))(f),
    "vectorised": np.vectorize,
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
def test_every_kind_of_function_is_right(exercise: Exercise, wrapper: str) -> None:
    """A lambda, a method, an object that can be called, a noisy one: what it answers counts."""
    if wrapper == "vectorised" and exercise.name == "train":
        return  # NumPy can't make an array of three numbers and a list
    assert examine(exercise, WRAPPERS[wrapper](right_function(exercise))).is_right


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
@settings(max_examples=20)
@given(
    nudge=st.floats(-1e-9, 1e-9),
    wrong=st.sampled_from([-1, -1e-3, 1e-4, 0.1, math.nan]),
    data=st.data(),
)
def test_rounding_is_forgiven_and_a_single_wrong_number_is_not(
    exercise: Exercise, nudge: float, wrong: float, data: st.DataObject
) -> None:
    """A relative error of a billionth stays right; one wrong number at one input never does."""

    def moved(value: Any, by: float) -> Any:
        if isinstance(value, list):
            return [*value[:-1], moved(value[-1], by)]
        return value + by * (1 + abs(value))

    right = {p: [moved(v, nudge) for v in exercise.expected(p)] for p in exercise.probes}
    assert diagnose(exercise, {p: Outcome(tuple(v)) for p, v in right.items()}).is_right
    probe = data.draw(st.sampled_from(exercise.probes))
    place = data.draw(st.integers(0, len(exercise.outputs) - 1))
    right[probe][place] = moved(right[probe][place], wrong)
    assert not diagnose(exercise, {p: Outcome(tuple(v)) for p, v in right.items()}).is_right
