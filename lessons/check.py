"""The learner's door: `check("loss", loss)` says whether it is right, and if not, what happened."""

import os
from typing import Any

from lessons.checking.card import Card, card_for, show
from lessons.checking.cells import watched_cells
from lessons.checking.local import examine
from lessons.common.suggest import nearest
from lessons.exercises import EXERCISES
from lessons.progress.cards import progress_card
from lessons.progress.session import help_for, is_miss, record

NBGRADER = "NBGRADER_EXECUTION"  # set by nbgrader while it grades or validates a notebook
# Where nbgrader runs the cells nobody reads a card, and a cell without an error gets its points.
CELLS = None if NBGRADER in os.environ else watched_cells()


def check(name: Any, answer: Any = ...) -> int | None:
    """Show whether your answer to an exercise is right; if not, which mistake it is.

    Returns nothing, but under nbgrader the points earned: there, the last value of a cell
    is its grade.

    >>> check("dz", lambda a, y: a - y)
    ✓ dz: Right
    """
    try:
        card, points = _judged(name, answer)
    except Exception:  # the name, too, can be any object, and some refuse to be looked at
        try_this = ("Try", 'check("loss", loss)')
        card, points = Card("!", "There is nothing to check", "check", (try_this,)), 0
    show(card)
    return points if NBGRADER in os.environ else None


def _judged(name: Any, answer: Any) -> tuple[Card, int]:
    if callable(name) and answer is ...:
        name, answer = getattr(name, "__name__", ""), name
    exercise = EXERCISES.get(name) if isinstance(name, str) else None
    if exercise is None:
        return _unknown(name), 0
    if CELLS and (unanswered := CELLS.unanswered(exercise, answer)):
        return card_for(unanswered), 0
    verdict = examine(exercise, answer)
    # What nbgrader checks is a learner's work, but the record would be the teacher's.
    misses = 0 if NBGRADER in os.environ else record(verdict)
    card = card_for(verdict, help_for(exercise, misses) if is_miss(verdict) else None)
    return card, exercise.points if verdict.is_right else 0


def show_progress(lesson: str) -> None:
    """Show which exercises of a lesson are done, such as `show_progress("01_recap")`."""
    show(progress_card(lesson))


def _unknown(name: Any) -> Card:
    near = nearest(str(name), EXERCISES)
    remedy = f"Did you mean {near}?" if near else "Look at the name in the cell above."
    return Card("!", "There is no exercise of that name", str(name)[:40], (("Try", remedy),))
