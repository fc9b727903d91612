"""The released notebooks are an assignment for nbgrader as it comes, and its scores are right."""

import json

import nbformat
import pytest
from groups import environment
from stock_nbgrader import ROOT, Course

from lessons.exercises import EXERCISES

GOLDEN = ROOT / "tests" / "golden_submissions"
MIXED = {  # by lesson, which golden submission it is taken from
    "00_start": "ordinary_forward_mistakes",
    "01_recap": "ordinary_half_done",
    "02_derivatives": "ordinary_dz_mistakes",
    "03_update_rule": "ordinary_update_mistakes",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose submissions nbgrader has graded: one all right, one with mistakes and gaps."""
    environment("nbgrader")
    course = Course(tmp_path_factory.mktemp("course"))
    course.submit("right", (GOLDEN / "ordinary_all_right").glob("*.ipynb"))
    course.submit("mixed", (GOLDEN / case / f"{lesson}.ipynb" for lesson, case in MIXED.items()))
    course.autograde()
    return course


@pytest.fixture(scope="module")
def scores(course: Course) -> dict[str, dict[str, float]]:
    return course.scores()


def deserved(lesson: str, case: str) -> dict[str, float]:
    """The points by check cell, none for what is right in part only: nbgrader has one cell."""
    expected = json.loads((GOLDEN / case / "expected.json").read_text("utf-8"))["points"]
    return {
        f"check-{name}": exercise.points * (expected.get(name) == exercise.points)
        for name, exercise in EXERCISES.items()
        if exercise.lesson == lesson
    }


@pytest.mark.parametrize("lesson", MIXED)
def test_generating_the_assignment_changes_no_text(course: Course, lesson: str) -> None:
    """What nbgrader releases reads like what we release: nothing cut, nothing put in."""
    ours, theirs = (
        nbformat.read(folder / f"{lesson}.ipynb", as_version=4)
        for folder in (ROOT / "notebooks", course.folder / "release" / "lessons")
    )
    assert [(c.id, c.source) for c in ours.cells] == [(c.id, c.source) for c in theirs.cells]


@pytest.mark.parametrize("lesson", MIXED)
def test_autograde_scores_what_is_right(scores: dict[str, dict[str, float]], lesson: str) -> None:
    """A check cell scores all of its points for a right answer, and none for any other."""
    for learner, case in (("right", "ordinary_all_right"), ("mixed", MIXED[lesson])):
        wanted = deserved(lesson, case)
        assert {name: scores[learner][name] for name in wanted} == wanted


def test_every_exercise_is_scored_once(scores: dict[str, dict[str, float]]) -> None:
    """The assignment has one check cell for each exercise, and no other graded cell."""
    assert scores.keys() == {"right", "mixed"}
    for cells in scores.values():
        assert cells.keys() == {f"check-{name}" for name in EXERCISES}


def test_feedback_shows_our_card_and_no_traceback(course: Course) -> None:
    """A wrong answer leaves its card in the graded notebook, and no error of ours."""
    graded = course.folder / "autograded" / "mixed" / "lessons" / "02_derivatives.ipynb"
    (cell,) = (c for c in nbformat.read(graded, as_version=4).cells if c.id == "check-dz")
    kinds = [output.output_type for output in cell.outputs]
    assert kinds == ["display_data", "execute_result"]
    assert "dz" in cell.outputs[0].data["text/html"]
    assert cell.outputs[1].data["text/plain"] == "0"
