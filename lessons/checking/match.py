"""Which catalogued mistake gives exactly the learner's numbers?"""

from collections.abc import Sequence
from typing import Any

from lessons.answers.outcome import Outcome
from lessons.checking.verdict import Outcomes
from lessons.exercises import Exercise
from lessons.mistakes import Mistake, answer, candidates, is_broken


def named(exercise: Exercise, outcomes: Outcomes, outputs: Sequence[str]) -> Mistake | None:
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
