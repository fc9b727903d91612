"""Judge an answer, whatever kind it is: a function, numbers worked out by hand, or a choice.

One judge for the notebook and the grader. Where the answers are and how to ask for them is known to
`Answers` alone: in this notebook (local.py), or in a sandbox (the classroom's session.py).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

from lessons.answers.function_facts import Facts
from lessons.answers.number import describe
from lessons.answers.outcome import Outcome, Outcomes, Trouble
from lessons.checking.diagnose import diagnose
from lessons.checking.digits import completed, digits_wanted
from lessons.checking.verdict import Verdict, in_trouble
from lessons.exercises import EXERCISES, Exercise, Probe
from lessons.exercises.order import FUNCTIONS
from lessons.mistakes import MISTAKES

UNKNOWN = re.compile("^NameError: name '([^']+)' is not defined")


class Answers(Protocol):
    """What a learner has answered, wherever that is."""

    def choice(self, exercise: Exercise) -> str | Trouble:
        """Return the letter that was chosen."""

    def numbers(self, exercise: Exercise) -> Outcome:
        """Return the numbers that were worked out by hand."""

    def call(
        self, exercise: Exercise, probes: Sequence[Probe], without: Iterable[str] = ()
    ) -> Sequence[Outcome]:
        """Return what the function answers to each probe; helpers it is `without` answer nan."""

    def facts(self, exercise: Exercise) -> Facts:
        """Return what stands out in the function: see QUANTITIES and FUNCTIONS."""

    def repaired(self, exercise: Exercise, helpers: Iterable[str]) -> "Answers | None":
        """Return the same answers with these helpers put right; None where that can't be done."""


class Judgement(NamedTuple):
    """The verdict on an answer, and the share of the points that it earns, from 0 to 1."""

    verdict: Verdict
    share: float


def judge(exercise: Exercise, answers: Answers, hidden: Sequence[Probe] = ()) -> Judgement:
    """Return the judgement on what was answered to an exercise.

    A function must be right at the `hidden` probes, too, but only the published ones say in words
    what is wrong.
    """
    if exercise.kind == "choice":
        verdict = _on_choice(exercise, answers.choice(exercise))
        return Judgement(verdict, float(verdict.is_right))
    if exercise.kind == "number":
        return _on_numbers(exercise, answers.numbers(exercise))
    return _on_function(exercise, answers, hidden)


def _on_choice(exercise: Exercise, chosen: str | Trouble) -> Verdict:
    if isinstance(chosen, Trouble):
        return in_trouble(exercise, chosen)
    if chosen not in exercise.choices:
        return in_trouble(exercise, Trouble("not-a-choice", _in_words(chosen, exercise)))
    why = exercise.choices[chosen]
    if chosen == exercise.right_choice:
        return Verdict(exercise.name, "right", happened=why)
    return Verdict(exercise.name, "mistake", f"choice-{chosen}", "Not this one", why)


def _in_words(chosen: str, exercise: Exercise) -> str:
    if not chosen.removeprefix("-").isdecimal():
        return describe(chosen)
    return chosen if exercise.right_choice.isdecimal() else f"{chosen}, which is a number"


def _on_numbers(exercise: Exercise, given: Outcome) -> Judgement:
    """Return the judgement on numbers by hand: one that is cut too short is no mistake."""
    (probe,) = exercise.probes
    verdict = diagnose(exercise, {probe: completed(exercise, given)})
    short = digits_wanted(exercise, given) if verdict.is_right else None
    return Judgement(
        in_trouble(exercise, short) if short else verdict, share(exercise, {probe: given})
    )


def _on_function(exercise: Exercise, answers: Answers, hidden: Sequence[Probe]) -> Judgement:
    published = calls(exercise)
    came = answers.call(exercise, (*published, *hidden))
    outcomes = outcomes_of(exercise, came[: len(published)])
    unseen = dict(zip(hidden, came[len(published) :], strict=True))
    earned = share(exercise, {probe: outcomes[probe] for probe in exercise.probes} | unseen)
    verdict = diagnose(exercise, outcomes)
    if verdict.is_right and earned < 1:
        verdict = in_trouble(exercise, Trouble("by-heart"))
    elif not verdict.is_right and verdict.status != "blank":
        facts = answers.facts(exercise)
        verdict = precheck(exercise, facts) or _on_helpers(
            exercise, answers, facts.helpers, verdict, outcomes
        )
        missing = _helpers_missing(verdict, facts.helpers, outcomes)
        if missing and not earned:
            probes = (*exercise.probes, *hidden)
            alone = answers.call(exercise, probes, missing)
            earned = share(exercise, dict(zip(probes, alone, strict=True)))
    return Judgement(verdict, earned)


