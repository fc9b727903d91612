"""Whatever the numbers are, every sentence of the card about them is true of them."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pytest
from card_claims import false_claims, has_its_fact, slip_says
from hypothesis import given, settings
from hypothesis import strategies as st
from told_numbers import Told, sentences_in

from lessons.answers.outcome import Outcome, Outcomes, Trouble
from lessons.checking.candidates import Candidate, answer, catalogue, edits_in
from lessons.checking.diagnose import diagnose
from lessons.checking.invariants import INVARIANTS
from lessons.exercises import EXERCISES, Exercise, Probe, Slip
from lessons.formulas import Formula
from lessons.mistakes import MISTAKES
from lessons.mistakes.by_hand import by_hand
from lessons.mistakes.line import LINES
from lessons.mistakes.one_step import one_step

JUDGED = [exercise for exercise in EXERCISES.values() if exercise.kind != "choice"]
Column = Callable[[Probe], Sequence[Any]]
SUSPECTED = {name for each in JUDGED if each.kind == "number" for name in each.likely}
TOLD = [m for m in MISTAKES.values() if not m.at_extremes]
TOLD += [by_hand(MISTAKES[name]) for name in sorted(SUSPECTED)]
WORDS = [
    *dict.fromkeys(words for mistake in TOLD for words in (mistake.title, mistake.happened)),
    *(f"One thing is sure: {law}." for laws in INVARIANTS.values() for _, law in laws),
]
SLIPS = [(exercise, slip) for exercise in JUDGED for slip in exercise.slips]


@pytest.mark.parametrize("words", WORDS)
def test_it_is_known_when_a_sentence_is_true(words: str) -> None:
    """Each sentence of a card has a fact that it states, or is listed as stating none."""
    for sentence in sentences_in(words):
        assert has_its_fact(sentence), sentence


def test_it_is_known_when_words_about_an_edit_are_true() -> None:
    """The same holds for all that is put together from the pieces of an edit."""
    for mistake in (edit.mistake for line in LINES for twins in one_step(line) for edit in twins):
        assert has_its_fact(mistake.title)
        assert all(map(has_its_fact, sentences_in(mistake.happened)))


@pytest.mark.parametrize(("exercise", "slip"), SLIPS, ids=[slip.title for _, slip in SLIPS])
def test_a_slip_is_what_it_says(exercise: Exercise, slip: Slip) -> None:
    """A slip's number is what its title says, worked out here on its own."""
    assert slip.value == pytest.approx(slip_says(slip, exercise), rel=5e-3)


@cache
def wrong_ways(exercise: Exercise) -> list[Candidate]:
    known = [each for each in catalogue(exercise) if not each.mistake.at_extremes]
    if not exercise.likely and exercise.kind == "number":
        return known
    return [*known, *(each for line in LINES for each in edits_in(exercise, line))]


def of_one_kind(values: Sequence[Any], outputs: Sequence[str]) -> tuple[Any, ...]:
    """As answers come: a list of losses, and a number for everything else."""
    return tuple(
        (value if isinstance(value, list) else [float(value)])
        if output == "losses"
        else float((value or [0.0])[0] if isinstance(value, list) else value)
        for value, output in zip(values, outputs, strict=True)
    )


@st.composite
def columns(draw: st.DrawFn, exercise: Exercise) -> Column:
    """Answers of one origin: right, a known mistake's, an edit's, constant, scaled or any."""
    numbers = st.sampled_from([0.0, 1.0, -1.0, 0.5, math.nan, math.inf]) | st.floats(-3, 3)
    kind = draw(st.sampled_from(["right", "wrong", "wrong", "constant", "scaled", "rounded"]))
    if kind == "wrong" and wrong_ways(exercise):
        candidate, going_on = draw(st.sampled_from(wrong_ways(exercise))), draw(st.booleans())
        return lambda probe: candidate.answer(probe, going_on)
    if kind == "constant":
        number = draw(numbers)
        return lambda probe: [number] * len(exercise.outputs)
    if kind == "scaled":
        factor = draw(st.sampled_from([-1, 0.995, 2, 1 / math.log(10)]))
        return lambda probe: [
            changed(value, lambda v: v * factor) for value in exercise.expected(probe)
        ]
    digits = draw(st.integers(0, 5)) if kind == "rounded" else 15
    return lambda probe: [
        changed(value, lambda v: round(v, digits)) for value in exercise.expected(probe)
    ]


