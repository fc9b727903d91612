"""Stop a learner's code that runs too long, in Jupyter, in a terminal, on every system."""

import signal
import sys
import threading
from time import monotonic
from types import FrameType
from typing import Any


class TooLong(BaseException):
    """Raised inside code that has run out of time; no `except Exception` catches it."""

    def __init__(self, limit: "time_limit") -> None:
        super().__init__()
        self.limit = limit

    def __del__(self) -> None:
        """Raise it again on the next line, if a bare `except:` has swallowed and dropped it."""
        self.limit.raise_again(sys._getframe(1))


class time_limit:
    """Raise TooLong inside the block when it takes longer than that many seconds.

    An alarm does it, which costs nothing; where there is none (in Windows, in a browser, in a
    second thread) a trace looks at the clock on every line, which can't wake a sleeping call.

    >>> try:
    ...     with time_limit(0.05):
    ...         while True:
    ...             pass
    ... except TooLong:
    ...     print("stopped")
    stopped
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running = False
        self._has_alarm = (
            hasattr(signal, "setitimer")
            and sys.platform != "emscripten"  # a browser has the function, but never rings
            and threading.current_thread() is threading.main_thread()
        )

    def __enter__(self) -> None:
        self._block = sys._getframe(1)
        self._tracer = sys.gettrace()
        self._previous_hook = sys.unraisablehook
        sys.unraisablehook = self._report
        self._end = monotonic() + self._seconds
        self._running = True
        if self._has_alarm:
            self._previous_handler = signal.signal(signal.SIGALRM, self._on_alarm)
            signal.setitimer(signal.ITIMER_REAL, self._seconds, 0.05)
        else:
            sys.settrace(self._trace)

    def __exit__(self, *_: object) -> None:
        self._running = False
        if self._has_alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._previous_handler)
        sys.settrace(self._tracer)
        sys.unraisablehook = self._previous_hook
        del self._block

    def raise_again(self, frame: FrameType | None) -> None:
        """Have every further line raise TooLong, from this frame up to the block itself."""
        if self._running:
            sys.settrace(self._trace)
            while frame and frame is not self._block:
                frame.f_trace = self._trace
                frame = frame.f_back

    def _on_alarm(self, _signal: int, frame: FrameType | None) -> None:
        if frame and frame.f_code.co_filename != __file__:
            self.raise_again(frame)
            raise TooLong(self)

    def _report(self, ignored: "sys.UnraisableHookArgs") -> None:
        """Report nothing if TooLong came inside a `__del__`: it is raised again."""
        if not isinstance(ignored.exc_value, TooLong):
            self._previous_hook(ignored)

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if frame.f_code.co_filename == __file__:  # this block is just being left
            return None
        if event == "line" and self._running and monotonic() > self._end:
            raise TooLong(self)
        return self._trace
