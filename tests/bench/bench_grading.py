"""How fast is the grader, beside stock nbgrader, and does it grow with the class?

Measured is the command, as a teacher types it. *Graded* is from its start until the last grade is
in the gradebook, a fresh sandbox for each lesson included: what nbgrader's autograde does. *All* is
until it ends, with a page for each learner, one for the class, and the files for import. Memory is
the most that any one process of it held at a time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import made_up_learners
import stock_nbgrader
from places import TESTS

GOLDEN = sorted((TESTS / "golden_submissions").glob("ordinary_*"))[:16]
SIZES = (10, 100, 1_000, 10_000)
NOT_HANDED_IN = shutil.ignore_patterns("expected.json")
ONE_LESSON = ("01_recap",)


class Cost(NamedTuple):
    graded: float
    seconds: float
    megabytes: float


def graded(submissions: Path, into: Path, *options: str) -> Cost:
    """Return what the command costs."""
    command = [sys.executable, "-m", "lessons.classroom", "grade", str(submissions), *options]
    start = last = perf_counter()
    process = subprocess.Popen(
        [*command, f"--into={into}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    for line in process.stderr:  # a line for each learner
        last = perf_counter() if ", graded" in line else last
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: some of these learners need attention
        raise RuntimeError(f"the grader came to grief: {process.returncode}")
    return Cost(last - start, perf_counter() - start, used.ru_maxrss / 1024)


def against_nbgrader() -> None:
    with TemporaryDirectory() as folder:
        submissions, into = Path(folder, "submissions"), Path(folder, "grades")
        for case in GOLDEN:
            shutil.copytree(case, submissions / case.name, ignore=NOT_HANDED_IN)
        best = min(graded(submissions, into / str(turn)) for turn in range(3))
    ours = best.graded / len(GOLDEN)
    theirs = stock_nbgrader.seconds_each(GOLDEN)
    lessons = sum(len(list(case.glob("*.ipynb"))) for case in GOLDEN)
    print(f"{len(GOLDEN)} ordinary submissions, {lessons} notebooks (target: at least 50 ×)")
    print(f"{'this grader':30}{ours * 1e3:8.0f} ms each, graded")
    print(f"{'  pages and files included':30}{best.seconds / len(GOLDEN) * 1e3:8.0f} ms each, all")
    print(f"{'nbgrader autograde':30}{theirs * 1e3:8.0f} ms each{theirs / ours:8.0f} × longer")


def growth() -> None:
    print("\nA class of made-up learners, one lesson each")
    print(
        f"{'learners':>10}{'graded, s':>11}{'ms each':>10}{'all, s':>10}{'MB':>8}{'again, s':>10}"
    )
    for size in SIZES:
        with TemporaryDirectory() as folder:
            submissions, into = Path(folder, "submissions"), Path(folder, "grades")
            made_up_learners.write_class(submissions, size, ONE_LESSON)
            first, again = graded(submissions, into), graded(submissions, into)
        each, held = first.graded / size * 1e3, first.megabytes
        print(f"{size:10,}{first.graded:11.1f}{each:10.1f}", end="")
        print(f"{first.seconds:10.1f}{held:8.0f}{again.seconds:10.1f}", flush=True)


def main() -> None:
    """Print both tables."""
    # Elsewhere Python keeps what it has compiled; a machine that forbids it would slow both down.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    against_nbgrader()
    growth()


if __name__ == "__main__":
    main()
