"""What came back is read for its numbers; where there are none, the trouble says what is there."""

from collections import UserDict
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from mpmath import mpf
from other_libraries import Exact, Labelled
from troubled_code import Moody, nested

from lessons.answers.convert import choice_in, nothing_in, outcome_by_hand, outcome_of, to_floats
from lessons.answers.outcome import Outcome, Trouble, UnusableError


def yields() -> Any:
    yield 0.5


async def waits() -> float:
    return 0.5


USABLE: dict[str, tuple[Any, str, tuple[Any, ...]]] = {
    "a number": (1, "a", (1.0,)),
    "a tuple": ((0.5, 1), "z a", (0.5, 1.0)),
    "a list": ([0.5, 1], "z a", (0.5, 1.0)),
    "names in another order": ({"a": 1, "z": 0.5, "more": "x"}, "z a", (0.5, 1.0)),
    "one name": ({"a": 0.5}, "a", (0.5,)),
    "a mapping of another kind": (UserDict(a=1, z=0.5), "z a", (0.5, 1.0)),
    "a mapping to read": (MappingProxyType({"a": 0.5}), "a", (0.5,)),
    "an array": (np.array([0.5, 1]), "z a", (0.5, 1.0)),
    "arrays of one": ((np.array([0.5]), np.array(1)), "z a", (0.5, 1.0)),
    "an array of losses": ((0.5, np.array([1, 2])), "b losses", (0.5, [1.0, 2.0])),
    "wrapped eight deep": (nested(8), "a", (0.5,)),
    "a row": ([[0.5, 1]], "z a", (0.5, 1.0)),
    "a row of an array": (np.array([[0.5, 1]]), "z a", (0.5, 1.0)),
    "a column": (np.array([[0.5], [1]]), "z a", (0.5, 1.0)),
    "a row, and a comma after it": (([0.5, 1],), "z a", (0.5, 1.0)),
    "a row with losses": ([(0.5, [1, 2])], "b losses", (0.5, [1.0, 2.0])),
    "a row of losses": ((0.5, np.array([[1, 2, 3]])), "b losses", (0.5, [1.0, 2.0, 3.0])),
    "a column of losses": ((0.5, np.array([[1], [2]])), "b losses", (0.5, [1.0, 2.0])),
    "a row of one loss": ((0.5, [[1]]), "b losses", (0.5, [1.0])),
    "exact numbers": ((Exact(0.5), [Exact(1)]), "b losses", (0.5, [1.0])),
    "an exact row": (Labelled([[Exact(0.5), Exact(1)]]), "z a", (0.5, 1.0)),
    "labels in another order": (Labelled([1, 0.5], ["a", "z"]), "z a", (0.5, 1.0)),
    "labels from 0 on": (Labelled([1, 0.5]), "z a", (1.0, 0.5)),
    "one label from 0 on": (Labelled([0.5]), "a", (0.5,)),
    "a labelled number among others": ((Labelled([0.5]), 1), "z a", (0.5, 1.0)),
    "losses with labels": ((0.5, Labelled([1, 2])), "b losses", (0.5, [1.0, 2.0])),
    "single precision": ((np.float32(0.5), np.float32([1])), "z a", (0.5, 1.0)),
    "from another library": (mpf("0.5"), "a", (0.5,)),
    "losses alone": ([0.5, [0.25]], "losses", ([0.5, 0.25],)),
    "no losses": ((0.5, []), "b losses", (0.5, [])),
    "two losses": ((0.5, (1, [0.25])), "b losses", (0.5, [1.0, 0.25])),
    "too large a number": (10**400, "a", (float("inf"),)),
}


@pytest.mark.parametrize("what", USABLE)
def test_numbers_are_found(what: str) -> None:
    """Whatever holds one number for each output is read as plain floats, in the right order."""
    answer, outputs, values = USABLE[what]
    assert outcome_of(answer, outputs.split()) == Outcome(values)
    assert repr(to_floats(answer, outputs.split())) == repr(values)


