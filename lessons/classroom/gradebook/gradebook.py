"""The gradebook: every grade ever given, in one SQLite file that survives `kill -9`.

Nothing is overwritten. What counts is worked out on reading, see effective.py.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path
from secrets import randbits
from sqlite3 import Connection
from typing import NamedTuple

from lessons.classroom.gradebook.database import change, open_database
from lessons.classroom.gradebook.effective import Override, effective_grades, in_words
from lessons.classroom.models import Graded, Learner


class Run(NamedTuple):
    """One `grade` command: its number, its seed, and whether it takes up an unfinished one."""

    number: int
    seed: int
    lessons: str
    again: bool
    continued: bool


class Gradebook:
    """What was graded, when, and with which seed. Each change is a transaction of its own."""

    def __init__(self, database: Connection) -> None:
        self._database = database

    def begin(
        self,
        settings: Mapping[str, object],
        seed: int | None = None,
        lessons: Iterable[str] = (),
        again: bool = False,
    ) -> Run:
        """Return the run to work on: the last one if it is the same and unfinished, or a new one.

        Without a seed it is the last run's; the very first run draws one.
        """
        wanted = (json.dumps(sorted(lessons)), json.dumps({**settings, "again": again}))
        newest = "SELECT id, seed, lessons, settings, finished FROM run ORDER BY id DESC"
        columns = "(seed, lessons, settings, version, started)"
        with change(self._database) as execute:
            last = execute(newest).fetchone()
            if last and last[2:] == (*wanted, None) and seed in (None, last[1]):
                return Run(last[0], last[1], wanted[0], again, continued=True)
            if seed is None:
                seed = last[1] if last else randbits(32)
            row = (seed, *wanted, _version(), _now())
            added = execute(f"INSERT INTO run {columns} VALUES (?, ?, ?, ?, ?)", row)
        return Run(added.lastrowid or 0, seed, wanted[0], again, continued=False)

    def finish(self, run: Run) -> None:
        """Remember that a run has come to its end."""
        with change(self._database) as execute:
            execute("UPDATE run SET finished = ? WHERE id = ?", (_now(), run.number))

    def is_known(self, run: Run, learner: str, digest: str) -> bool:
        """Tell whether a learner's newest grading is of this very content, for the same lessons.

        With --again it must also have been graded in this very run.
        """
        newest = (
            "SELECT digest, lessons, run FROM grading JOIN run ON run.id = grading.run "
            "WHERE learner = ? ORDER BY grading.id DESC"
        )
        last = self._database.execute(newest, (learner,)).fetchone()
        same = last is not None and last[:2] == (digest, run.lessons)
        return same and not (run.again and last[2] != run.number)

    def record(self, run: Run, graded: Graded) -> bool:
        """Add a grading. Return False, and add nothing, if another grader was faster."""
        learner = graded.learner.key
        row = (run.number, learner, graded.digest, json.dumps(graded.as_plain()), _now())
        insert = "INSERT INTO grading (run, learner, digest, graded, moment) VALUES (?, ?, ?, ?, ?)"
        with change(self._database) as execute:
            if graded.digest and self.is_known(run, learner, graded.digest):
                return False
            execute(insert, row)
        return True

    def override(self, learner: str, exercise: str, points: float | None, reason: str) -> None:
        """Give points by hand, from now on; None takes an earlier override back."""
        columns = "(moment, learner, exercise, points, reason)"
        with change(self._database) as execute:
            execute(
                f"INSERT INTO override {columns} VALUES (?, ?, ?, ?, ?)",
                (_now(), learner, exercise, points, reason),
            )

    def standing(self) -> Iterator[Graded]:
        """Yield what counts for each learner, in the order of their keys, one at a time."""
        rows = "SELECT learner, moment, graded FROM grading ORDER BY learner, id"
        everything = self._database.execute(rows)
        for learner, gradings in groupby(everything, key=lambda row: row[0]):
            history = ((moment, _graded(text)) for _, moment, text in gradings)
            yield effective_grades(history, self._overrides(learner))

    def learners(self) -> dict[str, Learner]:
        """Return every learner, as of late, by key."""
        rows = "SELECT learner, json_extract(graded, '$.learner') FROM grading ORDER BY id"
        newest = dict(self._database.execute(rows))
        return {key: Learner(**json.loads(learner)) for key, learner in newest.items()}

    def history(self, learner: str) -> list[tuple[str, str]]:
        """Return all that ever happened to a learner's grades, oldest first: when, and what."""
        rows = "SELECT moment, graded FROM grading WHERE learner = ?"
        gradings = [
            (moment, in_words(_graded(text)))
            for moment, text in self._database.execute(rows, (learner,))
        ]
        given = [(override.moment, in_words(override)) for override in self._overrides(learner)]
        return sorted(gradings + given, key=lambda event: event[0])

    def _overrides(self, learner: str) -> list[Override]:
        columns = ", ".join(Override._fields)
        rows = f"SELECT {columns} FROM override WHERE learner = ? ORDER BY id"
        return [Override(*row) for row in self._database.execute(rows, (learner,))]


@contextmanager
def open_gradebook(path: Path) -> Iterator[Gradebook]:
    """Open the gradebook in a file, and make it if there is none; GraderError if that fails."""
    with open_database(path) as database:
        yield Gradebook(database)


def _graded(text: str) -> Graded:
    return Graded.from_plain(json.loads(text))


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _version() -> str:
    try:
        return version("lessons")
    except PackageNotFoundError:  # run from a folder, without being installed
        return "unknown"
