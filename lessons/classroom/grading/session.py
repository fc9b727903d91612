"""A learner's notebook at work in a sandbox: it starts again, without the culprit, when it dies."""

from collections.abc import Mapping
from contextlib import ExitStack
from time import monotonic
from types import TracebackType
from typing import Any

from lessons.answers.convert import Outcome, Trouble
from lessons.answers.function_facts import Facts
from lessons.checking.messages import TROUBLES
from lessons.classroom.models import Cell
from lessons.classroom.sandbox.limits import LIMITS
from lessons.classroom.sandbox.sandbox import DiedError, Sandbox, Worker
from lessons.exercises import Exercise, Probe

Reply = dict[str, Any]
LONGEST_LIST = 100
DETAIL, LINES = 200, 600  # characters that a trouble may bring along

WHY = {"time": "too-long", "memory": "memory", "exit": "ended", "signal": "ended"}


class Session:
    """Runs cells and asks for answers; what dies costs itself only, within the time there is."""

    def __init__(self, sandbox: Sandbox, given: Mapping[str, str], end: float) -> None:
        """Take a sandbox, what the lesson lends, and when on the monotonic clock it is all over."""
        self._sandbox = sandbox
        self._given = given
        self._end = end
        self._stack = ExitStack()
        self._worker: Worker | None = None
        self._ran: list[Cell] = []
        self._starts = 0

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._stack.close()

    def run(self, cell: Cell) -> Trouble | None:
        """Run a cell; return why it stopped, if it did."""
        reply = self._ask(_as_request(cell), LIMITS.cell_seconds)
        if isinstance(reply, Trouble):
            return reply
        self._ran.append(cell)
        return _trouble(reply[0])

    def call(self, exercise: Exercise, probes: tuple[Probe, ...]) -> list[Outcome]:
        """Return what the learner's function answers to each probe."""
        request = {
            "do": "call",
            "name": exercise.name,
            "probes": probes,
            "outputs": exercise.output_names,
        }
        reply = self._ask(request, LIMITS.exercise_seconds)
        if isinstance(reply, Trouble):
            return [Outcome(trouble=reply)] * len(probes)
        return [_outcome(line, exercise) for line in reply]

    def numbers(self, exercise: Exercise) -> Outcome:
        """Return the numbers that the learner worked out by hand."""
        request = {"do": "numbers", "name": exercise.name, "outputs": exercise.output_names}
        reply = self._ask(request, LIMITS.cell_seconds)
        return (
            Outcome(trouble=reply) if isinstance(reply, Trouble) else _outcome(reply[0], exercise)
        )

    def choice(self, exercise: Exercise) -> str | Trouble:
        """Return the letter that the learner chose."""
        reply = self._ask({"do": "choice", "name": exercise.name}, LIMITS.cell_seconds)
        if isinstance(reply, Trouble):
            return reply
        return _trouble(reply[0]) or str(reply[0]["text"])[:DETAIL]

    def facts(self, exercise: Exercise, quantities: list[str], exercises: list[str]) -> Facts:
        """Return what the learner's function looks like from outside; nothing if it won't tell."""
        request = {
            "do": "facts",
            "name": exercise.name,
            "inputs": exercise.inputs,
            "quantities": quantities,
            "exercises": exercises,
        }
        reply = self._ask(request, LIMITS.cell_seconds)
        if isinstance(reply, Trouble) or "trouble" in reply[0]:
            return Facts()
        told = reply[0]
        parameters = told["parameters"] and told["parameters"][:DETAIL]
        leaked = tuple(name for name in quantities if name in told["leaked"])
        helpers = tuple(name for name in exercises if name in told["helpers"])
        return Facts(parameters, leaked, helpers)

    def _ask(self, request: Reply, seconds: float) -> list[Reply] | Trouble:
        """Return the reply, or why there is none.

        A quick death gets a second try: perhaps the request before only pretended to be well.
        """
        tries = 0
        while self._time_left() > 0 and (self._worker or self._starts <= LIMITS.restarts):
            worker = self._worker or self._start()
            if worker:
                try:
                    return worker.ask(request, min(seconds, self._time_left()))
                except DiedError as died:
                    self._bury()
                    tries += 1
                    if tries == 2 or died.kind in ("time", "memory"):
                        return Trouble(WHY.get(died.kind, "garbled"), f"{seconds:g}")
        return Trouble("given-up")

    def _start(self) -> Worker | None:
        """Start a worker and run again what ran before; None if that dies this time."""
        self._starts += 1
        self._worker = self._stack.enter_context(self._sandbox.start(self._given))
        for cell in list(self._ran):
            try:
                seconds = min(LIMITS.cell_seconds, max(0.0, self._time_left()))
                self._worker.ask(_as_request(cell), seconds)
            except DiedError:
                self._ran.remove(cell)
                self._bury()
                return None
        return self._worker

    def _bury(self) -> None:
        self._worker = None
        self._stack.close()

    def _time_left(self) -> float:
        return self._end - monotonic()


def _as_request(cell: Cell) -> Reply:
    return {"do": "run", "code": cell.text, "place": cell.place}


def _trouble(reply: Reply) -> Trouble | None:
    """Return the trouble that a reply tells of; a kind that nobody knows is no reply at all."""
    if not reply.get("trouble"):
        return None
    kind, detail, lines = reply["trouble"]
    known = kind == "error" or kind in TROUBLES
    return Trouble(kind, detail[:DETAIL], lines[:LINES]) if known else Trouble("garbled")


def _outcome(reply: Reply, exercise: Exercise) -> Outcome:
    """Return what a reply says, if it says as many numbers as the exercise has."""
    trouble = _trouble(reply)
    if trouble:
        return Outcome(trouble=trouble)
    values, names = reply["values"], exercise.output_names
    if len(values) != len(names):
        return Outcome(trouble=Trouble("garbled"))
    for value, name in zip(values, names, strict=True):
        if isinstance(value, list) != (name == "losses"):
            return Outcome(trouble=Trouble("garbled"))
        if isinstance(value, list) and len(value) > LONGEST_LIST:
            long = f"{name} is a list of {len(value)} numbers"
            return Outcome(trouble=Trouble("type", long))
    return Outcome(tuple(values))
