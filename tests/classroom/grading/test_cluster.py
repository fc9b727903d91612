"""The cluster: the same jobs on a real Dask scheduler, and whatever is lost is done again."""

import json
import logging
import os
import signal
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from pathlib import Path

import dask
import pytest
from groups import in_sandbox
from patience import LONG
from stand_in_graders import notes, open_stand_in, submission

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from distributed import LocalCluster

from lessons.classroom.errors import GraderError
from lessons.classroom.grading.dask_cluster import workers_there
from lessons.classroom.grading.job import OpenGrader
from lessons.classroom.models import Graded, Submission


def cluster(workers: int) -> LocalCluster:
    """A scheduler and worker processes on this machine; a task may cost three of them."""
    patient = dict.fromkeys(("connect", "tcp"), f"{LONG} s")
    with dask.config.set(
        {"distributed.scheduler.allowed-failures": 2, "distributed.comm.timeouts": patient}
    ):
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        )


COMMAND = [sys.executable, "-m", "lessons.classroom"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, which start anew when they are killed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("dask")))
        patch.setattr("lessons.classroom.grading.dask_cluster.SECONDS_FOR_A_WORKER", LONG)
        with cluster(workers=2) as running:
            yield running.scheduler_address


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


def grade_there(
    submissions: Iterable[Submission], opener: OpenGrader, address: str
) -> Generator[Graded, None, None]:
    with workers_there(opener, address) as force:
        yield from force(submissions, 7)


def run(address: str, log: Path, submissions: list[Submission]) -> dict[str, Graded]:
    results = list(grade_there(submissions, partial(open_stand_in, log), address))
    assert len({graded.learner.key for graded in results}) == len(results) == len(submissions)
    return {graded.learner.key: graded for graded in results}


def test_a_machine_that_is_killed_in_the_middle_costs_nothing(address, log):
    """Nothing is lost and nothing comes twice, though a worker process is killed on the way."""
    keys = [f"learner{number}" for number in range(40)]
    submissions = [submission(key) for key in keys]
    results = []
    for graded in grade_there(submissions, partial(open_stand_in, log), address):
        results.append(graded.learner.key)
        if len(results) == 10:
            newest = int([line for line in notes(log) if line.startswith("open ")][-1].split()[1])
            assert newest != os.getpid()
            os.kill(newest, signal.SIGKILL)
    assert sorted(results) == sorted(keys)


def test_a_quiet_run_grades_each_submission_once(address, log):
    """Each submission is graded once, by a process that is not this one."""
    results = run(address, log, [submission(f"learner{number}") for number in range(10)])
    assert all(graded.points == 2 for graded in results.values())
    assert all(notes(log).count(key) == 1 for key in results)
    assert f"open {os.getpid()}" not in notes(log)


def test_a_submission_that_ends_every_machine_is_noted_as_not_graded(log):
    """A deadly submission is given up with a note; the others have their grades.

    A worker that dies while it starts may be lost for good, so there is one more than it can end.
    """
    submissions = [submission("ann", "die"), submission("bob", "raise"), submission("cho")]
    with cluster(workers=4) as running:
        results = run(running.scheduler_address, log, submissions)
    assert "could not be graded: it ended" in results["ann"].notes[0]
    assert "ValueError: an answer nobody thought of" in results["bob"].notes[0]
    assert results["cho"].points == 2


def test_few_submissions_are_held_at_a_time(address, log):
    """Submissions are taken as the cluster gets through them, so memory stays flat."""
    taken = 0

    def endless() -> Iterator[Submission]:
        nonlocal taken
        while True:
            taken += 1
            yield submission(f"learner{taken}")

    results = grade_there(endless(), partial(open_stand_in, log), address)
    for received in range(1, 15):
        next(results)
        assert taken <= received + 2
    results.close()


def test_a_sandbox_that_does_not_open_there_stops_the_run_with_its_reason(address, tmp_path):
    """If the cluster can't grade, the teacher reads why before anything is handed out."""
    opener = partial(open_stand_in, tmp_path / "missing" / "log")
    with pytest.raises(GraderError, match="can't grade: no room for a sandbox"):
        next(grade_there([submission("ann")], opener, address))


