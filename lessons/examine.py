"""Judge an answer, whatever kind it is: a function, numbers worked out by hand, or a choice."""

from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

from lessons.diagnose import diagnose
from lessons.exercises import EXERCISES, Exercise
from lessons.lecture import FORMULAS
from lessons.outcomes import Outcome, Trouble, Unusable, describe, plain
from lessons.run import run
from lessons.verdict import Verdict, in_trouble

QUANTITIES = set(FORMULAS) | {name for e in EXERCISES.values() for name in e.inputs}


def examine(exercise: Exercise, answer: Any) -> Verdict:
    """Return the verdict on an answer.

    >>> examine(EXERCISES["dz"], lambda a, y: y - a).name
    'dz-sign'
    >>> examine(EXERCISES["first_z"], 1.1).status
    'right'
    """
    if answer is None or answer is ...:
        return in_trouble(exercise, Trouble("blank"))
    if exercise.kind == "choice":
        return _choice(exercise, answer)
    if exercise.kind == "number":
        return _numbers(exercise, answer)
    return _function(exercise, answer)


def _choice(exercise: Exercise, answer: Any) -> Verdict:
    letter = str(answer).strip().lower().rstrip(".)")
    if letter not in exercise.choices:
        return in_trouble(exercise, Trouble("not-a-choice", describe(answer)))
    why = exercise.choices[letter]
    if letter == exercise.right_choice:
        return Verdict(exercise.name, "right", happened=why)
    return Verdict(exercise.name, "mistake", f"choice-{letter}", "Not this one", why)


def _numbers(exercise: Exercise, answer: Any) -> Verdict:
    try:
        outcome = Outcome(plain(answer, exercise.outputs))
    except Unusable as unusable:
        return in_trouble(exercise, unusable.trouble)
    return diagnose(exercise, {exercise.probes[0]: outcome})


def _function(exercise: Exercise, function: Any) -> Verdict:
    if not callable(function):
        return in_trouble(exercise, Trouble("not-a-function", describe(function)))
    verdict = diagnose(exercise, run(exercise, function))
    if verdict.is_right or verdict.status == "blank" or not isinstance(function, FunctionType):
        return verdict
    leaked = [name for name in _global_names(function) if _is_leak(name, function)]
    if leaked:
        return in_trouble(exercise, Trouble("global", ", ".join(leaked)))
    return _own_share(exercise, function) or verdict


def _own_share(exercise: Exercise, function: FunctionType) -> Verdict | None:
    """Judge the function with its helpers put right, so that no mistake is blamed twice."""
    helpers = [name for name in EXERCISES if _is_helper(name, function)]
    wrong = [name for name in helpers if not examine_alone(name, function).is_right]
    if not wrong:
        return None
    repaired = FunctionType(
        function.__code__,
        {**function.__globals__, **{name: reference(EXERCISES[name]) for name in helpers}},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    verdict = diagnose(exercise, run(exercise, repaired))
    if not verdict.is_right:
        return verdict
    return in_trouble(exercise, Trouble("helper", wrong[0]))


def examine_alone(name: str, function: FunctionType) -> Verdict:
    """Return the verdict on a helper that the function finds among its globals."""
    exercise = EXERCISES[name]
    return diagnose(exercise, run(exercise, function.__globals__[name]))


def reference(exercise: Exercise) -> Callable[..., Any]:
    """Return the right function for an exercise.

    >>> reference(EXERCISES["dz"])(0.75, y=1)
    -0.25
    """

    def right(*values: float, **named: float) -> Any:
        probe = values + tuple(named[name] for name in exercise.inputs[len(values) :])
        results = exercise.expected(probe)
        return results if len(results) > 1 else results[0]

    return right


def _global_names(function: FunctionType) -> list[str]:
    return [name for name in _names(function.__code__) if name in function.__globals__]


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def _is_leak(name: str, function: FunctionType) -> bool:
    value = function.__globals__[name]
    return name in QUANTITIES and isinstance(value, (int, float))


def _is_helper(name: str, function: FunctionType) -> bool:
    """Tell whether the function uses the learner's own answer to another exercise."""
    helper = function.__globals__.get(name)
    return (
        name in _names(function.__code__)
        and helper is not function
        and EXERCISES[name].kind == "function"
        and isinstance(helper, FunctionType)
        and not helper.__module__.startswith("lessons.")
    )
