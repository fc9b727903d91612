"""Start a process so that it ends with its block, at whatever moment somebody presses Ctrl-C."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from subprocess import Popen
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

# Ctrl-C, an order to end, and a terminal that is closed, of which Windows has no word.
STOPS = {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}


@contextmanager
def started(words: Sequence[str], **settings: Any) -> Iterator[Popen[bytes]]:
    """Start a process in a session of its own; when the block ends, kill all of its group.

    While bubblewrap starts, its inner process waits for the outer one, deaf to all but a kill.
    """
    process = None
    try:
        with _no_stop():
            process = Popen(words, start_new_session=True, **settings)
        yield process
    finally:
        if process:
            with process, suppress(ProcessLookupError):  # it closes its pipes, and waits
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def _no_stop() -> Iterator[None]:
    """Let whatever ends us wait for the end of the block: then what it does is known."""
    if current_thread() is not main_thread():  # they come to the main thread alone
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
