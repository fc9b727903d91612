"""The zip has all that it needs, and really grades."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from gradescope_schema import grade_in
from groups import in_sandbox
from places import ROOT

from lessons.classroom.gradescope.bundle import SCRIPTS, bundle


def test_the_zip_has_its_scripts_at_the_root(zipped: Path, tmp_path: Path) -> None:
    """Both scripts stand at the root and can be run; nothing in it is of this machine."""
    with ZipFile(zipped) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
    assert all(entries[name].external_attr >> 16 == 0o100755 for name in SCRIPTS)
    assert {"pyproject.toml", "requirements.txt", "lessons/logistic.py"} <= set(entries)
    assert not [name for name in entries if "__pycache__" in name or name.startswith((".", "/"))]
    assert bundle(ROOT, tmp_path / "again.zip").read_bytes() == zipped.read_bytes()


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_are_sound_bash(script: str) -> None:
    """bash can read each script, and each stops at its first error."""
    path = ROOT / "lessons" / "classroom" / "gradescope" / script
    subprocess.run(["bash", "-n", path], check=True)
    assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in path.read_text("utf-8")


def test_make_gradescope_says_what_is_asked_for(tmp_path: Path) -> None:
    """The zip demands bubblewrap, unless the teacher asks for none."""
    for asked, said in (("", b"bubblewrap"), ("none", b"none")):
        path = tmp_path / f"{said!r}.zip"
        words = [f"--sandbox={asked}"] if asked else []
        module = "lessons.classroom.gradescope.bundle"
        subprocess.run([sys.executable, "-m", module, path, *words], cwd=ROOT, check=True)
        with ZipFile(path) as archive:
            assert archive.read("sandbox") == said
    make = ["make", "-n", "gradescope", "SANDBOX=none"]
    shown = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "build/gradescope.zip --sandbox=none" in shown


@in_sandbox
def test_the_zip_grades_a_submission(autograder: Path) -> None:
    """A right notebook, whatever it is called, gets all points from the unpacked zip."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission" / "hand in.ipynb")
    answer = grade_in(autograder, "Homework 3")
    assert answer["score"] == 13
    assert answer["extra_data"]["sandbox"].startswith("bubblewrap ")
    assert {test["status"] for test in answer["tests"]} == {"passed"}


@in_sandbox
def test_the_assignments_title_says_which_lesson_counts(autograder: Path) -> None:
    """Another lesson handed in as well earns nothing, and one that is missing is missing."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    assert grade_in(autograder, "01 Recap")["score"] == 13
    answer = grade_in(autograder, "Homework: 02_derivatives")
    assert answer["score"] == 0
    assert {tag for test in answer["tests"] for tag in test["tags"]} == {"02_derivatives"}


@in_sandbox
def test_rubbish_gets_an_answer(autograder: Path) -> None:
    """A file that is no notebook earns nothing, and the learner reads why."""
    (autograder / "submission" / "essay.ipynb").write_bytes(b"\x89PNG rubbish")
    answer = grade_in(autograder, "Homework")
    assert answer["score"] == 0
    assert "essay.ipynb" in answer["output"]
