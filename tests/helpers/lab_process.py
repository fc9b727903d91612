"""JupyterLab as a process of its own, and what it answers."""

import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from patience import LONG


class Lab(NamedTuple):
    """A running JupyterLab: its process, the address it gave, and all it said until then."""

    process: subprocess.Popen[str]
    address: str
    said: str


@contextmanager
def started(command: Sequence[str | Path], folder: Path, **settings: str) -> Iterator[Lab]:
    """JupyterLab as a command starts it in a folder, with a terminal before it."""
    terminal, keyboard = os.openpty()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(folder / "config"), **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=keyboard,
        text=True,
    )
    assert process.stdout
    said = ""
    try:
        while not (address := re.search(r"http://127\S+token=\w+", said)):
            line = process.stdout.readline()
            assert line, said
            said += line
        yield Lab(process, address[0], said)
    finally:
        process.terminate()  # it ends its kernels first, which hold its output open
        try:
            process.wait(timeout=LONG)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
        os.close(terminal)
        os.close(keyboard)


def fetch(address: str) -> str:
    """Return what is at an address, which may listen only in a moment."""
    for _ in range(10 * LONG):
        try:
            with urllib.request.urlopen(address, timeout=LONG) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nothing at {address} after {LONG} seconds")


def contents(address: str, path: str) -> str:
    """Return what the server behind an address says is in a file."""
    base, token = re.split(r"/(?:lab|tree)\S*[?]", address)
    return fetch(f"{base}/api/contents/{path}?{token}")
