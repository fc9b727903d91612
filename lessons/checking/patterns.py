"""Answers that are nearly right in a recognisable way, whatever the exercise."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

from lessons.answers.outcome import Outcomes
from lessons.exercises.exercise import Exercise, Probe, Slip, short_name

Words = tuple[str, str, str, str]


def known_pattern(exercise: Exercise, judged: Outcomes) -> Words | None:
    """Return the name, title, what happened and what to try; None if no habit fits."""
    if _in_another_order(exercise, judged):
        return (
            "another-order",
            "The right numbers, in another order",
            "All the numbers are right, but they come back in the wrong places.",
            f"Return them in this order: {', '.join(exercise.output_names)}. Or does a name hold "
            "what belongs to another one?",
        )
    if exercise.kind == "number" or _a_list_is_wrong(exercise, judged):
        return None
    pairs = _pairs(exercise, judged)
    if any(_all(pairs, lambda v, r, k=digits: abs(v - round(r, k)) < 1e-9) for digits in range(7)):
        return (
            "rounded",
            "The right numbers, rounded",
            "Your numbers were rounded on the way. Training adds up many small steps, "
            "so rounding would hurt.",
            "Return the numbers as they are. Round only when you show them.",
        )
    return None


def nearly(exercise: Exercise, judged: Outcomes) -> Words | None:
    """Return the words for numbers that are all within one percent; None if they aren't."""
    if exercise.kind == "number" or _a_list_is_wrong(exercise, judged):
        return None
    if _all(_pairs(exercise, judged), lambda v, r: abs(v - r) <= 0.01 * abs(r)):
        return (
            "nearly",
            "Very near, but not equal",
            "Every number is within one percent of the right one.",
            "Did you type a constant by hand, such as 2.718 for e, or add a small safety number?",
        )
    return None


def always_the_same(
    exercise: Exercise, judged: Outcomes, wrong: tuple[str, Probe] | None
) -> Words | None:
    """Return the words for a wrong output that is one number whatever comes in; None if it isn't.

    >>> from lessons.answers.outcome import Outcome
    >>> from lessons.exercises import EXERCISES
    >>> dz = EXERCISES["dz"]
    >>> always_the_same(dz, {p: Outcome((0.0,)) for p in dz.probes}, ("dz", dz.probes[0]))[2]
    'For every input that was tried, your dz came out the same.'
    """
    if wrong is None or len(judged) < 2 or any(outcome.trouble for outcome in judged.values()):
        return None
    name, place = short_name(wrong[0]), exercise.outputs.index(wrong[0])
    values: list[Any] = [outcome.values[place] for outcome in judged.values()]
    if not isinstance(values[0], float) or any(value - values[0] != 0 for value in values):
        return None
    return (
        "always-the-same",
        f"{name} is always the same",
        f"For every input that was tried, your {name} came out the same.",
        f"{name} depends on what comes in through the brackets. Follow one of these numbers "
        "through your lines: where does it get lost?",
    )


def slip_of(exercise: Exercise, judged: Outcomes) -> Slip | None:
    """Return the slip that gives the learner's one number, within two percent."""
    for slip in exercise.slips:
        for value in judged[exercise.probes[0]].values:  # there is none after an error
            if isinstance(value, float) and abs(value - slip.value) <= 0.02 * abs(slip.value):
                return slip
    return None


def _pairs(exercise: Exercise, judged: Outcomes) -> list[tuple[Any, Any]]:
    return [
        (value, right)
        for probe, outcome in judged.items()
        for value, right in zip(outcome.values, exercise.expected(probe), strict=True)
        if not isinstance(right, list) and not isinstance(value, list)
    ]


def _a_list_is_wrong(exercise: Exercise, judged: Outcomes) -> bool:
    return any(
        isinstance(right, list) and not exercise.accepts(value, right)
        for probe, outcome in judged.items()
        for value, right in zip(outcome.values, exercise.expected(probe), strict=True)
    )


def _all(pairs: list[tuple[Any, Any]], near: Callable[..., bool]) -> bool:
    return bool(pairs) and all(near(value, right) for value, right in pairs)


def _in_another_order(exercise: Exercise, judged: Outcomes) -> bool:
    if not 2 <= len(exercise.outputs) <= 4:
        return False
    return any(
        all(
            exercise.accepts_all([outcome.values[i] for i in order], exercise.expected(probe))
            for probe, outcome in judged.items()
        )
        for order in permutations(range(len(exercise.outputs)))
    )