@in_sandbox
def test_the_command_gives_the_same_grades_there_as_here(address, tmp_path):
    """With the real grader and its sandbox: the same seed gives the same grades on a cluster."""
    for name, answer in {"ann": "a - y", "bob": "y - a", "cho": "while True: pass"}.items():
        (tmp_path / "submissions" / name).mkdir(parents=True)
        code = f"def dz(a, y):\n    return {answer}\n"
        (tmp_path / "submissions" / name / "02_derivatives.py").write_text(code)
    everything = {}
    for into, where in {"here": [], "there": ["--cluster", address]}.items():
        grade = [*COMMAND, "grade", "submissions", "--seed", "3", "--into", into, *where]
        done = subprocess.run(grade, cwd=tmp_path, capture_output=True, text=True, timeout=LONG)
        assert len(done.stderr.splitlines()) == 3, done.stderr
        lines = (tmp_path / into / "grades.jsonl").read_text().splitlines()
        everything[into] = [json.loads(line) | {"seconds": 0} for line in lines]
    assert everything["here"] == everything["there"]
    assert [graded["points"] for graded in everything["there"]] == [2, 0, 0]


def test_a_cluster_that_goes_away_is_named_with_the_remedy(log):
    """If the scheduler is lost in the middle, what came back is kept, and the teacher knows."""
    with cluster(workers=1) as running:
        submissions = [submission("ann"), submission("bob", "hang")]
        results = grade_there(submissions, partial(open_stand_in, log), running.scheduler_address)
        assert next(results).learner.key == "ann"
    with pytest.raises(GraderError, match=r"The cluster is gone\. What was graded is kept"):
        next(results)


def test_a_cluster_that_loses_its_last_worker_is_named_with_the_remedy(log, monkeypatch):
    """Nobody waits for ever: what came back is kept, and the teacher knows."""
    monkeypatch.setattr("lessons.classroom.grading.dask_cluster.SECONDS_FOR_A_WORKER", 1)
    with cluster(workers=1) as running:
        submissions = [submission("ann"), submission("bob", "hang")]
        results = grade_there(submissions, partial(open_stand_in, log), running.scheduler_address)
        assert next(results).learner.key == "ann"
        running.scale(0)
        with pytest.raises(GraderError, match=r"no workers any more\. What was graded is kept"):
            next(results)


def test_a_cluster_without_workers_is_refused_in_one_sentence(log, monkeypatch):
    """An idle scheduler would let the teacher wait for ever."""
    monkeypatch.setattr("lessons.classroom.grading.dask_cluster.SECONDS_FOR_A_WORKER", 1)
    no_workers = pytest.raises(GraderError, match=r"has no workers\. Run: dask worker")
    with cluster(workers=0) as running, no_workers:
        run(running.scheduler_address, log, [submission("ann")])


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:1", "nonsense://127.0.0.1:1", "tcp://", "a b"]
)
def test_an_address_where_nobody_answers_is_refused_in_one_sentence(address):
    """A wrong address is named with the remedy, and the command ends."""
    said = in_another_python(
        "from lessons.classroom.grading import dask_cluster\n"
        "dask_cluster.PATIENCE = 1\n"
        f"with dask_cluster.workers_there(None, {address!r}): pass"
    )
    assert said.startswith(f"GraderError No Dask scheduler answers at {address} (")
    assert said.endswith("Start one with: dask scheduler. It prints its address.\n")
    assert said.count("\n") == 1


def test_without_dask_one_sentence_says_how_to_get_it():
    """Dask is an extra: who doesn't have it reads what to install."""
    said = in_another_python(
        "import sys\nsys.modules['distributed'] = None\n"
        "import lessons.classroom.grading.dask_cluster"
    )
    assert said == "GraderError --cluster needs Dask. Run: pip install 'lessons[cluster]'\n"


def in_another_python(code: str) -> str:
    """Return what is said by code that fails. A client that found no scheduler dies with it."""
    whole = (
        "try:\n" + textwrap.indent(code, "    ") + "\n"
        "except Exception as error:\n    print(type(error).__name__, error)"
    )
    return subprocess.check_output([sys.executable, "-c", whole], text=True, timeout=LONG)
