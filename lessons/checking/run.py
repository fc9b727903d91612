"""Call a learner's function on every probe of an exercise, within a time limit.

It is two seconds; where a computer is slow or busy, the environment variable LESSONS_SECONDS
names another.
"""

import io
import os
import re
import warnings
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from lessons.answers.call import call
from lessons.answers.convert import Outcome, Trouble
from lessons.checking.time_limit import TooLong, time_limit
from lessons.exercises import Exercise, Probe

Outcomes = dict[Probe, Outcome]


def run(exercise: Exercise, function: Callable[..., Any]) -> Outcomes:
    """Return what the function answers to every probe, clue and extreme of the exercise.

    The time limit holds for all of them together; prints and warnings are kept quiet.
    """
    answers: list[Outcome] = []
    seconds = time_allowed(os.environ.get("LESSONS_SECONDS", ""))
    printed = io.StringIO()
    with warnings.catch_warnings(), redirect_stdout(printed), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            with time_limit(seconds):
                for probe in calls(exercise):
                    stops = (TooLong, KeyboardInterrupt)
                    answers.append(call(function, probe, exercise.output_names, printed, stops))
        except TooLong:
            return outcomes_of(exercise, answers, Trouble("too-long", f"{seconds:g}"))
    return outcomes_of(exercise, answers)


def time_allowed(wish: str) -> float:
    """Return how many seconds a function has; two, unless the wish is a number above 0.

    >>> [time_allowed(wish) for wish in ("600", "0.5", "0", "-1", "soon", "")]
    [600.0, 0.5, 2.0, 2.0, 2.0, 2.0]
    """
    return float(wish) or 2.0 if re.fullmatch(r"[0-9]{1,6}([.][0-9]+)?", wish) else 2.0


def calls(exercise: Exercise) -> tuple[Probe, ...]:
    """Return what to call the function with: every probe, and the first one once more."""
    return (*exercise.all_probes, *exercise.all_probes[:1])


def outcomes_of(
    exercise: Exercise, answers: Iterable[Outcome], stopped: Trouble | None = None
) -> Outcomes:
    """Return the outcome of each probe; `stopped` is why the last answers never came.

    A function that answers the same call differently answers nothing.
    """
    came = list(answers)
    probes = exercise.all_probes
    missing = Outcome(trouble=stopped)
    outcomes = dict(zip(probes, came + [missing] * len(probes), strict=False))
    if not stopped and not came[-1].trouble and repr(came[-1]) != repr(came[0]):  # nan is not nan
        return dict.fromkeys(probes, Outcome(trouble=Trouble("random")))
    return outcomes
