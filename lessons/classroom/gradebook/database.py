"""The gradebook's file: made whole, opened, and refused in one sentence if it is anything else."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from lessons.classroom.errors import GraderError

Change = Callable[..., sqlite3.Cursor]

APPLICATION, VERSION = 0x6C657373, 1  # as in gradebook.sql
SECONDS_TO_WAIT = 30.0  # while somebody else writes

NOT_OURS = "is no gradebook of this course. Choose another folder with --into."
SENTENCES = {
    "SQLITE_BUSY": "is locked by another program. Close that one, then run this again.",
    "SQLITE_CANTOPEN": "can't be opened. Choose a folder that you may write in with --into.",
    "SQLITE_READONLY": "can't be written. Choose a folder that you may write in with --into.",
    "SQLITE_FULL": "doesn't fit: the disk is full. Make room, then run this again.",
    "SQLITE_CORRUPT": "is damaged. Put it aside, then bring back a copy or grade anew.",
    "SQLITE_NOTADB": NOT_OURS,
}


@contextmanager
def open_database(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database in a file, and make it if there is none; GraderError if that fails."""
    try:
        with closing(
            sqlite3.connect(path, timeout=SECONDS_TO_WAIT, isolation_level=None)
        ) as database:
            _prepare(database, path)
            yield database
    except sqlite3.Error as error:
        raise GraderError(f"The gradebook {path} {_sentence(error)}") from None


@contextmanager
def change(database: sqlite3.Connection) -> Iterator[Change]:
    """Do all that is executed inside, or nothing. Whoever else wants to write waits."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database.execute
    except BaseException:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    if _header(database) == (0, 0) and not _rows(database, "SELECT 1 FROM sqlite_schema"):
        database.executescript((files(__package__) / "gradebook.sql").read_text("utf-8"))
    application, version = _header(database)
    if application != APPLICATION:
        raise GraderError(f"The gradebook {path} {NOT_OURS}")
    if version > VERSION:
        raise GraderError(
            f"The gradebook {path} was written by a newer version of the course: its tables are "
            f"of version {version}, and this one knows {VERSION}. Update the course."
        )
    # Readers and a writer don't wait for each other, and a commit costs a single flush.
    if _rows(database, "PRAGMA journal_mode") != [("wal",)]:
        database.execute("PRAGMA journal_mode = WAL")


def _header(database: sqlite3.Connection) -> tuple[int, int]:
    (application,), (version,) = (
        _rows(database, f"PRAGMA {name}")[0] for name in ("application_id", "user_version")
    )
    return application, version


def _rows(database: sqlite3.Connection, sql: str) -> Sequence[Any]:
    try:
        return database.execute(sql).fetchall()
    except UnicodeDecodeError as error:  # SQLite quotes the damage, and Python can't read that
        damaged = sqlite3.DatabaseError(str(error))
        damaged.sqlite_errorname = "SQLITE_CORRUPT"
        raise damaged from None


def _sentence(error: sqlite3.Error) -> str:
    name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    return SENTENCES.get(name, f"fails: {error}. Look at the disk, then run this again.")
