"""The pages: one for each learner, and one about the class. They open anywhere, and ask nobody."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from lessons.checking.card import MARKS
from lessons.classroom.findings import COMPLETIONS, completion_of, is_finished
from lessons.classroom.models import Grade, Graded
from lessons.classroom.reports import charts
from lessons.classroom.reports.charts import Chart
from lessons.classroom.reports.class_stats import COMPARED, LISTED, count
from lessons.classroom.text import headline, plural, points, tidy
from lessons.common.files import write_whole
from lessons.common.html import templates
from lessons.exercises import EXERCISES
from lessons.exercises.order import by_lesson

WORDS = {"done": "Right", "partly": "Partly right", "tried": "Not yet", "blank": "Not started yet"}
PREDICTED = {"done": "Well predicted", "tried": "It turned out otherwise", "blank": "No guess yet"}
SHOWN = 20  # mistakes of one kind


class Row(NamedTuple):
    """One exercise of a learner's page: its grade, its task, and how it went, in a word."""

    grade: Grade
    task: str
    outcome: str
    finished: bool
    mark: str
    word: str


def write_feedback(graded: Graded, folder: Path) -> Path:
    """Write a learner's page into the folder, whole or not at all, and return where it is."""
    grades = {grade.exercise: grade for grade in graded.grades}
    lessons = {
        lesson: [_row(grades[name]) for name in names]
        for lesson, names in by_lesson(grades).items()
    }
    rows = [row for rows in lessons.values() for row in rows]
    open_rows = [row for row in rows if not row.finished]
    page = _page("feedback.html", graded=graded, lessons=lessons, open_rows=open_rows)
    return _write(folder / file_name(graded.learner.key), page)


def write_class_page(all_graded: Callable[[], Iterable[Graded]], folder: Path) -> Path:
    """Write class.html into the folder, and return where it is.

    Learners come by one at a time and are counted, not kept: memory doesn't grow with the class.
    The pages of the learners are looked for in the folder `feedback` beside it.
    """
    counts = count(all_graded())
    outcomes = {
        name: [counted[o] for o in COMPLETIONS] for name, counted in counts.outcomes.items()
    }
    lessons = by_lesson(outcomes)
    page = _page(
        "class.html",
        counts=counts,
        outcomes=outcomes,
        lessons=lessons,
        tenths=list(zip(charts.TENTHS, charts.tenths(counts.shares), strict=True)),
        distribution=charts.distribution(counts.shares),
        success={
            lesson: charts.success({name: outcomes[name] for name in names}, COMPLETIONS)
            for lesson, names in lessons.items()
        },
        tables={kind: counts.findings(kind) for kind in ("mistake", "choice", "other")},
        groups=counts.fingerprints.groups() if counts.learners <= COMPARED else None,
    )
    return _write(folder / "class.html", page)


def file_name(key: str) -> str:
    """Return the name of a learner's page. Different keys get different names, on any disk.

    >>> file_name("anna-12345"), file_name("../Anna")
    ('anna-12345.html', 'anna~3ea758fbe582f56a.html')
    """
    plain = re.sub(r"[^\w.-]+", "-", key[:80].lower()).strip(".-") or "learner"
    if plain == key and key.isascii():
        return f"{plain}.html"
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{plain[:40]}~{digest[:16]}.html"


def _row(grade: Grade) -> Row:
    exercise, outcome = EXERCISES.get(grade.exercise), completion_of(grade)
    words = WORDS if grade.out_of else PREDICTED
    mark = {"done": "✓", "partly": "◐"}.get(outcome, MARKS.get(grade.verdict.status, "✗"))
    if not grade.out_of and outcome == "tried":
        mark = "○"  # a guess is never wrong
    task = exercise.task if exercise else ""
    return Row(grade, task, outcome, is_finished(grade), mark, words.get(outcome, "Not yet"))


def _page(template: str, **values: Any) -> str:
    return PAGES.get_template(template).render(**values)


def _write(path: Path, page: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_whole(path, page)


def image(picture: Chart) -> Markup:
    """Return a picture as an HTML image that needs no file beside it."""
    data = b64encode(picture.png()).decode()
    return Markup('<img src="data:image/png;base64,{}" alt="{}" width="{}" height="{}">').format(
        data, picture.text, picture.width, picture.height
    )


def _shown(value: object) -> object:
    """Prepare whatever stands in {{ }} for being escaped."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else tidy(value)


PAGES = templates(Path(__file__).with_name("templates"), finalize=_shown)
PAGES.filters |= {"points": points, "plural": plural, "headline": headline, "image": image}
PAGES.globals |= {
    "OUTCOMES": COMPLETIONS,
    "LISTED": LISTED,
    "SHOWN": SHOWN,
    "COMPARED": COMPARED,
    "file_name": file_name,
}
