"""The course in Gradescope: its answers as the documents say, and a zip that really grades."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made_up_class import learner, right_grades, wrong_grades
from open_python import open_python, running_as

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
def autograder(zipped: Path) -> Iterator[Path]:
    """A folder as Gradescope lays it out, with the unpacked zip in it: all users may read it."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        lay_out(root, zipped)
        yield root


def lay_out(root: Path, zipped: Path) -> None:
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with ZipFile(zipped) as archive:
        archive.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)


def run_in(root: Path, title: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run the autograder as Gradescope does, with the course from the zip."""
    metadata = {"id": 7, "assignment": {"title": title}, "users": [{"name": "Ada Lovelace"}]}
    (root / "submission_metadata.json").write_text(json.dumps(metadata), "utf-8")
    environment = {
        "PATH": path,
        "PYTHON": str(open_python()),
        "PYTHONPATH": str(root / "source"),
        "AUTOGRADER": str(root),
    }
    return subprocess.run(
        [root / "run_autograder"], cwd=root, env=environment, capture_output=True, text=True
    )


def grade_in(root: Path, title: str, path: str = os.environ["PATH"]) -> dict[str, Any]:
    """Return the results of a run that succeeds."""
    done = run_in(root, title, path)
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


@pytest.fixture
def no_tools(tmp_path: Path) -> str:
    """A PATH on which there is no bubblewrap."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    return str(tools)


def test_without_bubblewrap_nothing_is_graded(autograder: Path, no_tools: str) -> None:
    """Where there is no sandbox, there are no results, and the teacher reads what to do."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    done = run_in(autograder, "01_recap", no_tools)
    assert done.returncode == 1
    assert "make gradescope SANDBOX=none" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (autograder / "results" / "results.json").exists()


THIEF = """
import os, subprocess, time
places = PLACES
def is_open(path):
    try:
        return bool(os.listdir(path) if os.path.isdir(path) else open(path, "rb"))
    except OSError:
        return False
found = [path for path in places if is_open(path)]
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            for path in places:
                try:
                    open(path, "w").write("{}")
                except OSError:
                    pass
            time.sleep(0.01)
    os._exit(0)
def sigmoid(z):
    raise ValueError(f"found {found} as {os.getuid()}")
"""


def test_a_zip_may_say_that_it_goes_without(autograder: Path, no_tools: str) -> None:
    """Then it grades as another user, for whom the course, the results and daemons are nothing."""
    (autograder / "source" / "sandbox").write_text("none")
    places = [str(autograder / name) for name in ("results", "source/lessons/logistic.py")]
    places += [str(autograder / "results" / "results.json")]
    cell = THIEF.replace("PLACES", repr(places))
    (autograder / "submission" / "homework.py").write_text(f"# %%\n{cell}")
    if os.geteuid() != 0:
        done = run_in(autograder, "01_recap", no_tools)
        assert done.returncode == 1
        assert "must run as root" in done.stdout
        return
    answer = grade_in(autograder, "01_recap", no_tools)
    sleep(0.2)
    assert json.loads((autograder / "results" / "results.json").read_text("utf-8")) == answer
    assert answer["extra_data"]["sandbox"] == "none"
    (test,) = [test for test in answer["tests"] if test["name"].startswith("sigmoid:")]
    assert "found [] as " in test["output"]
    user = int(test["output"].partition("found [] as ")[2].split()[0].rstrip("."))
    assert user > 0
    assert running_as(user) == []


def test_honest_code_gets_its_points_without_a_sandbox_too(autograder: Path, no_tools: str) -> None:
    """A right notebook gets all points, if the zip says so and root runs it."""
    (autograder / "source" / "sandbox").write_text("none")
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    if os.geteuid() == 0:
        assert grade_in(autograder, "01_recap", no_tools)["score"] == 13
    else:
        assert run_in(autograder, "01_recap", no_tools).returncode == 1


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


def test_rubbish_gets_an_answer(autograder: Path) -> None:
    """A file that is no notebook earns nothing, and the learner reads why."""
    (autograder / "submission" / "essay.ipynb").write_bytes(b"\x89PNG rubbish")
    answer = grade_in(autograder, "Homework")
    assert answer["score"] == 0
    assert "essay.ipynb" in answer["output"]
