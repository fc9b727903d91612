"""From outcomes to a verdict: right, a named mistake, a trouble, or the first wrong link."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lessons.answers.outcome import Outcome, Outcomes, Trouble, Value
from lessons.checking.invariants import broken_invariant
from lessons.checking.match import is_broken, matching_mistake
from lessons.checking.patterns import known_pattern, slip_of
from lessons.checking.remarks import remarkable_form
from lessons.checking.verdict import Verdict, evidence, in_trouble, inputs_in_words
from lessons.exercises.exercise import Exercise, Probe, short_name
from lessons.mistakes import Mistake

UNKNOWN = "It is none of the mistakes that many people make."
MORE = " Something after it is off too: fix this first, then check again."


def diagnose(exercise: Exercise, outcomes: Outcomes) -> Verdict:
    """Return the verdict on what a function, or the learner by hand, answered to each probe.

    >>> from lessons.exercises import EXERCISES
    >>> exercise = EXERCISES["first_z"]
    >>> diagnose(exercise, {exercise.probes[0]: Outcome((1.0,))}).name
    'bias-left-out'
    """
    judged = {probe: outcomes[probe] for probe in exercise.probes}
    troubles = {probe: outcome.trouble for probe, outcome in judged.items() if outcome.trouble}
    for probe, trouble in troubles.items():
        if trouble.kind != "error":
            some = len(troubles) < len(judged)
            return in_trouble(exercise, trouble, _happened(exercise, probe) if some else "")
    wrong = _first_wrong(exercise, judged, exercise.chain)
    if not troubles and wrong is None:
        return _right(exercise, outcomes)
    slip = slip_of(exercise, judged)
    if slip:
        return Verdict(exercise.name, "mistake", "slip", slip.title, "", slip.try_this)
    mistake = matching_mistake(exercise, outcomes, exercise.outputs)
    if mistake:
        return _mistaken(exercise, mistake, judged, wrong)
    if troubles:
        probe, trouble = next(iter(troubles.items()))
        return in_trouble(exercise, trouble, _happened(exercise, probe))
    assert wrong is not None
    words = known_pattern(exercise, judged)
    if words:
        return Verdict(exercise.name, "mistake", *words, _evidence(exercise, judged, wrong))
    return _first_wrong_link(exercise, outcomes, wrong)


def _happened(exercise: Exercise, probe: Probe) -> str:
    return f"This happened for {inputs_in_words(exercise, probe)}."


def _first_wrong(
    exercise: Exercise, judged: Outcomes, chain: Sequence[str]
) -> tuple[str, Probe] | None:
    """Return the first wrong output along the chain, and a probe that shows it."""
    for output in chain:
        index = exercise.outputs.index(output)
        for probe, outcome in judged.items():
            if not outcome.trouble:
                right = exercise.expected(probe)[index]
                if not exercise.accepts(outcome.values[index], right):
                    return output, probe
    return None


def _right(exercise: Exercise, outcomes: Outcomes) -> Verdict:
    """Return a right verdict, with a remark if there is something to say about its form."""
    form = remarkable_form(exercise, outcomes)
    if form:
        return replace(_mistaken(exercise, form, outcomes, None), status="right")
    return Verdict(exercise.name, "right")


def _mistaken(
    exercise: Exercise, mistake: Mistake, judged: Outcomes, wrong: tuple[str, Probe] | None
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


def _evidence(exercise: Exercise, judged: Outcomes, wrong: tuple[str, Probe]) -> str:
    output, probe = wrong
    return evidence(exercise, probe, output, _value(exercise, judged, wrong))


def _value(exercise: Exercise, judged: Outcomes, wrong: tuple[str, Probe]) -> Value:
    output, probe = wrong
    return judged[probe].values[exercise.outputs.index(output)]


def _first_wrong_link(exercise: Exercise, outcomes: Outcomes, wrong: tuple[str, Probe]) -> Verdict:
    """Name the first wrong number along the chain when nothing explains all of them."""
    output, probe = wrong
    name, value = short_name(output), _value(exercise, outcomes, wrong)
    seen = _evidence(exercise, outcomes, wrong)
    place = exercise.chain.index(output)
    before, after = exercise.chain[:place], exercise.chain[place + 1 :]
    mistake = matching_mistake(exercise, outcomes, (*before, output))
    if output == "losses" and not mistake:
        mistake = _in_the_first_loss(exercise, outcomes)
    if mistake:
        judged = {probe: outcomes[probe] for probe in exercise.probes}
        more = MORE if _first_wrong(exercise, judged, after) else ""
        return replace(_mistaken(exercise, mistake, judged, wrong), evidence=seen + more)
    if is_broken((value,)):
        return in_trouble(exercise, Trouble("not-finite"), seen)
    law = broken_invariant(output, value, exercise.table(probe))
    so_far = f"Up to {short_name(before[-1])} all is right." if before else UNKNOWN
    if exercise.kind == "number" and not before:
        title, step = "Not yet", "Work it out once more, one part at a time."
    else:
        title = f"{name} is the first number that is off"
        step = f"Work {name} out by hand for these numbers, one part at a time."
    happened = f"But {law}." if law else so_far
    return Verdict(exercise.name, "unknown", f"first-wrong-{name}", title, happened, step, seen)


def _in_the_first_loss(exercise: Exercise, outcomes: Outcomes) -> Mistake | None:
    """Return the mistake that a loop makes before anything has moved."""
    place, start = exercise.outputs.index("losses"), _at_the_start(exercise)
    losses = {probe: outcomes[probe].values[place] for probe in exercise.probes}
    first = {
        p: Outcome((each[0],)) for p, each in losses.items() if isinstance(each, list) and each
    }
    if len(first) < len(losses) or _first_wrong(start, first, start.outputs) is None:
        return None
    return matching_mistake(start, first, start.outputs)


@cache
def _at_the_start(exercise: Exercise) -> Exercise:
    """Return the same exercise, as if it asked for the first loss alone."""
    return replace(exercise, outputs=("loss",))
