"""`python -m lessons lab`: real JupyterLab on copies that stay the learner's own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lab_process import contents, fetch, started

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "lessons", "lab", "--no-browser"]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the course's notebooks, and nothing in it that the learner wrote."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "course" / "notebooks")
    return tmp_path / "course"


def test_the_lab_opens_the_first_lesson_of_work_quietly_and_on_this_computer_only(course: Path):
    """Two labs find a port each, tell the folder, open lesson 00, ask for no news, and stop."""
    ours = {"PYTHONPATH": str(ROOT)}
    with started(COMMAND, course, **ours) as first, started(COMMAND, course, **ours) as second:
        assert f"Your lessons are in {course / 'work'}\n" in first.said
        assert first.address.split("/lab")[0] != second.address.split("/lab")[0]
        for lab in (first, second):
            assert re.match(r"http://127[.]0[.]0[.]1:\d+/lab/tree/work/00_start", lab.address)
            assert '["@jupyterlab/apputils-extension:announcements"]' in fetch(lab.address)
        assert json.loads(contents(first.address, "work/00_start.ipynb"))["content"]["cells"]
        first.process.send_signal(signal.SIGINT)
        assert first.process.wait(timeout=30) == 0


def refused(course: Path, *around: str | Path, **environment: str) -> str:
    """Return what the command says when it can't start."""
    done = subprocess.run(
        [*around, *COMMAND],
        cwd=course,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_make_lab_is_the_same_command() -> None:
    """`make lab` and the README's lines for those without make end in one and the same command."""
    planned = subprocess.check_output(
        ["make", "-n", "--no-print-directory", "lab"], cwd=ROOT, text=True
    )
    assert planned.splitlines()[-1] == ".venv/bin/python -m lessons lab"
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in (".venv/bin/python -m lessons lab", r".venv\Scripts\python -m lessons lab"):
        assert f"\n{line}\n" in readme


@pytest.fixture
def bubble() -> list[str]:
    """A command that runs another one with this computer's files, and changes to some."""
    if not shutil.which("bwrap"):
        pytest.skip("no bwrap on the PATH")
    return ["bwrap", "--dev-bind", "/", "/"]


def test_a_file_called_work_is_named_with_the_remedy(course: Path) -> None:
    """Where work/ should be and a file is, the file stays and one sentence says so."""
    (course / "work").write_text("my diary")
    assert "work is a file" in refused(course)
    assert (course / "work").read_text() == "my diary"


def test_without_the_right_to_write_one_sentence_says_so(course: Path, bubble: list[str]) -> None:
    """On a read-only place the command says why it can't go on, and what to do."""
    said = refused(course, *bubble, "--ro-bind", course, course)
    assert re.search(r"can't be put into .*/work: Read-only file system\. Mend that", said)


def test_a_full_disk_is_told_and_leaves_no_half_written_lesson(
    course: Path, bubble: list[str]
) -> None:
    """What fits is whole, what doesn't is not begun, and one sentence names the full disk."""
    work = course / "work"
    work.mkdir()
    full = [*bubble, "--size", "32768", "--tmpfs", work, "sh", "-c"]
    script = '"$@" || { code=$?; ls -A work > listing; exit $code; }'
    assert "No space left on device" in refused(course, *full, script, "sh")
    left = (course / "listing").read_text().split()
    assert "00_start.ipynb" in left
    assert not [name for name in left if "unfinished" in name]


def test_a_missing_jupyterlab_is_told_with_the_command_that_brings_it(course: Path) -> None:
    """Where JupyterLab isn't installed, one sentence says how to get it."""
    (course / "jupyterlab.py").write_text("")  # no package, so it has no jupyterlab.labapp
    assert "Run: python -m pip install jupyterlab" in refused(course)
