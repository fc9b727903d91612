"""Every known mistake is caught wherever it can be seen, and called by its name."""

import math
from collections.abc import Callable
from functools import cache
from random import random
from typing import Any

import numpy as np
import pytest
from wrong_code import QUIET_IN_NUMPY, RIGHT_ON_PAPER, WRONG_CODE

from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.candidates import catalogue, is_broken
from lessons.checking.diagnose import diagnose
from lessons.checking.local import examine, reference
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES, Exercise
from lessons.mistakes import MISTAKES, Mistake

FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
Answers = dict[tuple[float, ...], tuple[Any, ...]]
MATH = {"exp": math.exp, "log": math.log, "log10": math.log10}
NUMPY = {"exp": np.exp, "log": np.log, "log10": np.log10}


@cache
def wrong_answers(exercise: Exercise, numpy: bool) -> list[tuple[Mistake, Answers]]:
    """What each mistake answers, if it is seen here; NumPy goes on where math stops."""
    right = {probe: exercise.expected(probe) for probe in exercise.probes}
    made = [
        (each.mistake, {probe: each.answer(probe, numpy) for probe in exercise.all_probes})
        for each in catalogue(exercise)
        if not each.mistake.at_extremes
    ]
    return [(mistake, answers) for mistake, answers in made if not same(exercise, answers, right)]


def same(exercise: Exercise, one: Answers, other: Answers) -> bool:
    """Whether two answers can't be told apart by the probes."""
    return all(
        exercise.accepts(value, twin) or repr(value) == repr(twin)
        for probe in exercise.probes
        for value, twin in zip(one[probe], other[probe], strict=True)
    )


def tells(exercise: Exercise, answers: Answers) -> bool:
    """Whether there is a wrong number: nan and inf alone prove nothing."""
    return any(
        not is_broken((value,)) and not exercise.accepts(value, right)
        for probe in exercise.probes
        for value, right in zip(answers[probe], exercise.expected(probe), strict=True)
    )


def as_compared(answers: Answers, numpy: bool) -> list[tuple[Any, ...]]:
    """The values that there are to compare: none where math has stopped."""
    return [(math.nan,) if is_broken(v) and not numpy else v for v in answers.values()]


def as_outcome(values: tuple[Any, ...], numpy: bool) -> Outcome:
    """What comes back: math stops with an error where NumPy goes on with nan."""
    if is_broken(values) and not numpy:
        return Outcome(trouble=Trouble("error", "ValueError: math domain error"))
    return Outcome(values)


@cache
def verdicts(exercise: Exercise, numpy: bool) -> list[tuple[Mistake, Answers, Verdict]]:
    return [
        (
            mistake,
            answers,
            diagnose(exercise, {p: as_outcome(v, numpy) for p, v in answers.items()}),
        )
        for mistake, answers in wrong_answers(exercise, numpy)
    ]


@pytest.mark.parametrize("numpy", [False, True], ids=["math", "numpy"])
@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.name)
def test_every_mistake_is_caught_and_named(exercise: Exercise, numpy: bool) -> None:
    """A mistake is named as itself, or as one that gives the very same numbers here."""
    for mistake, answers, verdict in verdicts(exercise, numpy):
        if not tells(exercise, answers) or all(is_broken(v) for v in as_compared(answers, numpy)):
            assert not verdict.is_right  # nothing came back: what Python says must do
            continue
        twins = {
            other.name
            for other, theirs in wrong_answers(exercise, numpy)
            if same(exercise, answers, theirs)
        }
        if len({repr(abs(answers[probe][0])) for probe in exercise.probes}) == 1:
            twins.add("always-the-same")  # a constant doesn't tell where it comes from
        assert (verdict.status, verdict.name in twins) == ("mistake", True), (mistake.name, verdict)
        assert verdict.happened
        assert verdict.try_this


@pytest.mark.parametrize("name", [m.name for m in MISTAKES.values() if not m.at_extremes])
def test_every_mistake_has_a_place_where_it_is_itself(name: str) -> None:
    """In at least one exercise each mistake is named as itself, not as a twin."""
    named = {v.name for e in FUNCTIONS for m, _, v in verdicts(e, numpy=False) if m.name == name}
    assert name in named


def test_count(capsys: pytest.CaptureFixture[str]) -> None:
    """Count how many were caught and how many named as themselves, in all exercises together."""
    everything = [pair for exercise in FUNCTIONS for pair in verdicts(exercise, numpy=False)]
    caught = sum(not verdict.is_right for _, _, verdict in everything)
    named = sum(verdict.name == mistake.name for mistake, _, verdict in everything)
    with capsys.disabled():
        print(
            f"\n{len(MISTAKES)} mistakes in {len(FUNCTIONS)} exercises: {len(everything)} wrong ",
            end="",
        )
        print(f"answers, {caught} caught, {named} named, {len(everything) - named} as a twin")
    assert caught == len(everything)


def written(exercise: str, code: str, functions: dict[str, Callable[..., Any]]) -> Any:
    """Run the code as a cell of the notebook, after the right helpers; return the function."""
    cell = {
        name: reference(EXERCISES[name]) for name in ("sigmoid", "forward", "backward", "update")
    }
    cell |= {name: reference(EXERCISES[name]) for name in ("loss", "da", "da_dz")}
    exec(code, cell := cell | functions | {"array": np.array, "random": random, "__name__": "cell"})
    return cell[exercise]


@pytest.mark.parametrize("functions", [MATH, NUMPY], ids=["math", "numpy"])
@pytest.mark.parametrize(
    ("exercise", "name", "code"), WRONG_CODE, ids=[f"{e}-{name}" for e, name, _ in WRONG_CODE]
)
def test_wrong_code_is_named(
    exercise: str, name: str, code: str, functions: dict[str, Callable[..., Any]]
) -> None:
    """Code as learners write it gets the verdict that its mistake deserves."""
    verdict = examine(EXERCISES[exercise], written(exercise, code, functions))
    if functions is NUMPY and name in QUIET_IN_NUMPY:
        assert verdict.is_right
        return
    assert verdict.name == name
    assert verdict.is_right == (name in RIGHT_ON_PAPER)


def test_every_mistake_is_typed_as_code() -> None:
    """Each known mistake is also tried as a learner types it, not only as a formula."""
    assert MISTAKES.keys() - {name for _, name, _ in WRONG_CODE} == set()
