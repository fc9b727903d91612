"""Files for import elsewhere: Canvas's gradebook, Moodle's grading worksheet, and JSON lines."""

import csv
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from html import escape
from pathlib import Path

from lessons.classroom.exports.matching import Matching, match_roster
from lessons.classroom.exports.roster import Roster, system_of
from lessons.classroom.findings import is_finished
from lessons.classroom.models import Grade, Graded, Learner
from lessons.classroom.text import headline, one_line, points, tidy
from lessons.common.files import writing
from lessons.exercises.order import by_lesson, exercises_of, lesson_of

AllGraded = Callable[[], Iterable[Graded]]

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
          "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
          "Feedback comments")  # fmt: skip
SAID, NOTES = 30, 10  # exercises and notes in one comment; Excel takes 32,767 characters a cell
EXCEL = "utf-8-sig"  # with the mark by which Excel knows UTF-8; Canvas and Moodle take it too
FORMULA = re.compile(r"[=+\-@|%＝＋－＠]")  # at the start of a cell, a spreadsheet may obey it
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
HARMLESS = re.compile(rf"-|{NUMBER.pattern}")


def write_exports(
    all_graded: AllGraded, folder: Path, placed: Matching | None = None
) -> list[Path]:
    """Write canvas.csv, moodle.csv and grades.jsonl, and return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    placed = placed or match_roster((graded.learner for graded in all_graded()), Roster([]))
    return [
        write_canvas(all_graded, folder / "canvas.csv", placed),
        write_moodle(all_graded, folder / "moodle.csv", placed),
        write_json_lines(all_graded, folder / "grades.jsonl"),
    ]


def write_canvas(all_graded: AllGraded, path: Path, placed: Matching) -> Path:
    """Write one column for each lesson; a lesson not handed in stays blank, Canvas adds up."""
    lessons = _lessons(all_graded())
    possible = [points(_out_of(lesson)) for lesson in lessons]

    def rows() -> Iterator[list[str]]:
        yield ["    Points Possible", *[""] * (len(CANVAS) - 1), *possible]
        for graded in all_graded():
            own = _points_by_lesson(graded)
            who = _who_in_canvas(graded.learner, placed)
            yield [*who, *(own.get(lesson, "") for lesson in lessons)]

    return _write(path, [*CANVAS, *lessons], rows())


def write_moodle(all_graded: AllGraded, path: Path, placed: Matching) -> Path:
    """Write grade and feedback together, as Moodle's grading worksheet has them.

    Points are scaled to the worksheet's Maximum Grade if the roster is one. The total to be had
    is that of all lessons in the class, so nobody gains by leaving one out.
    """
    lessons = _lessons(all_graded())
    out_of = sum(map(_out_of, lessons)) or 1
    known = (_number(row.get("maximum grade", "")) for row in placed.rows.values())
    most = next(filter(None, known), out_of)

    def rows() -> Iterator[list[str]]:
        for graded in all_graded():
            row = placed.row(graded.learner)
            number = placed.number(graded.learner, "moodle")
            own = {
                "identifier": f"Participant {number}" if number else "",
                "full name": graded.learner.name,
                "email address": row.get("email", ""),
                "last modified (grade)": "-",
                **row,
                "grade": scaled(graded, out_of, most),
                "maximum grade": points(most),
                "feedback comments": comment(graded, lessons, out_of, most),
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


def comment(graded: Graded, lessons: Collection[str], out_of: float, most: float) -> str:
    """Return the feedback in a few lines of HTML, which is what Moodle takes a comment for.

    The grade counts all of the class's `lessons`, in which `out_of` points can be had; for these
    Moodle gives `most` points.
    """
    open_ones = [grade for grade in graded.grades if grade.out_of and not is_finished(grade)]
    said = [*graded.notes[:NOTES], _total(graded, lessons, out_of, most)]
    lines = [
        escape(one_line(line, 500), quote=False)
        for line in said + [_remark(grade) for grade in open_ones[:SAID]]
    ]
    return "<br>".join(lines)


def scaled(graded: Graded, out_of: float, most: float) -> str:
    """Return the points as Moodle counts them; nothing if nothing was graded."""
    return points(graded.points * most / out_of) if graded.grades else ""


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; names and numbers stay as they are.

    >>> guarded("=1+1"), guarded("-2.5"), guarded("O'Brien-Smith")
    ("'=1+1", '-2.5', "O'Brien-Smith")
    """
    text = " ".join(tidy(text, 30_000).split())
    return f"'{text}" if FORMULA.match(text) and not HARMLESS.fullmatch(text) else text


def _who_in_canvas(learner: Learner, placed: Matching) -> list[str]:
    row = placed.row(learner)
    if system_of(row) == "canvas":
        return [row.get(column.lower(), "") for column in CANVAS]
    number = placed.number(learner, "canvas")
    # Without any number Canvas goes by the name, and takes the first who is called so.
    name = row.get("name") or (learner.name if number else placed.name(learner))
    return [name, number, row.get("id", ""), row.get("email", ""), ""]


def _lessons(all_graded: Iterable[Graded]) -> list[str]:
    return list(by_lesson({grade.exercise for graded in all_graded for grade in graded.grades}))


def _out_of(lesson: str) -> int:
    return sum(exercise.points for exercise in exercises_of(lesson))


def _points_by_lesson(graded: Graded) -> dict[str, str]:
    sums: dict[str, float] = {}
    for grade in graded.grades:
        lesson = lesson_of(grade.exercise)
        sums[lesson] = sums.get(lesson, 0) + grade.points
    return {lesson: points(earned) for lesson, earned in sums.items()}


def _total(graded: Graded, lessons: Collection[str], out_of: float, most: float) -> str:
    if not graded.grades:
        return "There is nothing to give points for yet."
    where = f"over all {len(lessons)} lessons" if len(lessons) > 1 else f"in {''.join(lessons)}"
    total = f"{points(graded.points)} of {points(out_of)} points {where}"
    if most == out_of:
        return f"{total}."
    return f"{total}, which is a grade of {scaled(graded, out_of, most)} of {points(most)}."


def _remark(grade: Grade) -> str:
    verdict = grade.verdict
    earned = f"{grade.exercise}, {points(grade.points)} of {points(grade.out_of)}"
    if grade.reason:
        return f"{earned}: your teacher set these points. {grade.reason}"
    if verdict.status == "blank":
        return f"{earned}: not started yet."
    title = headline(verdict.title)
    lines = verdict.lines and f"({verdict.lines})"
    said = (verdict.happened, verdict.evidence, lines, verdict.try_this)
    return f"{earned}: {title}. {' '.join(filter(None, said))}"


def _number(text: str) -> float:
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else 0.0


def _write(path: Path, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Path:
    with writing(path, EXCEL) as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(heads)
        table.writerows([guarded(cell) for cell in row] for row in rows)
    return path
