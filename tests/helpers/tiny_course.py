"""The smallest course there is: where its golden release lies, and lessons to be put into it."""

import shutil
from functools import reduce
from pathlib import Path

import jupytext
import nbformat
from places import ROOT, TESTS

from lessons.authoring.links import repository
from lessons.authoring.pipeline import learner_steps

GOLDEN = TESTS / "golden_release"
OURS = repository(ROOT).removeprefix("https://github.com/")  # may be the placeholder
REAL = repository(GOLDEN)
POINTS = {"double": 1, "by_hand": 2}
EXERCISE = '# %% exercise="double"\n# BEGIN SOLUTION\ndouble = 2 * 12345\n# END SOLUTION\n'
CHECK = '# %% check="double"\nprint(double)\n'


def lesson(tmp_path: Path, source: str) -> Path:
    """Return a course of this one lesson."""
    (tmp_path / "solutions").mkdir()
    shutil.copy(GOLDEN / "pyproject.toml", tmp_path)
    (tmp_path / "solutions/00_tiny.py").write_text(source, encoding="utf-8")
    return tmp_path


def give_address(course: Path, address: str) -> None:
    """Write an address into pyproject.toml, below a line that could be taken for it."""
    lines = f'# Repository = "{address}" follows.\n[project.urls]\nRepository = "{address}"\n'
    (course / "pyproject.toml").write_text(lines)


def learners(source: str) -> nbformat.NotebookNode:
    """Return the notebook that learners get of this lesson."""
    authored = jupytext.reads(source, fmt="py:percent")
    return reduce(lambda notebook, step: step(notebook), learner_steps(POINTS), authored)
