"""`pip install` with signs of life: a line for each package, and a line whenever it's quiet.

    python lessons/lab/install.py WORDS...

gives the words to the pip of this Python. Nothing else needs to be installed yet.
"""

import re
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from queue import Empty, Queue
from subprocess import PIPE, Popen
from threading import Thread
from typing import IO

PIP = "-m pip install --disable-pip-version-check --progress-bar off".split()
QUIET = 5.0  # seconds
PACKAGE = re.compile(r"\s*(?:Collecting |Processing \S*/)([A-Za-z][\w.]*(?:-[A-Za-z]\w*)*)")
LARGE = re.compile(r"\s*Downloading (\S+ \([\d.]+ MB\))")
ALL = "Installing collected packages: "
TROUBLE = (
    "Installing did not work; the lines above say more. Most often the network was away: "
    "check that you are online, then run the same command again."
)


def install(command: Sequence[str], quiet: float = QUIET) -> int:
    """Run a command of pip's, telling what it is at; return its exit code.

    Its warnings and errors are shown as they are.
    """
    begun = time.monotonic()
    with Popen(command, stdout=PIPE, text=True, errors="replace") as pip:
        assert pip.stdout
        for line in _lines(pip.stdout, quiet):
            so_far = f"... {time.monotonic() - begun:.0f} seconds so far"
            if step := so_far if line is None else _step(line):
                print(f"  {step}", flush=True)
    if pip.returncode:
        print(TROUBLE, file=sys.stderr)
    return pip.returncode


def _step(line: str) -> str:
    """Return what a line of pip's tells a learner, if anything.

    >>> _step("Collecting numpy>=2.1 (from lessons==0.1.0)")
    'numpy'
    >>> _step("  Downloading jupyterlab-4.6.6-py3-none-any.whl (17.3 MB)")
    'jupyterlab-4.6.6-py3-none-any.whl (17.3 MB)'
    >>> _step("Installing collected packages: six, numpy")
    'putting everything in place'
    >>> _step("Requirement already satisfied: numpy in ./.venv")
    ''
    """
    if found := PACKAGE.match(line) or LARGE.match(line):
        return found[1]
    return "putting everything in place" if line.startswith(ALL) else ""


def _lines(stream: IO[str], quiet: float) -> Iterator[str | None]:
    """Return the lines of a stream, and a None for each `quiet` seconds without one."""
    lines: Queue[str] = Queue()

    def read() -> None:
        for line in chain(stream, [""]):
            lines.put(line)

    def heard() -> str | None:
        try:
            return lines.get(timeout=quiet)
        except Empty:
            return None

    Thread(target=read, daemon=True).start()
    return iter(heard, "")


if __name__ == "__main__":
    try:
        sys.exit(install([sys.executable, *PIP, *sys.argv[1:]]))
    except KeyboardInterrupt:
        sys.exit(130)
