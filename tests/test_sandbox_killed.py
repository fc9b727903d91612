"""A grader that is killed takes along everything that it has started."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

from footprint import alive, descendants, living
from sandbox_scripts import DAEMON, GRADER

from lessons.classroom.sandbox.fresh import Sandbox

ROOT = Path(__file__).parents[1]


def test_a_killed_grader_takes_everything_along(sandbox: Sandbox) -> None:
    """After kill -9 of the grader, nothing that it has started goes on."""
    words, others = [sys.executable, "-c", GRADER, DAEMON], descendants()
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) as grader:
        assert grader.stdout
        assert grader.stdout.readline() == b"ready\n"
        inside = set(descendants()) - {grader.pid, *others}
        assert len(inside) >= 4  # bubblewrap outside and inside, the worker, the daemon
        grader.send_signal(signal.SIGKILL)
    until = monotonic() + 5
    while inside & running() and monotonic() < until:
        sleep(0.01)
    assert not inside & running()


SLOW_START = """#!/bin/sh
echo $$ > {file}
sleep 0.3
exec {bwrap} "$@"
"""


def test_a_grader_killed_while_bubblewrap_starts_leaves_nothing_behind(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    """bubblewrap has nobody to tell that it is ready, and still doesn't wait for ever."""
    noted, slow, bwrap = tmp_path / "pid", tmp_path / "bwrap", shutil.which("bwrap")
    slow.write_text(SLOW_START.format(file=noted, bwrap=bwrap))
    slow.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, ""], cwd=ROOT, env={**os.environ, "PATH": path}
    ) as grader:
        while not (noted.exists() and noted.read_text().strip()):
            sleep(0.01)
        grader.kill()
    until = monotonic() + 5
    while alive(int(noted.read_text())) and monotonic() < until:
        sleep(0.01)
    assert not alive(int(noted.read_text()))


def running() -> set[int]:
    return {process for process, *_ in living()}
