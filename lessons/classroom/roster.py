"""Who is in the class, as Canvas, Moodle or the teacher's own table has it."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from lessons.classroom.records import Learner
from lessons.classroom.wording import GraderError

Row = Mapping[str, str]  # a column's name in small letters, and what stands in it

NAMES = ("student", "full name", "name")
IDS = ("sis user id", "sis login id", "id number", "username", "email address", "email", "id")
REMEDY = (
    "Give Canvas's exported gradebook, Moodle's grading worksheet, or a .csv whose first line is "
    "name,email,id."
)


class Roster:
    """Finds the line of a learner. Whoever could be two people is nobody, so no grade strays."""

    def __init__(self, rows: list[Row]) -> None:
        self._found: dict[str, Row | None] = {}
        for row in rows:
            for sign in set(_signs(row)):
                self._found[sign] = None if sign in self._found else row

    def find(self, learner: Learner) -> Row:
        """Return a learner's line, by Canvas's or Moodle's number, else by name; or nothing.

        >>> roster = Roster([{"name": "Lovelace, Ada", "email": "ada@example.org"}])
        >>> roster.find(Learner("ada-lovelace-77", "Ada Lovelace", "77"))["email"]
        'ada@example.org'
        """
        signs = (f"number {learner.number}", *_forms(learner.name), _plain(learner.key))
        return next((row for sign in signs if (row := self._found.get(sign))), {})


def read_roster(path: Path) -> Roster:
    """Return the roster in a .csv; GraderError if there is none in it."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise GraderError(f"The roster {path} can't be read: {error.strerror}. {REMEDY}") from None
    except UnicodeDecodeError:
        raise GraderError(f"The roster {path} is not UTF-8. Save it as “CSV UTF-8”.") from None
    first = text.partition("\n")[0]
    try:
        table = csv.reader(text.splitlines(), delimiter=max(",;\t", key=first.count), strict=True)
        heads, *lines = [[field.strip() for field in line] for line in table if line] or [[]]
    except csv.Error as error:
        raise GraderError(f"The roster {path} is no .csv: {error}. {REMEDY}") from None
    columns = [head.casefold() for head in heads]
    if not {"identifier", *NAMES} & set(columns):
        raise GraderError(f"The roster {path} has no column with names. {REMEDY}")
    rows = [dict(zip(columns, line, strict=False)) for line in lines]
    return Roster([row for row in rows if "points possible" not in row.get("student", "").lower()])


def _signs(row: Row) -> Iterator[str]:
    """Yield all that a learner may be recognised by."""
    if participant := re.fullmatch(r"\D*(\d+)", row.get("identifier", "")):
        yield f"number {participant[1]}"
    if "student" in row and row.get("id"):  # Canvas's own number; elsewhere it is the school's
        yield f"number {row['id']}"
    for column in NAMES:
        yield from _forms(row.get(column, ""))
    yield from (_plain(row[column]) for column in IDS if row.get(column))


def _forms(name: str) -> Iterator[str]:
    """Yield the forms of a name: in any order, and as Canvas writes it into file names."""
    words = re.findall(r"\w+", _plain(name))
    if words:
        yield " ".join(sorted(words))
        yield from {"".join(words), "".join([words[-1], *words[:-1]])}


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
