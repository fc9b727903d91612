"""A learner's page says what the verdict says, and hides what is hidden."""

from dataclasses import replace
from typing import get_args

import pytest
from made_up_class import blank, grade, right_grades, wrong_grades
from page_reader import Reader, class_page, learners_page, one, words

from lessons.checking.verdict import Status, Verdict
from lessons.classroom.findings import completion_of
from lessons.classroom.text import headline
from lessons.exercises import EXERCISES


@pytest.mark.parametrize("name", EXERCISES)
def test_the_page_says_what_the_verdict_says(name: str) -> None:
    """Title, what happened, what to try, evidence and own lines all stand on the page."""
    for given_grade in (*wrong_grades(name), *right_grades(name)):
        verdict = given_grade.verdict
        seen = words(Reader(learners_page(one(given_grade))).text)
        said = [verdict.happened, verdict.evidence, verdict.lines, verdict.try_this]
        said += [headline(verdict.title)] if given_grade.out_of else []
        assert [text for text in said if words(text) not in seen] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_the_page_gives_nothing_away(name: str) -> None:
    """No seed, digest or fingerprint is on it, nor why the right choice would have been right."""
    exercise = EXERCISES[name]
    for given_grade in (*wrong_grades(name), blank(name)):
        page = learners_page(one(given_grade))
        assert "918273645" not in page
        assert "d1ge57" not in page
        assert given_grade.fingerprint not in page
        assert exercise.right_choice == "" or exercise.choices[exercise.right_choice] not in page


@pytest.mark.parametrize("name", [n for n, e in EXERCISES.items() if not e.points])
def test_a_prediction_is_never_called_wrong(name: str) -> None:
    """Whatever was guessed, there is no cross and no “not yet” on the page, and it is done."""
    for given_grade in wrong_grades(name):
        seen = Reader(learners_page(one(given_grade, *right_grades("dz")[:1]))).text
        assert "✗" not in seen
        assert "Not yet" not in seen
        assert "A good place to go on" not in seen


def test_every_status_has_its_words() -> None:
    """Each status of a verdict makes a page, with and without points, with and without credit."""
    for status in get_args(Status):
        for name in ("backward", "sign_of_da"):
            for share in (0.0, 0.5, 1.0):
                verdict = Verdict(name, status, "some-name", "Title")
                assert name in learners_page(one(grade(name, verdict, share=share)))


def test_what_was_refused_is_told() -> None:
    """Notes about files stand on the learner's page, also when nothing could be graded."""
    seen = words(Reader(learners_page(one(notes=("ann.docx: hand in a notebook.",)))).text)
    assert "ann.docx: hand in a notebook." in seen
    assert "There is nothing to give points for yet." in seen


def test_points_by_hand_are_marked() -> None:
    """The learner reads who gave the points and why; the class page counts them."""
    by_hand = replace(wrong_grades("dz")[0], points=2.0, reason="a slip of the pen")
    graded = one(by_hand)
    seen = words(Reader(learners_page(graded)).text)
    assert "Your teacher set these points. a slip of the pen" in seen
    assert "2 of 2" in seen
    assert "1 exercise" in Reader(class_page([graded])).text
    assert completion_of(by_hand) == "done"
    assert completion_of(replace(right_grades("dz")[0], points=0.0, reason="copied")) == "tried"
