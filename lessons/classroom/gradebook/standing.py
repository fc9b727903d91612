"""What counts for a learner, worked out from all that was ever graded or given by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from lessons.classroom.records import Grade, Graded, Learner
from lessons.exercises import EXERCISES
from lessons.outcomes import Trouble
from lessons.verdict import in_trouble


class Override(NamedTuple):
    """Points that a teacher gave for an exercise, and why; None takes an earlier one back."""

    moment: str
    exercise: str
    points: float | None
    reason: str


def stand(history: Iterable[Graded], overrides: Sequence[Override] = ()) -> Graded:
    """Return what counts: of each exercise the newest grade, with the newest override on top.

    `history` and `overrides` come oldest first. An exercise which is missing from the newest
    submission keeps its grade, so that a lesson handed in alone takes no other lesson's points.
    """
    grades: dict[str, Grade] = {}
    for newest in history:
        grades |= {grade.exercise: grade for grade in newest.grades}
    for name, override in {override.exercise: override for override in overrides}.items():
        if override.points is not None and name in {*grades, *EXERCISES}:
            own = grades.get(name) or _no_answer(name)
            grades[name] = replace(own, points=override.points, reason=override.reason)
    in_order = dict.fromkeys((*EXERCISES, *grades))
    return replace(newest, grades=tuple(grades[name] for name in in_order if name in grades))


def ungraded(learner: Learner, reason: str, notes: Iterable[str] = ()) -> Graded:
    """Return what is noted of a submission that could not be graded: no points, and why.

    Its digest is empty, so it is like no submission, and the next run tries again.
    """
    return Graded(learner, "", 0, (), (*notes, f"This could not be graded: {reason}"))


def needs_attention(graded: Graded) -> bool:
    """Tell whether a teacher has to look: something was left out, and no override answers it."""
    left_out = bool(graded.notes) or not graded.grades
    return left_out and not any(grade.reason for grade in graded.grades)


def in_words(event: Graded | Override) -> str:
    """Return one line of a learner's history.

    >>> in_words(Override("2026-11-22", "dz", 1.5, "a typing error"))
    'override: dz has 1.5 points. Reason: a typing error'
    """
    if isinstance(event, Override):
        points = (
            "the grader's own points again" if event.points is None else f"{event.points:g} points"
        )
        return f"override: {event.exercise} has {points}. Reason: {event.reason}"
    if not event.grades:
        return " ".join(("not graded.", *event.notes))
    points = f"{event.points:g} of {event.out_of:g} points in {len(event.grades)} exercises"
    return " ".join((f"graded: {points}, seed {event.seed}.", *event.notes))


def _no_answer(name: str) -> Grade:
    exercise = EXERCISES[name]
    return Grade(name, 0.0, exercise.points, in_trouble(exercise, Trouble("blank")))
