"""The laws of what the grader keeps to itself, and of what it lends to a lesson's answers."""

import ast
from dataclasses import replace
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from places import ROOT
from right_code import ways

from lessons import logistic
from lessons.answers.outcome import Value
from lessons.checking.candidates import answer, catalogue, is_broken
from lessons.checking.judge import judge
from lessons.checking.local import LocalAnswers, examine
from lessons.classroom.grading.hidden_inputs import hidden_probes
from lessons.classroom.grading.provided import provided_to
from lessons.exercises import EXERCISES, LENT, Exercise, Probe
from lessons.mistakes import Lines

SOLUTIONS = ROOT / "solutions"
FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
SEEDS = st.text(max_size=9)


def numbers(value: Value) -> list[float]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
@example(seed="\U000bcc9c3Á\U0008b672Å")  # it draws what da has published, at first
def test_hidden_inputs_can_be_answered_and_hide_nothing(exercise: Exercise, seed: str) -> None:
    """Whatever the seed, right answers are finite, both labels occur, and nothing is published."""
    probes = hidden_probes(exercise, seed)
    for probe in probes:
        assert all(isfinite(n) for value in exercise.expected(probe) for n in numbers(value))
    assert not set(probes) & set(exercise.all_probes)
    if "y" in exercise.inputs:
        labels = {probe[exercise.inputs.index("y")] for probe in probes}
        assert labels == {0.0, 1.0}


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
@settings(max_examples=5, deadline=None)
@given(seed=SEEDS)
def test_hidden_inputs_let_no_known_mistake_through(exercise: Exercise, seed: str) -> None:
    """Whatever the seed, every known mistake gives a wrong number at some hidden input.

    But for those that are hardly more than rounding: these show at the surest published inputs.
    """
    coarse = replace(exercise, tolerance=1e-4)
    for each in catalogue(exercise):
        if not is_right(coarse, each.lines, exercise.probes):
            hidden = hidden_probes(exercise, seed)
            assert not is_right(exercise, each.lines, hidden), each.mistake.name


def is_right(exercise: Exercise, lines: Lines, probes: tuple[Probe, ...]) -> bool:
    pairs = [(answer(exercise, lines, probe), exercise.expected(probe)) for probe in probes]
    return all(not is_broken(got) and exercise.accepts_all(got, right) for got, right in pairs)


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_what_the_notebook_ticks_earns_every_point(exercise: Exercise, seed: str) -> None:
    """Whatever the seed, honest rounding, single precision too, is right here and there."""
    hidden = hidden_probes(exercise, seed)
    for way, function in ways(exercise).items():
        verdict, share = judge(exercise, LocalAnswers(exercise, function), hidden)
        assert (verdict.status, share) == ("right", 1), (way, verdict)
        assert examine(exercise, function).is_right, way


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
@given(seed=SEEDS)
def test_no_hidden_prediction_has_lost_its_digits(exercise: Exercise, seed: str) -> None:
    """Before every step of every loop a keeps its distance from 0 and 1."""
    for probe in hidden_probes(exercise, seed):
        q = dict(zip(exercise.inputs, probe, strict=True))
        if "w1" in q and "x1" in q:
            row = {"y": 0.0, "alpha": 1.0, "steps": 1} | q
            for step in logistic.train(**row)[: int(row["steps"])]:  # type: ignore[arg-type]
                assert 0.03 <= step.a <= 0.97
        elif "z" in q:
            assert 0.03 <= logistic.sigmoid(q["z"]) <= 0.97


def test_an_input_without_a_range_is_told_where_to_get_one() -> None:
    """Whoever gives a function a new input reads where its range belongs."""
    new = replace(EXERCISES["dz"], inputs=("new", "y"))
    with pytest.raises(LookupError, match=r"^new has no range yet: .* exercises/probes\.py\.$"):
        hidden_probes(new, "1")


def test_a_seed_decides() -> None:
    """The same seed draws the same inputs, another one others; numbers by hand have none."""
    for exercise in FUNCTIONS:
        assert hidden_probes(exercise, "1") == hidden_probes(exercise, "1")
        assert hidden_probes(exercise, "1") != hidden_probes(exercise, "2")
    assert hidden_probes(EXERCISES["first_z"], "1") == ()


@pytest.mark.parametrize("source", sorted(SOLUTIONS.glob("*.py")), ids=lambda path: path.stem)
def test_what_is_lent_is_what_the_lesson_imports(source: Path) -> None:
    """A lesson's answers may use the functions that its notebook imports, and no others."""
    lent = {module: set(names) for module, names in LENT.get(source.stem, {}).items()}
    imported = {
        node.module: {alias.name for alias in node.names}
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module in ("lessons.logistic", "lessons.differences")
    }
    if source.stem in ("00_start", "01_recap"):  # there they only show what comes out
        imported = {}
    assert lent == imported, f"Put what {source.name} imports into LENDS in lessons/exercises/."


@pytest.mark.parametrize("lesson", LENT)
def test_nothing_is_lent_that_is_asked(lesson: str) -> None:
    """No function that a lesson asks for is among the sources that it lends."""
    asked = {exercise.name for exercise in FUNCTIONS if exercise.lesson == lesson}
    defined = {
        node.name
        for source in provided_to(lesson).values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
    assert defined
    assert not asked & defined
