"""The learner's record on disk, which outlasts a notebook: one small JSON file on this computer.

The environment variable LESSONS_PROGRESS names another file; left empty, nothing is kept.
Whatever goes wrong with the file is told in one calm sentence, and never stops a lesson.
"""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from lessons.progress.record_file import (
    Drill,
    Notes,
    broken_path,
    empty,
    locked,
    no_drill,
    read,
    rescue,
    write,
)

NAME = "lessons-progress.json"
NOT_KEPT = "Nothing is kept here: LESSONS_PROGRESS is set to nothing."


def record_path() -> Path | None:
    """Return where the record is kept, or None where none is to be kept."""
    chosen = os.environ.get("LESSONS_PROGRESS")
    if chosen is None:
        return user_data_path("lessons", appauthor=False) / NAME
    return Path(os.path.expanduser(chosen)) if chosen else None


def load() -> Notes:
    """Return the record; an empty one if there is none that can be read."""
    path = record_path()
    try:
        return read(path) if path else empty()
    except (OSError, ValueError):
        return empty()


def update(change: Callable[[Notes], object]) -> str:
    """Read the record, change it and write it; return "" or why that couldn't be done."""
    path = record_path()
    if path is None:
        return NOT_KEPT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path):
            notes = rescue(path)
            change(notes)
            write(path, notes)
    except OSError as error:
        reason = error.strerror or error
        return f"Your record can't be kept in {path}: {reason}. The lessons work without it."
    return ""


def mark_done(exercise: str) -> str:
    """Keep today as the day of an exercise, unless it has been right before."""
    return update(lambda notes: notes["done"].setdefault(exercise, date.today().isoformat()))


def add_to_drill(level: str, right: int, tried: int, best: int) -> str:
    """Add this many right and tried answers to a level's drill, and keep the best streak."""

    def add(notes: Notes) -> None:
        drill = notes["drills"].setdefault(level, no_drill())
        drill["right"] += right
        drill["tried"] += tried
        drill["best"] = max(drill["best"], best)

    return update(add)


def drilled(level: str) -> Drill:
    """Return what the drill of a level has come to so far."""
    return load()["drills"].get(level, no_drill())


def set_aside() -> str:
    """Return a sentence about a record that could not be read, if there ever was one."""
    path = record_path()
    if path is None or not os.path.exists(broken_path(path)):
        return ""
    return f"An older record could not be read. It was put aside as {broken_path(path)}."


def delete() -> str:
    """Delete the record and what was put aside; return "" or why that couldn't be done."""
    path = record_path()
    if path is None or not path.parent.is_dir():
        return ""
    try:
        with locked(path):
            for file in (path, broken_path(path)):
                file.unlink(missing_ok=True)
    except OSError as error:
        return f"{path} can't be deleted: {error.strerror or error}."
    return ""
