"""Numbers worked out by hand: a slip is named, a coincidence is not, and form is no miss."""

from typing import Any

import pytest

from lessons.check import check
from lessons.checking.candidates import catalogue
from lessons.checking.local import examine
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES, Exercise, Slip
from lessons.mistakes import MISTAKES
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
