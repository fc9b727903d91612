"""A judge whose clock stands still, but for code that is said to take its time.

So no honest answer is ever too late, however slow the machine; and what never ends is over soon.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from patience import LONG

from lessons.classroom.grading import session, submission
from lessons.classroom.sandbox.protocol import Reply
from lessons.classroom.sandbox.sandbox import DiedError, Worker

ASK = Worker.ask
MOMENT = 0.25  # seconds for what is cut short, in which to do what harm it can


class Clock:
    """Tells the judge how late it is. `takes` holds how long code takes, if that is any time.

    It is named as a function, or by how its cell begins. What takes more than it is allowed is cut
    short: it gets a moment, and on this clock that is all it was allowed.
    """

    def __init__(self) -> None:
        self.now = 0.0
        self.takes: Mapping[str, float] = {}

    def __call__(self) -> float:
        return self.now

    def ask(self, worker: Worker, request: Mapping[str, Any], allowed: float) -> list[Reply]:
        """Ask the worker, and go on by what its answer takes."""
        takes = self._seconds(request)
        self.now += min(takes, allowed)
        try:
            return ASK(worker, request, MOMENT if takes > allowed else LONG)
        except DiedError as died:
            if died.kind == "time" and takes <= allowed:
                pytest.fail(f"Nobody said that this hangs: {request}")
            raise

    def _seconds(self, request: Mapping[str, Any]) -> float:
        if "name" in request:
            return self.takes.get(request["name"], 0.0)
        code = request.get("code", "")
        return max((self.takes[start] for start in self.takes if code.startswith(start)), default=0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the judge."""
    clock = Clock()
    monkeypatch.setattr(Worker, "ask", lambda *asked: clock.ask(*asked))
    monkeypatch.setattr(submission, "monotonic", clock)
    monkeypatch.setattr(session, "monotonic", clock)
    return clock
