"""Right answers about which there is something to say: where their form fails, or what it costs."""

from collections.abc import Sequence
from math import isclose
from typing import Any

from lessons.answers.outcome import Outcome, Outcomes
from lessons.checking.candidates import Candidate, catalogue, failed, is_broken
from lessons.exercises.exercise import Exercise, Probe
from lessons.mistakes import Mistake


def remarkable_form(exercise: Exercise, outcomes: Outcomes) -> Mistake | None:
    """Return the form of a right answer, if the extremes tell it from every other form.

    >>> from lessons.exercises import EXERCISES
    >>> remarkable_form(EXERCISES["dz"], {(1.0, 0.0): Outcome((float("nan"),))}).name
    'chain-rule-through-da'
    """
    extremes = [probe for probe in exercise.extremes if probe in outcomes]
    for form in catalogue(exercise):
        if form.mistake.at_extremes and _is_written_so(form, extremes, outcomes):
            return form.mistake
    return None


def _is_written_so(form: Candidate, extremes: Sequence[Probe], outcomes: Outcomes) -> bool:
    """Tell whether the answer fails where this form does, or gives the very numbers it gives."""
    given = {probe: form.answer(probe) for probe in extremes}
    fatal = [probe for probe in extremes if is_broken(given[probe])]
    if fatal:
        return any(failed(outcomes[probe]) for probe in fatal)
    return bool(extremes) and all(_gives(outcomes[probe], given[probe]) for probe in extremes)


def _gives(outcome: Outcome, values: tuple[Any, ...]) -> bool:
    return not outcome.trouble and all(
        isinstance(value, float) and isclose(value, other, rel_tol=1e-3)
        for value, other in zip(outcome.values, values, strict=True)
    )
