"""Whatever stands in the file of a learner's record, a lesson goes on and nothing gets lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from record_files import FAULTS, as_file, damaged, damaged_records, json_values, records

from lessons.check import check
from lessons.exercises import EXERCISES
from lessons.progress import export_progress, record_file, session, show_record, store

TODAY = date.today().isoformat()
DAMAGED = "An older record could not be read. It was put aside as "


@contextmanager
def kept(content: bytes) -> Iterator[Path]:
    """A file with this content, where a notebook just started keeps the learner's record."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder, "record.json")
        patch.setenv("LESSONS_PROGRESS", str(path))
        path.write_bytes(content)
        session.RIGHT.clear()
        session.MISSES.clear()
        yield path


def shown(show: Any, *arguments: Any) -> str:
    with redirect_stdout(StringIO()) as screen:
        show(*arguments)
    return screen.getvalue()


def answer_dz() -> str:
    return shown(check, "dz", lambda a, y: a - y)


def right_answers_to_z(before: record_file.Notes) -> record_file.Drill:
    """What the drill of z has come to after two more answers, one of them right."""
    old = before["drills"].get("z", record_file.no_drill())
    best = max(old["best"], 1)
    return {"right": old["right"] + 1, "tried": old["tried"] + 2, "best": best}


@settings(max_examples=50)
@given(before=records)
def test_a_record_is_kept_word_for_word(before: record_file.Notes) -> None:
    """What a record says, also of exercises that this course doesn't know, stays and is shown."""
    with kept(as_file(before)) as path:
        assert store.load() == before
        assert "✓ dz: Right" in answer_dz()
        assert store.add_to_drill("z", right=1, tried=2, best=1) == ""
        assert store.load() == {
            "done": {"dz": TODAY} | before["done"],
            "drills": before["drills"] | {"z": right_answers_to_z(before)},
        }
        card = shown(show_record)
        assert DAMAGED not in card
        for level in before["drills"]:
            assert f"Drill {level}: " in card
        copy = path.with_name("copy.json")
        assert DAMAGED not in shown(export_progress, copy)
        assert record_file.read(copy) == store.load()
        assert not record_file.broken_path(path).exists()


FIRST_STEPS = {
    "show": lambda: shown(show_record),
    "export": lambda: shown(export_progress, store.record_path().with_name("copy.json")),
    "check": lambda: answer_dz() + shown(show_record),
    "drill": lambda: store.add_to_drill("z", right=1, tried=2, best=1) + shown(show_record),
}


def test_one_fault_is_enough() -> None:
    """A record is none as soon as one thing in it is wrong, whichever that is; else it is one."""
    sound = {"done": {"a": TODAY}, "drills": {"a": {"right": 0, "tried": 1, "best": 10**12 - 1}}}
    with kept(as_file(sound)) as path:
        assert record_file.read(path) == sound
        for fault in FAULTS:
            path.write_bytes(as_file(damaged(sound, fault)))
            with pytest.raises(ValueError, match=r"^not a record of this course$"):
                record_file.read(path)


@pytest.mark.parametrize("step", FIRST_STEPS)
@settings(max_examples=50)
@given(record=damaged_records)
@example(record={"done": {"dz": 7}, "drills": {"z": 3}})
def test_a_damaged_record_is_put_aside(step: str, record: Any) -> None:
    """A record with one thing wrong, however deep, is put aside unchanged, and the learner told."""
    content = as_file(record)
    with kept(content) as path:
        assert store.load() == record_file.empty()
        assert store.drilled("z") == record_file.no_drill()
        assert path.read_bytes() == content  # looking at it moves nothing
        assert f"{DAMAGED}{path}.broken" in FIRST_STEPS[step]()
        assert record_file.broken_path(path).read_bytes() == content


@settings(max_examples=100)
@given(content=st.binary() | json_values.map(as_file) | damaged_records.map(as_file))
@example(content=b"[" * 10**5 + b"]" * 10**5)
def test_a_broken_file_disturbs_nothing(content: bytes) -> None:
    """Whatever stands in the file, a lesson goes on; what is no record is put aside, not lost."""
    with kept(content) as path:
        before = store.load()
        assert "✓ dz: Right" in answer_dz()
        after = store.load()
        assert after == before | {"done": {"dz": TODAY} | before["done"]}
        count = len(after["done"].keys() & EXERCISES.keys())
        card = shown(show_record)
        assert f"{count} of {len(EXERCISES)} exercises done" in card
        assert "Your record is written" in shown(export_progress, path.with_name("copy.json"))
        assert record_file.read(path.with_name("copy.json")) == after
        if before == json_or_none(content):
            assert DAMAGED not in card
        else:
            assert before == record_file.empty()
            assert record_file.broken_path(path).read_bytes() == content
            assert f"{DAMAGED}{record_file.broken_path(path)}" in card


def json_or_none(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
