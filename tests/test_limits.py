"""Code that runs too long is stopped, whatever it does to stay alive."""

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep

import pytest

from lessons.limits import TooLong, time_limit

# ruff: noqa: E722, SIM105  # swallowing every exception is what these are about


def waits() -> None:
    while True:
        pass


def swallows() -> None:
    while True:
        try:
            sum(range(100))
        except:
            pass


def swallows_in_its_sleep() -> None:
    while True:
        try:
            sleep(0.02)
        except:
            pass


def suppresses() -> None:
    while True:
        with suppress(BaseException):
            sleep(0.001)


def keeps_every_exception() -> None:
    caught = []
    while True:
        try:
            sleep(0.02)
        except BaseException as error:
            caught.append(error)


def swallows_twice() -> None:
    while True:
        try:
            swallows()
        except:
            pass


def sleeps_long() -> None:
    while True:
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
    while True:
        NeverGoes()


EVERYWHERE = [waits, swallows, swallows_in_its_sleep, suppresses, keeps_every_exception]
EVERYWHERE += [dies_slowly]
BY_ALARM = [*EVERYWHERE, swallows_twice, sleeps_long, never_ends_its_cleaning]


def stopped_after(function: Callable[[], None]) -> float:
    """Run the function with little time, and return how long it took to be stopped."""
    start = monotonic()
    with pytest.raises(TooLong), time_limit(0.1):
        function()
    return monotonic() - start


@pytest.mark.parametrize("function", BY_ALARM, ids=lambda function: function.__name__)
def test_the_alarm_stops(function: Callable[[], None]) -> None:
    """In a notebook's main thread nothing keeps code alive past its time."""
    assert 0.09 < stopped_after(function) < 1


@pytest.mark.parametrize("function", EVERYWHERE, ids=lambda function: function.__name__)
def test_the_trace_stops(function: Callable[[], None]) -> None:
    """Where there is no alarm, as in a second thread, a trace stops the code too."""
    times: list[float] = []
    thread = threading.Thread(target=lambda: times.append(stopped_after(function)), daemon=True)
    thread.start()
    thread.join(5)
    assert times
    assert 0.09 < times[0] < 1


def test_quick_code_never_hears_of_it() -> None:
    """Code that is done in time runs on, and nothing rings later."""
    with time_limit(0.05):
        total = sum(range(1000))
    sleep(0.08)
    assert total == 499500


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
    with pytest.raises(ZeroDivisionError), time_limit(1):
        raise ZeroDivisionError
