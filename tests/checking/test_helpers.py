"""A function that calls others: whose mistake it is, with the helpers as they are and put right."""

from math import exp, log
from typing import Any

import pytest

from lessons.checking.judge import judge
from lessons.checking.local import LocalAnswers, examine
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES

WRONG_SIGMOID = "def sigmoid(z): return 1 / 1 + exp(-z)"
RIGHT_SIGMOID = "def sigmoid(z): return 1 / (1 + exp(-z))"
WRONG_LOSS = "def loss(a, y): return y * log(a) + (1 - y) * log(1 - a)"
RIGHT_LOSS = f"{WRONG_LOSS.replace('y * log(a)', '-(y * log(a)')})"
FORWARD = "def forward(x1, x2, w1, w2, b):\n z = w1*x1 + w2*x2 + b\n return z, sigmoid(z)"


def examined(name: str, *cells: str) -> Verdict:
    """The verdict on a function that the last of these cells defines."""
    notebook: dict[str, Any] = {"exp": exp, "log": log, "__name__": "notebook"}
    for cell in cells:
        exec(cell, notebook)
    return examine(EXERCISES[name], notebook[name])


def sentence(helper: str) -> str:
    return f"It calls your own {helper}, and {helper} isn't right yet."


FORMS = {
    "as in the lesson": FORWARD,
    "with a default": FORWARD.replace("b):", "b, k=1):").replace("sigmoid(z)", "sigmoid(k * z)"),
    "with a closure": "def made(k):\n def forward(x1, x2, w1, w2, b):\n"
    "  z = w1*x1 + w2*x2 + b\n  return z, sigmoid(k * z)\n return forward\nforward = made(1)",
    "with a call deep inside": FORWARD.replace("sigmoid(z)", "(lambda v: sigmoid(v))(z)"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_right_function_with_a_wrong_helper_is_fine(form: str) -> None:
    """However a right function calls a wrong one, the learner hears which of them to mend."""
    verdict = examined("forward", WRONG_SIGMOID, FORMS[form])
    assert (verdict.status, verdict.name) == ("trouble", "helper")
    assert verdict.title == "forward itself is fine"
    assert verdict.happened == sentence("sigmoid")
    assert examined("forward", RIGHT_SIGMOID, FORMS[form]).is_right


@pytest.mark.parametrize(
    "helper", ["def sigmoid(z): return 'a'", "sigmoid = lambda z: None", "pass"]
)
def test_what_needs_no_helper_earns_its_share(helper: str) -> None:
    """Whether sigmoid gives text or isn't there at all, a right z is half of forward."""
    notebook: dict[str, Any] = {"__name__": "notebook"}
    exec(helper, notebook)
    exec(FORWARD, notebook)
    answers = LocalAnswers(EXERCISES["forward"], notebook["forward"])
    assert judge(EXERCISES["forward"], answers).share == 0.5
    exec(FORWARD.replace(" + b", ""), notebook)
    answers = LocalAnswers(EXERCISES["forward"], notebook["forward"])
    assert judge(EXERCISES["forward"], answers).share == 0


LECTURE = """
def whole_lecture(x1, x2, y, w1, w2, b, alpha):
    z = w1*x1 + w2*x2 + b
    a = sigmoid(z)
    dz = a - y
    return VALUES
"""


def lecture() -> str:
    """The whole lecture, by means of the learner's own sigmoid and loss."""
    exercise = EXERCISES["whole_lecture"]
    lines = {
        "z": "z", "a": "a", "loss": "loss(a, y)", "da": "(a - y) / (a * (1 - a))",
        "da_dz": "a * (1 - a)", "dz": "dz", "dw1": "dz * x1", "dw2": "dz * x2", "db": "dz",
        "new_w1": "w1 - alpha * dz * x1", "new_w2": "w2 - alpha * dz * x2",
        "new_b": "b - alpha * dz",
    }  # fmt: skip
    values = ", ".join(lines[output] for output in exercise.outputs)
    head = ", ".join(exercise.inputs)
    return LECTURE.replace("VALUES", values).replace("x1, x2, y, w1, w2, b, alpha", head, 1)


def test_only_the_wrong_helper_is_named() -> None:
    """Of several helpers the one that is wrong is named; of two wrong ones, the first asked for."""
    for cells, helper in (
        ((RIGHT_SIGMOID, WRONG_LOSS), "loss"),
        ((WRONG_SIGMOID, RIGHT_LOSS), "sigmoid"),
        ((WRONG_LOSS, WRONG_SIGMOID), "sigmoid"),
    ):
        verdict = examined("whole_lecture", *cells, lecture())
        assert verdict.happened == sentence(helper)
    assert examined("whole_lecture", RIGHT_SIGMOID, RIGHT_LOSS, lecture()).is_right


def test_a_mistake_of_ones_own_comes_first() -> None:
    """Known or unknown, a mistake in the function itself is told, and not its helper's."""
    unknown = FORWARD.replace("+ b", "+ 7 * b + 0.37")
    for sigmoid in (WRONG_SIGMOID, RIGHT_SIGMOID):
        assert examined("forward", sigmoid, FORWARD.replace(" + b", "")).name == "bias-left-out"
        verdict = examined("forward", sigmoid, unknown)
        assert (verdict.status, verdict.name) == ("unknown", "first-wrong-z")


def test_what_comes_in_is_looked_at_before_the_helpers() -> None:
    """Other parameters are told first, then numbers from outside, and only then a wrong helper."""
    other = FORWARD.replace("w1, w2", "w2, w1")
    assert examined("forward", WRONG_SIGMOID, "b = 0.1", other).name == "parameters"
    outside = FORWARD.replace("(x1, x2, w1, w2, b)", "(p, q, r, w2, v)")
    verdict = examined("forward", WRONG_SIGMOID, "b = x1 = x2 = w1 = 1.5", outside)
    assert verdict.name == "global"
    assert verdict.happened.startswith("Your function uses w1, x1, x2, b from your notebook")


def test_a_right_or_blank_function_has_no_excuse() -> None:
    """What is right stays right, and blank stays blank, whatever else stands out in it."""
    assert (
        examined("forward", WRONG_SIGMOID, "def forward(b, w2, w1, x2, x1): ...").status == "blank"
    )
    peculiar = FORWARD.replace("b):", "b, *more, q=7):")
    assert examined("forward", RIGHT_SIGMOID, "a = 3", peculiar).is_right
