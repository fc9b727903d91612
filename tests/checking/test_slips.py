"""Numbers worked out by hand: a slip is named, a coincidence is not, and form is no miss."""

import re
from typing import Any

import pytest

from lessons.check import check
from lessons.checking.candidates import catalogue, edits_in
from lessons.checking.local import examine
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES, Exercise, Slip
from lessons.mistakes import MISTAKES
from lessons.mistakes.by_hand import by_hand
from lessons.mistakes.line import LINES
from lessons.progress import session

BY_HAND = [exercise for exercise in EXERCISES.values() if exercise.kind == "number"]
SLIPS = [(exercise, slip) for exercise in BY_HAND for slip in exercise.slips]
FORMS = {"0,5": (0, 5), "quoted": "0.5", "a comma in quotes": "0,5", "nothing": None, "dots": ...}


@pytest.mark.parametrize(("exercise", "slip"), SLIPS, ids=lambda each: getattr(each, "name", ""))
def test_a_slip_is_named(exercise: Exercise, slip: Slip) -> None:
    """Each slip's number gets its own words, and is not the right number."""
    verdict = examine(exercise, slip.value)
    assert verdict == Verdict(exercise.name, "mistake", "slip", slip.title, "", slip.try_this)
    assert verdict.try_this.endswith((".", "?", "…"))


@pytest.mark.parametrize("exercise", BY_HAND, ids=lambda exercise: exercise.name)
def test_a_coincidence_is_not_named(exercise: Exercise) -> None:
    """One number proves little, so only the mistakes that the exercise lists are suspected."""
    suspects = {candidate.mistake.name for candidate in catalogue(exercise)}
    assert suspects == set(exercise.likely) <= set(MISTAKES)


@pytest.mark.parametrize("exercise", BY_HAND, ids=lambda exercise: exercise.name)
def test_every_suspect_can_be_seen(exercise: Exercise) -> None:
    """A mistake that an exercise lists gives another number there than the right one."""
    (probe,) = exercise.probes
    for candidate in catalogue(exercise):
        if candidate.lines in candidate.mistake.variants[:1]:
            assert not exercise.accepts_all(candidate.answer(probe), exercise.expected(probe))


UNTOLD = [
    ("first_z", 0.75),  # the prediction, and also w1·(x1 + w2·x2 + b)
    ("first_z", 11),  # a point forgotten, and also z / b
    ("sigmoid_of_0", 0.3679),
    ("drill_loss", 1),
    ("expected_drop", 0.0),  # the loss of some other a, if one looks long enough
    ("nudge_w1", -4.99e-7),
]


@pytest.mark.parametrize(("name", "number"), UNTOLD)
def test_what_one_number_can_t_show_is_not_told(name: str, number: float) -> None:
    """Among all edits of a line some gives nearly any number: nobody is told of an unlikely one."""
    assert examine(EXERCISES[name], number).status == "unknown"


TOLD = [
    ("first_z", -1.1, "z: a minus too many"),
    ("drill_z", -0.7, "z: a part is missing"),
    ("drill_a", 0.5498, "z: a part is missing"),
    ("drill_loss", 0.6225, "loss: this is a"),
    ("step_by_hand", (0.8995, 0.6497, 0.3497), "w1: w2 instead of w1"),
]


@pytest.mark.parametrize(("name", "answer", "title"), TOLD)
def test_a_likely_slip_in_a_number_is_told(name: str, answer: Any, title: str) -> None:
    """A sign, a part left out, the other letter, or another quantity: these happen on paper."""
    assert examine(EXERCISES[name], answer).title == title


@pytest.mark.parametrize("exercise", BY_HAND, ids=lambda exercise: exercise.name)
def test_what_is_said_of_a_number_is_not_about_code(exercise: Exercise) -> None:
    """Whoever used pencil and paper reads nothing of Python, functions or what they returned."""
    every = [*catalogue(exercise), *(each for line in LINES for each in edits_in(exercise, line))]
    for mistake in {by_hand(candidate.mistake) for candidate in every}:
        words = " ".join((mistake.title, mistake.happened, mistake.try_this))
        assert not re.search(r"\b(?:Python|code|function|[Rr]eturn(?:ed)?|math\.|argument)", words)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_form_is_no_miss(form: Any) -> None:
    """A comma, quotes or nothing at all is explained, and brings no hint nearer."""
    session.MISSES.clear()
    verdict = examine(EXERCISES["sigmoid_of_0"], form)
    assert verdict.name in {"comma", "quoted", "none", "blank"}
    assert verdict.happened
    assert verdict.try_this
    check("sigmoid_of_0", form)
    assert session.MISSES["sigmoid_of_0"] == 0


def test_a_guess_is_done_whether_it_was_right_or_not() -> None:
    """A prediction without points is ticked for having been made, and never counts as a miss."""
    session.RIGHT.clear()
    session.MISSES.clear()
    check("sign_of_da", "a")
    assert "sign_of_da" in session.RIGHT
    assert session.MISSES["sign_of_da"] == 0
