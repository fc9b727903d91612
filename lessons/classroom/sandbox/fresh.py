"""Fresh sandboxes, one for each piece of a learner's work.

    with open_sandbox("bubblewrap") as sandbox, sandbox.start({}) as worker:
        worker.ask({"do": "run", "code": "a = 0.5", "place": "cell 1"}, seconds=5)

A worker is a process of its own that knows nothing of any other. When its block ends, it and
everything that it has started are gone.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.abc import InspectLoader
from importlib.util import find_spec
from types import CodeType
from typing import Any, NamedTuple

from lessons.classroom.sandbox.allowances import LIMITS
from lessons.classroom.sandbox.bubblewrap import (
    SandboxError,
    is_root,
    package_folders,
    refuse_windows,
    require_bubblewrap,
    require_that_it_works,
)
from lessons.classroom.sandbox.cages import in_bubblewrap, unconfined
from lessons.classroom.sandbox.strangers import stranger
from lessons.classroom.sandbox.talk import DiedError, Worker

__all__ = ["DiedError", "Sandbox", "SandboxError", "Worker", "open_sandbox"]

CONFINED = {"bubblewrap": in_bubblewrap, "none": unconfined}

# What runs beside a learner's code. It is sent there, so no file inside has a line of the course.
PROGRAM = """
lessons.named lessons.describe lessons.outcomes lessons.call lessons.facts
lessons.classroom.sandbox.stand_in lessons.classroom.sandbox.confine
lessons.classroom.sandbox.kernel lessons.classroom.sandbox.worker
""".split()
BOOT = """
import os, sys
from marshal import loads
requests, replies = open(os.dup(0), "rb"), os.dup(1)
start = loads(requests.read(int.from_bytes(requests.read(4), "big")))
for name, code in start["program"]:
    sys.modules[name] = module = type(sys)(name)
    exec(code, vars(module))
module.serve(start, requests, replies)
"""
ORDINARY = (
    "Without a sandbox learners' code doesn't run as root, and there is nobody else to be here. "
    "Grade as an ordinary user."
)
CLOSED = (
    "Without a sandbox learners' code doesn't run as root, and nobody else can read {}, where "
    "Python or its packages lie. Grade as an ordinary user."
)


class Sandbox(NamedTuple):
    """Starts workers that are confined in one way or the other."""

    kind: str

    @contextmanager
    def start(self, given: Mapping[str, str]) -> Iterator[Worker]:
        """Start a worker, and end it with everything it has started when the block ends.

        `given` maps names of modules, such as "lessons.logistic", to their source; every other
        name in the course does nothing at all. Raise SandboxError if Python doesn't start.
        """
        user = self._user()
        with CONFINED[self.kind](BOOT, user) as process:
            worker = Worker(process)
            try:
                (reply,) = worker.ask(_first_request(given, user), LIMITS.start_seconds)
            except DiedError as died:
                raise SandboxError(f"Python doesn't start in the sandbox. {died.detail}") from None
            if reply["trouble"]:
                raise SandboxError(CLOSED.format(reply["trouble"][1]))
            yield worker

    def _user(self) -> int | None:
        """Return who the worker must become; None if it may stay who it is."""
        if self.kind == "bubblewrap" and not is_root():
            return None
        user = stranger()
        if user is None and os.geteuid() == 0:
            raise SandboxError(ORDINARY)
        return user


@contextmanager
def open_sandbox(kind: str) -> Iterator[Sandbox]:
    """Give a sandbox that has been tried out. SandboxError says why there is none.

    The kind is "bubblewrap" or "none", which only limits how much time and memory a learner's code
    takes: that code may then read, write and send whatever the grader itself may, or, if that is
    root, whatever any user may.
    """
    refuse_windows()
    if kind == "bubblewrap":
        require_bubblewrap()
    sandbox = Sandbox(kind)
    try:
        with sandbox.start({}):
            pass
    except SandboxError:
        if kind == "bubblewrap":
            require_that_it_works()  # it can say what is wrong
        raise
    yield sandbox


def _first_request(given: Mapping[str, str], user: int | None) -> dict[str, Any]:
    return {
        "do": "start",
        "program": COMPILED,
        "given": dict(given),
        "folders": [str(folder) for folder in package_folders()],
        "limits": LIMITS.of_a_process,
        "user": user,
        "most_printed": LIMITS.printed_characters,
    }


def _compiled(name: str) -> CodeType:
    found = find_spec(name)
    assert found
    assert isinstance(found.loader, InspectLoader)
    code = found.loader.get_code(name)
    assert code
    return code


# At import, that is, once for all the processes that are copied from one.
COMPILED = [(name, _compiled(name)) for name in PROGRAM]
