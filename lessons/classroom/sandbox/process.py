"""Start a process so that it ends with its block, whenever a signal comes."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from subprocess import Popen
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

# Windows has no SIGHUP, which comes when a terminal is closed.
STOPS = {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}


@contextmanager
def started(words: Sequence[str], **settings: Any) -> Iterator[Popen[bytes]]:
    """Start a process in a session of its own; when the block ends, kill all of its group.

    SIGKILL, because while bubblewrap starts its inner process ignores every other signal.
    """
    process = None
    try:
        with _signals_deferred():
            process = Popen(words, start_new_session=True, **settings)
        yield process
    finally:
        if process:
            with process, suppress(ProcessLookupError):  # it closes its pipes, and waits
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def _signals_deferred() -> Iterator[None]:
    """Defer the signals that end this process: a process that is being started is never lost."""
    if current_thread() is not main_thread():  # signals come to the main thread alone
        yield
        return
    came: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        came.append(number)

    before = {number: signal.signal(number, note) for number in STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for stop in came:
            signal.raise_signal(stop)
