"""What a learner's code can't reach: the host, the course, and other learners."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from footprint import descendants
from places import ROOT
from reaching_code import REACHED
from worker_talk import error

from lessons.classroom.sandbox import bubblewrap
from lessons.classroom.sandbox.sandbox import Sandbox, Worker


@pytest.fixture(params=["as it is", "as an ordinary user"])
def worker(
    request: pytest.FixtureRequest, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Worker]:
    """A worker, started with the rights of whoever runs the tests, and without those of root."""
    if request.param == "as an ordinary user":
        monkeypatch.setattr(bubblewrap, "is_root", lambda: False)
        monkeypatch.setattr("lessons.classroom.sandbox.sandbox.is_root", lambda: False)
    with sandbox.start({}) as started:
        yield started


@pytest.mark.parametrize("what", REACHED)
def test_nothing_of_the_host_can_be_reached(what: str, worker: Worker, tmp_path: Path) -> None:
    """No network, environment, process, privilege or file of the host, nor the course, is there."""
    handed_in = tmp_path / "somebody_else.ipynb"
    handed_in.write_text("{}")
    secrets = ["/etc/passwd", "/etc/hostname", str(handed_in), str(ROOT / "pyproject.toml")]
    secrets += map(str, [*ROOT.glob("lessons/*.py"), *ROOT.glob("solutions/*"), Path(__file__)])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        code = "\n".join(line.removeprefix("        ") for line in REACHED[what].splitlines())
        assert error(worker, f"PORT, SECRETS = {port}, {secrets!r}\n{code}") is None


def test_the_processes_inside_have_no_capabilities(worker: Worker) -> None:
    """Whoever starts the grader, the kernel grants nothing special to a learner's process."""
    assert error(worker, "") is None
    (python,) = (pid for pid in descendants() if _status(pid, "NSpid").split()[-1] == "2")
    for kind in ("CapEff", "CapPrm", "CapAmb"):
        assert int(_status(python, kind), 16) == 0
    assert _status(python, "NoNewPrivs") == "1"


def _status(pid: int, field: str) -> str:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return "Z"
    return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{field}:"))


def test_two_sandboxes_share_nothing(sandbox: Sandbox) -> None:
    """Neither files nor names of one are there in another, at the same time or later."""
    with sandbox.start({}) as first, sandbox.start({}) as second:
        assert error(first, "mine = 1\nopen('mine.txt', 'w').write('1')") is None
        for other in (first, second):
            look = "import os\nraise Exception(os.path.exists('mine.txt'), 'mine' in globals())"
            assert error(other, look) == f"Exception: ({other is first}, {other is first})"


KILLINGS = """
import os
for everybody in (os.getppid(), 1, -1):
    try:
        os.kill(everybody, 9)
    except OSError:
        pass
"""


def test_nobody_outside_can_be_killed(sandbox: Sandbox) -> None:
    """A learner's code that signals everybody it can see reaches its own children at most."""
    with sandbox.start({}) as worker:
        assert error(worker, KILLINGS) is None
        assert error(worker, "a = 1") is None
