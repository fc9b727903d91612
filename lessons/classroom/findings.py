"""What went wrong in an answer, in words that are the same for everybody, so it can be counted."""

from typing import Literal, NamedTuple

from lessons.classroom.models import Grade
from lessons.classroom.text import headline
from lessons.exercises import EXERCISES
from lessons.exercises.order import lesson_of
from lessons.mistakes import BY_LESSON, MISTAKES

Completion = Literal["done", "partly", "tried", "blank"]
COMPLETIONS: tuple[Completion, ...] = ("done", "partly", "tried", "blank")
LESSON_OF = {m.name: lesson for lesson, mistakes in BY_LESSON.items() for m in mistakes}


class Finding(NamedTuple):
    """What went wrong, the same for everybody: a mistake, a wrong choice, or something else."""

    kind: Literal["mistake", "choice", "other"]
    lesson: str
    title: str
    name: str
    happened: str


def completion_of(grade: Grade) -> Completion:
    """Return what became of an exercise; points given by hand count like any others."""
    if grade.points >= grade.out_of if grade.out_of else grade.verdict.is_right:
        return "done"
    if grade.points > 0:
        return "partly"
    return "blank" if grade.verdict.status == "blank" else "tried"


def is_finished(grade: Grade) -> bool:
    """Tell whether there is nothing left to do; a prediction needs only to be made."""
    outcome = completion_of(grade)
    return outcome == "done" or (not grade.out_of and outcome != "blank")


def finding_of(grade: Grade) -> Finding | None:
    """Return what went wrong in an answer, if anything did."""
    verdict, exercise = grade.verdict, EXERCISES.get(grade.exercise)
    if verdict.is_right or verdict.status == "blank":
        return None
    lesson = lesson_of(grade.exercise)
    mistake = MISTAKES.get(verdict.name)
    if mistake and verdict.status == "mistake":
        own = LESSON_OF[mistake.name]
        return Finding("mistake", own, headline(mistake.title), mistake.name, mistake.happened)
    if exercise and exercise.kind == "choice" and verdict.status == "mistake":
        letter = verdict.name.removeprefix("choice-")
        return Finding("choice", lesson, exercise.task, letter, verdict.happened)
    if verdict.status == "mistake":
        task = exercise.task if exercise else ""
        return Finding("mistake", lesson, headline(verdict.title), grade.exercise, task)
    title = "Wrong, as no known mistake explains" if verdict.status == "unknown" else verdict.title
    return Finding("other", "", headline(title), "", "")


def in_short(note: str) -> str:
    """Return a note for teachers: the file and what is wrong with it, not what to do.

    >>> in_short("a.b. c.ipynb can't be taken: it is empty. Save it, and hand it in again.")
    "a.b. c.ipynb can't be taken: it is empty."
    """
    file, said, why = note.rpartition(" can't be taken: ")
    return f"{file}{said}{why.partition('. ')[0].rstrip('.')}." if said else note
