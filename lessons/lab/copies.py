"""The learner's copies of the lessons, in work/: renewed while untouched, never overwritten.

work/.released.json notes, for each copy, the fingerprint of the lesson that was put there. A copy
that still has it gives way to a newer release. One that has not is the learner's own: the newer
release is put beside it, as 01_recap.new.ipynb, once.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from lessons.common.files import write_whole

NOTES = ".released.json"
Notes = dict[str, str]


def bring_up_to_date(notebooks: Path, work: Path, language: Mapping[str, Any]) -> list[str]:
    """Put every lesson of `notebooks` into `work`; return a sentence for each one put beside.

    `language` is what the kernel says about itself: a notebook that already says so is not marked
    as changed when it is opened. OSError if the lessons can't be put there. No file of the
    learner's has changed then.
    """
    work.mkdir(exist_ok=True)
    notes = _read(work / NOTES)
    lessons = sorted(notebooks.glob("[0-9][0-9]_*.ipynb"))
    try:
        placed = [_place(lesson, work, notes, language) for lesson in lessons]
    finally:
        _write(work / NOTES, notes)
    return [
        f"{lesson.name} has a newer release. It is beside your own, as {place.name}."
        for lesson, place in zip(lessons, placed, strict=True)
        if place and place.name != lesson.name
    ]


def _place(lesson: Path, work: Path, notes: Notes, language: Mapping[str, Any]) -> Path | None:
    """Write a lesson to the first place that is free or untouched, unless it has been there."""
    fresh = _fingerprint(lesson.read_bytes())
    for place in _places(work / lesson.name):
        there = _fingerprint(place.read_bytes()) if place.exists() else None
        given = notes.get(place.name)
        if there == fresh or (given == fresh and (there or place.name != lesson.name)):
            notes[place.name] = fresh
            return None
        if there in (None, given):
            notebook = json.loads(lesson.read_bytes())
            notebook["metadata"]["language_info"] = language
            _write(place, notebook)
            notes[place.name] = fresh
            return place
    raise AssertionError("there is always another place")


def _places(first: Path) -> Iterator[Path]:
    yield first
    yield first.with_suffix(".new.ipynb")
    for number in count(2):
        yield first.with_suffix(f".new{number}.ipynb")


def _fingerprint(content: bytes) -> str:
    # Of the cells alone: whatever opens a notebook may add to what it says about itself.
    with suppress(ValueError, KeyError, TypeError):  # no notebook: the learner's own
        content = json.dumps(json.loads(content)["cells"]).encode()
    return sha256(content).hexdigest()


def _read(path: Path) -> Notes:
    # Without notes every copy counts as the learner's own.
    try:
        notes = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}


def _write(path: Path, content: object) -> None:
    write_whole(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