def changed(value: Any, change: Callable[[float], float]) -> Any:
    return [*map(change, value)] if isinstance(value, list) else change(value)


@st.composite
def mixed(draw: st.DrawFn, exercise: Exercise) -> Outcomes:
    """Each output from one of a few origins; some lists too long or short, some calls failed."""
    origins = draw(st.lists(columns(exercise), min_size=1, max_size=3))
    chosen = [draw(st.sampled_from(origins)) for _ in exercise.outputs]
    fails = draw(st.sampled_from([0, 0, 0, 0, 1, 2]))
    length = draw(st.sampled_from([None, None, None, 0, 1, 2, 4]))

    def outcome(place: int, probe: Probe) -> Outcome:
        if fails and place % 3 < fails:
            return Outcome(trouble=Trouble("error", "ZeroDivisionError: division by zero"))
        values = [origin(probe)[at] for at, origin in enumerate(chosen)]
        told = of_one_kind(values, exercise.outputs)
        if exercise.outputs[-1] == "losses" and length is not None:
            told = (*told[:-1], (told[-1] * 4)[:length])
        return Outcome(told)

    probes = (*exercise.probes, *exercise.clues)
    return {probe: outcome(place, probe) for place, probe in enumerate(probes)}


@settings(max_examples=300)
@given(st.data())
def test_no_card_says_what_is_not_so(data: st.DataObject) -> None:
    """For any outcomes, right and wrong ones mixed, all that the card claims holds for them."""
    exercise = data.draw(st.sampled_from(JUDGED))
    outcomes = data.draw(mixed(exercise))
    verdict = diagnose(exercise, outcomes)
    if verdict.status in ("mistake", "unknown") and verdict.name != "slip":
        assert not false_claims(Told(exercise, outcomes, verdict)), verdict


def told(name: str, changed: dict[str, Formula], **other: Any) -> str:
    """The card for these changed lines, with some outputs from elsewhere."""
    exercise = EXERCISES[name]
    outcomes = {}
    for probe in exercise.probes:
        values = dict(zip(exercise.outputs, answer(exercise, changed, probe), strict=True))
        for output, value in other.items():
            table = exercise.table(probe)
            values[output] = value(table) if callable(value) else value
        outcomes[probe] = Outcome(tuple(values.values()))
    verdict = diagnose(exercise, outcomes)
    assert not false_claims(Told(exercise, outcomes, verdict)), verdict
    return f"{verdict.title}. {verdict.happened} {verdict.evidence}"


def test_only_some_parameters_go_uphill() -> None:
    """Of a step that is right in b, nobody says that it goes uphill."""
    up = {f"new_w{n}": MISTAKES["plus-sign"].variants[0][f"new_w{n}"] for n in "12"}
    assert told("update", up).startswith("w1 and w2: added, not subtracted.")


def test_a_loop_that_ends_rightly_has_not_returned_too_early() -> None:
    """One loss alone doesn't tell where return stands, if the parameters are those of the end."""
    card = told("train", {}, losses=lambda q: q.losses[:1])
    assert "Your parameters are right" in card
    assert "return" not in card


def test_what_nobody_sees_must_explain_all_that_it_leads_to() -> None:
    """A dz that would have moved b wrongly, too, isn't suspected where b is right."""
    squared = {"dz": MISTAKES["mse-gradient"].variants[0]["dz"]}
    assert "a·(1 − a)" in told("gradient_step", squared)
    right = {"new_w2": lambda q: q.new_w2, "new_b": lambda q: q.new_b}
    assert told("gradient_step", squared, **right).startswith("w1 is the first number that is off")


def test_two_that_stand_still_have_not_moved_alike() -> None:
    """Parameters that stayed are not said to have moved by the same slope."""
    copied = {"new_w1": lambda q: q.w1 - q.alpha * q.dw2}
    stayed = {"new_w2": lambda q: q.w2, "new_b": lambda q: q.b}
    assert "same slope" not in told("update", copied, **stayed)


def test_one_number_by_hand_is_not_called_constant() -> None:
    """What was asked for once is not said to be always the same."""
    assert "always" not in told("fresh_graph", {"db": lambda q: 1.0})
