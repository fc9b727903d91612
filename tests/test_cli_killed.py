"""Killed, interrupted or started twice: the command loses nothing, and goes on."""

import os
import signal
import time
from random import Random

from footprint import alive
from teachers_command import (
    RIGHT,
    SECONDS,
    classroom,
    gradings,
    hand_in,
    points,
    start,
)


def is_over(group: int) -> bool:
    """Wait until no process of a group is alive."""
    for _ in range(300):
        if not alive(group):
            return True
        time.sleep(0.1)
    return False


def test_killed_at_any_moment_the_same_command_goes_on(tmp_path):
    """kill -9 again and again: nothing lost, nothing recorded twice, no process stays behind."""
    keys = [f"learner{number}" for number in range(24)]
    hand_in(tmp_path / "submissions", **dict.fromkeys(keys, RIGHT))
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 2)
    random, so_far = Random(1), []
    for turn in range(5):
        running = start(*grade)
        assert running.stderr
        for _ in range(random.randrange(3 * turn + 1)):
            running.stderr.readline()
        time.sleep(random.uniform(0, 0.3))
        running.kill()
        running.communicate()
        assert is_over(running.pid)
        so_far.append(len(gradings(tmp_path / "grades")))
    assert so_far == sorted(so_far)
    assert any(0 < count < len(keys) for count in so_far)
    done = classroom(*grade)
    assert done.returncode == 0, done.stderr
    assert gradings(tmp_path / "grades") == dict.fromkeys(keys, 1)
    assert points(tmp_path / "grades") == dict.fromkeys(keys, 2)


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


def test_an_interrupt_stops_cleanly_and_says_how_to_go_on(tmp_path):
    """Ctrl-C: no traceback, what is done is kept, all processes end, the same command goes on."""
    hand_in(tmp_path / "submissions", ann=RIGHT, bob="while True:\n    pass\n", cho=RIGHT)
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 2)
    running = start(*grade)
    assert running.stderr
    first = running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=SECONDS)
    assert first.startswith("1 of 3: ")
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. What is done is kept")
    assert "Traceback" not in said
    assert is_over(running.pid)
    assert len(gradings(tmp_path / "grades")) in (1, 2)
    assert "goes on from there" in classroom(*grade).stdout
    assert gradings(tmp_path / "grades") == {"ann": 1, "bob": 1, "cho": 1}
