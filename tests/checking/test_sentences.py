"""What the course says is right word for word: the inputs, odd answers, parameters, the record."""

import math
import re
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from lessons.answers.function_facts import other_parameters
from lessons.answers.number import describe
from lessons.answers.outcome import Value
from lessons.checking.local import examine
from lessons.checking.verdict import evidence, inputs_in_words, show
from lessons.exercises import EXERCISES, Exercise, Probe, order
from lessons.progress import cards, record_file

FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
def test_every_input_of_a_probe_is_named(exercise: Exercise) -> None:
    """Read back from the sentence, a probe has all its inputs, in order, each with its number."""
    for probe in exercise.all_probes:
        sentence = inputs_in_words(exercise, probe)
        named = [pair.split(" = ") for pair in re.split(", | and ", sentence)]
        assert named == [[name, show(v)] for name, v in zip(exercise.inputs, probe, strict=True)]
        assert sentence.count(" and ") == (len(probe) > 1)


@drawn(st.floats(-1e300, 1e300))
def test_a_number_is_shown_as_it_is(value: float) -> None:
    """Read back, a number has its sign and its first five digits, in at most 12 characters."""
    assert float(show(value).replace("−", "-")) == pytest.approx(value, rel=5e-5, abs=0)
    assert len(show(value)) <= 12


EVIDENCE: list[tuple[str, Probe, str, Value, str]] = [
    ("sigmoid", (1.45,), "a", 0.19, "For z = 1.45 your a is 0.19."),
    ("dz", (0.81, 0.0), "dz", -0.81, "For a = 0.81 and y = 0 your dz is −0.81."),
    (
        "update",
        (0.5, -0.25, 0.1, 1.5, -2.0, 0.3, 0.01),
        "new_b",
        1.0,
        "For w1 = 0.5, w2 = −0.25, b = 0.1, dw1 = 1.5, dw2 = −2, db = 0.3 and alpha = 0.01 "
        "your b is 1.",
    ),
    (
        "train",
        (2.0, 1.0, 1.0, 0.3, 0.4, 0.1, 1.0, 2),
        "losses",
        [0.5, -0.25],
        "For x1 = 2, x2 = 1, y = 1, w1 = 0.3, w2 = 0.4, b = 0.1, alpha = 1 and steps = 2 "
        "your losses are [0.5, −0.25].",
    ),
    ("first_z", (), "z", 1.0, "You answered z = 1."),
]


@pytest.mark.parametrize(("name", "probe", "output", "value", "sentence"), EVIDENCE)
def test_the_evidence_is_exact(
    name: str, probe: Probe, output: str, value: Value, sentence: str
) -> None:
    """A wrong answer is shown with every number that went in, and the one that came out."""
    assert evidence(EXERCISES[name], probe, output, value) == sentence


def test_the_evidence_shows_what_the_function_gives() -> None:
    """The number that a check shows is what the learner's own function makes of those inputs."""
    verdict = examine(EXERCISES["dz"], lambda a, y: y - a)
    probe = next(
        p for p in EXERCISES["dz"].probes if inputs_in_words(EXERCISES["dz"], p) in verdict.evidence
    )
    assert verdict.evidence == evidence(EXERCISES["dz"], probe, "dz", probe[1] - probe[0])


def test_an_error_is_shown_where_it_happened() -> None:
    """Where only some inputs fail, the sentence names every number of the first that does."""
    loss = EXERCISES["loss"]
    failing = next(probe for probe in loss.probes if probe[1] == 0)
    verdict = examine(loss, lambda a, y: -math.log(a if y else a - 1))
    assert verdict.evidence == f"This happened for {inputs_in_words(loss, failing)}."


class Thing: ...


