"""The order of the course: its lessons, their exercises, and what comes first."""

from collections import defaultdict
from collections.abc import Iterable

from lessons.exercises import EXERCISES, Exercise
from lessons.formulas import FORMULAS

LESSONS = tuple(dict.fromkeys(exercise.lesson for exercise in EXERCISES.values()))
# Functions of the learner's that others may call, and names that must come in as arguments.
FUNCTIONS = tuple(name for name, exercise in EXERCISES.items() if exercise.kind == "function")
QUANTITIES = frozenset(FORMULAS).union(*(exercise.inputs for exercise in EXERCISES.values()))
_PLACES = {name: place for place, name in enumerate(EXERCISES)}


def exercises_of(lesson: str) -> list[Exercise]:
    """Return the exercises of a lesson in their order; none if there is no such lesson.

    >>> [exercise.name for exercise in exercises_of(LESSONS[0])]
    ['first_z']
    """
    return [exercise for exercise in EXERCISES.values() if exercise.lesson == lesson]


def place_of(name: str) -> int:
    """Return where an exercise stands in the course; at the end if it is no longer there."""
    return _PLACES.get(name, len(_PLACES))


def lesson_of(name: str) -> str:
    """Return the lesson of an exercise, also of one that the course no longer has.

    >>> lesson_of("dz"), lesson_of("gone")
    ('02_derivatives', 'other exercises')
    """
    exercise = EXERCISES.get(name)
    return exercise.lesson if exercise else "other exercises"


def by_lesson(names: Iterable[str]) -> dict[str, list[str]]:
    """Return exercises by lesson, both in the order of the course.

    >>> by_lesson(["update", "loss", "sigmoid"])
    {'01_recap': ['sigmoid', 'loss'], '03_update_rule': ['update']}
    """
    lessons: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (place_of(name), name)):
        lessons[lesson_of(name)].append(name)
    return dict(lessons)
