"""Habits: rounding, another order and constants typed by hand are told apart from other numbers."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.patterns import always_the_same, known_pattern, nearly, slip_of
from lessons.exercises import EXERCISES, Exercise, Probe

SIGMOID, FORWARD, TRAIN = EXERCISES["sigmoid"], EXERCISES["forward"], EXERCISES["train"]
WRONG = ("a", SIGMOID.probes[0])
GRADIENTS, BACKWARD = EXERCISES["gradients"], EXERCISES["backward"]


def told(exercise: Exercise, change: Callable[..., Any], *probes: Probe) -> str | None:
    """The habit's name, if every right value is changed like this (or all of them together)."""
    outcomes = {
        probe: Outcome(tuple(change(*exercise.expected(probe))))
        for probe in probes or exercise.probes
    }
    words = known_pattern(exercise, outcomes) or nearly(exercise, outcomes)
    return words[0] if words else None


def each(change: Callable[[float], float]) -> Callable[..., Any]:
    return lambda *values: [v if isinstance(v, list) else change(v) for v in values]


@pytest.mark.parametrize("digits", range(7))
def test_rounding_is_seen_to_six_digits(digits: int) -> None:
    """Numbers rounded to any number of digits up to six are recognised as rounded."""
    assert told(SIGMOID, each(lambda v: round(v, digits))) == "rounded"


def test_other_numbers_are_not_rounded() -> None:
    """More than six digits, a rounded number and a bit, and mixed digits are no rounding."""
    assert told(SIGMOID, each(lambda v: round(v, 7))) == "nearly"
    assert told(SIGMOID, each(lambda v: round(v, 4) + 1e-8)) == "nearly"
    mixed = iter(range(1, 9))
    assert told(SIGMOID, each(lambda v: round(v, next(mixed)))) is None


def test_nearly_is_one_percent() -> None:
    """Up to one percent, above or below, is very near; more is wrong, and zero must be zero."""
    for by, name in ((1.009, "nearly"), (0.991, "nearly"), (1.011, None), (0.989, None)):
        assert told(BACKWARD, each(lambda v, by=by: v * by)) == name
    with_a_zero = (0.0, 1.37, 0.41)
    assert told(GRADIENTS, each(lambda v: v * 1.001), with_a_zero) == "nearly"
    assert told(GRADIENTS, each(lambda v: v * 1.001 + 1e-7), with_a_zero) is None


def test_every_order_of_two_to_four_numbers_is_seen() -> None:
    """Right numbers in another order are recognised, if the order is the same for all inputs."""
    assert told(FORWARD, lambda z, a: (a, z)) == "another-order"
    assert told(GRADIENTS, lambda w1, w2, b: (b, w1, w2)) == "another-order"
    assert told(BACKWARD, lambda dz, w1, w2, b: (w2, dz, b, w1)) == "another-order"
    five = replace(EXERCISES["whole_lecture"], outputs=("z", "a", "loss", "da", "dw1"))
    assert told(five, lambda *values: values[::-1]) is None
    turns = iter(range(99))
    assert told(FORWARD, lambda z, a: (a, z) if next(turns) else (z, a)) is None


def test_another_order_comes_with_the_right_one() -> None:
    """Whoever mixed them up reads in which order they belong."""
    outcomes = {p: Outcome(FORWARD.expected(p)[::-1]) for p in FORWARD.probes}
    assert known_pattern(FORWARD, outcomes) == (
        "another-order",
        "The right numbers, in another order",
        "All the numbers are right, but they come back in the wrong places.",
        "Return them in this order: z, a. Or does a name hold what belongs to another one?",
    )


def test_one_number_whatever_comes_in_is_told_once() -> None:
    """The card says that it is always the same; which number it is stands in the evidence."""
    words = always_the_same(SIGMOID, {p: Outcome((0.75,)) for p in SIGMOID.probes}, WRONG)
    assert words is not None
    assert "0.75" not in " ".join(words)
    assert always_the_same(SIGMOID, {p: Outcome((p[0],)) for p in SIGMOID.probes}, WRONG) is None


def test_a_wrong_list_is_no_habit() -> None:
    """Rounded weights beside right losses are rounded; beside wrong losses they are just wrong."""

    def with_losses(change: Callable[[list[float]], Any]) -> Callable[..., Any]:
        return lambda w1, w2, b, losses: (round(w1, 3), round(w2, 3), round(b, 3), change(losses))

    assert told(TRAIN, with_losses(lambda losses: losses)) == "rounded"
    for change in (lambda losses: [*losses, 0.1], lambda losses: 0.5, lambda losses: []):
        assert told(TRAIN, with_losses(change)) is None
    turns = iter(range(99))
    assert told(TRAIN, with_losses(lambda losses: losses if next(turns) else [0.1])) is None
    assert told(SIGMOID, lambda a: ([a],)) is None


def test_by_hand_everything_is_rounded() -> None:
    """A number worked out by hand is rounded by nature: only its order could be a habit."""
    graph = EXERCISES["fresh_graph"]
    assert told(graph, each(lambda v: round(v, 1))) is None
    assert told(EXERCISES["first_z"], each(lambda v: v * 1.005)) is None


def test_a_slip_is_its_number_within_two_percent() -> None:
    """A slip's number, worked out by hand as well, may be two percent off, and no more."""
    exercise = EXERCISES["nudge_w1"]
    (probe,) = exercise.probes

    def slip(value: Any) -> str:
        found = slip_of(exercise, {probe: Outcome((value,))})
        return found.title if found else ""

    other_way = "The other way round"
    assert [slip(-2.002 * by) for by in (1, 1.019, 0.981)] == [other_way] * 3
    assert [slip(-2.002 * by) for by in (1.021, 0.979, -1)] == [""] * 3
    assert slip([-2.002]) == ""
    assert slip_of(exercise, {probe: Outcome(trouble=Trouble("blank"))}) is None
    assert slip_of(SIGMOID, {p: Outcome((0.5,)) for p in SIGMOID.probes}) is None
