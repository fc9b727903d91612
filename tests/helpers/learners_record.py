"""Where a learner's record is kept during one test, and what comes to lie there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lessons.progress import record_file, session


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the record is kept during one test; its folder is still to be made."""
    path = tmp_path / "deep" / "record.json"
    monkeypatch.setenv("LESSONS_PROGRESS", str(path))
    session.RIGHT.clear()
    session.MISSES.clear()
    return path


def in_another_python(code: str) -> str:
    return subprocess.check_output([sys.executable, "-c", code], text=True)


def files(record: Path) -> list[str]:
    """What lies where the record is kept, but for the lock, which holds nothing."""
    lock = record_file.lock_path(record)
    assert not lock.exists() or lock.read_bytes() == b""
    return sorted(name for name in os.listdir(record.parent) if name != lock.name)
