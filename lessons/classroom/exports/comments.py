"""What stands beside a grade in Moodle: a few lines of HTML."""

from collections.abc import Collection
from html import escape

from lessons.classroom.findings import is_finished
from lessons.classroom.models import Grade, Graded
from lessons.classroom.text import headline, one_line, points

SAID, NOTES = 30, 10  # exercises and notes in one comment; Excel takes 32,767 characters a cell


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
