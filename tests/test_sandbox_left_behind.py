"""What a learner's code can't leave behind: nothing outlives the block that ran it."""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from footprint import descendants
from open_python import open_python
from sandbox_scripts import DAEMON
from worker_talk import error

from lessons.classroom.sandbox.fresh import DiedError, Sandbox, open_sandbox

ENDS_DAEMONS = {"bubblewrap": True, "none": os.geteuid() == 0}


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_nothing_is_left_behind(
    kind: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the block ends, every process, file and descriptor is gone, a daemon's included."""
    if kind == "none":
        monkeypatch.setattr("lessons.classroom.sandbox.cages.python", open_python().resolve)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    processes, descriptors = set(descendants()), set(os.listdir("/proc/self/fd"))
    with open_sandbox(kind) as opened:
        during = set[int]()
        for code in (DAEMON if ENDS_DAEMONS[kind] else "", "while True: pass", "bytes(10**11)"):
            with opened.start({}) as worker:
                with suppress(DiedError):
                    error(worker, code, 1)
                during = set(descendants()) - processes
            assert not during & set(descendants())
    assert set(descendants()) == processes
    assert set(os.listdir("/proc/self/fd")) == descriptors
    assert not list(tmp_path.iterdir())


STOPPED = """
import ctypes, os, random, signal, sys, threading, time
from contextlib import suppress
from footprint import descendants
from lessons.classroom.sandbox.fresh import open_sandbox
ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: whoever loses its parent gets this one
def stop(*_):
    raise KeyboardInterrupt
chance, missed, number = random.Random(5), 0, getattr(signal, sys.argv[1])
signal.signal(number, stop)
for turn in range(30):
    until = chance.uniform(0, 0.05)
    timer = threading.Timer(until, os.kill, (os.getpid(), number))
    with suppress(KeyboardInterrupt):
        timer.start()
        with open_sandbox("bubblewrap"):
            timer.join()
            time.sleep(0.01)
        missed += 1
until = time.monotonic() + 5
while descendants() and time.monotonic() < until:
    time.sleep(0.01)
print(missed, len(descendants()))
for pid in descendants():
    os.kill(pid, signal.SIGKILL)
"""


@pytest.mark.parametrize("stop", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_whoever_is_stopped_while_it_starts_leaves_nothing_behind(
    stop: str, sandbox: Sandbox
) -> None:
    """Ctrl-C, an order to end, a closed terminal: no half-started process stays."""
    words = [sys.executable, "-c", STOPPED, stop]
    done = subprocess.run(words, cwd=Path(__file__).parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    missed, left = map(int, done.stdout.split())
    assert missed < 30
    assert not left
