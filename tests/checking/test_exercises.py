"""The laws of the registries: what every exercise and every mistake must have."""

import re
from collections import Counter
from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest

from lessons import logistic
from lessons.checking.candidates import catalogue, is_broken
from lessons.classroom.grading.hidden_inputs import hidden_probes
from lessons.exercises import EXERCISES, Exercise
from lessons.formulas import FORMULAS
from lessons.mistakes import MISTAKES, Mistake

ALL = list(EXERCISES.values())
FUNCTIONS = [exercise for exercise in ALL if exercise.kind == "function"]
CHOICES = [exercise for exercise in ALL if exercise.kind == "choice"]
LESSONS = ["00_start", "01_recap", "02_derivatives", "03_update_rule"]

# What textbooks like to use: nothing learned yet, equal features, one label. Anything else is 1.
TEXTBOOK = {"w1": 0, "w2": 0, "b": 0, "z": 0, "a": 0.5, "steps": 3}
TEXTBOOK |= {"dz": -0.5, "dw1": -0.5, "dw2": -0.5, "db": -0.5}

GIVEAWAYS = {
    "z": ["w1*x1+w2*x2+b"],
    "a": ["1/(1+e^(-z))", "1/(1+exp(-z))", "1/(1+math.exp(-z))"],
    "loss": ["y*log(a)+(1-y)*log(1-a)", "ylog(a)+(1-y)log(1-a)"],
    "da": ["-y/a+(1-y)/(1-a)", "(1-y)/(1-a)-y/a"],
    "da_dz": ["a*(1-a)", "a(1-a)"],
    "dz": ["a-y", "predictionminustruth", "da*da/dz", "da*da_dz"],
    "dw1": ["x1*dz", "dz*x1"],
    "dw2": ["x2*dz", "dz*x2"],
    "db": ["db=dz", "db=1*dz"],
    "new_w1": ["w1-alpha*dw1", "w-alpha*dw", "w1-α*dw1", "w-α*dw"],
    "new_b": ["b-alpha*db", "b-α*db"],
}


def by_name(thing: Exercise | Mistake) -> str:
    return thing.name


@pytest.mark.parametrize("exercise", ALL, ids=by_name)
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    """Each has a lesson, a task, two different hints, points, and something to judge it by."""
    assert exercise.lesson in LESSONS
    assert exercise.task.endswith((".", "?"))
    assert len(set(exercise.hints)) == 2
    assert all(exercise.hints)
    assert (exercise.points == 0) == ("Predict" in exercise.task)
    if exercise.kind == "choice":
        assert exercise.right_choice in exercise.choices
        assert all(why.endswith((".", "?")) for why in exercise.choices.values())
    else:
        assert exercise.probes
        assert set(exercise.outputs) <= set(FORMULAS)


def shares(x1: float, x2: float, dz: float) -> tuple[float, float, float]:
    """The last lines of backward, where dz is given."""
    return x1 * dz, x2 * dz, dz


def trained(
    x1: float, x2: float, y: float, w1: float, w2: float, b: float, alpha: float, steps: int
) -> tuple[float, float, float, list[float]]:
    """The last parameters, and the loss before each step."""
    *before, end = logistic.train(x1, x2, y, w1, w2, b, alpha, steps)
    return end.w1, end.w2, end.b, [row.loss for row in before]


# In the order of the lecture: what works out which quantities.
STATIONS: dict[Callable[..., Any], tuple[str, ...]] = {
    logistic.forward: ("z", "a"),
    logistic.sigmoid: ("a",),
    logistic.loss: ("loss",),
    logistic.da: ("da",),
    logistic.da_dz: ("da_dz",),
    logistic.dz: ("dz",),
    logistic.backward: ("dz", "dw1", "dw2", "db"),
    shares: ("dw1", "dw2", "db"),
    logistic.update: ("new_w1", "new_w2", "new_b"),
    trained: ("final_w1", "final_w2", "final_b", "losses"),
}
IN_THE_REFERENCE = {name for names in STATIONS.values() for name in names}


