"""Code that runs too long is stopped, whatever it does to stay alive."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from time import sleep
from unittest.mock import Mock

import pytest

from lessons.checking import time_limit as module
from lessons.checking.time_limit import TooLong, time_limit

# ruff: noqa: E722, SIM105  # swallowing every exception is what these are about
HOURS = 10_000.0
ENDLESS = [True]


@pytest.fixture(autouse=True)
def ends_some_day() -> Iterator[None]:
    """Let what nothing has stopped come to an end after minutes, so that its test fails."""
    guard = threading.Timer(180, ENDLESS.clear)
    guard.start()
    yield
    guard.cancel()
    ENDLESS[:] = [True]


def waits() -> None:
    while ENDLESS:
        pass


def swallows() -> None:
    while ENDLESS:
        try:
            sum(range(100))
        except:
            pass


def swallows_in_its_sleep() -> None:
    while ENDLESS:
        try:
            sleep(0.02)
        except:
            pass


def suppresses() -> None:
    while ENDLESS:
        with suppress(BaseException):
            sleep(0.001)


def keeps_every_exception() -> None:
    caught = []
    while ENDLESS:
        try:
            sleep(0.02)
        except BaseException as error:
            caught.append(error)


def swallows_twice() -> None:
    while ENDLESS:
        try:
            swallows()
        except:
            pass


def sleeps_long() -> None:
    while ENDLESS:
        try:
            sleep(60)
        except:
            pass


def never_ends_its_cleaning() -> None:
    try:
        waits()
    finally:
        waits()


class NeverGoes:
    def __del__(self) -> None:
        waits()


def dies_slowly() -> None:
    while ENDLESS:
        NeverGoes()


EVERYWHERE = [waits, swallows, swallows_in_its_sleep, suppresses, keeps_every_exception]
EVERYWHERE += [dies_slowly]
BY_ALARM = [*EVERYWHERE, swallows_twice, sleeps_long, never_ends_its_cleaning]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A clock that goes on by a second whenever somebody looks at it."""
    clock = count()
    monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    return clock


def must_be_stopped(function: Callable[[], None], seconds: float) -> None:
    with pytest.raises(TooLong), time_limit(seconds):
        function()


@pytest.mark.parametrize("function", BY_ALARM, ids=lambda function: function.__name__)
def test_the_alarm_stops(function: Callable[[], None]) -> None:
    """In a notebook's main thread nothing keeps code alive past its time."""
    must_be_stopped(function, 0.1)


def test_the_alarm_is_set_for_the_time_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code has all of its time, and one ring of the alarm is enough to stop it."""
    setting = Mock(wraps=signal.setitimer)
    monkeypatch.setattr(signal, "setitimer", setting)
    must_be_stopped(lambda: signal.raise_signal(signal.SIGALRM), HOURS)
    assert setting.call_args_list[0].args[:2] == (signal.ITIMER_REAL, HOURS)


@pytest.mark.parametrize("function", EVERYWHERE, ids=lambda function: function.__name__)
def test_the_trace_stops(function: Callable[[], None], looks: Iterator[int]) -> None:
    """Where there is no alarm, as in a second thread, a trace stops the code too."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(must_be_stopped, function, 10).result()
    assert next(looks) > 11


def test_the_trace_stops_at_the_first_line_past_its_time(looks: Iterator[int]) -> None:
    """With a look at each line it lets ten seconds pass, and not two more."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(must_be_stopped, waits, 10).result()
    assert next(looks) == 12


def test_quick_code_never_hears_of_it() -> None:
    """Code that is done in time runs on, and whatever rings later is not for it."""
    rung: list[int] = []
    theirs = signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
    try:
        with time_limit(HOURS):
            total = sum(range(1000))
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
        signal.raise_signal(signal.SIGALRM)
    finally:
        signal.signal(signal.SIGALRM, theirs)
    assert (total, rung) == (499500, [signal.SIGALRM])


@pytest.mark.parametrize("function", [lambda: None, swallows_in_its_sleep])
def test_everything_is_put_back(function: Callable[[], None]) -> None:
    """Afterwards the alarm and the trace belong to whom they belonged before."""
    bell, tracer, ignored = signal.getsignal(signal.SIGALRM), sys.gettrace(), sys.unraisablehook
    with suppress(TooLong), time_limit(0.05):
        function()
    assert (signal.getsignal(signal.SIGALRM), sys.gettrace()) == (bell, tracer)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert sys.unraisablehook == ignored


def test_an_error_passes_through() -> None:
    """An error inside the block comes out as it is."""
    with pytest.raises(ZeroDivisionError), time_limit(HOURS):
        raise ZeroDivisionError
