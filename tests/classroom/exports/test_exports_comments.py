"""A comment says what was graded and what to try, as text that fits into a cell."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from grade_tables import moodle, whole_lesson
from made_up_class import blank, wrong_grades

from lessons.classroom.exports.canvas_moodle import comment, guarded
from lessons.classroom.exports.roster import Roster
from lessons.classroom.models import Graded, Learner
from lessons.exercises import EXERCISES


def test_a_comment_is_text_in_html() -> None:
    """Moodle shows the comment as HTML: ours has line breaks and nothing else, whoever wrote."""
    tags: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    wrong = wrong_grades("dz")[0]
    verdict = replace(wrong.verdict, happened="<img src=x onerror=alert(1)>")
    notes = ("<script>alert(1)</script>.ipynb was refused.",)
    graded = Graded(Learner("k", "n"), "", 0, (replace(wrong, verdict=verdict),), notes)
    reader.feed(comment(graded, ["02_derivatives"], 12, 100))
    reader.close()
    assert set(tags) == {"br"}


def test_a_comment_fits_into_a_cell() -> None:
    """However much there is to say, Excel can hold it: 32,767 characters in one cell."""
    long = "&" * 5000
    grades = [
        replace(wrong_grades(name)[0], reason=long) for name in EXERCISES if wrong_grades(name)
    ]
    graded = Graded(Learner("k", "n"), "", 0, tuple(grades), (long,) * 1000)
    said = comment(graded, ["02_derivatives"], 12, 100)
    assert len(guarded(said)) <= 32_767


def test_a_comment_shows_the_line_it_speaks_of() -> None:
    """Where Python stopped with an error, the learner's own line is in the comment too."""
    wrong = wrong_grades("dz")[0]
    grade = replace(wrong, verdict=replace(wrong.verdict, lines="line 2: return a - y()"))
    said = comment(Graded(Learner("k", "n"), "", 0, (grade,)), ["02_derivatives"], 12, 100)
    assert f"(line 2: return a - y()) {grade.verdict.try_this}" in said


def test_a_comment_says_what_the_grade_counts() -> None:
    """Moodle's grade is over all lessons of the class: the comment says so, in points as well."""
    everybody = [whole_lesson("01_recap"), whole_lesson("00_start")]
    row = {"identifier": "Participant 1", "full name": "00_start", "maximum grade": "100"}
    _, start = moodle(everybody, Roster([row]))
    assert start["Grade"] == "7.14"
    assert (
        "1 of 14 points over all 2 lessons, which is a grade of 7.14 of 100."
        in start["Feedback comments"]
    )
    (alone,) = moodle(everybody[:1])
    assert alone["Feedback comments"].startswith("13 of 13 points in 01_recap.")


@pytest.mark.parametrize("name", EXERCISES)
def test_a_comment_is_about_what_has_points(name: str) -> None:
    """An open exercise is in the comment exactly if points can be had for it."""
    said = comment(Graded(Learner("k", "n"), "", 0, (blank(name),)), ["lesson"], 9, 9)
    assert (f"{name}, 0 of" in said) == bool(EXERCISES[name].points)
