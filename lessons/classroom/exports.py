"""Files for import elsewhere: Canvas's gradebook, Moodle's grading worksheet, and JSON lines."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from lessons.classroom.pages.course import by_lesson, lesson_of
from lessons.classroom.pages.mishaps import is_finished
from lessons.classroom.records import Grade, Graded
from lessons.classroom.roster import Roster, Row, read_roster
from lessons.classroom.tidy import one_line, points, tidy
from lessons.classroom.whole import writing
from lessons.exercises import EXERCISES

AllGraded = Callable[[], Iterable[Graded]]

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
          "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
          "Feedback comments")  # fmt: skip
EXCEL = "utf-8-sig"  # with the mark by which Excel knows UTF-8; Canvas and Moodle take it too
FORMULA = re.compile(r"[=+\-@|%＝＋－＠]")  # at the start of a cell, a spreadsheet may obey it
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
HARMLESS = re.compile(rf"-|{NUMBER.pattern}")
SAID, NOTES = 30, 10  # exercises and notes in one comment; Excel takes 32,767 characters a cell


def write_exports(all_graded: AllGraded, folder: Path, roster: Path | None = None) -> list[Path]:
    """Write canvas.csv, moodle.csv and grades.jsonl, and return where they are."""
    known = read_roster(roster) if roster else Roster([])
    return [
        write_canvas(all_graded, folder / "canvas.csv", known),
        write_moodle(all_graded, folder / "moodle.csv", known),
        write_json_lines(all_graded, folder / "grades.jsonl"),
    ]


def write_canvas(all_graded: AllGraded, path: Path, roster: Roster) -> Path:
    """Write one column for each lesson; a lesson not handed in stays blank, Canvas adds up."""
    lessons = _lessons(all_graded())
    possible = [points(_out_of(lesson)) for lesson in lessons]

    def rows() -> Iterator[list[str]]:
        yield ["    Points Possible", *[""] * (len(CANVAS) - 1), *possible]
        for graded in all_graded():
            row, own = roster.find(graded.learner), _points_by_lesson(graded)
            yield [*_who_in_canvas(graded, row), *(own.get(lesson, "") for lesson in lessons)]

    return _write(path, [*CANVAS, *lessons], rows())


def write_moodle(all_graded: AllGraded, path: Path, roster: Roster) -> Path:
    """Write grade and feedback together, as Moodle's grading worksheet has them.

    Points are scaled to the worksheet's Maximum Grade if the roster is one. The total to be had
    is that of all lessons in the class, so nobody gains by leaving one out.
    """
    out_of = sum(_out_of(lesson) for lesson in _lessons(all_graded())) or 1

    def rows() -> Iterator[list[str]]:
        for graded in all_graded():
            row = roster.find(graded.learner)
            most = _number(row.get("maximum grade", "")) or out_of
            number = graded.learner.number
            own = {
                "identifier": f"Participant {number}" if number else "",
                "full name": graded.learner.name,
                "email address": row.get("email", ""),
                "last modified (grade)": "-",
                **row,
                "grade": points(graded.points * most / out_of) if graded.grades else "",
                "maximum grade": points(most),
                "feedback comments": comment(graded),
            }
            yield [own.get(column.lower(), "") for column in MOODLE]

    return _write(path, MOODLE, rows())


def write_json_lines(all_graded: AllGraded, path: Path) -> Path:
    """Write everything that is known of each learner, one JSON object a line."""
    with writing(path) as file:
        for graded in all_graded():
            total = {"points": graded.points, "out_of": graded.out_of}
            file.write(json.dumps(graded.as_plain() | total, allow_nan=False) + "\n")
    return path


def comment(graded: Graded) -> str:
    """Return the feedback in a few lines of HTML, which is what Moodle takes a comment for."""
    said = [*graded.notes[:NOTES], f"{points(graded.points)} of {points(graded.out_of)} points."]
    open_ones = [grade for grade in graded.grades if not is_finished(grade)]
    lines = [
        escape(one_line(line, 500), quote=False)
        for line in said + [_remark(g) for g in open_ones[:SAID]]
    ]
    return "<br>".join(lines)


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; names and numbers stay as they are.

    >>> guarded("=1+1"), guarded("-2.5"), guarded("O'Brien-Smith")
    ("'=1+1", '-2.5', "O'Brien-Smith")
    """
    text = " ".join(tidy(text, 30_000).split())
    return f"'{text}" if FORMULA.match(text) and not HARMLESS.fullmatch(text) else text


def _remark(grade: Grade) -> str:
    verdict = grade.verdict
    earned = f"{grade.exercise}, {points(grade.points)} of {points(grade.out_of)}"
    if grade.reason:
        return f"{earned}: your teacher set these points. {grade.reason}"
    if verdict.status == "blank":
        return f"{earned}: not started yet."
    return f"{earned}: {verdict.title}. {verdict.happened} {verdict.evidence} {verdict.try_this}"


def _who_in_canvas(graded: Graded, row: Row) -> list[str]:
    name, number = graded.learner.name, graded.learner.number
    if "student" in row:  # from Canvas itself
        return [row.get(column.lower(), "") for column in CANVAS]
    return [row.get("name", name), number, row.get("id", ""), row.get("email", ""), ""]


def _lessons(all_graded: Iterable[Graded]) -> list[str]:
    return list(by_lesson({grade.exercise for graded in all_graded for grade in graded.grades}))


def _out_of(lesson: str) -> int:
    return sum(e.points for e in EXERCISES.values() if e.lesson == lesson)


def _points_by_lesson(graded: Graded) -> dict[str, str]:
    sums: dict[str, float] = {}
    for grade in graded.grades:
        lesson = lesson_of(grade.exercise)
        sums[lesson] = sums.get(lesson, 0) + grade.points
    return {lesson: points(earned) for lesson, earned in sums.items()}


def _number(text: str) -> float:
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else 0.0


def _write(path: Path, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Path:
    with writing(path, EXCEL) as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(heads)
        table.writerows([guarded(cell) for cell in row] for row in rows)
    return path
