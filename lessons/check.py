"""The learner's door: `check("loss", loss)` says whether it is right, and if not, what happened."""

from difflib import get_close_matches
from typing import Any

from lessons.card import Card, card_for, show
from lessons.examine import examine
from lessons.exercises import EXERCISES
from lessons.progress import help_for, is_miss, progress_card, record


def check(name: Any, answer: Any = ...) -> None:
    """Show whether your answer to an exercise is right; if not, which mistake it is.

    >>> check("dz", lambda a, y: a - y)
    ✓ dz: Right
    """
    try:
        card = _judged(name, answer)
    except Exception:  # the name, too, can be any object, and some refuse to be looked at
        card = Card("!", "There is nothing to check", "check", (("Try", 'check("loss", loss)'),))
    show(card)


def _judged(name: Any, answer: Any) -> Card:
    if callable(name) and answer is ...:
        name, answer = getattr(name, "__name__", ""), name
    exercise = EXERCISES.get(name) if isinstance(name, str) else None
    if exercise is None:
        return _unknown(name)
    verdict = examine(exercise, answer)
    misses = record(verdict)
    return card_for(verdict, help_for(exercise, misses) if is_miss(verdict) else None)


def show_progress(lesson: str) -> None:
    """Show which exercises of a lesson are done, such as `show_progress("01_recap")`."""
    show(progress_card(lesson))


def _unknown(name: Any) -> Card:
    near = get_close_matches(str(name), EXERCISES, n=1)
    remedy = f"Did you mean {near[0]!r}?" if near else "Look at the name in the cell above."
    return Card("!", "There is no exercise of that name", str(name)[:40], (("Try", remedy),))
