"""Judge an answer, whatever kind it is: a function, numbers worked out by hand, or a choice."""

import dis
import re
from collections.abc import Callable, Iterator
from inspect import signature
from types import CodeType, FunctionType
from typing import Any

from lessons.diagnose import diagnose
from lessons.exercises import EXERCISES, Exercise
from lessons.lecture import FORMULAS
from lessons.outcomes import Trouble, describe, outcome_of
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
    if answer is ...:
        return in_trouble(exercise, Trouble("blank"))
    if answer is None:
        return in_trouble(exercise, Trouble("none"))
    judge = {"choice": _choice, "number": _numbers, "function": _function}[exercise.kind]
    try:
        return judge(exercise, answer)
    except Exception:  # an answer can be any object, and some refuse even to be looked at
        return in_trouble(exercise, Trouble("unreadable", f"a {type(answer).__name__}"))


def _choice(exercise: Exercise, answer: Any) -> Verdict:
    letter = str(answer).strip(" .()'\"").lower() if isinstance(answer, (str, int)) else ""
    if letter not in exercise.choices:
        return in_trouble(exercise, Trouble("not-a-choice", describe(answer)))
    why = exercise.choices[letter]
    if letter == exercise.right_choice:
        return Verdict(exercise.name, "right", happened=why)
    return Verdict(exercise.name, "mistake", f"choice-{letter}", "Not this one", why)


def _numbers(exercise: Exercise, answer: Any) -> Verdict:
    if isinstance(answer, str) and re.fullmatch(r"\s*[-−+]?\d+([.,]\d+)?\s*", answer):
        return in_trouble(exercise, Trouble("quoted", repr(answer)))
    if isinstance(answer, tuple) and len(answer) == 2 * len(exercise.outputs):
        return in_trouble(exercise, Trouble("comma", str(len(answer))))
    return diagnose(exercise, {exercise.probes[0]: outcome_of(answer, exercise.outputs)})


def _function(exercise: Exercise, function: Any) -> Verdict:
    if not callable(function) or isinstance(function, type):
        return in_trouble(exercise, Trouble("not-a-function", describe(function)))
    verdict = diagnose(exercise, run(exercise, function))
    if verdict.is_right or verdict.status == "blank":
        return verdict
    takes = _other_parameters(exercise, function)
    if takes is not None:
        return in_trouble(exercise, Trouble("parameters", takes))
    if not isinstance(function, FunctionType):
        return verdict
    leaked = [name for name in _global_names(function.__code__) if _is_leak(name, function)]
    if leaked:
        return in_trouble(exercise, Trouble("global", ", ".join(dict.fromkeys(leaked))))
    return _own_share(exercise, function) or verdict


def _other_parameters(exercise: Exercise, function: Callable[..., Any]) -> str | None:
    """Return what the function takes, if it is not what the exercise hands over."""
    try:
        takes = signature(function)
    except (TypeError, ValueError):  # some functions of Python itself don't tell
        return None
    names = list(takes.parameters)
    try:
        takes.bind(*exercise.inputs)
    except TypeError:
        return ", ".join(names) or "nothing"
    mixed_up = set(names) == set(exercise.inputs) and names != list(exercise.inputs)
    return ", ".join(names) if mixed_up else None


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
    if verdict.status in ("mistake", "unknown"):
        return verdict
    if verdict.status == "trouble":  # what it calls is perhaps no answer to that exercise at all
        return None
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


def _global_names(code: CodeType) -> Iterator[str]:
    """Yield every global name that the code, or a function inside it, reads."""
    for step in dis.get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            yield step.argval
        elif isinstance(step.argval, CodeType):
            yield from _global_names(step.argval)


def _is_leak(name: str, function: FunctionType) -> bool:
    return name in QUANTITIES and isinstance(function.__globals__.get(name), (int, float))


def _is_helper(name: str, function: FunctionType) -> bool:
    """Tell whether the function uses the learner's own answer to another exercise."""
    helper = function.__globals__.get(name)
    return (
        name in _global_names(function.__code__)
        and helper is not function
        and EXERCISES[name].kind == "function"
        and isinstance(helper, FunctionType)
        and not str(helper.__module__).startswith("lessons.")
    )