def _helpers_missing(
    verdict: Verdict, helpers: Sequence[str], outcomes: Outcomes
) -> tuple[str, ...]:
    """Return the helpers without which a function comes to grief, through no fault of its own."""
    if verdict.name == "helper":
        return (*helpers,)
    said = (outcome.trouble.detail for outcome in outcomes.values() if outcome.trouble)
    names = (name for detail in said for name in UNKNOWN.findall(detail))
    return tuple(dict.fromkeys(name for name in names if name in FUNCTIONS))


def precheck(exercise: Exercise, facts: Facts) -> Verdict | None:
    """Return the verdict that comes before any diagnosis of wrong numbers, if there is one."""
    if facts.parameters is not None:
        return in_trouble(exercise, Trouble("parameters", facts.parameters))
    if facts.leaked:
        return in_trouble(exercise, Trouble("global", ", ".join(facts.leaked)))
    return None


def _on_helpers(
    exercise: Exercise,
    answers: Answers,
    helpers: Sequence[str],
    verdict: Verdict,
    outcomes: Outcomes,
) -> Verdict:
    """Return the verdict, or a better one if a helper is wrong: no mistake is blamed twice."""
    for name in helpers:
        helper = _on_calls(EXERCISES[name], answers)
        if helper.is_right:
            continue
        repaired = answers.repaired(exercise, helpers)
        if repaired:
            own = _on_calls(exercise, repaired)
            if own.status in ("mistake", "unknown"):
                return own
            if own.status == "trouble":  # what it calls is perhaps no answer to that at all
                return verdict
        if repaired or _explains(helper.name, exercise, verdict, outcomes):
            return in_trouble(exercise, Trouble("helper", name))
    return verdict


def _on_calls(exercise: Exercise, answers: Answers) -> Verdict:
    return diagnose(exercise, outcomes_of(exercise, answers.call(exercise, calls(exercise))))


def _explains(mistake: str, exercise: Exercise, verdict: Verdict, outcomes: Outcomes) -> bool:
    """Tell whether this mistake, made in a helper, is all that is wrong with the numbers."""
    if verdict.status != "mistake" or mistake not in MISTAKES:
        return verdict.status != "mistake" or verdict.name == mistake
    return diagnose(_suspecting(exercise, mistake), outcomes).name == mistake


@cache
def _suspecting(exercise: Exercise, mistake: str) -> Exercise:
    return replace(exercise, likely=(mistake, *exercise.likely))


def calls(exercise: Exercise) -> tuple[Probe, ...]:
    """Return what to call the function with: every probe, and the first one once more."""
    return (*exercise.all_probes, *exercise.all_probes[:1])


def outcomes_of(exercise: Exercise, came: Sequence[Outcome]) -> Outcomes:
    """Return the outcome of each probe, from those of all `calls`.

    A function that answers the same call differently answers nothing.
    """
    first, again = came[0], came[-1]
    if not again.trouble and repr(again) != repr(first):  # as texts: nan is not nan
        return dict.fromkeys(exercise.all_probes, Outcome(trouble=Trouble("random")))
    return dict(zip(exercise.all_probes, came, strict=False))


def share(exercise: Exercise, outcomes: Mapping[Probe, Outcome]) -> float:
    """Return the share of the outputs that are right every time; none if any call failed."""
    if any(outcome.trouble for outcome in outcomes.values()):
        return 0.0
    names = exercise.output_names
    right = [
        all(
            exercise.accepts(outcome.values[place], expected(exercise, probe)[place])
            for probe, outcome in outcomes.items()
        )
        for place in range(len(names))
    ]
    return sum(right) / len(names)


@lru_cache(1000)
def expected(exercise: Exercise, probe: Probe) -> tuple[Any, ...]:
    """Return the right values; those at published inputs are worked out once for a whole class."""
    return exercise.expected(probe)
