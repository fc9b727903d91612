"""The course in Gradescope: its answers as the documents say, and a zip that really grades."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made_up_class import learner, right_grades, wrong_grades

from lessons.classroom.gradescope.bundle import SCRIPTS, bundle
from lessons.classroom.gradescope.results import results
from lessons.classroom.records import Graded, Learner
from lessons.exercises import EXERCISES

ROOT = Path(__file__).parent.parent

# From "Autograder Specifications", gradescope-autograders.readthedocs.io/en/latest/specs: every
# field that it names, and the words that it allows in each. Nothing else is to be there.
TEXT, NUMBER = {"type": "string"}, {"type": "number"}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEST = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": NUMBER,
        "max_score": NUMBER,
        "status": {"enum": ["passed", "failed"]},
        "name": TEXT,
        "name_format": FORMAT,
        "number": TEXT,
        "output": TEXT,
        "output_format": FORMAT,
        "tags": {"type": "array", "items": TEXT},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": NUMBER,
        "execution_time": NUMBER,
        "output": TEXT,
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
    # "optional, but required if not on each test case below"
    "anyOf": [
        {"required": ["score"]},
        {"required": ["tests"], "properties": {"tests": {"items": {"required": ["score"]}}}},
    ],
}
VALID = Draft202012Validator(SCHEMA)


def test_the_schema_can_tell() -> None:
    """What the document forbids is refused by the schema of these tests."""
    for wrong in ({}, {"score": "1"}, {"score": 1, "visibility": "never"}, {"score": 1, "x": 1}):
        assert not VALID.is_valid(wrong)
    assert not VALID.is_valid({"tests": [{"status": "maybe"}], "score": 1})


@settings(max_examples=50)
@given(st.integers(0, 2**32), st.text(max_size=50))
def test_results_are_as_documented(seed: int, note: str) -> None:
    """Whoever is graded, each field has the type and the words that Gradescope knows."""
    graded = learner(seed % 1000, Random(seed))
    graded = Graded(graded.learner, graded.digest, seed, graded.grades, (note,), 1.5)
    answer = results(graded)
    VALID.validate(json.loads(json.dumps(answer, allow_nan=False)))
    assert answer["score"] == pytest.approx(sum(test["score"] for test in answer["tests"]))
    assert len({test["number"] for test in answer["tests"]}) == len(graded.grades)
    assert all(test["score"] <= max(test["max_score"], 1) for test in answer["tests"])


def test_nothing_to_grade_is_an_answer_too() -> None:
    """Without a single grade there is a score, and a sentence that says what to hand in."""
    answer = results(Graded(Learner("k", "n"), "", 1, (), ("a.pages was refused.",)))
    VALID.validate(answer)
    assert answer["score"] == 0
    assert "ending in .ipynb" in answer["output"]
    assert "a.pages was refused." in answer["output"]


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_hidden_stays_hidden(name: str) -> None:
    """The learner sees the verdict's words, and no seed, digest, fingerprint or right choice."""
    for grade in (*wrong_grades(name), *right_grades(name)):
        answer = results(Graded(Learner("k", "n"), "d1ge57", 918273645, (grade,)))
        assert answer.pop("extra_data")["seed"] == 918273645
        seen = json.dumps(answer, ensure_ascii=False)
        assert "918273645" not in seen
        assert "d1ge57" not in seen
        assert grade.fingerprint not in seen
        assert answer["stdout_visibility"] == "hidden"
        (test,) = answer["tests"]
        assert grade.verdict.happened in test["output"]
        assert test["status"] == "passed" or not grade.verdict.is_right
        if not grade.verdict.is_right and (right := EXERCISES[name].right_choice):
            assert EXERCISES[name].choices[right] not in seen


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle(ROOT, tmp_path_factory.mktemp("zip") / "build" / "gradescope.zip")


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


@pytest.fixture
def autograder(zipped: Path, tmp_path: Path) -> Path:
    """A folder as Gradescope lays it out, with the unpacked zip in it."""
    root = tmp_path / "autograder"
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with ZipFile(zipped) as archive:
        archive.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)
    return root


def grade_in(root: Path, title: str, path: str = os.environ["PATH"]) -> dict[str, Any]:
    """Run the autograder as Gradescope does, with the course from the zip; return its results."""
    metadata = {"id": 7, "assignment": {"title": title}, "users": [{"name": "Ada Lovelace"}]}
    (root / "submission_metadata.json").write_text(json.dumps(metadata), "utf-8")
    environment = {
        "PATH": path,
        "PYTHON": sys.executable,
        "PYTHONPATH": str(root / "source"),
        "AUTOGRADER": str(root),
    }
    done = subprocess.run(
        [root / "run_autograder"], cwd=root, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads((root / "results" / "results.json").read_text("utf-8"))
    VALID.validate(answer)
    return answer


def test_the_zip_grades_a_submission(autograder: Path) -> None:
    """A right notebook, whatever it is called, gets all points from the unpacked zip."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission" / "hand in.ipynb")
    answer = grade_in(autograder, "Homework 3")
    assert answer["score"] == 13
    assert answer["extra_data"]["sandbox"] == "bubblewrap"
    assert {test["status"] for test in answer["tests"]} == {"passed"}


def test_the_assignments_title_says_which_lesson_counts(autograder: Path) -> None:
    """Another lesson handed in as well earns nothing, and one that is missing is missing."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    assert grade_in(autograder, "01 Recap")["score"] == 13
    answer = grade_in(autograder, "Homework: 02_derivatives")
    assert answer["score"] == 0
    assert {tag for test in answer["tests"] for tag in test["tags"]} == {"02_derivatives"}


def test_without_bubblewrap_it_grades_and_says_so(autograder: Path, tmp_path: Path) -> None:
    """Where no sandbox can be had it falls back on the container, and the teacher can see that."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    shutil.copy(ROOT / "notebooks" / "01_recap.ipynb", autograder / "submission")
    answer = grade_in(autograder, "01_recap", str(tools))
    assert answer["extra_data"]["sandbox"] == "none"
    assert answer["score"] == 0


def test_rubbish_gets_an_answer(autograder: Path) -> None:
    """A file that is no notebook earns nothing, and the learner reads why."""
    (autograder / "submission" / "essay.ipynb").write_bytes(b"\x89PNG rubbish")
    answer = grade_in(autograder, "Homework")
    assert answer["score"] == 0
    assert "essay.ipynb" in answer["output"]
