"""Which lesson is this, and which cell answers what? By the cell's name, else by what it binds."""

from collections import Counter
from collections.abc import Iterable

from lessons.classroom.reading import binds
from lessons.classroom.records import Cell
from lessons.exercises import EXERCISES

IN_LESSON = Counter(exercise.lesson for exercise in EXERCISES.values())


def answered_by(cell: Cell) -> set[str]:
    """Return the exercises that a cell may answer.

    >>> sorted(answered_by(Cell("cell 3", "def dz(a, y): ...", "da")))
    ['da', 'dz']
    """
    return (binds(cell.text) | {cell.claims}) & EXERCISES.keys()


def lessons_in(cells: Iterable[Cell]) -> list[str]:
    """Return the lesson that most answers belong to, and each that has half of its exercises.

    A cell copied from another lesson doesn't hand that lesson in.

    >>> lessons_in([Cell("cell 1", "def da(a, y): ..."), Cell("cell 2", "dz = a - y")])
    ['02_derivatives']
    """
    found = {name for cell in cells for name in answered_by(cell)}
    counts = Counter(EXERCISES[name].lesson for name in found)
    most = max(counts.values(), default=0)
    return [n for n in IN_LESSON if counts[n] and counts[n] >= min(most, IN_LESSON[n] / 2)]
