"""Killed, interrupted or started twice: the command loses nothing, and goes on."""

import os
import signal
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from math import inf
from subprocess import Popen

import pytest
from footprint import alive
from groups import in_sandbox
from patience import wait_until
from stand_in_graders import graded
from teachers_command import (
    RIGHT,
    SECONDS,
    classroom,
    gradings,
    hand_in,
    points,
    start,
)

from lessons.classroom.cli import grade as command
from lessons.classroom.cli.options import parser
from lessons.classroom.models import Graded, Submission


def told_of(running: Popen[str], many: int) -> set[str]:
    """Read so many lines, and return who is graded by what they say."""
    assert running.stderr
    lines = [running.stderr.readline().strip() for _ in range(many)]
    return {line.split()[3].rstrip(",") for line in lines if line.endswith(", graded")}


@in_sandbox
def test_killed_at_any_moment_the_same_command_goes_on(tmp_path):
    """kill -9 again and again: nothing lost, nothing recorded twice, no process stays behind."""
    keys = [f"learner{number}" for number in range(24)]
    hand_in(tmp_path / "submissions", **dict.fromkeys(keys, RIGHT))
    into, told = tmp_path / "grades", set[str]()
    grade = ("grade", tmp_path / "submissions", "--into", into, "--workers", 2)
    for lines in (0, 1, 3, 8, 15):
        running = start(*grade)
        wait_until((into / "gradebook.db").exists)
        told |= told_of(running, lines)
        running.kill()
        running.communicate()
        wait_until(lambda group=running.pid: not alive(group))
        so_far = gradings(into)
        assert told <= so_far.keys() <= set(keys)
        assert set(so_far.values()) <= {1}
    done = classroom(*grade)
    assert done.returncode == 0, done.stderr
    assert gradings(into) == dict.fromkeys(keys, 1)
    assert points(into) == dict.fromkeys(keys, 2)


@in_sandbox
def test_two_graders_at_once_share_the_work_and_record_nothing_twice(tmp_path):
    """Two commands on one gradebook: both end well, and each learner is recorded once."""
    keys = [f"learner{number}" for number in range(6)]
    hand_in(tmp_path / "submissions", **dict.fromkeys(keys, RIGHT))
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 1)
    both = [start(*grade), start(*grade)]
    said = [running.communicate(timeout=SECONDS) for running in both]
    assert [running.returncode for running in both] == [0, 0], said
    assert gradings(tmp_path / "grades") == dict.fromkeys(keys, 1)
    assert points(tmp_path / "grades") == dict.fromkeys(keys, 2)


@in_sandbox
def test_an_interrupt_stops_cleanly_and_says_how_to_go_on(tmp_path):
    """Ctrl-C: no traceback, what is done is kept, all processes end, the same command goes on."""
    endless = f"# %%\n{RIGHT}" + "# %%\nwhile True: pass\n" * 20  # all of a hand-in's two minutes
    hand_in(tmp_path / "submissions", ann=RIGHT, bob=endless, cho=RIGHT)
    into = tmp_path / "grades"
    grade = ("grade", tmp_path / "submissions", "--into", into, "--workers", 2)
    running = start(*grade)
    told = told_of(running, 1)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=SECONDS)
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. What is done is kept")
    assert "Traceback" not in said
    wait_until(lambda: not alive(running.pid))
    so_far = gradings(into)
    assert told <= so_far.keys() <= {"ann", "cho"}
    assert set(so_far.values()) == {1}
    hand_in(tmp_path / "submissions", bob=RIGHT)
    assert "goes on from there" in classroom(*grade).stdout
    assert gradings(into) == {"ann": 1, "bob": 1, "cho": 1}


@pytest.mark.parametrize("many", [1, 2, 3])
def test_an_interrupted_run_has_kept_each_grade_that_came_back(many, tmp_path, monkeypatch):
    """Ctrl-C after so many grades: just these are recorded, and only the others are asked for."""
    asked: list[str] = []

    def grade(submissions: Iterator[Submission], _: int, most: float) -> Iterator[Graded]:
        for one in submissions:
            asked.append(one.learner.key)
            yield replace(graded(one.learner.key), digest=one.digest)
            if len(asked) == most:
                raise KeyboardInterrupt

    folder = hand_in(tmp_path / "submissions", ann=RIGHT, bob=RIGHT, cho=RIGHT)
    options = parser().parse_args(["grade", str(folder), "--into", str(tmp_path / "grades")])
    monkeypatch.setattr(command, "_sandbox", lambda *_: "none is needed")
    monkeypatch.setattr(command, "_workers", lambda *_: nullcontext(partial(grade, most=many)))
    with pytest.raises(KeyboardInterrupt):
        command.grade(options)
    assert gradings(tmp_path / "grades") == dict.fromkeys(asked, 1)
    monkeypatch.setattr(command, "_workers", lambda *_: nullcontext(partial(grade, most=inf)))
    assert command.grade(options) == 0
    assert gradings(tmp_path / "grades") == {"ann": 1, "bob": 1, "cho": 1}
    assert sorted(asked) == ["ann", "bob", "cho"]
