"""Is it the function that is wrong, or another one of the learner's that it calls?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lessons.answers.outcome import Outcomes, Trouble
from lessons.checking.answers import Answers, calls, outcomes_of
from lessons.checking.diagnose import diagnose
from lessons.checking.verdict import Verdict, in_trouble
from lessons.exercises import EXERCISES, Exercise
from lessons.exercises.order import FUNCTIONS
from lessons.mistakes import MISTAKES

UNKNOWN = re.compile("^NameError: name '([^']+)' is not defined")


def blame_once(
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


def helpers_missing(
    verdict: Verdict, helpers: Sequence[str], outcomes: Outcomes
) -> tuple[str, ...]:
    """Return the helpers without which a function comes to grief, through no fault of its own."""
    if verdict.name == "helper":
        return (*helpers,)
    said = (outcome.trouble.detail for outcome in outcomes.values() if outcome.trouble)
    names = (name for detail in said for name in UNKNOWN.findall(detail))
    return tuple(dict.fromkeys(name for name in names if name in FUNCTIONS))
