"""Ask a worker, and wait no longer than allowed for an answer, whatever comes instead of one."""

import os
import select
import signal
from collections.abc import Mapping
from marshal import dumps
from subprocess import Popen, TimeoutExpired
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

from lessons.classroom.sandbox.inside.kernel import OUT_OF_MEMORY
from lessons.classroom.sandbox.limits import MEBIBYTE, Limits
from lessons.classroom.sandbox.protocol import NoReplyError, reply_in

if TYPE_CHECKING:
    from lessons.answers.outcome import Kind

AT_ONCE = 65536

Death = Literal["time", "memory", "exit", "signal", "output", "garbage"]
# What each of them is to the learner.
TROUBLE: dict[Death, "Kind"] = {
    "time": "too-long",
    "memory": "memory",
    "exit": "ended",
    "signal": "ended",
    "output": "garbled",
    "garbage": "garbled",
}


class DiedError(Exception):
    """A worker that is of no more use: its kind of death, and a sentence for the learner.

    `replies` are those that came before.
    """

    def __init__(self, kind: Death, detail: str) -> None:
        super().__init__(kind, detail)
        self.kind: Death = kind
        self.trouble: Kind = TROUBLE[kind]
        self.detail = detail
        self.replies: list[Any] = []


class Worker:
    """The line to one process in a sandbox, which takes one request after the other."""

    def __init__(self, process: Popen[bytes], limits: Limits) -> None:
        assert process.stdin
        assert process.stdout
        self._process = process
        self._limits = limits
        self._requests, self._replies = process.stdin.fileno(), process.stdout.fileno()
        os.set_blocking(self._requests, False)
        os.set_blocking(self._replies, False)

    def ask(self, request: Mapping[str, Any], seconds: float) -> list[Any]:
        """Return the replies: one for each probe of a "call", one to every other request.

        What a reply is says `reply_in`.

        Raise DiedError if they don't come in time, or if something else comes.
        """
        replies: list[Any] = []
        end = monotonic() + seconds
        try:
            self._ask(dict(request), end, replies)
        except NoReplyError:
            died = DiedError("garbage", "It sent back something that is no answer.")
        except TimeoutError:
            died = DiedError("time", f"It did not come to an end within {seconds:g} seconds.")
        except EOFError:
            died = self._death(end)
        except OverflowError:
            died = DiedError("output", "It sent back far more than an answer.")
        else:
            return replies
        died.replies = replies
        raise died

    def _ask(self, request: dict[str, Any], end: float, replies: list[Any]) -> None:
        count = len(request["probes"]) if request["do"] == "call" else 1
        message = dumps(request)
        unsent = len(message).to_bytes(4, "big") + message
        received, line = 0, b""
        while len(replies) < count:
            unsent = self._send(unsent)
            chunk = self._receive(end, bool(unsent))
            received += len(chunk)
            if received > self._limits.reply_bytes:
                raise OverflowError
            *lines, line = (line + chunk).split(b"\n")
            for each in lines:
                replies.append(reply_in(each, request, self._limits))
        if line or len(replies) > count:
            raise NoReplyError("more than was asked for")

    def _send(self, unsent: bytes) -> bytes:
        """Send what there is room for; return the rest."""
        try:
            return unsent[os.write(self._requests, unsent[:AT_ONCE]) :] if unsent else b""
        except BlockingIOError:
            return unsent
        except BrokenPipeError:
            raise EOFError from None

    def _receive(self, end: float, is_sending: bool) -> bytes:
        """Return what came; nothing if there is room to send before anything comes."""
        poll = select.poll()
        poll.register(self._replies, select.POLLIN)
        if is_sending:
            poll.register(self._requests, select.POLLOUT)
        left = end - monotonic()
        ready = dict(poll.poll(left * 1000)) if left > 0 else {}
        if not ready:
            raise TimeoutError
        if self._replies not in ready:
            return b""
        chunk = os.read(self._replies, AT_ONCE)
        if not chunk:
            raise EOFError
        return chunk

    def _death(self, end: float) -> DiedError:
        """Return what became of the process at the other end of the line."""
        try:
            status = self._process.wait(max(0.0, end - monotonic()))
        except TimeoutExpired:
            return DiedError("exit", "It hung up on the grader.")
        # bubblewrap says of a signal what a shell says; without it, Python says it in its own way.
        by_signal = -status if status < 0 else status - 128
        if by_signal == signal.SIGXCPU:
            allowed = self._limits.cpu_seconds
            return DiedError("time", f"It computed for more than {allowed} seconds.")
        if by_signal == signal.SIGKILL:
            reason = "by itself, or by the system for want of memory"
            return DiedError("signal", f"Python was ended {reason}.")
        if status == OUT_OF_MEMORY:
            allowed = self._limits.memory_bytes // MEBIBYTE
            return DiedError("memory", f"It needed more than {allowed} megabytes of memory.")
        if by_signal > 0:
            return DiedError("signal", f"Python itself crashed, with signal {by_signal}.")
        return DiedError("exit", f"It ended Python, with exit status {status}.")