def by_the_reference(given: dict[str, float]) -> dict[str, Any]:
    """All that lessons.logistic works out from what is given, by name."""
    known: dict[str, Any] = dict(given)
    for station, names in STATIONS.items():
        inputs = signature(station).parameters
        if inputs.keys() <= known.keys():
            values = station(**{name: known[name] for name in inputs})
            row = values if isinstance(values, tuple) else (values,)
            known = dict(zip(names, row, strict=True)) | known
    return known


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=by_name)
def test_expected_values_are_the_references(exercise: Exercise) -> None:
    """What an exercise expects is what lessons.logistic says, of all that it works out."""
    for probe in exercise.all_probes if exercise.name != "loss" else exercise.probes:
        known = by_the_reference(dict(zip(exercise.inputs, probe, strict=True)))
        for output, value in zip(exercise.outputs, exercise.expected(probe), strict=True):
            if output in IN_THE_REFERENCE:
                assert exercise.accepts(known[output], value), (probe, output)


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=by_name)
def test_probes_hide_nothing(exercise: Exercise) -> None:
    """No zeros or ones, no equal features, both labels: labels alone may be 0 or 1."""
    for probe in exercise.probes:
        q = dict(zip(exercise.inputs, probe, strict=True))
        assert not {q[name] for name in q if name != "y"} & {0, 1, -1}
        assert "x1" not in q or abs(q["x1"]) != abs(q["x2"])
        assert "w1" not in q or abs(q["w1"]) != abs(q["w2"])
        assert "dw1" not in q or len({abs(q["dw1"]), abs(q["dw2"]), abs(q["db"])}) == 3
    if "y" in exercise.inputs:
        place = exercise.inputs.index("y")
        assert {probe[place] for probe in exercise.probes} == {0, 1}


def seen(exercise: Exercise, probes: list[tuple[float, ...]]) -> set[int]:
    """Which wrong answers differ from the right one on these probes."""
    return {
        place
        for place, candidate in enumerate(catalogue(exercise))
        if not candidate.mistake.at_extremes
        for probe in probes
        if is_broken(values := candidate.answer(probe))
        or not exercise.accepts_all(values, exercise.expected(probe))
    }


def test_probes_show_what_textbook_inputs_hide() -> None:
    """Our probes hide no mistake that other inputs show; w = b = 0, x = (1, 1), y = 1 hide many."""
    hidden: Counter[str] = Counter()
    for exercise in FUNCTIONS:
        shown = seen(exercise, list(exercise.probes))
        drawn = [probe for seed in "12345678" for probe in hidden_probes(exercise, seed)]
        assert seen(exercise, drawn) <= shown, exercise.name
        textbook = seen(exercise, [tuple(TEXTBOOK.get(name, 1) for name in exercise.inputs)])
        hidden.update(catalogue(exercise)[place].mistake.name for place in shown - textbook)
    assert {"weights-swapped", "bias-subtracted", "dw-without-x", "sigmoid-missing-minus"} <= set(
        hidden
    )


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=by_name)
def test_a_mistake_is_explained_without_the_answer(mistake: Mistake) -> None:
    """Each text is a whole sentence, and none holds the formula that the learner looks for."""
    texts = (mistake.title, mistake.happened, mistake.try_this)
    assert all(texts)
    assert all(text.endswith((".", "?", "”")) for text in texts[1:])
    said = re.sub(r"\s", "", " ".join(texts)).replace("−", "-").replace("·", "*").lower()
    changed = {output for lines in mistake.variants for output in lines}
    assert [f for output in changed for f in GIVEAWAYS.get(output, []) if f in said] == []


def test_titles_tell_mistakes_apart() -> None:
    """Two mistakes share a title only where they are one slip in two places, told in two ways."""
    titles = Counter(mistake.title for mistake in MISTAKES.values())
    assert {title for title, count in titles.items() if count > 1} == {
        "another logarithm",
        "the 1 slipped into the exponent",
        "the label is not used",
        "the term for y = 0 is missing",
    }
    told = Counter((mistake.title, mistake.happened) for mistake in MISTAKES.values())
    assert max(told.values()) == 1
