"""One line of a roster, as Canvas, Moodle or the teacher's own table has it."""

import re
from collections.abc import Mapping, Sequence

Row = Mapping[str, str]  # a column's name in small letters, and what stands in it

NAMES = ("student", "full name", "name")


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
