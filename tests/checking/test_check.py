"""The learner's door: hints in their time, safe cards, and never an exception."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.check import check, show_progress
from lessons.checking.local import examine, reference
from lessons.exercises import EXERCISES, Exercise
from lessons.progress import session

JUDGED = [exercise for exercise in EXERCISES.values() if exercise.kind != "choice"]
CHOICES = [exercise for exercise in EXERCISES.values() if exercise.kind == "choice"]


@pytest.fixture(autouse=True)
def fresh_start() -> None:
    session.RIGHT.clear()
    session.MISSES.clear()


def right_answer(exercise: Exercise) -> Any:
    if exercise.kind == "function":
        return reference(exercise)
    values = exercise.expected(exercise.probes[0])
    return dict(zip(exercise.output_names, values, strict=True)) if len(values) > 1 else values[0]


@pytest.mark.parametrize("exercise", JUDGED, ids=lambda exercise: exercise.name)
def test_help_comes_step_by_step(exercise: Exercise, capsys: pytest.CaptureFixture[str]) -> None:
    """The first miss stays alone; then the first hint, the second, and where the solution is."""
    number = (12345.678,) * len(exercise.outputs)
    wrong = (lambda *_: number) if exercise.kind == "function" else number
    shown = []
    for _ in range(5):
        check(exercise.name, wrong)
        shown.append(capsys.readouterr().out)
    first, second = (f"Hint: {hint}" for hint in exercise.hints)
    solution = f"solutions/{exercise.lesson}.ipynb"
    helps = [[text in page for text in (first, second, solution)] for page in shown]
    assert helps == [
        [False, False, False],
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [False, False, True],
    ]


@pytest.mark.parametrize("exercise", JUDGED, ids=lambda exercise: exercise.name)
def test_right_and_blank_answers_need_no_help(
    exercise: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many misses came before, a right answer and a blank one get no hint."""
    session.MISSES[exercise.name] = 3
    check(exercise.name, ...)
    check(exercise.name, right_answer(exercise))
    shown = capsys.readouterr().out
    assert "Not started yet" in shown
    assert f"✓ {exercise.name}: Right" in shown
    assert "Hint" not in shown
    assert "solutions/" not in shown
    assert session.MISSES[exercise.name] == 3


@pytest.mark.parametrize("exercise", CHOICES, ids=lambda exercise: exercise.name)
def test_every_choice_is_answered(exercise: Exercise) -> None:
    """Each choice has a reason of its own; a right one is right, in capitals and brackets too."""
    for letter, why in exercise.choices.items():
        for written in (letter, f" {letter.upper()}) ", f'"{letter}"'):
            verdict = examine(exercise, written)
            assert verdict.is_right == (letter == exercise.right_choice)
            assert verdict.happened == why
            assert verdict.name == ("" if verdict.is_right else f"choice-{letter}")
    assert examine(exercise, "z").name == "not-a-choice"


def test_any_line_of_a_loop_is_an_answer() -> None:
    """Whoever points at a line that is fine is told that it is, with or without quotes."""
    for loop in (1, 2, 3):
        exercise = EXERCISES[f"wrong_line_{loop}"]
        for line in range(1, 7):
            verdict = examine(exercise, line)
            assert verdict.is_right or verdict.happened.startswith(
                f"Line {line} does what it should"
            )
        assert examine(exercise, 7).name == "not-a-choice"


def test_a_number_is_no_letter() -> None:
    """Whoever answers with a number where letters are asked for is told that it is one."""
    told = {"edge_of_sigmoid": "You answered 1, which is a number.", "wrong_line_1": "Line 1 does"}
    for name, start in told.items():
        assert examine(EXERCISES[name], 1).happened.startswith(start)
    assert examine(EXERCISES["wrong_line_1"], 7).happened == "You answered 7."
    assert examine(EXERCISES["wrong_line_1"], -7).happened == "You answered -7."
    assert examine(EXERCISES["edge_of_sigmoid"], True).happened == "You answered True."


def test_progress_counts_what_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Points come with a right answer, and go when it is made wrong again."""
    for answer, points in ((1.1, "1 of 1"), (0.3, "0 of 1")):
        check("first_z", answer)
        show_progress("00_start")
        assert f"{points} points" in capsys.readouterr().out
    show_progress("nowhere")
    assert "There is no such lesson" in capsys.readouterr().out


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.name)
def test_under_nbgrader_a_check_returns_the_points(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While nbgrader grades, a check's value is what the answer earns, and no tick is kept."""
    right = exercise.right_choice if exercise.kind == "choice" else right_answer(exercise)
    assert check(exercise.name, right) is None
    session.RIGHT.clear()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert check(exercise.name, right) == exercise.points
    assert [check(exercise.name, answer) for answer in (..., None, "7", lambda: 1)] == [0] * 4
    assert check("nothing", 1) == check(Hostile(), Hostile()) == 0
    assert not session.RIGHT
    assert not session.MISSES


class Hostile:
    """An object that fails at whatever it is asked."""

    __hash__ = None  # type: ignore[assignment]

    def fail(self, *_: Any) -> Any:
        raise RuntimeError("no")

    __str__ = __repr__ = __eq__ = __float__ = __len__ = __iter__ = __bool__ = __getattr__ = fail
    __class__ = property(fail)  # type: ignore[assignment]


class HostileCall(Hostile):
    __call__ = Hostile.fail


ODD: dict[str, Any] = {
    "hostile": Hostile(),
    "hostile call": HostileCall(),
    "class": Hostile,
    "huge": 10**5000,
    "builtin": eval,
    "nested": [[]],
}


def test_what_cannot_even_be_looked_at_is_told_by_its_kind() -> None:
    """An object that fails whenever it is asked for something is called by its class."""
    for name in ("edge_of_sigmoid", "first_z", "loss"):
        verdict = examine(EXERCISES[name], Hostile())
        assert (verdict.exercise, verdict.name) == (name, "unreadable")
        assert verdict.happened == (
            "Python failed when it looked into your answer, which is a Hostile."
        )


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.complex_numbers()
    | st.binary() | st.just(...) | st.fractions() | st.decimals() | st.functions() | st.dates(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)  # fmt: skip


@pytest.mark.parametrize("name", [*EXERCISES, *ODD])
@pytest.mark.parametrize("odd", ODD)
def test_the_oddest_objects_get_a_card(name: str, odd: str, capsys: Any) -> None:
    """Objects that fail at everything they are asked for still get a calm card."""
    check(ODD.get(name, name), ODD[odd])
    check(ODD.get(name, name), lambda *_: ODD[odd])
    check(ODD.get(name, name))
    cards = capsys.readouterr().out
    assert len([line for line in cards.splitlines() if line[:1] in "✓○✗!"]) == 3
    assert "✓" not in cards


@settings(max_examples=200)
@given(name=st.sampled_from([*EXERCISES]) | ANYTHING, answer=ANYTHING)
def test_no_exception_ever_escapes(name: Any, answer: Any) -> None:
    """Whatever is passed, and whatever comes back, a check answers with a card."""
    check(name, answer)
    check(name, lambda *_: answer)
    show_progress(name)