DESCRIBED = [
    ("5", "the text '5'"),
    ("x" * 41, f"the text '{'x' * 40}'"),
    (None, "None"),
    (False, "False"),
    (0, "0"),
    (7, "7"),
    (-7, "-7"),
    (10**12 - 1, "999999999999"),
    (10**12, "a huge number"),
    (1 - 10**12, "-999999999999"),
    (-(10**12), "a huge number"),
    (10**5000, "a huge number"),
    (0.5, "0.5"),
    (1e300, "1e+300"),
    (math.nan, "nan"),
    (-math.inf, "-inf"),
    (1 + 2j, "(1+2j)"),
    (Thing, "the class Thing"),
    (math.exp, "a function"),
    (lambda z: z, "a function"),
    (Thing(), "a Thing"),
    ([1, 2], "a list"),
    ({"z": 1}, "a dict"),
]


@pytest.mark.parametrize(("item", "words"), DESCRIBED, ids=[words for _, words in DESCRIBED])
def test_whatever_came_back_is_described(item: Any, words: str) -> None:
    """Each kind of thing is called by its own words."""
    assert describe(item) == words


class Silent:
    """A function that doesn't tell its parameters, as some of Python's own don't."""

    __signature__ = "none"

    def __call__(self) -> None: ...


def two(a: float, y: float) -> float:
    return a - y


PARAMETERS: list[tuple[Callable[..., Any], str | None]] = [
    (two, None),
    (lambda p, q: p - q, None),
    (lambda a, y=1: a - y, None),
    (lambda a, y, *more: a - y, None),
    (lambda *numbers: 0.5, None),
    (partial(lambda k, a, y: a - y, 1), None),
    (lambda y, a: a - y, "y, a"),
    (wraps(lambda y, a: 0.5)(lambda a, y: 0.5), "y, a"),
    (lambda: 0.5, "nothing"),
    (lambda a: a, "a"),
    (lambda a, b, y: a - y, "a, b, y"),
    (lambda a, *, y: a - y, "a, y"),
    (lambda a, y, *, b: a - y, "a, y, b"),
    (partial(two, 1), "y"),
    (math.exp, "x"),
    (Silent(), None),
]


@pytest.mark.parametrize(("function", "told"), PARAMETERS)
def test_other_parameters_are_told_by_name(function: Callable[..., Any], told: str | None) -> None:
    """Where a and y can't be handed over, or would be mixed up, every parameter is told."""
    assert other_parameters(function, ["a", "y"]) == told


def test_other_parameters_are_told_to_the_learner() -> None:
    """The learner hears how the function is called, and what it takes instead."""
    for function, told in PARAMETERS:
        verdict = examine(EXERCISES["loss"], function)
        assert (verdict.name == "parameters") == (told is not None)
        if told:
            assert verdict.happened.endswith(f" as loss(a, y). But yours takes: {told}.")


RECORD: record_file.Notes = {
    "done": {"loss": "2026-01-31", "gone": "2026-01-30", "first_z": "2026-01-29"},
    "drills": {"z": {"right": 3, "tried": 4, "best": 2}},
}
CARD = """\
○ your record: 0 of 5 exercises done
00_start, 0 of 1
01_recap, 0 of 2
02_derivatives, 0 of 1
03_update_rule, 0 of 1
Kept in {path}."""
FULL_CARD = """\
✓ your record: 2 of 5 exercises done
00_start, 1 of 1: ✓ first_z (2026-01-29)
01_recap, 1 of 2: ✓ loss (2026-01-31)
02_derivatives, 0 of 1
03_update_rule, 0 of 1
Drill z: 3 of 4 answers right, 2 in a row at best
Kept in {path}.
An older record could not be read. It was put aside as {path}.broken."""


def test_the_record_is_shown_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each lesson's line lists its own ticks with their days; drills and place follow."""
    path = tmp_path / "record.json"
    monkeypatch.setenv("LESSONS_PROGRESS", str(path))
    course = {name: EXERCISES[name] for name in ("first_z", "loss", "sigmoid", "dz", "update")}
    for module in (cards, order):
        monkeypatch.setattr(module, "EXERCISES", course)
    assert str(cards.record_card()) == CARD.format(path=path)
    record_file.write(path, RECORD)
    record_file.broken_path(path).touch()
    assert str(cards.record_card()) == FULL_CARD.format(path=path)
