"""Fresh sandboxes, one for each piece of a learner's work.

    with open_sandbox("bubblewrap") as sandbox, sandbox.start({}) as worker:
        worker.ask({"do": "run", "code": "a = 0.5", "place": "cell 1"}, seconds=5)

A worker is a process of its own that knows nothing of any other. When its block ends, it and
everything that it has started are gone.
"""

import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib.abc import InspectLoader
from importlib.util import find_spec
from subprocess import Popen
from types import CodeType
from typing import Any, NamedTuple

from lessons.classroom.sandbox.bubblewrap import SandboxError, is_root, package_folders
from lessons.classroom.sandbox.client import DiedError, Worker
from lessons.classroom.sandbox.launch import in_bubblewrap, unconfined
from lessons.classroom.sandbox.limits import LIMITS, Limits
from lessons.classroom.sandbox.programs import INSTALL, Program, complaint, places, program_at
from lessons.classroom.sandbox.users import unprivileged_uid

__all__ = ["DiedError", "Sandbox", "SandboxError", "Worker", "open_sandbox"]

# What runs beside a learner's code. It is sent there, so no file inside has a line of the course.
PROGRAM = """
lessons.answers.outcome lessons.answers.function_facts lessons.answers.number
lessons.answers.convert lessons.answers.call
lessons.classroom.sandbox.inside.stubs lessons.classroom.sandbox.inside.restrict
lessons.classroom.sandbox.inside.kernel lessons.classroom.sandbox.inside.worker
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
WINDOWS = "Windows can't limit what learners' code does, so nothing is graded there: use WSL."
ELSEWHERE = "Grade in a Linux virtual machine."
OR_ELSE = "Or, if you trust everybody whose work you grade, add --sandbox=none."
ORDINARY = (
    "Without a sandbox learners' code doesn't run as root, and there is nobody else to be here. "
    "Grade as an ordinary user."
)
CLOSED = (
    "Without a sandbox learners' code doesn't run as root, and nobody else can read {}, where "
    "Python or its packages lie. Grade as an ordinary user."
)


class Sandbox(NamedTuple):
    """Starts workers that are confined by a bubblewrap, or by none.

    `passed_over` has a line for each other bubblewrap that was tried first, and doesn't work.
    """

    program: Program | None = None
    passed_over: tuple[str, ...] = ()
    limits: Limits = LIMITS

    def __str__(self) -> str:
        return str(self.program or "none")

    @contextmanager
    def start(self, provided: Mapping[str, str]) -> Iterator[Worker]:
        """Start a worker, and end it with everything it has started when the block ends.

        `provided` maps names of modules, such as "lessons.logistic", to their source; every other
        name in the course does nothing at all. Raise SandboxError if Python doesn't start.
        """
        user = self._user()
        with self._confined(user) as process:
            worker = Worker(process, self.limits)
            try:
                request = self._first_request(provided, user)
                (trouble,) = worker.ask(request, self.limits.start_seconds)
            except DiedError as died:
                raise SandboxError(f"Python doesn't start in the sandbox. {died.detail}") from None
            if trouble:
                raise SandboxError(CLOSED.format(trouble.detail))
            yield worker

    def _confined(self, user: int | None) -> AbstractContextManager[Popen[bytes]]:
        if not self.program:
            return unconfined(BOOT, user)
        return in_bubblewrap(self.program.path, BOOT, self.limits.folder_bytes)

    def _first_request(self, provided: Mapping[str, str], user: int | None) -> dict[str, Any]:
        return {
            "do": "start",
            "program": COMPILED,
            "provided": dict(provided),
            "folders": [str(folder) for folder in package_folders()],
            "limits": self.limits.of_a_process,
            "user": user,
            "most_printed": self.limits.printed_characters,
            "most_text": self.limits.text_characters,
        }

    def _user(self) -> int | None:
        """Return who the worker must become; None if it may stay who it is."""
        if self.program and not is_root():
            return None
        user = unprivileged_uid()
        if user is None and os.geteuid() == 0:
            raise SandboxError(ORDINARY)
        return user


@contextmanager
def open_sandbox(kind: str, limits: Limits = LIMITS) -> Iterator[Sandbox]:
    """Give a sandbox that has been tried out. SandboxError says why there is none.

    The kind is "bubblewrap" or "none", which only limits how much time and memory a learner's code
    takes: that code may then read, write and send whatever the grader itself may, or, if that is
    root, whatever any user may.
    """
    if platform.system() == "Windows":  # there not even time and memory can be limited
        raise SandboxError(WINDOWS)
    if kind == "bubblewrap":
        yield _first_that_works(limits)
        return
    sandbox = Sandbox(limits=limits)
    with sandbox.start({}):
        pass
    yield sandbox


def _first_that_works(limits: Limits) -> Sandbox:
    if platform.system() != "Linux":
        raise SandboxError(f"{platform.system()} has no bubblewrap. {ELSEWHERE} {OR_ELSE}")
    said, remedy = list[str](), INSTALL
    for path in places():
        try:
            sandbox = Sandbox(program_at(path, limits), tuple(said), limits)
        except SandboxError as error:
            said.append(str(error))
            continue
        if not (trouble := _trouble(sandbox)):
            return sandbox
        reason, remedy = trouble
        said.append(reason)
    raise SandboxError(f"{'; '.join(said) or 'bubblewrap is not installed'}. {remedy} {OR_ELSE}")


def _trouble(sandbox: Sandbox) -> tuple[str, str] | None:
    """Return why no worker starts, and the remedy; None if one does."""
    try:
        with sandbox.start({}):
            return None
    except SandboxError as error:
        assert sandbox.program
        return complaint(sandbox.program, sandbox.limits) or (str(error), "")


def _compiled(name: str) -> CodeType:
    found = find_spec(name)
    assert found
    assert isinstance(found.loader, InspectLoader)
    code = found.loader.get_code(name)
    assert code
    return code


# At import, that is, once for all the processes that are copied from one.
COMPILED = [(name, _compiled(name)) for name in PROGRAM]
