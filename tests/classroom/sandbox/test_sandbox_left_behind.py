"""What a learner's code can't leave behind: nothing outlives the block that ran it."""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from footprint import descendants
from open_python import let_all_run_it
from patience import LONG, wait_until
from places import TESTS
from sandbox_scripts import DAEMON
from worker_talk import error

from lessons.classroom.sandbox.sandbox import DiedError, Sandbox, open_sandbox

CODES = {DAEMON: LONG, "while True: pass": 1, "bytes(10**11)": LONG}
ENDS_DAEMONS = {"bubblewrap": True, "none": os.geteuid() == 0}


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_nothing_is_left_behind(
    kind: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the block ends, every process, file and descriptor is gone, a daemon's included."""
    if kind == "none":
        let_all_run_it(monkeypatch)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    processes, descriptors = set(descendants()), set(os.listdir("/proc/self/fd"))
    with open_sandbox(kind) as opened:
        during = set[int]()
        for code, seconds in CODES.items():
            with opened.start({}) as worker:
                with suppress(DiedError):
                    error(worker, code if code != DAEMON or ENDS_DAEMONS[kind] else "", seconds)
                during = set(descendants()) - processes
            if kind == "none":  # there all are killed, and nobody waits for those of others
                wait_until(lambda gone=during: not gone & set(descendants()))
            assert not during & set(descendants())
    assert set(descendants()) == processes
    assert set(os.listdir("/proc/self/fd")) == descriptors
    assert not list(tmp_path.iterdir())


STOPPED = """
import re, signal, sys
from footprint import descendants, orphans_adopted
from patience import wait_until
from lessons.classroom.sandbox.sandbox import open_sandbox

number, first = getattr(signal, sys.argv[1]), int(sys.argv[2])

def stop(*_):
    raise KeyboardInterrupt

def opened(stopped_at):
    lines = 0

    def trace(frame, event, _):
        nonlocal lines
        if "__del__" in (frame.f_code.co_name, frame.f_back.f_code.co_name):
            return None  # what is raised there ends nothing
        if not re.search("sandbox|subprocess", frame.f_code.co_filename):
            return None
        lines += event == "line"
        if lines == stopped_at:
            sys.settrace(None)
            signal.raise_signal(number)
        return trace

    sys.settrace(trace)
    try:
        with open_sandbox("bubblewrap"):
            sys.settrace(None)
    except KeyboardInterrupt:
        return 0
    finally:
        sys.settrace(None)
    return lines

signal.signal(number, stop)
opened(None)  # the first time there are more lines to go through, which are gone through once
lines = range(first, opened(None) + 1, 3)
assert lines
with orphans_adopted():
    for line in lines:
        assert opened(line) < line, f"line {line} went on"  # waiting takes more lines, or fewer
        wait_until(lambda: not descendants())
"""


@pytest.mark.parametrize(("stop", "first"), [("SIGINT", 1), ("SIGTERM", 2), ("SIGHUP", 3)])
def test_whoever_is_stopped_while_it_starts_leaves_nothing_behind(
    stop: str, first: int, sandbox: Sandbox
) -> None:
    """Ctrl-C, an order to end, a closed terminal, at any line: no half-started process stays."""
    words = [sys.executable, "-c", STOPPED, stop, str(first)]
    done = subprocess.run(words, cwd=TESTS / "helpers", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
