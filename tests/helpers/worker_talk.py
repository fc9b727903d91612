"""Talk to a worker in its sandbox: run a cell, call a function, see what becomes of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from patience import LONG

from lessons.answers.outcome import Trouble
from lessons.classroom.sandbox.sandbox import DiedError, Sandbox, Worker

DOUBLE = "def double(x):\n    return 2 * x"


@pytest.fixture
def worker(sandbox: Sandbox) -> Iterator[Worker]:
    """A worker that waits for its first cell."""
    with sandbox.start({}) as started:
        yield started


def run(worker: Worker, code: str, seconds: float = LONG) -> Trouble | None:
    """Return the trouble with a cell, if there is any: its kind, what Python says, the lines."""
    trouble: Trouble | None
    (trouble,) = worker.ask({"do": "run", "code": code, "place": "cell 1"}, seconds)
    return trouble


def error(worker: Worker, code: str, seconds: float = LONG) -> str | None:
    """Return what goes wrong with a cell, if anything does."""
    trouble = run(worker, code, seconds)
    return trouble and trouble.detail


def death(sandbox: Sandbox, code: str, seconds: float = LONG) -> str:
    """Return the kind of death that a cell dies."""
    with sandbox.start({}) as worker, pytest.raises(DiedError) as died:
        error(worker, code, seconds)
    return died.value.kind


def call(worker: Worker, name: str, *probes: tuple[float, ...], outputs: str = "x") -> Any:
    """Return the outcomes of a call with each of these inputs."""
    request = {"do": "call", "name": name, "probes": probes, "outputs": outputs.split()}
    return worker.ask(request, LONG)


def value(worker: Worker, expression: str) -> Any:
    """Return what the worker makes of such an answer: its values, or the kind of trouble."""
    assert run(worker, f"def answer(): return {expression}") is None
    (outcome,) = call(worker, "answer", ())
    return outcome.trouble.kind if outcome.trouble else list(outcome.values)
