"""Call a learner's function on probes, and survive whatever it does."""

import dis
import io
import traceback
import warnings
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from linecache import getline
from typing import Any

from lessons.exercises import Exercise, Probe
from lessons.limits import TooLong, time_limit
from lessons.outcomes import Outcome, Trouble, outcome_of

SECONDS = 2.0
Outcomes = dict[Probe, Outcome]


def run(exercise: Exercise, function: Callable[..., Any]) -> Outcomes:
    """Return what the function answers to every probe, clue and extreme of the exercise.

    The time limit holds for all of them together; prints and warnings are kept quiet.
    """
    outcomes: Outcomes = {}
    probes = exercise.all_probes
    printed = io.StringIO()
    with warnings.catch_warnings(), redirect_stdout(printed), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            with time_limit(SECONDS):
                for probe in probes:
                    outcomes[probe] = call(function, probe, exercise.outputs, printed)
                again = call(function, probes[0], exercise.outputs, printed)
        except TooLong:
            too_long = Outcome(trouble=Trouble("too-long", f"{SECONDS:g}"))
            return {probe: outcomes.get(probe, too_long) for probe in probes}
    if repr(again) != repr(outcomes[probes[0]]) and not again.trouble:  # nan is no different nan
        return dict.fromkeys(probes, Outcome(trouble=Trouble("random")))
    return outcomes


def call(
    function: Callable[..., Any], probe: Probe, outputs: Sequence[str], printed: io.StringIO
) -> Outcome:
    """Return what one call answers."""
    arguments = deepcopy(probe)
    try:
        answer = function(*arguments)
    except (TooLong, KeyboardInterrupt):
        raise
    except BaseException as error:
        return Outcome(trouble=_error(error, function))
    if answer is None or answer is ...:
        return Outcome(trouble=_nothing(function, printed))
    if arguments != probe:
        return Outcome(trouble=Trouble("mutated"))
    return outcome_of(answer, outputs)


def _error(error: BaseException, function: Callable[..., Any]) -> Trouble:
    """Return what Python said, and the learner's own lines of the traceback, none of ours."""
    own = getattr(getattr(function, "__code__", None), "co_filename", "")
    steps = traceback.walk_tb(error.__traceback__)
    numbers = [number for frame, number in steps if frame.f_code.co_filename == own]
    shown = dict.fromkeys(
        f"line {n}: {getline(own, n).strip()}" for n in numbers if getline(own, n)
    )
    said = "".join(traceback.format_exception_only(type(error), error)).splitlines()[-1]
    return Trouble("error", said[:200], "\n".join(list(shown)[-3:]))


def _nothing(function: Callable[..., Any], printed: io.StringIO) -> Trouble:
    if printed.getvalue().strip():
        return Trouble("printed", printed.getvalue().strip().splitlines()[0][:60])
    return Trouble("blank" if is_blank(function) else "nothing")


def is_blank(function: Callable[..., Any]) -> bool:
    """Tell whether a function's body is still `...`, `pass` or a docstring.

    >>> def started(z):
    ...     a = 1 + z
    >>> def not_started(z):
    ...     ...
    >>> is_blank(started), is_blank(not_started)
    (False, True)
    """
    quiet = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE", "POP_TOP", "CACHE"}
    code = getattr(function, "__code__", None)
    return code is not None and {step.opname for step in dis.get_instructions(code)} <= quiet
