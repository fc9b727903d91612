"""Numbers worked out by hand that are right as far as they go, and don't go far enough."""

from decimal import Decimal

from lessons.answers.outcome import Outcome, Trouble, Value
from lessons.checking.verdict import show
from lessons.exercises.exercise import Exercise


def completed(exercise: Exercise, outcome: Outcome) -> Outcome:
    """Return the outcome with every number that was cut too short put right.

    >>> from lessons.exercises import EXERCISES
    >>> [round(value, 4) for value in completed(EXERCISES["drill_a"], Outcome((0.6,))).values]
    [0.6225]
    """
    if outcome.trouble:
        return outcome
    right = exercise.expected(exercise.probes[0])
    return Outcome(
        tuple(
            whole if is_cut_short(value, whole) else value
            for value, whole in zip(outcome.values, right, strict=True)
        )
    )


def digits_wanted(exercise: Exercise, outcome: Outcome) -> Trouble | None:
    """Return the trouble with numbers of which nothing is wrong but that they were cut too short.

    >>> from lessons.exercises import EXERCISES
    >>> digits_wanted(EXERCISES["drill_a"], Outcome((0.6,))).detail
    'a = 0.6'
    """
    right = exercise.expected(exercise.probes[0])
    short = [
        f"{name} = {show(value)}"
        for name, value, whole in zip(exercise.output_names, outcome.values, right, strict=True)
        if not exercise.accepts(value, whole)
    ]
    return Trouble("digits", ", ".join(short)) if short else None


def is_cut_short(value: Value, right: float) -> bool:
    """Tell whether a value is the right one in the digits that it shows, rounded or cut off.

    A whole number shows none after the point, so that proves nothing.

    >>> [is_cut_short(value, 0.97408) for value in (0.97, 0.9, 0.98, 1.0)]
    [True, True, False, False]
    """
    if isinstance(value, list) or value.is_integer():
        return False
    place = Decimal(repr(value)).as_tuple().exponent
    if not isinstance(place, int):  # infinity and nan have no last digit
        return False
    unit = 10.0**place
    off = abs(value - right)
    return off <= 0.500001 * unit or (off < unit and abs(value) < abs(right))
