"""The cards of what a learner has done: a lesson's exercises, the whole record, its export."""

import os
from pathlib import Path

from lessons.checking.card import COLOURS, Card, show
from lessons.exercises import EXERCISES, Exercise
from lessons.exercises.order import LESSONS, exercises_of
from lessons.progress import store
from lessons.progress.record_file import read, write
from lessons.progress.session import MISSES, RIGHT


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
    kept = store.update(lambda notes: None) or f"Kept in {store.record_path()}."
    notes = store.load()
    drills = [
        f"Drill {level}: {drill['right']} of {drill['tried']} answers right, "
        f"{drill['best']} in a row at best"
        for level, drill in notes["drills"].items()
    ]
    lines = [*_lessons(notes["done"]), *drills, kept, store.set_aside()]
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
        store.update(lambda notes: None)  # puts aside what can't be read
        write(file, store.load())
        rows = tuple(("", line) for line in (str(file), store.set_aside()) if line)
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
    trouble = store.delete()
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
