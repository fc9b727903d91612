"""Who is in the class, as Canvas, Moodle or the teacher's own table has it."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lessons.classroom.errors import GraderError
from lessons.classroom.models import Learner
from lessons.common.files import write_whole

Row = Mapping[str, str]  # a line: a column's name in small letters, and what stands in it

NAMES = ("student", "full name", "name")
IDS = ("sis user id", "sis login id", "id number", "username", "email address", "email", "id")
REMEDY = (
    "Give Canvas's exported gradebook, Moodle's grading worksheet (with Moodle in English), or a "
    ".csv whose first line is name,email,id."
)


class Roster:
    """Finds the line of a learner. Whoever could be two people is nobody, so no grade strays."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.system = next(filter(None, map(system_of, rows)), "")
        self._found: dict[str, Row | None] = {}
        for row in rows:
            for sign in set(_signs(row)):
                self._found[sign] = None if sign in self._found else row

    def find(self, learner: Learner, numbers: bool = True) -> Row:
        """Return a learner's line, by name, else by Canvas's or Moodle's own number; or nothing.

        A number alone is not enough: other systems, and other assignments, give it to others.

        >>> roster = Roster([{"student": "Lee, Ann", "id": "2002"}])
        >>> roster.find(Learner("ann-lee-5", "Ann Lee", "5", "moodle"))["id"]
        '2002'
        >>> roster.find(Learner("ella-lee-2002", "Ella Lee", "2002", "moodle"))
        {}
        """
        signs = (*_forms(learner.name), _normalized(learner.key))
        if row := next((row for sign in signs if (row := self._found.get(sign))), None):
            return {} if _is_somebody_else(learner, row) else row
        row = self._found.get(f"{learner.system} {learner.number}")
        return row if row and numbers and _may_be(learner, row) else {}

    def doubts(self, learner: Learner) -> bool:
        """Tell whether a learner's name is there several times."""
        return any(self._found.get(sign, {}) is None for sign in _forms(learner.name))


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
    if not {"identifier", "lastname", *NAMES} & set(columns):
        raise GraderError(f"The roster {path} has no column with names. {REMEDY}")
    roster = Roster([row for line in lines if called(row := row_of(columns, line))])
    if not roster.rows:
        raise GraderError(f"The roster {path} names nobody. {REMEDY}")
    return roster


def remembered(roster: Path | None, folder: Path) -> Path | None:
    """Return where the roster is: a copy, kept for the times when none is given."""
    copy = folder / "roster.csv"
    if roster:
        read_roster(roster)
        text = roster.read_text("utf-8-sig")
        write_whole(copy, text)
    return copy if copy.is_file() else None


def row_of(columns: Sequence[str], line: Sequence[str]) -> Row:
    """Return a line by its columns; where Canvas has split the name, it is put together.

    >>> row_of(["lastname", "firstname", "id"], ["Lee", "Ann", "2002"])["student"]
    'Lee, Ann'
    """
    row = dict(zip(columns, line, strict=False))
    if "lastname" in row:
        row["student"] = f"{row['lastname']}, {row.get('firstname', '')}".strip(", ")
    return row


def called(row: Row) -> str:
    """Return what a line's owner is called; nothing if it is Canvas's own and nobody's.

    >>> called({"student": "Lee, Ann"}), called({"student": "    Points Possible"})
    ('Ann Lee', '')
    """
    name = next((row[column] for column in (*NAMES, "identifier") if row.get(column)), "")
    if "points possible" in name.casefold() or name == "Student, Test":
        return ""
    return " ".join(reversed(name.split(", ", 1)))


def system_of(row: Row) -> str:
    """Return the system that a line comes from, or nothing if it is the teacher's own."""
    return "moodle" if "identifier" in row else "canvas" if "student" in row else ""


def number_in(row: Row) -> str:
    """Return a learner's number in the system that the line comes from.

    >>> number_in({"identifier": "Participant 501"}), number_in({"name": "Ann", "id": "s-1"})
    ('501', '')
    """
    if system_of(row) == "canvas":
        return row.get("id", "")
    digits = re.fullmatch(r"\D*(\d+)", row.get("identifier", ""))
    return digits[1] if digits else ""


def _is_somebody_else(learner: Learner, row: Row) -> bool:
    """Tell whether Canvas knows two people of one name: there a number stays with its owner."""
    both = learner.system == system_of(row) == "canvas"
    return both and learner.number != number_in(row)


def _may_be(learner: Learner, row: Row) -> bool:
    """Tell whether a name shares a word with the line's, if that has one."""
    names = [row[column] for column in NAMES if row.get(column)]
    ours, theirs = ({*_words(name), *_forms(name)} for name in (learner.name, " ".join(names)))
    return not theirs or bool(ours & theirs)


def _signs(row: Row) -> Iterator[str]:
    """Yield all that a learner may be recognised by."""
    if number := number_in(row):
        yield f"{system_of(row)} {number}"
    for column in NAMES:
        yield from _forms(row.get(column, ""))
    yield from (_normalized(row[column]) for column in IDS if row.get(column))


def _forms(name: str) -> Iterator[str]:
    """Yield the forms of a name: in any order, and as Canvas writes it into file names."""
    if words := _words(name):
        yield " ".join(sorted(words))
        yield from {"".join(words), "".join([words[-1], *words[:-1]])}


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _normalized(name))


def _normalized(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
