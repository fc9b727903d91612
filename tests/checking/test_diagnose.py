"""Two mistakes at once, helpers that are wrong, results that are no numbers, habits."""

from itertools import combinations
from math import exp, inf, log, nan
from types import FunctionType
from typing import Any

import pytest

from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.candidates import answer
from lessons.checking.diagnose import diagnose
from lessons.checking.local import examine
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES, Exercise, short_name
from lessons.formulas import Formula
from lessons.mistakes import MISTAKES

# One mistake per link of the chain, each made in the line it belongs to.
LINKS = {
    "z": "bias-left-out",
    "a": "sigmoid-missing-minus",
    "loss": "loss-missing-minus",
    "da": "da-sign",
    "da_dz": "dsigma-of-z",
    "dz": "mse-gradient",
    "dw1": "dw-without-x",
    "db": "db-copied-from-dw",
    "new_w1": "alpha-forgotten",
}
CHAINED = ["whole_lecture", "backward", "forward", "train"]
PAIRS = [
    (name, first, second)
    for name in CHAINED
    for first, second in combinations(LINKS, 2)
    if {first, second} <= set(EXERCISES[name].outputs)
]


def lines(output: str) -> dict[str, Formula]:
    return dict(MISTAKES[LINKS[output]].variants[0])


def judge(exercise: Exercise, changed: dict[str, Formula]) -> Any:
    answers = {probe: answer(exercise, changed, probe) for probe in exercise.all_probes}
    return diagnose(exercise, {probe: Outcome(values) for probe, values in answers.items()})


@pytest.mark.parametrize(("name", "first", "second"), PAIRS, ids=map(": ".join, PAIRS))
def test_of_two_mistakes_the_first_is_named(name: str, first: str, second: str) -> None:
    """The first wrong link along z → a → loss → da → dz → dw → w is what the learner hears."""
    verdict = judge(EXERCISES[name], lines(first) | lines(second))
    assert verdict.name == LINKS[first], verdict
    assert f"your {short_name(first)} is" in verdict.evidence
    assert "fix this first" in verdict.evidence


@pytest.mark.parametrize(("first", "second"), [("loss", "new_w1"), ("a", "dw1"), ("z", "dz")])
def test_of_two_mistakes_in_a_loop_the_first_is_named(first: str, second: str) -> None:
    """The first loss of all tells about z, a and the loss before anything has moved."""
    verdict = judge(EXERCISES["train"], lines(first) | lines(second))
    assert verdict.name == LINKS[first], verdict
    assert "your losses are" in verdict.evidence


def test_one_slip_in_a_filled_graph_is_the_only_one_told() -> None:
    """By hand one number can be wrong and all others right: then nothing else is off."""
    exercise = EXERCISES["fresh_graph"]
    values = dict(zip(exercise.outputs, exercise.expected(exercise.probes[0]), strict=True))
    verdict = examine(exercise, values | {"dz": -values["dz"]})
    assert verdict.name == "dz-sign"
    assert "fix this first" not in verdict.evidence


def odd(value: Any) -> Any:
    """A wrong number that no known mistake gives."""
    return [*map(odd, value)] if isinstance(value, list) else 1.37 * value + 0.0123


@pytest.mark.parametrize("name", CHAINED)
def test_of_two_unknown_mistakes_the_first_link_is_shown(name: str) -> None:
    """Where nothing explains the numbers, the learner sees the first that is off, and at what."""
    exercise = EXERCISES[name]
    for output in exercise.outputs:
        place = exercise.chain.index(output)
        wrong = set(exercise.chain[place:])
        outcomes = {}
        for probe in exercise.probes:
            right = zip(exercise.outputs, exercise.expected(probe), strict=True)
            values = tuple(odd(value) if other in wrong else value for other, value in right)
            outcomes[probe] = Outcome(values)
        verdict = diagnose(exercise, outcomes)
        assert (verdict.status, verdict.name) == ("unknown", f"first-wrong-{short_name(output)}")
        assert f"your {short_name(output)} " in verdict.evidence
        assert verdict.happened
        assert verdict.try_this


def test_a_broken_law_is_said() -> None:
    """A number that can't be right at all is answered with the law that it breaks."""
    loss, da_dz = EXERCISES["loss"], EXERCISES["da_dz"]
    assert "can't be negative" in examine(loss, lambda a, y: -3 * a - y).happened
    assert "never above 0.25" in examine(da_dz, lambda z: 3 + z * z).happened


