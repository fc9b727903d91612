"""What the learner has done since the notebook was started, and the help that follows."""

from collections import Counter

from lessons.checking.messages import TROUBLES
from lessons.checking.verdict import Verdict
from lessons.common.repository import address
from lessons.exercises import EXERCISES, Exercise
from lessons.progress import store

RIGHT: set[str] = set()
MISSES: Counter[str] = Counter()


def record(verdict: Verdict) -> int:
    """Remember a verdict, and return how often this exercise has been missed so far."""
    if verdict.is_right or is_guess(verdict):
        if verdict.exercise not in RIGHT:
            store.mark_done(verdict.exercise)
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
    exercise = EXERCISES[verdict.exercise]
    by_hand = exercise.kind != "function"
    forgiven = {
        kind
        for kind, told in TROUBLES.items()
        if told.no_miss == "ever" or (told.no_miss and by_hand)
    }.union(exercise.on_purpose)
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
    return "Stuck", f"Look at {exercise.name} in {_solution(exercise)}, then try again."


def _solution(exercise: Exercise) -> str:
    """Return where the solution lies: here, and on the web for who has this notebook alone."""
    place = f"solutions/{exercise.lesson}.ipynb"
    return f"{place} ({home}/blob/main/{place})" if (home := address()) else place
