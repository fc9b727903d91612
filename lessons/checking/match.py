"""Which mistake gives exactly the learner's numbers? The catalogue first, then any single edit."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from lessons.answers.outcome import Outcome, Outcomes
from lessons.checking.candidates import Candidate, catalogue, edits_in, is_broken
from lessons.exercises.exercise import Exercise, Probe
from lessons.mistakes import Mistake
from lessons.mistakes.line import LINES, names_in, needed


def matching_mistake(
    exercise: Exercise, outcomes: Outcomes, outputs: Sequence[str], seen: bool = False
) -> Mistake | None:
    """Return the mistake of the catalogue that answers every probe as the learner does.

    Of several the first, or the first that fits the clues, too: they only break ties. But where no
    number tells one mistake from another, because Python failed or went on with nan, they decide.
    `seen` asks for a mistake in a line whose value is an output.
    """
    clues = [probe for probe in exercise.clues if probe in outcomes]
    if all(outcomes[probe].trouble for probe in (*exercise.probes, *clues)):
        return None
    fitting = [
        candidate
        for candidate in catalogue(exercise)
        if not candidate.mistake.at_extremes
        and not (seen and candidate.is_unseen)
        and candidate.fits(outcomes, exercise.probes, _to_compare(exercise, candidate, outputs))
        and candidate.is_true(outcomes)
    ]
    closer = [candidate for candidate in fitting if candidate.fits(outcomes, clues, outputs)]
    if not _holds_a_wrong_number(exercise, outcomes, outputs):
        return closer[0].mistake if len({each.mistake for each in closer}) == 1 else None
    return (closer or fitting)[0].mistake if fitting else None


def matching_edit(
    exercise: Exercise, outcomes: Outcomes, outputs: Sequence[str], wrong: str
) -> Mistake | None:
    """Return what is said about the one edit that gives the learner's numbers, if just one does.

    `wrong` is the first wrong output: the edit is in its line, or in one before that isn't seen.
    """
    if not _holds_a_wrong_number(exercise, outcomes, outputs):
        return None
    fitting = [
        candidate
        for line in _lines_to_suspect(exercise, outcomes, wrong)
        for candidate in edits_in(exercise, line)
        if candidate.fits(outcomes, exercise.probes, _to_compare(exercise, candidate, outputs))
        and candidate.is_true(outcomes)
        and (exercise.kind == "function" or _is_as_typed(exercise, outcomes, candidate))
    ]
    if not fitting or not all(_are_twins(exercise, fitting[0], each, outputs) for each in fitting):
        return None
    return fitting[0].mistake


def _holds_a_wrong_number(exercise: Exercise, outcomes: Outcomes, outputs: Sequence[str]) -> bool:
    """Tell whether there is a wrong number at all: nan and inf alone prove too little."""
    return any(
        not is_broken((value,)) and not exercise.accepts(value, right)
        for probe in exercise.probes
        for value, right, output in zip(
            outcomes[probe].values, exercise.expected(probe), exercise.outputs, strict=False
        )
        if output in outputs
    )


def _is_as_typed(exercise: Exercise, outcomes: Outcomes, candidate: Candidate) -> bool:
    """Tell whether the numbers by hand are the candidate's digit by digit: one proves little.

    And 0 proves nothing at all.
    """
    (probe,) = exercise.probes
    pairs = zip(outcomes[probe].values, candidate.answer(probe), strict=True)
    return all(abs(other) > 1e-3 and _is_rounded(value, other) for value, other in pairs)


def _is_rounded(value: Any, other: float) -> bool:
    """Tell whether a number is another one, or that one rounded to three digits or more.

    >>> _is_rounded(1.25, 1.25), _is_rounded(0.355, 0.35486), _is_rounded(0.35, 0.35486)
    (True, True, False)
    """
    digits = len(repr(value).partition(".")[2])
    return bool(abs(value - other) <= max(1e-6, 0.6 * 10**-digits if digits > 2 else 0))


def _to_compare(
    exercise: Exercise, candidate: Candidate, outputs: Sequence[str]
) -> tuple[str, ...]:
    """Return these outputs, and all in which a line shows that the candidate changes unseen.

    What nobody can see is told only if it explains everything that it leads to. The words of a
    known mistake may be about other such numbers, too.
    """
    unseen = frozenset(candidate.lines).difference(exercise.outputs)
    if unseen and candidate.mistake.claims:
        unseen = frozenset(LINES).difference(exercise.outputs) | {"loop"}
    return tuple(
        output
        for output in exercise.outputs
        if output in outputs or _unseen_before(exercise, output) & unseen
    )


def _lines_to_suspect(exercise: Exercise, outcomes: Outcomes, wrong: str) -> list[str]:
    """Return the wrong output's own line, then those before it that the answer doesn't show."""
    if wrong not in LINES:
        to_the_loss = _first_losses_are_right(exercise, outcomes)
        return [line for line in LINES if to_the_loss != (line in needed("loss"))]
    unlikely = set() if "z" in exercise.inputs else {"da", "da_dz"}  # nobody takes the long way
    unseen = _unseen_before(exercise, wrong) - unlikely
    return [wrong, *(line for line in LINES if line in unseen)]


def _first_losses_are_right(exercise: Exercise, outcomes: Outcomes) -> bool | None:
    """Tell whether a loop goes wrong only after its first loss; None where there is no loss."""
    if "losses" not in exercise.outputs:
        return None
    place = exercise.outputs.index("losses")
    pairs: list[tuple[Any, Any]] = [
        (outcomes[probe].values[place], exercise.expected(probe)[place])
        for probe in exercise.probes
        if not outcomes[probe].trouble
    ]
    return all(bool(mine) and exercise.accepts(mine[0], right[0]) for mine, right in pairs)


@cache
def _unseen_before(exercise: Exercise, output: str) -> frozenset[str]:
    """Return the lines that lead to an output and are neither given nor answered themselves."""
    if output not in LINES:  # the end of a loop, or its losses
        return frozenset(LINES) - {"loss" if output != "losses" else ""} | {"loop"}
    names = {name for text in LINES[output] for name in names_in(text) if name in LINES}
    unseen = names.difference(exercise.inputs, exercise.outputs)
    return frozenset(unseen).union(*(_unseen_before(exercise, name) for name in unseen))


def _are_twins(
    exercise: Exercise, one: Candidate, other: Candidate, outputs: Sequence[str]
) -> bool:
    """Tell whether two candidates answer the same also where nobody has asked."""
    if one is other:
        return True
    elsewhere = [_elsewhere(exercise, probe) for probe in exercise.probes]
    outcomes = {probe: Outcome(one.answer(probe)) for probe in elsewhere}
    return other.fits(outcomes, elsewhere, outputs)


def _elsewhere(exercise: Exercise, probe: Probe) -> Probe:
    """Return a probe near by: every number moved but the label and the number of steps."""
    return tuple(
        value if name in ("y", "steps") else value * (0.83 + 0.01 * place)
        for place, (name, value) in enumerate(zip(exercise.inputs, probe, strict=True))
    )
