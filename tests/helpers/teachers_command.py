"""The command a teacher types: run it on a folder of submissions, and see what it has done."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from open_python import open_python
from patience import LONG

from lessons.classroom.gradebook.gradebook import open_gradebook

RIGHT = "def dz(a, y):\n    return a - y\n"
WRONG = "def dz(a, y):\n    return y - a\n"
COMMAND = [sys.executable, "-m", "lessons.classroom"]
SECONDS = LONG  # for any command here


def classroom(*arguments: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=SECONDS,
        **settings,
    )  # fmt: skip


def start(*arguments: object) -> subprocess.Popen[str]:
    """Start a command in a group of processes of its own."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def hand_in(folder: Path, **answers: str) -> Path:
    """Give each of these learners this answer, and return the folder."""
    for name, answer in answers.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "02_derivatives.py").write_text(answer)
    return folder


def points(into: Path) -> dict[str, float]:
    """Return the points of each learner, as the exported grades have them."""
    lines = (into / "grades.jsonl").read_text().splitlines()
    return {graded["learner"]["key"]: graded["points"] for graded in map(json.loads, lines)}


def gradings(into: Path) -> dict[str, int]:
    """Return how often each learner was graded."""
    into.mkdir(exist_ok=True)
    with open_gradebook(into / "gradebook.db") as book:
        return {key: len(book.history(key)) for key in book.learners()}


@pytest.fixture(scope="session")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with submissions and grades, as the first run has left them.

    What it hands in is trusted, so it needs no sandbox.
    """
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder / "submissions", ann=RIGHT, bob=WRONG, cho=WRONG)
    words = [open_python(), *COMMAND[1:], "grade", "submissions", "--seed=5", "--sandbox=none"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    (folder / "said").write_text(done.stdout)
    return folder


@pytest.fixture
def course(graded_class: Path, tmp_path: Path) -> Path:
    """A copy of the graded class, to change."""
    shutil.copytree(graded_class, tmp_path / "class")
    return tmp_path / "class"
