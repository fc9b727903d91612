"""Results are as Gradescope's documents say, and give nothing away."""

import json
from random import Random

import pytest
from gradescope_schema import VALID
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_class import learner, right_grades, wrong_grades

from lessons.classroom.gradescope.results import results
from lessons.classroom.models import Graded, Learner
from lessons.exercises import EXERCISES


def test_the_schema_can_tell() -> None:
    """What the document forbids is refused by the schema of these tests."""
    for wrong in ({}, {"score": "1"}, {"score": 1, "visibility": "never"}, {"score": 1, "x": 1}):
        assert not VALID.is_valid(wrong)
    assert not VALID.is_valid({"tests": [{"status": "maybe"}], "score": 1})


@settings(max_examples=50)
@given(st.integers(0, 2**32), st.text(max_size=50))
def test_results_are_as_documented(seed: int, note: str) -> None:
    """Whoever is graded, each field has the type and the words that Gradescope knows."""
    graded = learner(seed % 1000, Random(seed))
    graded = Graded(graded.learner, graded.digest, seed, graded.grades, (note,), 1.5)
    answer = results(graded)
    VALID.validate(json.loads(json.dumps(answer, allow_nan=False)))
    assert answer["score"] == pytest.approx(sum(test["score"] for test in answer["tests"]))
    assert len({test["number"] for test in answer["tests"]}) == len(graded.grades)
    assert all(test["score"] <= max(test["max_score"], 1) for test in answer["tests"])


def test_nothing_to_grade_is_an_answer_too() -> None:
    """Without a single grade there is a score, and a sentence that says what to hand in."""
    answer = results(Graded(Learner("k", "n"), "", 1, (), ("a.pages was refused.",)))
    VALID.validate(answer)
    assert answer["score"] == 0
    assert "ending in .ipynb" in answer["output"]
    assert "a.pages was refused." in answer["output"]


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_hidden_stays_hidden(name: str) -> None:
    """The learner sees the verdict's words, and no seed, digest, fingerprint or right choice."""
    for grade in (*wrong_grades(name), *right_grades(name)):
        answer = results(Graded(Learner("k", "n"), "d1ge57", 918273645, (grade,)))
        assert answer.pop("extra_data")["seed"] == 918273645
        seen = json.dumps(answer, ensure_ascii=False)
        assert "918273645" not in seen
        assert "d1ge57" not in seen
        assert grade.fingerprint not in seen
        assert answer["stdout_visibility"] == "hidden"
        (test,) = answer["tests"]
        assert grade.verdict.happened in test["output"]
        assert test["status"] == "passed" or not grade.verdict.is_right
        if not grade.verdict.is_right and (right := EXERCISES[name].right_choice):
            assert EXERCISES[name].choices[right] not in seen
