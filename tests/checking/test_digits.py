"""By hand: right to the digits that are shown is right so far, and nothing else is."""

import math
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.answers.outcome import Outcome, Trouble
from lessons.check import check
from lessons.checking.candidates import catalogue
from lessons.checking.digits import completed, digits_wanted, is_cut_short
from lessons.checking.judge import judge
from lessons.checking.local import LocalAnswers, examine
from lessons.exercises import EXERCISES, Exercise
from lessons.progress import session

BY_HAND = [exercise for exercise in EXERCISES.values() if exercise.kind == "number"]
GRAPH, STEP = EXERCISES["fresh_graph"], EXERCISES["step_by_hand"]
ROUNDED = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


def right(exercise: Exercise) -> tuple[float, ...]:
    return exercise.expected(exercise.probes[0])


def short(value: float, digits: int, way: str) -> float:
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), way))


@pytest.mark.parametrize("exercise", BY_HAND, ids=lambda exercise: exercise.name)
@given(digits=st.integers(1, 5), way=ROUNDED)
def test_fewer_digits_are_right_so_far(exercise: Exercise, digits: int, way: str) -> None:
    """However it was rounded, a number by hand is right, or right so far, and never a mistake."""
    values = tuple(short(value, digits, way) for value in right(exercise))
    if any(value.is_integer() for value in values):
        return
    verdict, share = judge(exercise, LocalAnswers(exercise, values))
    assert verdict.is_right or verdict.name == "digits"
    assert not session.is_miss(verdict)
    assert verdict.is_right == (share == 1) == exercise.accepts_all(values, right(exercise))


TYPED = {
    0.97: 0.974, 0.24: 0.235, 0.23: 0.235, 0.6: 0.6225, -0.4: -0.4995, -0.5: -0.4995, 2.6: 2.6487,
    0.9: 0.999, 0.3: 0.25, 0.2: 0.25,
}  # fmt: skip
OTHERS = {
    0.98: 0.974, 0.22: 0.235, 0.25: 0.235, 0.5: 0.6225, 1.0: 1.04, 0.0: 0.04, 0.4: -0.4995,
    0.9741: 0.974, 0.7: 0.6225, -0.3: -0.4995, math.nan: 0.5, math.inf: 0.5, 5e-324: 0.5,
}  # fmt: skip


def test_what_is_cut_short() -> None:
    """Rounded up, to even, or cut off; a whole number, a wrong last digit or sign is none."""
    assert all(is_cut_short(value, whole) for value, whole in TYPED.items())
    assert not any(is_cut_short(value, whole) for value, whole in OTHERS.items())
    assert not is_cut_short([0.6], 0.6225)


@given(value=st.floats(), whole=st.floats(-1e3, 1e3))
def test_what_is_cut_short_is_near(value: float, whole: float) -> None:
    """Any number can be asked about; what counts is less than its last digit away."""
    if is_cut_short(value, whole):
        assert abs(value - whole) <= 0.1


@pytest.mark.parametrize("exercise", BY_HAND, ids=lambda exercise: exercise.name)
def test_no_known_slip_is_right_so_far(exercise: Exercise) -> None:
    """What a slip or a suspected mistake gives is never taken for the right number."""
    for slip in exercise.slips:
        assert not is_cut_short(float(slip.value), right(exercise)[0])
    for candidate in catalogue(exercise):
        wrong = candidate.answer(exercise.probes[0])
        for value, whole in zip(wrong, right(exercise), strict=True):
            assert exercise.accepts(value, whole) or not is_cut_short(value, whole)


def test_all_that_is_short_is_told() -> None:
    """Each number that wants a digit is named with what was typed; those that are right aren't."""
    verdict = examine(STEP, (0.8, 0.6, 0.3))
    assert (verdict.status, verdict.title) == ("trouble", "Right so far")
    assert verdict.happened == "The question asks for more digits here: w2 = 0.6, b = 0.3."
    assert judge(STEP, LocalAnswers(STEP, (0.8, 0.6, 0.3))).share == pytest.approx(1 / 3)


def test_a_mistake_comes_first() -> None:
    """Beside a number that is wrong, one that is too short is not blamed."""
    values = dict(zip(GRAPH.output_names, right(GRAPH), strict=True)) | {"a": 0.6}
    assert examine(GRAPH, values).name == "digits"
    assert examine(GRAPH, values | {"dz": -values["dz"]}).name == "dz-sign"


def test_a_short_number_is_no_tick_and_no_miss() -> None:
    """It brings neither points nor hints, and takes the tick as any other number does."""
    session.RIGHT.clear()
    session.MISSES.clear()
    for typed, ticked in ((0.97, False), (0.974, True), (0.9, False)):
        check("drill_loss", typed)
        assert ("drill_loss" in session.RIGHT) == ticked
    assert session.MISSES["drill_loss"] == 0


def test_other_trouble_stays_as_it_is() -> None:
    """Where there are no numbers, no digits are missing."""
    blank = Outcome(trouble=Trouble("blank"))
    assert completed(GRAPH, blank) is blank
    assert digits_wanted(GRAPH, Outcome(right(GRAPH))) is None
    assert examine(GRAPH, ...).status == "blank"
