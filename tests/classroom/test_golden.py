"""Submissions as they were handed in, each with the points it deserves, and why."""

import contextlib
import io
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest
from groups import in_sandbox
from made_up_learners import made_up_class, write_class
from places import TESTS
from unhurried import Clock

from lessons import check
from lessons.checking.verdict import Verdict
from lessons.classroom.grading.submission import grade
from lessons.classroom.models import Graded, Learner, Source, Submission
from lessons.classroom.sandbox.sandbox import open_sandbox
from lessons.classroom.submissions.collect import collect
from lessons.exercises import Exercise

CASES = sorted(
    path.parent
    for path in (TESTS / "golden_submissions").glob("*/expected.json")
    if not path.parent.name.startswith("attack_")
)
ORDINARY = [case for case in CASES if case.name.startswith("ordinary_")]
SEED = 20
ROUNDING = 0.006  # points are kept to two digits
EXAMINE = check.examine


def handed_in(case: Path, folder: Path) -> Submission:
    """Collect the files of a case as one learner's, out of a folder of submissions."""
    shutil.copytree(case, folder / case.name, ignore=shutil.ignore_patterns("expected.json"))
    (submission,) = collect(folder)
    return submission


def graded(case: Path, folder: Path, seed: int = SEED) -> Graded:
    with open_sandbox("bubblewrap") as sandbox:
        return grade(handed_in(case, folder), seed, sandbox)


def ticks(case: Path) -> dict[str, Verdict]:
    """Return the last verdict on each exercise when the cells run from top to bottom."""
    seen: dict[str, Verdict] = {}

    def examine(exercise: Exercise, answer: Any) -> Verdict:
        seen[exercise.name] = EXAMINE(exercise, answer)
        return seen[exercise.name]

    quiet = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with pytest.MonkeyPatch.context() as patch, quiet[0], quiet[1], warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setattr(check, "examine", examine)
        for path in sorted(case.glob("*.ipynb")):
            scope = {"__name__": "__main__"}
            for cell in json.loads(path.read_bytes())["cells"]:
                if cell["cell_type"] == "code":
                    lines = "".join(cell["source"]).splitlines()
                    plain = [line for line in lines if not line.startswith("%")]
                    with contextlib.suppress(Exception, SystemExit):
                        exec("\n".join(plain), scope)
    plt.close("all")
    return seen


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@in_sandbox
def test_every_submission_gets_what_it_deserves(case: Path, tmp_path: Path, clock: Clock) -> None:
    """Points to the last share, the names of mistakes, and the notes are what was expected."""
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    clock.takes = expected.get("seconds", {})
    result = graded(case, tmp_path)
    points = {each.exercise: each.points for each in result.grades if each.points}
    assert points == pytest.approx(expected["points"], abs=ROUNDING), expected["why"]
    names = {each.exercise: each.verdict.name for each in result.grades}
    assert {name: names.get(name) for name in expected["mistakes"]} == expected["mistakes"]
    for note in expected["notes"]:
        assert any(note in said for said in result.notes), (note, result.notes)


@pytest.mark.parametrize("case", ORDINARY, ids=lambda case: case.name)
@in_sandbox
def test_tick_and_grade_agree(case: Path, tmp_path: Path, clock: Clock) -> None:
    """What shows a tick in the notebook is right for the grader, whatever the seed, and no more."""
    verdicts = ticks(case)
    grades = graded(case, tmp_path, SEED + 1).grades
    right = {each.exercise: each.verdict.is_right for each in grades}
    ticked = {name: verdict.is_right for name, verdict in verdicts.items()}
    assert right == dict.fromkeys(right, False) | ticked  # some exercises are newer than the case


@pytest.mark.parametrize("number", range(4))
@in_sandbox
def test_whoever_is_made_up_gets_what_they_deserve(number: int, clock: Clock) -> None:
    """Points are those that the course's own check finds, put together output by output."""
    learner = list(made_up_class(4))[number]
    sources = tuple(Source(name, data) for name, data in learner.files.items())
    submission = Submission(Learner(str(learner.number), learner.name), sources)
    with open_sandbox("bubblewrap") as sandbox:
        result = grade(submission, SEED, sandbox)
    points = {each.exercise: each.points for each in result.grades}
    assert points == pytest.approx(learner.points, abs=ROUNDING)


def test_a_made_up_class_is_the_same_every_time(tmp_path: Path) -> None:
    """Made twice, a class has the same files; a larger one begins with the smaller one."""
    write_class(tmp_path / "small", 2)
    write_class(tmp_path / "large", 3)
    small, large = (
        {path.relative_to(home): path.read_bytes() for path in home.rglob("*.ipynb")}
        for home in (tmp_path / "small", tmp_path / "large")
    )
    assert len(small) == 8
    assert len(large) == 12
    assert small.items() <= large.items()


@in_sandbox
def test_same_seed_same_grade(tmp_path: Path, clock: Clock) -> None:
    """Graded twice with one seed, a submission gets the same to the last word."""
    case = next(case for case in CASES if case.name == "ordinary_numerics")
    first, second = (graded(case, tmp_path / name) for name in ("first", "second"))
    assert first.grades == second.grades
    assert (first.digest, first.seed, first.notes) == (second.digest, second.seed, second.notes)


def test_there_are_enough_of_them() -> None:
    """At least 16 ordinary submissions and 14 odd ones, and every one says its law."""
    laws = [json.loads((case / "expected.json").read_text("utf-8"))["why"] for case in CASES]
    assert len(ORDINARY) >= 16
    assert len(CASES) - len(ORDINARY) >= 14
    assert len(set(laws)) == len(laws)
    assert all(law.endswith(".") for law in laws)
