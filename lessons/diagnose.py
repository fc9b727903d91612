"""From outcomes to a verdict: right, a named mistake, a trouble, or the first wrong link."""

from dataclasses import replace
from typing import Any

from lessons.exercises import Exercise, Probe
from lessons.habits import habit
from lessons.mistakes import Mistake, answer, candidates, is_broken
from lessons.outcomes import Outcome
from lessons.properties import broken_property
from lessons.verdict import Outcomes, Verdict, evidence, given, in_trouble


def diagnose(exercise: Exercise, outcomes: Outcomes) -> Verdict:
    """Return the verdict on what a function, or the learner by hand, answered to each probe.

    >>> from lessons.exercises import EXERCISES
    >>> exercise = EXERCISES["first_z"]
    >>> diagnose(exercise, {exercise.probes[0]: Outcome((1.0,))}).name
    'bias-left-out'
    """
    judged = {probe: outcomes[probe] for probe in exercise.probes}
    troubles = {probe: outcome.trouble for probe, outcome in judged.items() if outcome.trouble}
    for trouble in troubles.values():
        if trouble.kind != "error":
            return in_trouble(exercise, trouble)
    wrong = _first_wrong(exercise, judged)
    if not troubles and wrong is None:
        return _right(exercise, outcomes)
    mistake = _named(exercise, outcomes, len(exercise.outputs))
    if mistake:
        return _mistaken(exercise, mistake, judged, wrong)
    if troubles:
        probe, trouble = next(iter(troubles.items()))
        return in_trouble(exercise, trouble, f"This happened for {given(exercise, probe)}.")
    assert wrong is not None
    words = habit(exercise, judged)
    if words:
        return Verdict(exercise.name, "mistake", *words, _evidence(exercise, judged, wrong))
    return _first_wrong_link(exercise, outcomes, wrong)


def _first_wrong(exercise: Exercise, judged: Outcomes) -> tuple[int, Probe] | None:
    """Return the first wrong output along the chain, and a probe that shows it."""
    chain = sorted(range(len(exercise.outputs)), key=lambda i: exercise.outputs[i] != "losses")
    for index in chain:
        for probe, outcome in judged.items():
            if not outcome.trouble:
                right = exercise.expected(probe)[index]
                if not exercise.accepts(outcome.values[index], right):
                    return index, probe
    return None


def _right(exercise: Exercise, outcomes: Outcomes) -> Verdict:
    """Return a right verdict, with a remark if this form fails for extreme numbers."""
    for mistake, lines in candidates(exercise):
        if mistake.at_extremes and any(
            probe in outcomes
            and _is_broken(outcomes[probe])
            and is_broken(answer(exercise, lines, probe))
            for probe in exercise.extremes
        ):
            return replace(_mistaken(exercise, mistake, outcomes, None), status="right")
    return Verdict(exercise.name, "right")


def _named(exercise: Exercise, outcomes: Outcomes, outputs: int) -> Mistake | None:
    """Return the first mistake that answers every probe and clue as the learner does.

    Only that many outputs are compared. Where everything failed there is nothing to compare.
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


def _same(exercise: Exercise, outcome: Outcome, values: tuple[Any, ...], outputs: int) -> bool:
    if outcome.trouble:  # where math stops with an error, NumPy goes on with nan
        return is_broken(values)
    return all(
        exercise.accepts(value, other) or (is_broken((value,)) and is_broken((other,)))
        for value, other in zip(outcome.values[:outputs], values[:outputs], strict=True)
    )


def _is_broken(outcome: Outcome) -> bool:
    return outcome.trouble is not None or is_broken(outcome.values)


def _mistaken(
    exercise: Exercise, mistake: Mistake, judged: Outcomes, wrong: tuple[int, Probe] | None
) -> Verdict:
    return Verdict(
        exercise.name,
        "mistake",
        mistake.name,
        mistake.title,
        mistake.happened,
        mistake.try_this,
        _evidence(exercise, judged, wrong) if wrong else "",
    )


def _evidence(exercise: Exercise, judged: Outcomes, wrong: tuple[int, Probe]) -> str:
    index, probe = wrong
    return evidence(exercise, probe, index, judged[probe].values[index])


def _first_wrong_link(exercise: Exercise, outcomes: Outcomes, wrong: tuple[int, Probe]) -> Verdict:
    """Name the first wrong number along the chain when nothing explains all of them."""
    index, probe = wrong
    name = exercise.output_names[index]
    seen = _evidence(exercise, outcomes, wrong)
    mistake = _named(exercise, outcomes, index + 1)
    if mistake:
        first = _mistaken(exercise, mistake, outcomes, wrong)
        more = " Something after it is off too: mend this first, then check again."
        return replace(first, evidence=seen + more)
    value = outcomes[probe].values[index]
    law = broken_property(exercise.outputs[index], value, exercise.table(probe))
    before = ", ".join(exercise.output_names[:index])
    return Verdict(
        exercise.name,
        "unknown",
        f"first-wrong-{name}",
        f"{name} is the first number that is off",
        f"But {law}." if law else f"{before} is right so far." if before else "",
        exercise.hints[0] if not before else f"Look at the line that works out {name}.",
        seen,
    )
