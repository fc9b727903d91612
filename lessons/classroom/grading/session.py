"""A learner's notebook at work in a sandbox: it starts again, without the culprit, when it dies."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from time import monotonic
from types import TracebackType
from typing import Any

from lessons.answers.function_facts import Facts
from lessons.answers.outcome import Outcome, Trouble
from lessons.classroom.models import Cell
from lessons.classroom.sandbox.sandbox import DiedError, Sandbox, Worker
from lessons.exercises import EXERCISES, Exercise, Probe
from lessons.exercises.order import FUNCTIONS, QUANTITIES

Request = dict[str, Any]


class Session:
    """Runs cells and asks for answers; what dies costs itself only, within the time there is."""

    def __init__(self, sandbox: Sandbox, provided: Mapping[str, str], end: float) -> None:
        """Take a sandbox, what the lesson lends, and when on the monotonic clock it is all over."""
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._provided = provided
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
        reply = self._ask(_to_run(cell), self._limits.cell_seconds)
        if isinstance(reply, Trouble):
            return reply
        self._ran.append(cell)
        stopped: Trouble | None = reply[0]
        return stopped

    def choice(self, exercise: Exercise) -> str | Trouble:
        """Return the letter that the learner chose."""
        reply = self._ask({"do": "choice", "name": exercise.name}, self._limits.cell_seconds)
        if isinstance(reply, Trouble):
            return reply
        chosen: str | Trouble = reply[0]
        return chosen

    def numbers(self, exercise: Exercise) -> Outcome:
        """Return the numbers that the learner worked out by hand."""
        request = {"do": "numbers", "name": exercise.name, "outputs": exercise.output_names}
        reply = self._ask(request, self._limits.cell_seconds)
        return Outcome(trouble=reply) if isinstance(reply, Trouble) else reply[0]

    def call(
        self, exercise: Exercise, probes: Sequence[Probe], without: Iterable[str] = ()
    ) -> Sequence[Outcome]:
        """Return what the learner's function answers to each probe, with or without helpers."""
        request = {
            "do": "call",
            "name": exercise.name,
            "probes": tuple(probes),
            "outputs": exercise.output_names,
            "without": tuple((helper, len(EXERCISES[helper].outputs)) for helper in without),
        }
        reply = self._ask(request, self._limits.exercise_seconds)
        return [Outcome(trouble=reply)] * len(probes) if isinstance(reply, Trouble) else reply

    def facts(self, exercise: Exercise) -> Facts:
        """Return what the learner's function looks like from outside; nothing if it won't tell."""
        if self._worker is None:  # the function itself has ended it
            return Facts()
        request = {
            "do": "facts",
            "name": exercise.name,
            "inputs": exercise.inputs,
            "quantities": sorted(QUANTITIES),
            "exercises": FUNCTIONS,
        }
        reply = self._ask(request, self._limits.cell_seconds)
        return Facts() if isinstance(reply, Trouble) else reply[0]

    def repaired(self, exercise: Exercise, helpers: Iterable[str]) -> None:
        """Return None: no right answer ever goes into the sandbox."""

    def _ask(self, request: Request, seconds: float) -> list[Any] | Trouble:
        """Return the replies, or why there are none.

        A quick death gets a second try: perhaps the request before only pretended to be well.
        """
        tries = 0
        while self._time_left() > 0 and (self._worker or self._starts <= self._limits.restarts):
            worker = self._worker or self._start()
            if worker:
                try:
                    return worker.ask(request, min(seconds, self._time_left()))
                except DiedError as died:
                    self._end_worker()
                    tries += 1
                    if tries == 2 or died.trouble in ("too-long", "memory"):
                        return Trouble(died.trouble, f"{seconds:g}")
        return Trouble("given-up")

    def _start(self) -> Worker | None:
        """Start a worker and run again what ran before; None if that dies this time."""
        self._starts += 1
        self._worker = self._stack.enter_context(self._sandbox.start(self._provided))
        for cell in list(self._ran):
            try:
                seconds = min(self._limits.cell_seconds, max(0.0, self._time_left()))
                self._worker.ask(_to_run(cell), seconds)
            except DiedError:
                self._ran.remove(cell)
                self._end_worker()
                return None
        return self._worker

    def _end_worker(self) -> None:
        self._worker = None
        self._stack.close()

    def _time_left(self) -> float:
        return self._end - monotonic()


def _to_run(cell: Cell) -> Request:
    return {"do": "run", "code": cell.text, "place": cell.place}
