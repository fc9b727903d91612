"""Stock nbgrader at work on the release, in an environment of its own.

    python tests/helpers/stock_nbgrader.py tests/golden_submissions/ordinary_*

prints how many seconds `nbgrader autograde` takes for each of these folders of notebooks.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import environments
from places import ROOT

OURS = Path(__file__).with_name("nbgrader")
HOME = ROOT / ".venv" / "nbgrader"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")


class Course:
    """A teacher's folder with one assignment, called lessons, made of the released notebooks."""

    def __init__(self, folder: Path) -> None:
        environments.ready("nbgrader")
        self.folder = folder
        shutil.copytree(ROOT / "notebooks", folder / "source" / "lessons")
        # The answers are out already; looking for them, nbgrader would empty every exercise.
        keep = "--ClearSolutions.enabled=False"
        self._run(PROGRAMS / "nbgrader", "generate_assignment", "lessons", keep)

    def submit(self, learner: str, notebooks: Iterable[Path]) -> None:
        """Put a learner's notebooks where nbgrader's own collect would."""
        there = self.folder / "submitted" / learner / "lessons"
        there.mkdir(parents=True)
        for notebook in notebooks:
            shutil.copy(notebook, there)

    def autograde(self) -> float:
        """Grade all submissions; return the seconds that took."""
        start = perf_counter()
        self._run(PROGRAMS / "nbgrader", "autograde", "lessons")
        return perf_counter() - start

    def scores(self) -> dict[str, dict[str, float]]:
        """Return the score of each check cell, learner by learner."""
        scores: dict[str, dict[str, float]]
        scores = json.loads(self._run(PROGRAMS / "python", OURS / "scores.py"))
        return scores

    def _run(self, *words: Path | str) -> str:
        """Run a program of the environment in the course's folder; RuntimeError if it fails."""
        settings = {
            "PATH": os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore",
            "IPYTHONDIR": str(self.folder / "ipython"),
            "JUPYTER_CONFIG_DIR": str(self.folder / "config"),
        }
        done = subprocess.run(
            words, cwd=self.folder, env=os.environ | settings, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"{words[1]}: {done.stderr[-2000:]}")
        return done.stdout


def seconds_each(submissions: Iterable[Path]) -> float:
    """Return the seconds that a batch takes for each submission, once everything is compiled."""
    batch = list(submissions)
    return min(seconds(batch) for _ in range(2)) / len(batch)


def seconds(batch: Iterable[Path]) -> float:
    with TemporaryDirectory() as folder:
        course = Course(Path(folder))
        for submission in batch:
            course.submit(submission.name, submission.glob("*.ipynb"))
        return course.autograde()


if __name__ == "__main__":
    print(f"{seconds_each(map(Path, sys.argv[1:])):.2f} s per submission")
