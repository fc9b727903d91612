"""What the learner has done since the notebook was started."""

from collections import Counter

from lessons.card import COLOURS, Card
from lessons.exercises import EXERCISES, Exercise
from lessons.verdict import Verdict

# Not started, or somebody else's mistake; and, worked out by hand, a slip in how it is written.
NO_MISS = {"blank", "helper", "not-a-choice"}
FORM = {
    "none",
    "part-blank",
    "count",
    "missing",
    "type",
    "shape",
    "comma",
    "quoted",
    "not-a-choice",
}
RIGHT: set[str] = set()
MISSES: Counter[str] = Counter()


def record(verdict: Verdict) -> int:
    """Remember a verdict, and return how often this exercise has been missed so far."""
    if verdict.is_right or is_guess(verdict):
        RIGHT.add(verdict.exercise)
    else:
        RIGHT.discard(verdict.exercise)
        MISSES[verdict.exercise] += is_miss(verdict)
    return MISSES[verdict.exercise]


def is_guess(verdict: Verdict) -> bool:
    """Tell whether this answers a prediction: without points, any guess will do."""
    return verdict.status == "mistake" and EXERCISES[verdict.exercise].points == 0


def is_miss(verdict: Verdict) -> bool:
    """Tell whether a wrong answer counts, so that help comes closer."""
    by_hand = EXERCISES[verdict.exercise].kind != "function"
    forgiven = NO_MISS | FORM if by_hand else NO_MISS
    return not (verdict.is_right or is_guess(verdict) or verdict.name in forgiven)


def help_for(exercise: Exercise, misses: int) -> tuple[str, str] | None:
    """Return the help that fits the number of misses: a hint, another one, the solution's place.

    >>> help_for(EXERCISES["dz"], 1) is None
    True
    >>> help_for(EXERCISES["dz"], 3)
    ('Hint', 'Prediction minus truth.')
    """
    if misses < 2:
        return None
    if misses <= 3:
        return "Hint", exercise.hints[misses - 2]
    return "Stuck", f"Look at {exercise.name} in solutions/{exercise.lesson}.ipynb, then try again."


def progress_card(lesson: str) -> Card:
    """Return the card that lists a lesson's exercises with what is done."""
    exercises = [exercise for exercise in EXERCISES.values() if exercise.lesson == lesson]
    if not exercises:
        lessons = ", ".join(sorted({exercise.lesson for exercise in EXERCISES.values()}))
        remedy = ("", f"Use one of: {lessons}")
        return Card("!", "There is no such lesson", str(lesson)[:40], (remedy,))
    points = sum(exercise.points for exercise in exercises if exercise.name in RIGHT)
    whole = sum(exercise.points for exercise in exercises)
    rows = tuple(
        ("", f"{_mark(exercise)} {exercise.name}: {exercise.task}") for exercise in exercises
    )
    headline = f"{points} of {whole} points"
    done = points == whole
    return Card("✓" if done else "○", headline, lesson, rows, COLOURS["right" if done else "blank"])


def _mark(exercise: Exercise) -> str:
    return "✓" if exercise.name in RIGHT else "○"
