"""Wherever in a learner's code its time runs out, it is stopped there or soon after."""

import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count

import pytest

from lessons.checking import time_limit as module
from lessons.checking.time_limit import TooLong, time_limit

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


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A clock that goes on by a second with each look."""
    clock = count()
    monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    return clock


def in_a_thread(function: Callable[[], None], seconds: int) -> None:
    """Have a trace, not the alarm, stop the function."""

    def stopped() -> None:
        with pytest.raises(TooLong), time_limit(seconds):
            function()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(stopped).result()


@pytest.mark.parametrize("function", CODE, ids=lambda function: function.__name__)
@pytest.mark.parametrize("seconds", range(1, 13))
def test_time_may_run_out_on_any_line(
    function: Callable[[], None], seconds: int, looks: Iterator[int]
) -> None:
    """The trace stops code on whichever line it is late, though it swallows every exception."""
    in_a_thread(function, seconds)
    assert seconds < next(looks) < seconds + 30


class Fails:
    def __del__(self) -> None:
        raise ValueError


class NeverGoes:
    def __del__(self) -> None:
        for _ in range(1000):
            len("")


def dies_slowly() -> None:
    Fails()
    for _ in range(1000):
        NeverGoes()


def test_only_its_own_exceptions_are_kept_quiet(
    monkeypatch: pytest.MonkeyPatch, looks: Iterator[int]
) -> None:
    """What is lost in a `__del__` is told as ever; that the time ran out there is not."""
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: told.append(lost.exc_type))
    in_a_thread(dies_slowly, 100)
    assert told == [ValueError]


def no_tracer(*_: object) -> None: ...


@pytest.mark.parametrize("function", [swallows, lambda: None], ids=["stopped", "in time"])
def test_what_was_there_before_is_back(
    function: Callable[[], None], monkeypatch: pytest.MonkeyPatch, looks: Iterator[int]
) -> None:
    """A debugger's trace, and whoever hears of lost exceptions, are in their places afterwards."""

    def hook(lost: object) -> None: ...

    def traced() -> object:
        sys.settrace(no_tracer)
        with suppress(TooLong), time_limit(20):
            function()
        return sys.gettrace()

    monkeypatch.setattr(sys, "unraisablehook", hook)
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(traced).result() is no_tracer
    assert sys.unraisablehook is hook
