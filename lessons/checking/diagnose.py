"""From outcomes to a verdict: right, a named mistake, a trouble, or the first wrong link."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property

from lessons.answers.outcome import Outcome, Outcomes, Trouble, Value
from lessons.checking.candidates import is_broken
from lessons.checking.invariants import broken_invariant
from lessons.checking.match import matching_edit, matching_mistake
from lessons.checking.patterns import always_the_same, known_pattern, nearly, slip_of
from lessons.checking.remarks import remarkable_form
from lessons.checking.verdict import Verdict, evidence, in_trouble, inputs_in_words
from lessons.exercises.exercise import Exercise, Probe, short_name
from lessons.mistakes import Mistake
from lessons.mistakes.by_hand import by_hand

UNKNOWN = "It is none of the mistakes that many people make."
MORE = " Something after it is off too: fix this first, then check again."


def diagnose(exercise: Exercise, outcomes: Outcomes) -> Verdict:
    """Return the verdict on what a function, or the learner by hand, answered to each probe.

    >>> from lessons.exercises import EXERCISES
    >>> exercise = EXERCISES["first_z"]
    >>> diagnose(exercise, {exercise.probes[0]: Outcome((1.0,))}).name
    'bias-left-out'
    """
    case = _Case(exercise, outcomes)
    for probe, trouble in case.troubles.items():
        if trouble.kind != "error":
            some = len(case.troubles) < len(case.judged)
            return in_trouble(exercise, trouble, case.happened(probe) if some else "")
    if not case.troubles and case.first_wrong is None:
        return _right(case)
    return _slip(case) or _explained(case) or _unexplained(case)


class _Case:
    """What was answered to an exercise, and where it goes wrong first."""

    def __init__(self, exercise: Exercise, outcomes: Outcomes) -> None:
        self.exercise = exercise
        self.outcomes = outcomes
        self.judged = {probe: outcomes[probe] for probe in exercise.probes}
        self.troubles = {p: o.trouble for p, o in self.judged.items() if o.trouble}

    @cached_property
    def first_wrong(self) -> tuple[str, Probe] | None:
        return self.wrong_in(self.exercise.chain)

    def wrong_in(self, chain: Sequence[str]) -> tuple[str, Probe] | None:
        """Return the first wrong output along a chain, and a probe that shows it."""
        for output in chain:
            index = self.exercise.outputs.index(output)
            for probe, outcome in self.judged.items():
                if not outcome.trouble:
                    right = self.exercise.expected(probe)[index]
                    if not self.exercise.accepts(outcome.values[index], right):
                        return output, probe
        return None

    def value(self, output: str, probe: Probe) -> Value:
        return self.judged[probe].values[self.exercise.outputs.index(output)]

    def evidence(self) -> str:
        """Return the first wrong number, with what the function was called with."""
        if self.first_wrong is None:
            return ""
        output, probe = self.first_wrong
        seen = evidence(self.exercise, probe, output, self.value(output, probe))
        told = output == "losses" and self.parameters_are_right
        return f"{seen} Your parameters are right." if told else seen

    @property
    def parameters_are_right(self) -> bool:
        """Tell whether a loop ends where it should, for everything that it was called with."""
        return not self.troubles and not self.wrong_in(self.exercise.chain[1:])

    def happened(self, probe: Probe) -> str:
        return f"This happened for {inputs_in_words(self.exercise, probe)}."

    def verdict(self, mistake: Mistake, more: str = "") -> Verdict:
        """Return the verdict that names a mistake."""
        mistake = by_hand(mistake) if self.exercise.kind == "number" else mistake
        words = mistake.title, mistake.happened, mistake.try_this
        return self.mistaken((mistake.name, *words), more)

    def mistaken(self, words: tuple[str, str, str, str], more: str = "") -> Verdict:
        return Verdict(self.exercise.name, "mistake", *words, self.evidence() + more)


def _right(case: _Case) -> Verdict:
    """Return a right verdict, with a remark if there is something to say about its form."""
    form = remarkable_form(case.exercise, case.outcomes)
    if form:
        return replace(case.verdict(form), status="right")
    return Verdict(case.exercise.name, "right")


def _slip(case: _Case) -> Verdict | None:
    slip = slip_of(case.exercise, case.judged)
    if slip is None:
        return None
    return Verdict(case.exercise.name, "mistake", "slip", slip.title, "", slip.try_this)


def _explained(case: _Case) -> Verdict | None:
    """Return the verdict that explains every number: a known mistake, a habit, or one edit."""
    exercise, outcomes = case.exercise, case.outcomes
    constant = always_the_same(exercise, case.judged, case.first_wrong)
    mistake = matching_mistake(exercise, outcomes, exercise.outputs, seen=bool(constant))
    if mistake:
        return case.verdict(mistake)
    words = constant or (None if case.troubles else known_pattern(exercise, case.judged))
    if words:
        return case.mistaken(words)
    if case.first_wrong:
        mistake = matching_edit(exercise, outcomes, exercise.outputs, case.first_wrong[0])
        if mistake:
            return case.verdict(mistake)
    words = None if case.troubles else nearly(exercise, case.judged)
    return case.mistaken(words) if words else None


def _unexplained(case: _Case) -> Verdict:
    """Return what Python said, or the first wrong number along the chain and all that led to it."""
    for probe, trouble in case.troubles.items():
        return in_trouble(case.exercise, trouble, case.happened(probe))
    assert case.first_wrong
    output, probe = case.first_wrong
    place = case.exercise.chain.index(output)
    before, after = case.exercise.chain[:place], case.exercise.chain[place + 1 :]
    mistake = (
        matching_mistake(case.exercise, case.outcomes, (*before, output))
        or (_in_the_first_loss(case) if output == "losses" else None)
        or matching_edit(case.exercise, case.outcomes, (*before, output), output)
    )
    if mistake:
        return case.verdict(mistake, MORE if case.wrong_in(after) else "")
    return _first_wrong_link(case, output, probe, before)


def _first_wrong_link(case: _Case, output: str, probe: Probe, before: tuple[str, ...]) -> Verdict:
    """Return the verdict on a wrong number that nothing explains."""
    exercise, name, value = case.exercise, short_name(output), case.value(output, probe)
    if is_broken((value,)):
        return in_trouble(exercise, Trouble("not-finite"), case.evidence())
    law = broken_invariant(output, value, exercise.table(probe))
    so_far = f"Up to {short_name(before[-1])} all is right." if before else UNKNOWN
    if exercise.kind == "number" and not before:
        title, step = "Not yet", "Work it out once more, one part at a time."
    else:
        alone = len(exercise.outputs) == 1
        title = f"{name} is {'not right yet' if alone else 'the first number that is off'}"
        step = f"Work {name} out by hand for these numbers, one part at a time."
    if output == "losses":
        title = "The losses are not right yet"
        step = "Count them, and work the first one out by hand for these numbers."
    happened = f"One thing is sure: {law}." if law else so_far
    return Verdict(
        exercise.name, "unknown", f"first-wrong-{name}", title, happened, step, case.evidence()
    )


def _in_the_first_loss(case: _Case) -> Mistake | None:
    """Return the mistake that a loop makes before anything has moved."""
    start = _at_the_start(case.exercise)
    losses = {probe: case.value("losses", probe) for probe in case.exercise.probes}
    first = {
        p: Outcome((each[0],)) for p, each in losses.items() if isinstance(each, list) and each
    }
    if len(first) < len(losses) or _Case(start, first).first_wrong is None:
        return None
    mistake = matching_mistake(start, first, start.outputs)
    if mistake and case.parameters_are_right and not any("loss" in it for it in mistake.variants):
        return None  # whoever learns rightly has worked z and a out rightly
    return mistake


@cache
def _at_the_start(exercise: Exercise) -> Exercise:
    """Return the same exercise, as if it asked for the first loss alone."""
    return replace(exercise, outputs=("loss",))