UNUSABLE: dict[str, tuple[Any, str, Trouble]] = {
    "too few": ((0.5,), "z a", Trouble("count", "1 of 2")),
    "one alone": (0.5, "z a", Trouble("count", "1 of 2")),
    "too many": ([1, 2, 3], "z a", Trouble("count", "3 of 2")),
    "a row too long": ([[1, 2, 3]], "z a", Trouble("count", "3 of 2")),
    "labels left out": (Labelled([1, 2], ["w", "z"]), "z a", Trouble("missing", "a")),
    "a formula": (
        Exact(letters={"z", "y"}),
        "a",
        Trouble("type", "a is a formula with y, z in it"),
    ),
    "a formula for two": (
        (1, Exact(letters="q")),
        "z a",
        Trouble("type", "a is a formula with q in it"),
    ),
    "bytes": (b"0.5", "a", Trouble("type", "a is a bytes")),
    "a date": (date(2026, 1, 1), "a", Trouble("type", "a is a date")),
    "a complex number": (1j, "a", Trouble("type", "a is 1j")),
    "truth values": (np.array([True, False]), "z a", Trouble("type", "z is True")),
    "two numbers in each loss": (
        (1, [[1, 2], [3, 4]]),
        "b losses",
        Trouble("shape", "one of the losses is a list of 2 numbers"),
    ),
    "names left out": ({"z": 1}, "z a loss", Trouble("missing", "a, loss")),
    "text for two": ("0.5", "z a", Trouble("type", "it is the text '0.5'")),
    "text": ("0.5", "a", Trouble("type", "a is the text '0.5'")),
    "text in a place": ((1, "x"), "z a", Trouble("type", "a is the text 'x'")),
    "a truth value": (True, "a", Trouble("type", "a is True")),
    "all blank": ((..., ...), "z a", Trouble("blank")),
    "one blank": ((0.5, ...), "z a", Trouble("part-blank", "a")),
    "one None": ((None, 0.5), "z a", Trouble("part-blank", "z")),
    "two numbers": ([1, 2], "a", Trouble("shape", "a is a list of 2 numbers")),
    "none in a list": ([[]], "a", Trouble("shape", "a is a list of 0 numbers")),
    "wrapped too deep": (nested(9), "a", Trouble("shape", "a is a list of 1 numbers")),
    "one loss": ((1, 0.5), "b losses", Trouble("list", "0.5")),
    "text among losses": (
        (1, ["x"]),
        "b losses",
        Trouble("type", "one of the losses is the text 'x'"),
    ),
    "generator": (yields(), "a", Trouble("generator", "a")),
    "generator for two": (yields(), "z a", Trouble("generator", "it")),
    "moody": (Moody(), "a", Trouble("unreadable", "a Moody")),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_what_holds_no_numbers_is_told_apart(what: str) -> None:
    """Each kind of unusable answer has its own trouble, which names the place and what is there."""
    answer, outputs, trouble = UNUSABLE[what]
    assert outcome_of(answer, outputs.split()) == Outcome(trouble=trouble)


def test_a_promise_is_no_number() -> None:
    """What an async function gives back is told apart, too."""
    promise = waits()
    assert outcome_of(promise, ["a"]).trouble == Trouble("coroutine", "a")
    promise.close()


NUMBERS_IN_QUOTES = ["0.5", "0,5", "5", " -0,5 ", "−1", "+.5", "5.", "--5"]
NO_NUMBERS = ["", ".", "1.2.3", "1,2,3", "1.2,3", "X5", "5-", "½", "0.5 or so", "e"]
NO_NUMBERS += ["1e5"]


@pytest.mark.parametrize("text", NUMBERS_IN_QUOTES)
def test_a_number_in_quotes_is_recognised(text: str) -> None:
    """A number that a learner put in quotes is told so, with a point or a comma in it."""
    assert outcome_by_hand(text, ["a"]) == Outcome(trouble=Trouble("quoted", repr(text)))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_texts_are_texts(text: str) -> None:
    """Text that is no number without its quotes, either, isn't taken for one."""
    assert outcome_by_hand(text, ["a"]).trouble == Trouble("type", f"a is the text {text!r}")


BY_HAND: dict[str, tuple[Any, str, Outcome]] = {
    "right": (0.5, "a", Outcome((0.5,))),
    "long": ("1" * 41, "a", Outcome(trouble=Trouble("quoted", repr("1" * 40)))),
    "comma": ((0, 5), "a", Outcome(trouble=Trouble("comma", "2"))),
    "two commas": ((0, 5, 1, 5), "z a", Outcome(trouble=Trouble("comma", "4"))),
    "a sum with commas": ((0, 6, 4, 1), "a", Outcome(trouble=Trouble("comma", "4"))),
    "halves with a comma": ((0, 2.5), "a", Outcome(trouble=Trouble("comma", "2"))),
    "three sums": ((0, 7, 5, 0, 6), "z a", Outcome(trouble=Trouble("comma", "5"))),
    "as many as asked": ((1, 2), "z a", Outcome((1.0, 2.0))),
    "too few whole numbers": ((1, 2), "z a b", Outcome(trouble=Trouble("count", "2 of 3"))),
    "points and commas": ((1, 1.0, 3), "a", Outcome(trouble=Trouble("comma", "3"))),
    "two with points": (
        (2.3, 0.9),
        "a",
        Outcome(trouble=Trouble("shape", "a is a list of 2 numbers")),
    ),
    "points": ((0.1, 5, 1), "a", Outcome(trouble=Trouble("shape", "a is a list of 3 numbers"))),
    "a list": ([0, 5], "a", Outcome(trouble=Trouble("shape", "a is a list of 2 numbers"))),
    "blank": (..., "a", Outcome(trouble=Trouble("blank"))),
    "None": (None, "a", Outcome(trouble=Trouble("none"))),
}


@pytest.mark.parametrize("what", BY_HAND)
def test_what_is_typed_in_by_hand(what: str) -> None:
    """A decimal comma, quotes, and nothing at all are told apart from a wrong number."""
    answer, outputs, outcome = BY_HAND[what]
    assert outcome_by_hand(answer, outputs.split()) == outcome


CHOICES: dict[Any, str | Trouble] = {
    "b": "b",
    " B. ": "b",
    "(b)": "b",
    "'b'": "b",
    '"b"': "b",
    "Xb": "xb",
    3: "3",
    ("b",): "b",
    True: Trouble("not-a-choice", "True"),
    "a b": "a b",
    "B" * 41: "b" * 40,
    0.5: Trouble("not-a-choice", "0.5"),
    abs: Trouble("not-a-choice", "a function"),
    None: Trouble("none"),
    ...: Trouble("blank"),
}


@pytest.mark.parametrize("answer", CHOICES, ids=repr)
def test_a_letter_is_found(answer: Any) -> None:
    """Capitals, dots, brackets and quotes around a letter don't matter, nothing else is dropped."""
    assert choice_in(answer) == CHOICES[answer]


def test_a_number_of_an_array_chooses_a_line() -> None:
    """A line's number may come out of a calculation."""
    assert choice_in(np.int64(3)) == choice_in([3]) == "3"


def test_nothing_but_dots_and_none_is_nothing() -> None:
    """Zero, no text and no list are answers: only the three dots and None are none."""
    assert [nothing_in(answer) for answer in (0, "", [], False)] == [None] * 4
    assert (nothing_in(...), nothing_in(None)) == (Trouble("blank"), Trouble("none"))


def test_the_exception_shows_its_trouble() -> None:
    """Whoever meets the exception itself reads the kind of trouble and what is there."""
    with pytest.raises(UnusableError, match=r"count.*1 of 2") as caught:
        to_floats(0.5, ["z", "a"])
    assert caught.value.trouble == Trouble("count", "1 of 2")
