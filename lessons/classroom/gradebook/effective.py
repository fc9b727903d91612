"""What counts for a learner, worked out from all that was ever graded or given by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from lessons.answers.outcome import Trouble
from lessons.checking.verdict import in_trouble
from lessons.classroom.models import Grade, Graded
from lessons.classroom.text import points
from lessons.exercises import EXERCISES
from lessons.exercises.order import by_lesson, exercises_of, lesson_of


class Override(NamedTuple):
    """Points that a teacher gave for an exercise, and why; None takes an earlier one back."""

    moment: str
    exercise: str
    points: float | None
    reason: str


def effective_grades(
    history: Iterable[tuple[str, Graded]], overrides: Sequence[Override] = ()
) -> Graded:
    """Return what counts: of each exercise the newest grade, with the newest override on top.

    `history` holds moments and what was graded then; it and `overrides` come oldest first. An
    exercise which is missing from the newest submission keeps its grade, so that a lesson handed
    in alone takes no other lesson's points. An override brings its whole lesson along. It settles
    what was noted before, but for nothing that is noted later.
    """
    grades: dict[str, Grade] = {}
    newest: Graded | None = None
    since = ""
    for moment, graded in history:
        if newest is None or not _says_the_same(graded, newest):
            since = moment
        newest = graded
        grades |= {grade.exercise: grade for grade in newest.grades}
    assert newest
    settled = False
    for name, override in {override.exercise: override for override in overrides}.items():
        if override.points is not None and name in {*grades, *EXERCISES}:
            grades = _no_answers(name) | grades
            grades[name] = replace(grades[name], points=override.points, reason=override.reason)
            settled = settled or override.moment > since
    in_order = dict.fromkeys((*EXERCISES, *grades))
    counting = tuple(grades[name] for name in in_order if name in grades)
    return replace(newest, grades=counting, settled=settled)


def needs_attention(graded: Graded) -> bool:
    """Tell whether a teacher has to look: something was left out, and no override settles it."""
    is_blank = all(grade.verdict.status == "blank" for grade in graded.grades)
    return (is_blank or bool(graded.notes)) and not graded.settled


def in_words(event: Graded | Override) -> str:
    """Return one line of a learner's history.

    >>> in_words(Override("2026-11-22", "dz", 1.5, "a typing error"))
    'override: dz (02_derivatives) has 1.5 points. Reason: a typing error'
    """
    if isinstance(event, Override):
        given = "the grader's own points again"
        if event.points is not None:
            given = f"{points(event.points)} points"
        exercise = f"{event.exercise} ({lesson_of(event.exercise)})"
        return f"override: {exercise} has {given}. Reason: {event.reason}"
    if not event.grades:
        return " ".join(("not graded.", *event.notes))
    own = {grade.exercise: grade for grade in event.grades}
    lessons = ", ".join(
        f"{lesson} {_points([own[name] for name in names])}"
        for lesson, names in by_lesson(own).items()
    )
    return " ".join((f"graded: {lessons} points, seed {event.seed}.", *event.notes))


def _says_the_same(graded: Graded, before: Graded) -> bool:
    """Tell whether it notes the same of the same files. What wasn't graded has no known files."""
    return bool(graded.digest) and (graded.digest, graded.notes) == (before.digest, before.notes)


def _no_answers(name: str) -> dict[str, Grade]:
    """Return blank grades for the whole lesson of an exercise."""
    return {
        exercise.name: Grade(
            exercise.name, 0.0, exercise.points, in_trouble(exercise, Trouble("blank"))
        )
        for exercise in exercises_of(lesson_of(name))
    }


def _points(grades: Sequence[Grade]) -> str:
    earned, out_of = sum(grade.points for grade in grades), sum(grade.out_of for grade in grades)
    return f"{points(earned)} of {points(out_of)}"
