"""Right answers about which there is something to say: where their form fails, or what it costs."""

from math import isclose
from typing import Any

from lessons.answers.outcome import Outcome, Outcomes
from lessons.checking.match import answer, candidates, failed, is_broken
from lessons.exercises.exercise import Exercise
from lessons.mistakes import Lines, Mistake


def remarkable_form(exercise: Exercise, outcomes: Outcomes) -> Mistake | None:
    """Return the form of a right answer, if the extremes tell it from every other form.

    >>> from lessons.exercises import EXERCISES
    >>> remarkable_form(EXERCISES["dz"], {(1.0, 0.0): Outcome((float("nan"),))}).name
    'chain-rule-through-da'
    """
    for mistake, lines in candidates(exercise):
        if mistake.at_extremes and _is_written_so(exercise, lines, outcomes):
            return mistake
    return None


def _is_written_so(exercise: Exercise, lines: Lines, outcomes: Outcomes) -> bool:
    """Tell whether the answer fails where this form does, or gives the very numbers it gives."""
    extremes = [probe for probe in exercise.extremes if probe in outcomes]
    given = {probe: answer(exercise, lines, probe) for probe in extremes}
    fatal = [probe for probe in extremes if is_broken(given[probe])]
    if fatal:
        return any(failed(outcomes[probe]) for probe in fatal)
    return bool(extremes) and all(_gives(outcomes[probe], given[probe]) for probe in extremes)


def _gives(outcome: Outcome, values: tuple[Any, ...]) -> bool:
    return not outcome.trouble and all(
        isinstance(value, float) and isclose(value, other, rel_tol=1e-3)
        for value, other in zip(outcome.values, values, strict=True)
    )