def test_two_flips_that_cancel_are_recognised() -> None:
    """Climbing the log-likelihood is told apart from a wrong sign."""
    flipped = {**MISTAKES["dz-sign"].variants[0], **MISTAKES["plus-sign"].variants[0]}
    assert judge(EXERCISES["whole_lecture"], flipped).name == "two-flips-cancel"


@pytest.mark.parametrize("value", [nan, inf, -inf])
@pytest.mark.parametrize("name", ["sigmoid", "forward", "loss", "dz", "whole_lecture", "update"])
def test_a_result_that_is_no_number_is_said_calmly(name: str, value: float) -> None:
    """inf and nan that no known mistake explains get their own sentence, not a law."""
    exercise = EXERCISES[name]
    outcomes = {probe: Outcome((value,) * len(exercise.outputs)) for probe in exercise.all_probes}
    verdict = diagnose(exercise, outcomes)
    assert verdict.name == "not-finite"
    assert "infinite or undefined" in verdict.happened


def notebook(*cells: str) -> dict[str, Any]:
    names: dict[str, Any] = {"exp": exp, "log": log, "__name__": "notebook"}
    for cell in cells:
        exec(cell, names)
    return names


WRONG_SIGMOID = "def sigmoid(z): return 1 / 1 + exp(-z)"
RIGHT_FORWARD = "def forward(x1, x2, w1, w2, b):\n z = w1*x1 + w2*x2 + b\n return z, sigmoid(z)"


def test_a_wrong_helper_is_not_blamed_twice() -> None:
    """A right function that calls a wrong one is told which, and that it is fine itself."""
    verdict = examine(EXERCISES["forward"], notebook(WRONG_SIGMOID, RIGHT_FORWARD)["forward"])
    assert verdict.name == "helper"
    assert verdict.title == "forward itself is fine"
    assert "sigmoid isn't right yet" in verdict.happened


def test_a_wrong_helper_hides_no_mistake_of_ones_own() -> None:
    """A function with a mistake of its own hears about that one, whatever its helpers do."""
    own = RIGHT_FORWARD.replace(" + b", "")
    verdict = examine(EXERCISES["forward"], notebook(WRONG_SIGMOID, own)["forward"])
    assert verdict.name == "bias-left-out"


def test_a_helper_of_another_kind_is_no_answer() -> None:
    """A helper that merely shares an exercise's name doesn't hide what went wrong."""
    cells = ("def loss(z): return z", "def update(*p):\n w, a = p[:3], loss(p[6])\n return w")
    assert examine(EXERCISES["update"], notebook(*cells)["update"]).name == "nothing-updated"


def swapped(x1: float, x2: float, w1: float, w2: float, b: float) -> tuple[float, float]:
    z = w1 * x1 + w2 * x2 + b
    return 1 / (1 + exp(-z)), z


HABITS = [
    ("forward", swapped, "another-order"),
    ("loss", lambda a, y: round(-log(a) if y else -log(1 - a), 3), "rounded"),
    ("sigmoid", lambda z: 1 / (1 + 2.72**-z), "nearly"),
]


@pytest.mark.parametrize(("exercise", "function", "name"), HABITS)
def test_habits_are_recognised(exercise: str, function: FunctionType, name: str) -> None:
    """Another order, rounding, and constants typed by hand are told for what they are."""
    verdict = examine(EXERCISES[exercise], function)
    assert (verdict.status, verdict.name) == ("mistake", name)


def test_only_what_fails_far_out_gets_a_remark() -> None:
    """A right answer that fails for extreme numbers is right, with a remark; any other has none."""
    sigmoid = EXERCISES["sigmoid"]
    right = {probe: Outcome(sigmoid.expected(probe)) for probe in sigmoid.all_probes}
    assert diagnose(sigmoid, right) == Verdict("sigmoid", "right")
    assert diagnose(sigmoid, {p: right[p] for p in sigmoid.probes}) == Verdict("sigmoid", "right")
    for failed in (Outcome((nan,)), Outcome(trouble=Trouble("error", "OverflowError: x"))):
        verdict = diagnose(sigmoid, right | dict.fromkeys(sigmoid.extremes, failed))
        assert (verdict.status, verdict.name) == ("right", "exp-overflow")
        assert verdict.title
        assert verdict.evidence == ""
