"""The file stays sound: nothing lost, nothing twice, and no other file is touched."""

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from gradebooks import points
from patience import LONG, wait_until
from places import TESTS

from lessons.classroom.errors import GraderError
from lessons.classroom.gradebook import database as gradebook_file
from lessons.classroom.gradebook.gradebook import open_gradebook

HERE = TESTS / "helpers"

WRITER = """
import sys
from pathlib import Path
from stand_in_graders import graded
from lessons.classroom.gradebook.gradebook import open_gradebook
with open_gradebook(Path(sys.argv[1])) as book:
    run = book.begin({"folder": "here"})
    added = 0
    for number in range(60):
        added += book.record(run, graded(f"learner{number}", seed=run.seed))
        print(run.seed, added, flush=True)
    book.finish(run)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gradebook.db"


def use(path: Path) -> None:
    with open_gradebook(path) as book:
        list(book.standing())
        book.begin({})


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)


def test_writers_at_once_share_one_run_and_record_each_learner_once(path):
    """Several graders that start together on a new file: one seed, no crash, nothing twice."""
    writers = [start(WRITER, path) for _ in range(4)]
    said = [writer.communicate(timeout=LONG)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert sum(int(words[-1]) for words in said) == 60
    assert len({seed for words in said for seed in words[::2]}) == 1
    with open_gradebook(path) as book:
        assert len(points(book)) == 60
        assert all(len(book.history(key)) == 1 for key in points(book))


def test_a_writer_killed_at_any_moment_leaves_a_gradebook_that_goes_on(path):
    """kill -9 in the middle, again and again: the file stays sound, and all arrives once."""
    for lines in (0, 1, 2, 5, 20, 40, 59, 60):
        writer = start(WRITER, path)
        assert writer.stdout
        wait_until(path.exists)
        for _ in range(lines):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    said, _ = start(WRITER, path).communicate(timeout=LONG)
    with open_gradebook(path) as book:
        assert sorted(points(book)) == sorted(f"learner{number}" for number in range(60))
        assert all(len(book.history(key)) == 1 for key in points(book))
        assert {str(each.seed) for each in book.standing()} == {said.split()[0]}
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


def text_file(path: Path) -> None:
    path.write_text("Ann has 2 points.\n" * 100)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE song (title TEXT)")
    database.close()


def newer_gradebook(path: Path) -> None:
    with open_gradebook(path), sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 2")
    database.close()


def damaged_gradebook(path: Path, damage: int = 1) -> None:
    with open_gradebook(path):
        pass
    data = bytearray(path.read_bytes())
    data[200:] = Random(damage).randbytes(len(data) - 200)
    path.write_bytes(data)


def misread_gradebook(path: Path) -> None:
    """SQLite tells of this damage in words that are no text."""
    damaged_gradebook(path, damage=86)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (text_file, "is no gradebook of this course. Choose another folder"),
        (other_database, "is no gradebook of this course. Choose another folder"),
        (newer_gradebook, "written by a newer version .* Update the course"),
        (damaged_gradebook, "is damaged. Put it aside"),
        (misread_gradebook, "is damaged. Put it aside"),
        (Path.mkdir, "can't be opened. Choose a folder that you may write in"),
    ],
)
def test_what_is_no_gradebook_is_refused_in_one_sentence_and_left_alone(path, damage, said):
    """A file that can't be read as a gradebook is named with the remedy, and not changed."""
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(GraderError, match=said) as refused:
        use(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_a_gradebook_locked_for_long_is_named_with_the_remedy(path, monkeypatch):
    """If another program holds the file, the grader waits, then says so."""
    monkeypatch.setattr(gradebook_file, "SECONDS_TO_WAIT", 0.2)
    with open_gradebook(path):
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GraderError, match="is locked by another program"):
            use(path)
        holder.close()


def test_a_change_that_breaks_off_leaves_nothing(path):
    """A change is whole or not at all."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("CREATE TABLE song (title TEXT)")

    def half() -> None:
        with gradebook_file.change(database) as execute:
            execute("INSERT INTO song VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert database.execute("SELECT * FROM song").fetchall() == []
    database.close()


def test_settings_and_version_of_each_run_are_kept(book, path):
    """Later one can see with what each grade was made."""
    book.finish(book.begin({"folder": "here"}, seed=3, lessons=["01_recap"]))
    database = sqlite3.connect(path)
    columns = "seed, lessons, settings, version, started, finished"
    (row,) = database.execute(f"SELECT {columns} FROM run")
    database.close()
    assert (row[0], json.loads(row[1])) == (3, ["01_recap"])
    assert json.loads(row[2]) == {"folder": "here", "again": False}
    assert all(row[3:])
