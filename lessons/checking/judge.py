"""Judge an answer, whatever kind it is: a function, numbers worked out by hand, or a choice."""

from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any

from lessons.answers.convert import (
    Outcome,
    Trouble,
    choice_in,
    nothing_in,
    outcome_by_hand,
)
from lessons.answers.describe import describe
from lessons.answers.function_facts import Facts, facts_of, is_function
from lessons.checking.diagnose import diagnose
from lessons.checking.run import run
from lessons.checking.verdict import Verdict, in_trouble
from lessons.exercises import EXERCISES, Exercise
from lessons.formulas import FORMULAS

QUANTITIES = set(FORMULAS) | {name for e in EXERCISES.values() for name in e.inputs}
FUNCTIONS = tuple(name for name, e in EXERCISES.items() if e.kind == "function")


def examine(exercise: Exercise, answer: Any) -> Verdict:
    """Return the verdict on an answer.

    >>> examine(EXERCISES["dz"], lambda a, y: y - a).name
    'dz-sign'
    >>> examine(EXERCISES["first_z"], 1.1).status
    'right'
    """
    judge = {"choice": _choice, "number": _numbers, "function": _function}[exercise.kind]
    try:
        return judge(exercise, answer)
    except Exception:  # an answer can be any object, and some refuse even to be looked at
        return in_trouble(exercise, Trouble("unreadable", f"a {type(answer).__name__}"))


def _choice(exercise: Exercise, answer: Any) -> Verdict:
    return judge_choice(exercise, choice_in(answer))


def judge_choice(exercise: Exercise, chosen: str | Trouble) -> Verdict:
    """Return the verdict on a letter."""
    if isinstance(chosen, Trouble):
        return in_trouble(exercise, chosen)
    if chosen not in exercise.choices:
        return in_trouble(exercise, Trouble("not-a-choice", describe(chosen)))
    why = exercise.choices[chosen]
    if chosen == exercise.right_choice:
        return Verdict(exercise.name, "right", happened=why)
    return Verdict(exercise.name, "mistake", f"choice-{chosen}", "Not this one", why)


def _numbers(exercise: Exercise, answer: Any) -> Verdict:
    return judge_numbers(exercise, outcome_by_hand(answer, exercise.output_names))


def judge_numbers(exercise: Exercise, outcome: Outcome) -> Verdict:
    """Return the verdict on numbers that were worked out by hand."""
    return diagnose(exercise, {exercise.probes[0]: outcome})


def _function(exercise: Exercise, function: Any) -> Verdict:
    empty = nothing_in(function)
    if empty:
        return in_trouble(exercise, empty)
    if not is_function(function):
        return in_trouble(exercise, Trouble("not-a-function", describe(function)))
    verdict = diagnose(exercise, run(exercise, function))
    if verdict.is_right or verdict.status == "blank":
        return verdict
    facts = facts_of(function, exercise.inputs, QUANTITIES, FUNCTIONS)
    return excuse(exercise, facts) or _own_share(exercise, function, facts.helpers) or verdict


def excuse(exercise: Exercise, facts: Facts) -> Verdict | None:
    """Return the verdict that comes before any diagnosis of wrong numbers, if there is one."""
    if facts.parameters is not None:
        return in_trouble(exercise, Trouble("parameters", facts.parameters))
    if facts.leaked:
        return in_trouble(exercise, Trouble("global", ", ".join(facts.leaked)))
    return None


def _own_share(
    exercise: Exercise, function: FunctionType, helpers: Sequence[str]
) -> Verdict | None:
    """Judge the function with its helpers put right, so that no mistake is blamed twice."""
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
