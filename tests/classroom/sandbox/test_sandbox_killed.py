"""A grader that is killed takes along everything that it has started."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from footprint import alive, descendants, living
from patience import wait_until
from places import ROOT
from sandbox_scripts import DAEMON, GRADER

from lessons.classroom.sandbox.sandbox import Sandbox


def test_a_killed_grader_takes_everything_along(sandbox: Sandbox) -> None:
    """After kill -9 of the grader, nothing that it has started goes on."""
    words, others = [sys.executable, "-c", GRADER, DAEMON], descendants()
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) as grader:
        assert grader.stdout
        assert grader.stdout.readline() == b"ready\n"
        inside = set(descendants()) - {grader.pid, *others}
        assert len(inside) >= 4  # bubblewrap outside and inside, the worker, the daemon
        grader.send_signal(signal.SIGKILL)
    wait_until(lambda: not inside & running())


SLOW_START = """#!/bin/sh
[ "$1" = --version ] && exec {bwrap} --version
echo $$ > {noted}
while [ ! -e {go} ]; do sleep 0.02; done
exec {bwrap} "$@"
"""


def test_a_grader_killed_while_bubblewrap_starts_leaves_nothing_behind(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    """bubblewrap has nobody to tell that it is ready, and still doesn't wait for ever."""
    assert sandbox.program
    noted, go, slow = tmp_path / "pid", tmp_path / "go", tmp_path / "bwrap"
    slow.write_text(SLOW_START.format(noted=noted, go=go, bwrap=sandbox.program.path))
    slow.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, ""], cwd=ROOT, env={**os.environ, "PATH": path}
    ) as grader:
        wait_until(lambda: noted.exists() and noted.read_text().strip())
        grader.kill()
    assert alive(int(noted.read_text()))
    go.touch()
    wait_until(lambda: not alive(int(noted.read_text())))


def running() -> set[int]:
    return {process for process, *_ in living()}
