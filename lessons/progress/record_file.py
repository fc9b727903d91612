"""The file of a learner's record: read, checked, written whole, by one notebook at a time."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOLCK, ETIMEDOUT
from pathlib import Path
from typing import Any, TypedDict

from lessons.common.files import write_whole

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SECONDS_TO_LOCK = 60.0  # to write takes a thousandth of one
TOO_MANY = 10**12  # answers: nobody gives so many, and Python can't write down every number


class Drill(TypedDict):
    """All answers to the drill of one level: how many were right, and the longest streak."""

    right: int
    tried: int
    best: int


class Notes(TypedDict):
    """The whole record: when each exercise was first right, and what the drills came to."""

    done: dict[str, str]
    drills: dict[str, Drill]


def empty() -> Notes:
    """Return the record of somebody who has just begun."""
    return {"done": {}, "drills": {}}


def no_drill() -> Drill:
    """Return the drill of somebody who has not tried it yet."""
    return {"right": 0, "tried": 0, "best": 0}


def read(path: Path) -> Notes:
    """Return the record in a file; ValueError if it holds anything else."""
    try:
        return _validated(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return empty()
    except (ValueError, RecursionError):
        raise ValueError("not a record of this course") from None


def write(path: Path, notes: Notes) -> None:
    """Write a record, readable, whole or not at all."""
    write_whole(path, json.dumps(notes, indent=2) + "\n")


def broken_path(path: Path) -> Path:
    """Return where a record is put that can't be read."""
    return path.with_name(f"{path.name}.broken")


def lock_path(path: Path) -> Path:
    """Return the empty file that whoever writes a record locks; it stays, so that all lock one."""
    return path.with_name(f"{path.name}.lock")


def rescue(path: Path) -> Notes:
    """Return the record in a file; whatever else is in it is put aside, not lost."""
    try:
        return read(path)
    except ValueError:
        os.replace(path, broken_path(path))
        return empty()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other notebook is writing; TimeoutError if one never lets go.

    The system itself ends the lock of a notebook that crashed, so nobody takes over a living one's.
    """
    if sys.platform == "emscripten":  # a browser has no such locks, but one learner with one hand
        yield
        return
    from filelock import FileLock, Timeout  # who never writes need not wait for it

    lock = FileLock(lock_path(path))
    try:
        lock.acquire(timeout=SECONDS_TO_LOCK)
    except Timeout:
        raise TimeoutError(ETIMEDOUT, "another notebook is writing it and never ends") from None
    except NotImplementedError:  # an older filelock's word for a disk that knows no locks
        raise OSError(ENOLCK, os.strerror(ENOLCK)) from None
    try:
        yield
    finally:
        lock.release()


def _validated(data: Any) -> Notes:
    match data:
        case {"done": dict(done), "drills": dict(drills), **more} if not more:
            names = all(name.isidentifier() for name in (*done, *drills))
            days = all(DAY.fullmatch(str(day)) for day in done.values())
            if names and days and all(map(_is_drill, drills.values())):
                return {"done": done, "drills": drills}
    raise ValueError("not a record of this course")


def _is_drill(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and data.keys() == no_drill().keys()
        and all(type(count) is int and 0 <= count < TOO_MANY for count in data.values())
    )
