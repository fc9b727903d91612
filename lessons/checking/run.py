"""Call a learner's function on many inputs, within one time limit.

It is two seconds; where a computer is slow or busy, the environment variable LESSONS_SECONDS
names another.
"""

import io
import os
import re
import warnings
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from lessons.answers.call import call
from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.time_limit import TooLong, time_limit


def run(
    function: Callable[..., Any], probes: Sequence[Sequence[float]], outputs: Sequence[str]
) -> list[Outcome]:
    """Return what the function answers to each probe; the last ones never came if it took too long.

    Prints and warnings are kept quiet.
    """
    came: list[Outcome] = []
    seconds = time_allowed(os.environ.get("LESSONS_SECONDS", ""))
    printed = io.StringIO()
    with warnings.catch_warnings(), redirect_stdout(printed), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            with time_limit(seconds):
                for probe in probes:
                    stops = (TooLong, KeyboardInterrupt)
                    came.append(call(function, probe, outputs, printed, stops))
        except TooLong:
            never = Outcome(trouble=Trouble("too-long", f"{seconds:g}"))
            came += [never] * (len(probes) - len(came))
    return came


def time_allowed(wish: str) -> float:
    """Return how many seconds a function has; two, unless the wish is a number above 0.

    >>> [time_allowed(wish) for wish in ("600", "0.5", "0", "-1", "soon", "")]
    [600.0, 0.5, 2.0, 2.0, 2.0, 2.0]
    """
    return float(wish) or 2.0 if re.fullmatch(r"[0-9]{1,6}([.][0-9]+)?", wish) else 2.0
