"""Which lesson is this, and which cell answers what? By the cell's name, else by what it binds."""

from collections.abc import Collection, Sequence

from lessons.classroom.models import Cell
from lessons.classroom.submissions.bindings import binds
from lessons.exercises import EXERCISES
from lessons.exercises.order import LESSONS, exercises_of


def answered_by(cell: Cell) -> set[str]:
    """Return the exercises that a cell may answer.

    >>> sorted(answered_by(Cell("cell 3", "def dz(a, y): ...", "da")))
    ['da', 'dz']
    """
    return (binds(cell.text) | {cell.claims}) & EXERCISES.keys()


def under_their_names(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells; an answer that has only a name of the learner's gets the exercise's, too.

    It is what a cell of that exercise binds, if that is one thing.

    >>> under_their_names([Cell("cell 3", "def mine(a, y): ...", "dz")])[0].text
    'def mine(a, y): ...\\ndz = mine'
    """
    bound = [binds(cell.text) for cell in cells]
    taken = set[str]().union(*bound)
    return [
        cell if cell.claims in {"", *taken} else _under_its_name(cell, names)
        for cell, names in zip(cells, bound, strict=True)
    ]


def _under_its_name(cell: Cell, names: set[str]) -> Cell:
    if len(names) != 1 or names & EXERCISES.keys():
        return cell
    return cell._replace(text=f"{cell.text}\n{cell.claims} = {min(names)}")


def lessons_in(answers: Collection[str], asked: Collection[str] = ()) -> list[str]:
    """Return the lesson that most answers belong to, and each with half of its points answered.

    A cell copied from another lesson doesn't hand that lesson in. Of lessons that are `asked`
    for, one answer is enough.

    >>> lessons_in(["da", "dz", "sigmoid"])
    ['02_derivatives']
    """
    answered = {lesson: _points(lesson, answers) for lesson in LESSONS}
    if asked:
        return [name for name in asked if answered[name]]
    most = max(answered.values())
    enough = {lesson: min(most, _points(lesson, EXERCISES) / 2) for lesson in LESSONS}
    return [name for name in LESSONS if answered[name] and answered[name] >= enough[name]]


def _points(lesson: str, names: Collection[str]) -> int:
    """Count the points, and a little for a prediction, which has none."""
    answered = (exercise for exercise in exercises_of(lesson) if exercise.name in names)
    return sum(max(1, 10 * exercise.points) for exercise in answered)
