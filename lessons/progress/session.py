"""What the learner has done: since the notebook was started, and in the record that outlasts it."""

import os
from collections import Counter
from pathlib import Path

from lessons.checking.card import COLOURS, Card, show
from lessons.checking.verdict import Verdict
from lessons.common.repository import address
from lessons.exercises import EXERCISES, Exercise
from lessons.exercises.order import LESSONS, exercises_of
from lessons.progress import store
from lessons.progress.record_file import read, write

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
        if verdict.exercise not in RIGHT:
            store.remember_done(verdict.exercise)
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
    return "Stuck", f"Look at {exercise.name} in {_solution(exercise)}, then try again."


def _solution(exercise: Exercise) -> str:
    """Return where the solution lies: here, and on the web for who has this notebook alone."""
    place = f"solutions/{exercise.lesson}.ipynb"
    return f"{place} ({home}/blob/main/{place})" if (home := address()) else place


def progress_card(lesson: str) -> Card:
    """Return the card that lists a lesson's exercises with what is done."""
    exercises = exercises_of(lesson)
    if not exercises:
        remedy = ("", f"Use one of: {', '.join(LESSONS)}")
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


def show_record() -> None:
    """Show all you have done in this course so far, with the day of each tick."""
    show(record_card())


def record_card() -> Card:
    """Return the card that lists every lesson's ticks with their days, and the drills."""
    kept = store.remember(lambda notes: None) or f"Kept in {store.place()}."
    notes = store.recall()
    drills = [
        f"Drill {level}: {drill['right']} of {drill['tried']} answers right, "
        f"{drill['best']} in a row at best"
        for level, drill in notes["drills"].items()
    ]
    lines = [*_lessons(notes["done"]), *drills, kept, store.aside()]
    count = len(notes["done"].keys() & EXERCISES.keys())
    headline = f"{count} of {len(EXERCISES)} exercises done"
    rows = tuple(("", line) for line in lines if line)
    return Card("✓" if count else "○", headline, "your record", rows, COLOURS["blank"])


def export_progress(path: str | os.PathLike[str] = "my-progress.json") -> None:
    """Write your record into a file you can read, keep, or take to another computer."""
    file = Path(path).expanduser().absolute()
    try:
        if file.exists():
            read(file)  # whatever else stands there is not overwritten
        store.remember(lambda notes: None)  # puts aside what can't be read
        write(file, store.recall())
        rows = tuple(("", line) for line in (str(file), store.aside()) if line)
        card = Card("✓", "Your record is written", "export", rows, COLOURS["right"])
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or f"the file there is {error}"
        rows = (("", f"{file}: {reason}."), ("Try", 'export_progress("another-name.json")'))
        card = Card("!", "Your record is not written", "export", rows)
    show(card)


def forget_progress() -> None:
    """Delete your record from this computer, and start anew in this notebook."""
    RIGHT.clear()
    MISSES.clear()
    trouble = store.forget()
    rows = (("", trouble or "Nothing is kept any more, until you answer the next exercise."),)
    show(Card("!" if trouble else "✓", "Not forgotten" if trouble else "Forgotten", "record", rows))


def _lessons(done: dict[str, str]) -> list[str]:
    """Return one line for each lesson: how many of its exercises are done, which, and when."""
    lines = []
    for lesson in LESSONS:
        names = [exercise.name for exercise in exercises_of(lesson)]
        ticks = [f"✓ {name} ({done[name]})" for name in names if name in done]
        lines.append(f"{lesson}, {len(ticks)} of {len(names)}: {', '.join(ticks)}".rstrip(": "))
    return lines
