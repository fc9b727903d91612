"""Whatever line is edited in one step, and however it is written: caught, and rightly named."""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from edited_code import STYLES, texts_of, written
from hypothesis import given
from hypothesis import strategies as st

from lessons.answers.outcome import Outcome, Outcomes
from lessons.checking.candidates import Candidate, answer, catalogue, edits_in, failed, is_broken
from lessons.checking.diagnose import diagnose
from lessons.checking.judge import judge
from lessons.checking.local import LocalAnswers
from lessons.checking.run import run
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES, Exercise, Probe, short_name
from lessons.formulas import FORMULAS, Numbers
from lessons.mistakes.line import GIVEN, LINES
from lessons.mistakes.one_step import EXAMPLES, OneStep, formula, one_step

FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
SAMPLE = 30  # edits of each exercise in each style: all of them take minutes
by_name = {"ids": lambda exercise: exercise.name}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in LINES.items() for t in texts])
def test_the_lines_are_those_of_the_lecture(name: str, text: str) -> None:
    """Each form of a line gives the numbers of the table."""
    for example in EXAMPLES:
        q = Numbers(dict(zip(GIVEN, example, strict=True)))
        assert formula(text)(q) == pytest.approx(FORMULAS[name](q), rel=1e-9)


@cache
def edits_that_can_be_made(exercise: Exercise) -> tuple[tuple[OneStep, dict[str, str]], ...]:
    """Every edit of a line that the exercise's function has, with the lines that it makes."""
    lines = texts_of(exercise, {})
    return tuple(
        (edit, edit.texts)
        for line in lines
        for twins in one_step(line)
        for edit in twins
        if edit.needs <= set(lines) | set(exercise.inputs) and set(edit.texts) <= set(lines)
    )


def elsewhere(exercise: Exercise) -> list[Probe]:
    """Inputs that no check uses."""
    chance = Random(5)
    return [
        tuple(
            value if name in ("y", "steps") else value * chance.uniform(0.3, 0.5)
            for name, value in zip(exercise.inputs, probe, strict=True)
        )
        for probe in exercise.probes
    ]


def candidates_called(exercise: Exercise, verdict: Verdict) -> Iterator[Candidate]:
    words = verdict.title, verdict.happened
    every = [*catalogue(exercise), *(each for line in LINES for each in edits_in(exercise, line))]
    return (each for each in every if (each.mistake.title, each.mistake.happened) == words)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("exercise", FUNCTIONS, **by_name)
def test_an_edit_is_caught_and_named(exercise: Exercise, style: str) -> None:
    """No wrong number gets through, hardly one has no name, and no name fits here alone."""
    made = edits_that_can_be_made(exercise)
    nameless = told = 0
    for _, changed in Random(exercise.name).sample(made, min(SAMPLE, len(made))):
        function = written(exercise, changed, style)
        outcomes = run(function, exercise.probes, exercise.output_names)
        verdict = judge(exercise, LocalAnswers(exercise, function)).verdict
        wrong = [
            (value, right)
            for outcome, probe in zip(outcomes, exercise.probes, strict=True)
            for value, right in zip(outcome.values, exercise.expected(probe), strict=False)
            if not exercise.accepts(value, right)
        ]
        assert verdict.is_right == (not wrong and not any(each.trouble for each in outcomes))
        if wrong and not any(map(failed, outcomes)):
            told += 1
            nameless += verdict.status != "mistake"
        named = list(candidates_called(exercise, verdict))
        if named:
            probes = [*exercise.probes, *elsewhere(exercise)]
            seen = dict(zip(probes, run(function, probes, exercise.output_names), strict=True))
            assert any(each.fits(seen, probes, exercise.outputs) for each in named), verdict
    assert nameless <= 0.02 * told + 1


@given(st.sampled_from(list(LINES)), st.randoms())
def test_twins_are_the_same_everywhere(line: str, chance: Random) -> None:
    """What stands together gives the same numbers in any example, whatever it is called."""
    given = {name: chance.uniform(0.2, 1.9) * chance.choice((-1, 1)) for name in GIVEN}
    given |= {"y": chance.randint(0, 1), "alpha": abs(given["alpha"])}
    for twins in chance.sample(one_step(line), 5):
        values = {shown(twin, given, line) for twin in twins}
        assert len(values) == 1, [twin.texts for twin in twins]


def shown(edit: OneStep, given: dict[str, float], line: str) -> str:
    try:
        return f"{edit.mistake.variants[0][line](Numbers(given)) + 0:.6g}"
    except (ArithmeticError, ValueError, TypeError):
        return ""


@pytest.mark.parametrize("line", LINES)
def test_no_sentence_gives_the_line_away(line: str) -> None:
    """The right line is in none of its edits' words, in no notation."""
    right = {text.replace(" ", "") for text in LINES[line] if " " in text}
    for edit in (edit for twins in one_step(line) for edit in twins):
        words = edit.mistake.title, edit.mistake.happened, edit.mistake.try_this
        plain = " ".join(words).replace("−", "-").replace("·", "*").replace("σ", "sigmoid")
        assert not [text for text in right if text in plain.replace(" ", "")], plain
        assert not set("{}") & set(plain)


@given(st.sampled_from(["whole_lecture", "backward", "forward", "gradients"]), st.randoms())
def test_of_two_edits_the_first_is_told(name: str, chance: Random) -> None:
    """With edits in two lines, the first wrong number along the chain is shown and explained."""
    exercise = EXERCISES[name]
    lines = sorted(chance.sample(exercise.outputs, 2), key=exercise.chain.index, reverse=True)
    changed = {}
    for line in lines:  # the one that comes first has the last word
        changed |= chance.choice(edits_in(exercise, line)).lines
    values = {probe: answer(exercise, changed, probe) for probe in exercise.all_probes}
    outcomes: Outcomes = {probe: Outcome(each) for probe, each in values.items()}
    if any(is_broken(each) for each in values.values()):
        return
    verdict = diagnose(exercise, outcomes)
    wrong = next(
        output
        for place, output in enumerate(exercise.chain)
        for probe in exercise.probes
        if not exercise.accepts(values[probe][place], exercise.expected(probe)[place])
    )
    if verdict.name not in ("another-order", "always-the-same"):
        assert f"your {short_name(wrong)} is" in verdict.evidence
