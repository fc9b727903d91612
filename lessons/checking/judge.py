"""Judge an answer, whatever kind it is: a function, numbers worked out by hand, or a choice.

One judge for the notebook and the grader. Where the answers are and how to ask for them is known to
`Answers` alone: in this notebook (local.py), or in a sandbox (the classroom's session.py).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lessons.answers.function_facts import Facts
from lessons.answers.number import describe
from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.answers import Answers, calls, outcomes_of
from lessons.checking.diagnose import diagnose
from lessons.checking.digits import completed, digits_wanted
from lessons.checking.helpers import blame_once, helpers_missing
from lessons.checking.verdict import Verdict, in_trouble
from lessons.exercises import Exercise, Probe
from lessons.exercises.order import FUNCTIONS


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
        if verdict.status == "trouble":  # a function whose name became a number fails when called
            facts = facts._replace(leaked=tuple(n for n in facts.leaked if n not in FUNCTIONS))
        verdict = precheck(exercise, facts) or blame_once(
            exercise, answers, facts.helpers, verdict, outcomes
        )
        missing = helpers_missing(verdict, facts.helpers, outcomes)
        if missing and not earned:
            probes = (*exercise.probes, *hidden)
            alone = answers.call(exercise, probes, missing)
            earned = share(exercise, dict(zip(probes, alone, strict=True)))
    return Judgement(verdict, earned)


def precheck(exercise: Exercise, facts: Facts) -> Verdict | None:
    """Return the verdict that comes before any diagnosis of wrong numbers, if there is one."""
    if facts.parameters is not None:
        return in_trouble(exercise, Trouble("parameters", facts.parameters))
    if facts.leaked:
        return in_trouble(exercise, Trouble("global", ", ".join(facts.leaked)))
    return None


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
