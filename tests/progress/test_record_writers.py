"""Notebooks that write one record at once lose nothing of each other, and leave nothing about."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from filelock import FileLock
from learners_record import files

from lessons.progress import record_file, store

TODAY = date.today().isoformat()
WRITE = """
from lessons.progress import record_file
record_file.SECONDS_TO_LOCK = 3600
from lessons.progress.store import mark_done, add_to_drill
for turn in range(25):
    assert add_to_drill("z", right=1, tried=2, best=turn) == ""
assert mark_done({name!r}) == ""
"""
CRASH = """
import os, signal
from lessons.progress.store import update
update(lambda notes: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_two_notebooks_lose_nothing_of_each_other(record: Path) -> None:
    """Four notebooks that write at once leave the sum of what they wrote, and no other file."""
    code = [WRITE.format(name=name) for name in ("z", "a", "da", "dz")]
    writers = [subprocess.Popen([sys.executable, "-c", each]) for each in code]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert store.load() == {
        "done": dict.fromkeys(("z", "a", "da", "dz"), TODAY),
        "drills": {"z": {"right": 100, "tried": 200, "best": 24}},
    }
    assert files(record) == [record.name]


def test_whoever_writes_is_never_disturbed(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who can't wait any longer says so and keeps nothing, as often as it tries meanwhile."""
    monkeypatch.setattr(record_file, "SECONDS_TO_LOCK", 0)
    said = []

    def slowly(notes: record_file.Notes) -> None:
        said.extend(store.mark_done("a") for _ in range(2))
        said.append(store.delete())
        notes["done"]["z"] = TODAY

    assert store.update(slowly) == ""
    assert ["another notebook is writing it" in words for words in said] == [True] * 3
    assert store.load()["done"] == {"z": TODAY}
    assert store.mark_done("a") == ""
    assert store.load()["done"] == {"z": TODAY, "a": TODAY}


def test_a_crash_leaves_no_lock(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a crash in the middle of writing, the next notebook writes without any waiting."""
    crashed = subprocess.run([sys.executable, "-c", CRASH])
    assert crashed.returncode == -signal.SIGKILL
    monkeypatch.setattr(record_file, "SECONDS_TO_LOCK", 0)
    assert store.mark_done("dz") == ""
    assert store.load()["done"] == {"dz": TODAY}
    assert files(record) == [record.name]


def test_where_there_are_no_locks(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser keeps the record without any; a disk without them is told of in one sentence."""
    with monkeypatch.context() as browser:
        browser.setattr(sys, "platform", "emscripten")
        browser.setitem(sys.modules, "filelock", None)
        assert store.mark_done("dz") == ""
    monkeypatch.setattr(FileLock, "acquire", Mock(side_effect=NotImplementedError))
    assert "can't be kept" in store.mark_done("z")
    assert store.load()["done"] == {"dz": TODAY}


def test_a_failed_write_leaves_no_scrap(record: Path) -> None:
    """What can't be written leaves everything as it was, and no scrap of a file behind."""
    record.mkdir(parents=True)  # a folder of that name can't be replaced by a file
    with pytest.raises(OSError, match="record"):
        record_file.write(record, record_file.empty())
    assert os.listdir(record.parent) == [record.name]
