"""Laws told to learners: right numbers keep every one of them, and each one rules something out."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lessons.checking.invariants import INVARIANTS, broken_invariant
from lessons.formulas import Numbers

numbers = st.floats(-3, 3)
examples = st.fixed_dictionaries(
    dict.fromkeys(("x1", "x2", "w1", "w2", "b"), numbers)
    | {"y": st.sampled_from([0, 1]), "alpha": st.just(0.02), "steps": st.integers(1, 5)}
)


@settings(max_examples=50)
@given(example=examples)
def test_right_numbers_break_no_law(example: dict[str, Any]) -> None:
    """Whatever the example, each right number keeps every law that is told about it."""
    q = Numbers(example)
    assume(min(abs(q.z), abs(q.x1), abs(q.x2)) > 1e-6 and abs(q.z) < 20)
    assert {name: broken_invariant(name, getattr(q, name), q) for name in INVARIANTS} == (
        dict.fromkeys(INVARIANTS, "")
    )


AT_THE_EDGE = [
    ("a", 0, {"z": -800.0}),
    ("a", 1, {"z": 800.0}),
    ("a", 0.5, {"z": 0.0}),
    ("loss", 0.0, {"a": 1, "y": 1}),
    ("losses", [0.0, 0.0], {"steps": 2}),
    ("da", 1, {"y": 0}),
    ("da", -1, {"y": 1}),
    ("da_dz", 0, {}),
    ("da_dz", 0.25, {}),
    ("dz", 1, {"y": 0}),
    ("dz", -1, {"y": 1}),
    ("db", 1, {}),
    ("new_w1", 0.3, {"w1": 0.3, "dw1": 0}),
]


@pytest.mark.parametrize(("output", "value", "given"), AT_THE_EDGE)
def test_the_edge_is_allowed(output: str, value: Any, given: dict[str, float]) -> None:
    """A number at the very edge of a law keeps it: rounded numbers get there."""
    assert broken_invariant(output, value, Numbers(given)) == ""


SIGN = "{0} is negative when y = 1 and positive when y = 0"
DOWN = "a step goes downhill: against the sign of the slope"
BROKEN = [
    ("a", -0.01, {"z": -1}, "a prediction lies between 0 and 1"),
    ("a", 1.01, {"z": 1}, "a prediction lies between 0 and 1"),
    ("a", 0.51, {"z": -1}, "a is above 0.5 exactly when z is above 0"),
    ("a", 0.51, {"z": 0}, "a is above 0.5 exactly when z is above 0"),
    ("a", 0.5, {"z": 1}, "a is above 0.5 exactly when z is above 0"),
    ("loss", -0.01, {"a": 0.8, "y": 1}, "a loss can't be negative"),
    ("loss", 0.7, {"a": 0.6, "y": 1}, "the loss is small when the prediction is near its label, "
     "and large when it isn't"),
    ("loss", 0.69, {"a": 0.5, "y": 1}, "the loss is small when the prediction is near its label, "
     "and large when it isn't"),
    ("losses", [0.2], {"steps": 2}, "there is one loss for each step"),
    ("losses", 0.2, {"steps": 1}, "there is one loss for each step"),
    ("losses", [0.2, -0.1], {"steps": 2}, "a loss can't be negative"),
    ("losses", [0.2, -0.1], {}, "a loss can't be negative"),
    ("losses", [0.2, 0.3], {"steps": 2}, "with one example the loss never rises"),
    ("da", 1.5, {"y": 1}, SIGN.format("da")),
    ("da", -1.5, {"y": 0}, SIGN.format("da")),
    ("da", 0, {"y": 1}, SIGN.format("da")),
    ("da", 0.99, {"y": 0}, "da is never smaller in size than 1"),
    ("da_dz", -0.01, {}, "σ always goes up, so its slope is positive"),
    ("da_dz", 0.26, {}, "the slope of σ is never above 0.25"),
    ("dz", 1.01, {"y": 0}, "dz lies between −1 and 1"),
    ("dz", -0.5, {"y": 0}, SIGN.format("dz")),
    ("dz", 0, {"y": 1}, SIGN.format("dz")),
    ("dw1", 0.4, {"x1": 2, "dz": -0.2}, "dw1 has the sign of x1 times dz"),
    ("dw1", -0.4, {"x1": -2, "dz": -0.2}, "dw1 has the sign of x1 times dz"),
    ("dw1", 0, {"x1": 2, "dz": 0.2}, "dw1 has the sign of x1 times dz"),
    ("dw2", 0.4, {"x2": 2, "dz": -0.2}, "dw2 has the sign of x2 times dz"),
    ("dw2", -0.4, {"x2": -2, "dz": -0.2}, "dw2 has the sign of x2 times dz"),
    ("dw2", 0, {"x2": 2, "dz": 0.2}, "dw2 has the sign of x2 times dz"),
    ("db", -1.01, {}, "db lies between −1 and 1"),
    *((f"new_{p}", after, {p: 0.3, f"d{p}": slope}, DOWN)
      for p in ("w1", "w2", "b") for after, slope in ((0.4, 1), (0.2, -1), (0.3, 1))),
]  # fmt: skip


@pytest.mark.parametrize(("output", "value", "given", "law"), BROKEN)
def test_a_broken_law_is_named(output: str, value: Any, given: dict[str, float], law: str) -> None:
    """A number on the wrong side of a law is answered with the first law that it breaks."""
    assert broken_invariant(output, value, Numbers(given)) == law


def test_every_law_is_among_those_tried() -> None:
    """Each law of each number has a number above that breaks it."""
    laws = {(output, law) for output, properties in INVARIANTS.items() for _, law in properties}
    assert laws == {(output, law) for output, _, _, law in BROKEN}


def test_a_law_says_nothing_without_what_it_needs() -> None:
    """A law that can't be applied to these numbers is left out, and so is a number without laws."""
    assert broken_invariant("new_w1", 0.3, Numbers({})) == ""
    assert broken_invariant("losses", 0.2, Numbers({})) == "there is one loss for each step"
    assert broken_invariant("losses", [], Numbers({"steps": 0})) == ""
    assert broken_invariant("z", -99, Numbers({})) == ""
