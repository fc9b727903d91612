"""Wherever in a learner's code its time runs out, it is stopped there or soon after."""

import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from lessons import limits
from lessons.limits import TooLong, time_limit

# ruff: noqa: E722  # swallowing every exception is what these are about


def swallows() -> None:
    for _ in range(1000):
        try:
            len("")
            len("")
        except:
            len("")


def swallows_deep_inside() -> None:
    for _ in range(1000):
        try:
            swallows()
        except:
            len("")


def swallows_what_others_do() -> None:
    def inner() -> None:
        len("")
        len("")

    for _ in range(1000):
        try:
            inner()
        except:
            len("")


def test_a_browser_has_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a browser the alarm never rings, so a trace looks at the clock instead."""
    bell = signal.getsignal(signal.SIGALRM)
    for platform, by_alarm in (("linux", True), ("emscripten", False)):
        monkeypatch.setattr(sys, "platform", platform)
        with time_limit(10_000):
            assert (signal.getsignal(signal.SIGALRM) != bell) == by_alarm
            assert (sys.gettrace() is None) == by_alarm


CODE = [swallows, swallows_deep_inside, swallows_what_others_do]


@pytest.mark.parametrize("function", CODE, ids=lambda function: function.__name__)
@pytest.mark.parametrize("seconds", range(1, 13))
def test_time_may_run_out_on_any_line(
    function: Callable[[], None], seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock that goes on with each look, the trace stops code on whichever line it is late."""
    looks = count()
    monkeypatch.setattr(limits, "monotonic", lambda: next(looks))

    def stopped() -> bool:
        with pytest.raises(TooLong), time_limit(seconds):
            function()
        return True

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(stopped).result()
    assert seconds < next(looks) < seconds + 30
