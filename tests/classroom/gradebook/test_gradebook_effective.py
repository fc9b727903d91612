"""What counts is the newest grade, with the newest override on top."""

from pathlib import Path
from tempfile import TemporaryDirectory

from gradebooks import EXERCISES, some_points
from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in_graders import graded

from lessons.checking.verdict import Verdict
from lessons.classroom.gradebook.effective import Override, effective_grades
from lessons.classroom.gradebook.gradebook import open_gradebook
from lessons.classroom.models import Grade, Graded, Learner, ungraded
from lessons.exercises import EXERCISES as KNOWN


def lesson_with(exercise: str) -> list[str]:
    lesson = KNOWN[exercise].lesson
    return [name for name, known in KNOWN.items() if known.lesson == lesson]


graded_exercises = st.dictionaries(st.sampled_from(EXERCISES), some_points)
given_points = st.tuples(st.sampled_from(EXERCISES), st.none() | some_points)


@settings(max_examples=50)
@given(st.lists(graded_exercises | given_points, max_size=8))
def test_the_newest_grade_of_each_exercise_counts_with_the_newest_override_on_top(events):
    """Points by hand beat newer grades, until they are taken back, in any order of events."""
    own: dict[str, float] = {"dz": 1.0}
    by_hand: dict[str, float | None] = {}
    with TemporaryDirectory() as folder, open_gradebook(Path(folder) / "gradebook.db") as book:
        run = book.begin({})
        book.record(run, graded("ann", points=1.0))
        for number, event in enumerate(events):
            if isinstance(event, dict):
                found = [Grade(e, p, 4, Verdict(e, "unknown")) for e, p in event.items()]
                book.record(run, Graded(Learner("ann", "Ann"), f"{number}", 7, tuple(found)))
                own |= event
            else:
                book.override("ann", *event, reason=f"because of {number}")
                by_hand |= [event]
        (counts,) = book.standing()
    given_now = {exercise: p for exercise, p in by_hand.items() if p is not None}
    brought_along = {name: 0.0 for given in given_now for name in lesson_with(given)}
    points_now = {grade.exercise: grade.points for grade in counts.grades}
    assert points_now == brought_along | own | given_now
    assert {grade.exercise for grade in counts.grades if grade.reason} == given_now.keys()


def test_an_override_keeps_the_graders_verdict_and_shows_its_reason(book):
    """Points by hand stand beside the verdict: nobody has to guess who gave them, and why."""
    book.record(book.begin({}), graded("ann", points=2))
    book.override("ann", "dz", 0.5, "copied from the board")
    (counts,) = book.standing()
    (grade,) = (grade for grade in counts.grades if grade.exercise == "dz")
    assert (grade.points, grade.reason, grade.verdict.status) == (
        0.5, "copied from the board", "right",
    )  # fmt: skip


def test_an_override_brings_its_whole_lesson_along():
    """Points by hand for a lesson that was not handed in leave the rest of it open, not done."""
    nothing = ungraded(Learner("ann", "Ann"), "its worker died.")
    counts = effective_grades([("1", nothing)], [Override("2", "dz", 2.0, "read on paper")])
    assert {grade.exercise for grade in counts.grades} == set(lesson_with("dz"))
    assert (counts.points, counts.out_of) == (2, sum(KNOWN[e].points for e in lesson_with("dz")))
    assert {g.exercise for g in counts.grades if g.verdict.status == "blank"} >= {"da", "dz"}
