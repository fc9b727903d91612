"""Every sentence about a trouble is filled in, for every exercise, and ends where it should."""

import ast
from pathlib import Path

import pytest

from lessons.answers import outcome
from lessons.answers.outcome import Trouble
from lessons.checking.messages import TROUBLES
from lessons.checking.python_errors import ERRORS
from lessons.checking.verdict import explain, in_trouble
from lessons.exercises import EXERCISES

FORWARD = EXERCISES["forward"]


@pytest.mark.parametrize("kind", TROUBLES)
def test_every_sentence_is_filled_in(kind: str) -> None:
    """No sentence keeps a gap, or says a thing twice, whichever exercise it is about."""
    for exercise in EXERCISES.values():
        words = explain(Trouble(kind, "what is there"), exercise)
        for gap, text in zip(TROUBLES[kind][:3], words, strict=True):
            assert text
            assert not set("{}") & set(text)
            assert text.count("what is there") == gap.count("{detail}")


def test_every_kind_of_trouble_has_its_words() -> None:
    """The kinds that type checkers know are those of the table, and Python's own errors."""
    source = ast.parse(Path(outcome.__file__).read_text("utf-8"))
    kinds = {
        node.value
        for name in ast.walk(source)
        if isinstance(name, ast.Assign) and ast.unparse(name.targets[0]) == "Kind"
        for node in ast.walk(name)
        if isinstance(node, ast.Constant)
    }
    assert kinds == {*TROUBLES, "error"}


def test_a_sentence_knows_its_exercise() -> None:
    """Name, call and outputs are the exercise's own."""
    assert explain(Trouble("parameters", "x1"), FORWARD)[1] == (
        "The check calls it as forward(x1, x2, w1, w2, b). But yours takes: x1."
    )
    assert explain(Trouble("count", "1 of 2"), FORWARD)[2].endswith("with commas between: z, a")
    assert explain(Trouble("helper", "sigmoid"), FORWARD)[0] == "forward itself is fine"
    assert explain(Trouble("not-a-choice", "7"), EXERCISES["wrong_line_1"])[2].endswith(
        f'{", ".join(EXERCISES["wrong_line_1"].choices)}. Write it with quotes, such as "1".'
    )


def test_what_python_said_ends_with_one_dot() -> None:
    """A dot at the end of Python's own words isn't doubled; one at their beginning stays."""
    for said in ("OSError: .x is gone", "OSError: .x is gone."):
        happened = explain(Trouble("error", said), FORWARD)[1]
        assert happened == "Python said: OSError: .x is gone."
    assert explain(Trouble("error", ".x"), FORWARD)[1] == "Python said: .x."


def test_nothing_is_said_in_a_word() -> None:
    """Where there is no detail at all, the sentence says nothing instead of breaking off."""
    assert explain(Trouble("parameters", ""), FORWARD)[1].endswith("But yours takes: nothing.")


SAID = {
    "NameError: name 'w1x1' is not defined": "A sign is missing between two names",
    "NameError: name 'q' is not defined": "Python doesn't know a name",
    "TypeError: cannot unpack non-iterable NoneType object": "Something on the way is still empty",
    "TypeError: 'float' object is not callable": "A bracket after what is no function",
    "TypeError: f() takes 1 positional argument but 2 were given": (
        "The number of arguments doesn't fit"
    ),
    "TypeError: f() missing 1 required positional argument: 'y'": (
        "The number of arguments doesn't fit"
    ),
    "TypeError: must be real number, not str": "Text where a number is needed",
    "ValueError: not enough values to unpack (expected 2, got 1)": (
        "The number of names doesn't fit"
    ),
    "ValueError: math domain error": "A function was asked for the impossible",
    "ValueError: expected a positive input": "A function was asked for the impossible",
    "IndentationError: unexpected indent": "The lines don't stand in line",
    "TabError: inconsistent use of tabs": "The lines don't stand in line",
    "KeyError: 'z'": "There is nothing of that name in it",
    "": "Python stopped with an error",
}


@pytest.mark.parametrize(("said", "title"), SAID.items())
def test_python_s_words_choose_the_sentence(said: str, title: str) -> None:
    """The first sign in Python's own words decides what the learner is told."""
    assert explain(Trouble("error", said), FORWARD)[0] == title
    assert title in {case.title for case in ERRORS}


def test_a_verdict_is_called_by_its_trouble() -> None:
    """The verdict bears the trouble's kind, or the kind of error that Python named."""
    for trouble, status, name in (
        (Trouble("blank"), "blank", "blank"),
        (Trouble("count", "1 of 2"), "trouble", "count"),
        (Trouble("error", "KeyError: 'a: b'"), "trouble", "KeyError"),
        (Trouble("error", "RuntimeError"), "trouble", "RuntimeError"),
    ):
        verdict = in_trouble(FORWARD, trouble, "Here.")
        assert (verdict.status, verdict.name, verdict.evidence) == (status, name, "Here.")


def test_several_numbers_are_told_by_where_they_are() -> None:
    """b belongs to no feature, and a loss comes alone: there is nothing to add up in these."""
    words = {name: explain(Trouble("shape", f"{name} is a list of 2 numbers"), FORWARD)
             for name in ("z", "db", "one of the losses")}  # fmt: skip
    assert len({title for title, _, _ in words.values()}) == 3
    assert all(f"{name} is a list of 2 numbers" in happened
               for name, (_, happened, _) in words.items())  # fmt: skip
    assert "added up" in words["z"][2]
    assert "added up" not in words["db"][2] + words["one of the losses"][2]
