"""The pool: every submission comes back once, whatever happens to the workers."""

import os
import signal
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from patience import LONG
from stand_in_graders import DeadlyToTake, notes, open_stand_in, submission

from lessons.classroom.errors import GraderError
from lessons.classroom.grading import pool
from lessons.classroom.grading.job import OpenGrader
from lessons.classroom.grading.pool import workers_here
from lessons.classroom.models import Graded, Source, Submission


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture(autouse=True)
def _long_farewell(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that ends by itself is not killed for being slow at it."""
    monkeypatch.setattr(pool, "SECONDS_TO_STOP", LONG)


def grade_here(
    submissions: Iterable[Submission], opener: OpenGrader, workers: int
) -> Generator[Graded, None, None]:
    with workers_here(opener, workers) as force:
        yield from force(submissions, 7)


def run(log: Path, submissions: Iterator[Submission] | list[Submission]) -> dict[str, Graded]:
    results = list(grade_here(submissions, partial(open_stand_in, log), workers=2))
    assert max(Counter(graded.learner.key for graded in results).values(), default=1) == 1
    return {graded.learner.key: graded for graded in results}


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def workers(log: Path) -> set[int]:
    return {int(line.split()[1]) for line in notes(log) if line.startswith("open ")}


def test_every_submission_is_graded_once_and_every_sandbox_closed(log):
    """A quiet run grades each submission once, in two processes, and leaves none behind."""
    keys = [f"learner{number}" for number in range(20)]
    results = run(log, [submission(key) for key in keys])
    assert sorted(results) == sorted(keys)
    assert all(graded.points == 2 for graded in results.values())
    assert all(notes(log).count(key) == 1 for key in keys)
    assert len(workers(log)) == 2
    assert os.getpid() not in workers(log)
    assert {f"closed {pid}" for pid in workers(log)} <= set(notes(log))
    assert not any(map(alive, workers(log)))


def test_nothing_to_grade_is_no_trouble(log):
    """Without submissions there are no results, and no worker stays behind."""
    assert run(log, []) == {}
    assert not any(map(alive, workers(log)))


def test_no_more_submissions_are_held_than_there_are_workers(log):
    """The pool takes a submission only when a worker is free, so memory stays flat."""
    taken = 0

    def endless() -> Iterator[Submission]:
        nonlocal taken
        while True:
            taken += 1
            yield submission(f"learner{taken}")

    results = grade_here(endless(), partial(open_stand_in, log), workers=2)
    assert taken == 0
    for received in range(1, 30):
        next(results)
        assert taken <= received + 2
    results.close()
    assert not any(map(alive, workers(log)))


def test_a_worker_that_is_killed_costs_nothing(log):
    """A submission whose worker dies is graded by another worker."""
    results = run(log, [submission("ann", "die once"), submission("bob"), submission("cho")])
    assert {key: graded.points for key, graded in results.items()} == dict.fromkeys(results, 2)
    assert len(results) == 3
    assert notes(log).count("ann") == 2
    assert notes(log).count("bob") == 1


def test_a_worker_that_is_killed_while_it_takes_its_submission_costs_nothing(log):
    """Memory may run out before the grader has begun: the others don't wait for what is lost."""
    deadly = Submission(submission("ann").learner, (Source("dz.py", DeadlyToTake(bytes(log))),))
    results = run(log, [deadly, submission("bob"), submission("cho")])
    assert {key: graded.points for key, graded in results.items()} == dict.fromkeys(results, 2)
    assert sorted(results) == ["ann", "bob", "cho"]


def test_a_submission_that_kills_two_workers_is_noted_as_not_graded(log):
    """Twice deadly: no zero in silence but a note, no digest, and the others have their grades."""
    others = [submission(f"learner{number}") for number in range(6)]
    results = run(log, [submission("ann", "die"), *others])
    assert results["ann"].grades == ()
    assert results["ann"].digest == ""
    assert "could not be graded: it ended the process" in results["ann"].notes[0]
    assert [graded.points for key, graded in results.items() if key != "ann"] == [2] * 6
    assert notes(log).count("ann") == 2


def test_the_last_submission_may_be_deadly_too(log, capfd):
    """When a worker dies at the very end, the one that takes its place leaves quietly."""
    assert run(log, [submission("ann", "die")])["ann"].grades == ()
    assert capfd.readouterr() == ("", "")
    assert not any(map(alive, workers(log)))


def test_a_failing_grader_costs_that_submission_alone(log):
    """What the grader itself fails on is noted with the reason, and its worker goes on."""
    results = run(log, [submission("ann", "raise"), submission("bob"), submission("cho")])
    assert results["ann"].grades == ()
    assert "ValueError: an answer nobody thought of" in results["ann"].notes[0]
    assert results["bob"].points == results["cho"].points == 2
    assert len(workers(log)) == 2


def test_a_hung_worker_is_ended(log, monkeypatch):
    """A submission that takes longer than any sandbox allows is noted, and the run goes on.

    Here that time goes by whenever Ann's is begun, once the others are done.
    """
    done: dict[str, Graded] = {}

    def now() -> float:
        return 2 * pool.SECONDS_UNTIL_HUNG * notes(log).count("ann") if len(done) == 2 else 0.0

    monkeypatch.setattr(pool, "monotonic", now)
    monkeypatch.setattr(pool, "SECONDS_BETWEEN_CHECKS", 0.05)
    waiting = [submission("ann", "hang"), submission("bob"), submission("cho")]
    for graded in grade_here(waiting, partial(open_stand_in, log), workers=2):
        done[graded.learner.key] = graded
    assert list(done) == ["bob", "cho", "ann"]
    assert "could not be graded" in done["ann"].notes[0]
    assert done["bob"].points == done["cho"].points == 2
    assert notes(log).count("ann") == 2


def test_a_sandbox_that_does_not_open_stops_the_run_with_its_reason(tmp_path):
    """If no worker can start, the teacher reads why, and nobody gets a zero for it."""
    with pytest.raises(GraderError, match="no room for a sandbox"):
        run(tmp_path / "missing" / "log", [submission("ann"), submission("bob")])


def test_stopping_in_the_middle_closes_the_sandboxes_at_once(log):
    """Whoever stops the run waits for no submission, and no process stays behind."""
    slow = [submission("ann", "hang"), submission("bob"), submission("cho", "hang")]
    results = grade_here(slow, partial(open_stand_in, log), workers=2)
    assert next(results).learner.key == "bob"
    results.close()
    assert not any(map(alive, workers(log)))
    assert {f"closed {pid}" for pid in workers(log)} <= set(notes(log))


def test_workers_leave_interrupts_to_the_parent(log):
    """Ctrl-C reaches all processes of a terminal; workers go on until the parent ends them."""
    results = grade_here(
        (submission(f"learner{number}") for number in range(4)),
        partial(open_stand_in, log),
        workers=2,
    )
    next(results)
    for pid in workers(log):
        os.kill(pid, signal.SIGINT)
    assert len(list(results)) == 3
    assert len(workers(log)) == 2
