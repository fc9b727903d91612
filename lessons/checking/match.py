"""Which catalogued mistake gives exactly the learner's numbers?"""

from collections.abc import Sequence
from functools import cache
from math import isfinite, nan
from typing import Any

from lessons.answers.outcome import Outcome, Outcomes
from lessons.exercises.exercise import Exercise, Probe
from lessons.mistakes import BY_LESSON, MISTAKES, Lines, Mistake

FAILURES = (ArithmeticError, ValueError, TypeError)


def matching_mistake(
    exercise: Exercise, outcomes: Outcomes, outputs: Sequence[str]
) -> Mistake | None:
    """Return the first mistake that answers every probe and clue as the learner does.

    Only these outputs are compared. Where everything failed there is nothing to compare.
    """
    probes = [probe for probe in exercise.probes + exercise.clues if probe in outcomes]
    if all(outcomes[probe].trouble for probe in probes):
        return None
    for mistake, lines in candidates(exercise):
        if not mistake.at_extremes and all(
            _same(exercise, outcomes[probe], answer(exercise, lines, probe), outputs)
            for probe in probes
        ):
            return mistake
    return None


def _same(
    exercise: Exercise, outcome: Outcome, values: tuple[Any, ...], outputs: Sequence[str]
) -> bool:
    if outcome.trouble:  # where math stops with an error, NumPy goes on with nan
        return is_broken(values)
    return all(
        exercise.accepts(value, other) or (is_broken((value,)) and is_broken((other,)))
        for value, other, output in zip(outcome.values, values, exercise.outputs, strict=True)
        if output in outputs
    )


def failed(outcome: Outcome) -> bool:
    return outcome.trouble is not None or is_broken(outcome.values)


@cache
def candidates(exercise: Exercise) -> tuple[tuple[Mistake, Lines], ...]:
    """Return every mistake with its changed lines, in the order in which to suspect them.

    Some mistakes give the same numbers (a wrong sign in dz, or in the update). So those of
    the exercise's own lesson come first: that is what the learner has just been working on.

    >>> from lessons.exercises import EXERCISES
    >>> candidates(EXERCISES["da"])[0][0].name
    'da-sign'
    """
    likely = [MISTAKES[name] for name in exercise.likely]
    others = [*BY_LESSON.get(exercise.lesson, ()), *MISTAKES.values()]
    ordered = dict.fromkeys(likely if exercise.kind == "number" else [*likely, *others])
    direct = [(mistake, lines) for mistake in ordered for lines in mistake.variants]
    chained = [(mistake, lines) for mistake in ordered for lines in mistake.by_the_chain()]
    return tuple(pair for pair in direct + chained if _possible(exercise, *pair))


def _possible(exercise: Exercise, mistake: Mistake, lines: Lines) -> bool:
    if mistake.at_extremes:
        return bool(exercise.extremes and set(lines) & set(exercise.outputs))
    return bool(exercise.probes and answer(exercise, lines, exercise.probes[0]))


def answer(exercise: Exercise, lines: Lines, probe: Probe) -> tuple[Any, ...]:
    """Return every output at a probe with these lines changed: nan where Python would fail.

    Empty if the exercise never meets these lines, because what they need isn't given there.
    """
    numbers = exercise.table(probe, lines)
    values = []
    for output in exercise.outputs:
        try:
            values.append(getattr(numbers, output))
        except FAILURES:
            values.append(nan)
        except AttributeError:
            return ()
    return tuple(values)


def is_broken(values: tuple[Any, ...]) -> bool:
    """Tell whether any value is infinite or nan: there Python stops, and NumPy goes on.

    >>> is_broken((0.5, nan)), is_broken((0.5, [0.1, 0.2]))
    (True, False)
    """
    return any(
        is_broken(tuple(value)) if isinstance(value, list) else not isfinite(value)
        for value in values
    )
