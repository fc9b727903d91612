"""Whatever goes wrong in a learner's function, a calm sentence of its own says what."""

import math
from io import StringIO
from itertools import count
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from troubled_code import BODIES, FROM_OUTSIDE, Moody, notebook

from lessons.answers.call import call, is_blank
from lessons.checking.local import examine
from lessons.checking.run import run
from lessons.checking.time_limit import time_limit
from lessons.exercises import EXERCISES

LOSS = EXERCISES["loss"]


def told(body: str) -> tuple[str, str]:
    """The verdict's name and sentence on a body; only one that never ends has little time."""
    with pytest.MonkeyPatch.context() as patch:
        if BODIES[body] == "too-long":
            patch.setenv("LESSONS_SECONDS", "0.2")
        return own_words(notebook(f"def loss(a, y):\n    {body}"))


def own_words(answer: Any) -> tuple[str, str]:
    """The verdict's name and sentence; each verdict must have words, and show only their lines."""
    verdict = examine(LOSS, answer)
    assert not verdict.is_right
    assert verdict.title
    assert verdict.happened.endswith((".", "?", ")"))
    assert verdict.try_this
    assert "lessons/" not in verdict.lines
    return verdict.name, verdict.happened


@pytest.mark.parametrize("body", BODIES)
def test_a_body_in_trouble_is_told_so(body: str) -> None:
    """Each kind of trouble is recognised."""
    assert told(body)[0] == BODIES[body]


OTHERS = {
    "class": (Moody, "not-a-function"),
    "number": (0.3, "not-a-function"),
    "text": ("loss", "not-a-function"),
    "other parameters": (lambda z: z, "parameters"),
    "too few": (lambda: 0.5, "parameters"),
    "their order": (lambda y, a: -math.log(a) if y else -math.log(1 - a), "parameters"),
    "a function of Python": (math.log10, "parameters"),
    "from outside": (notebook(FROM_OUTSIDE), "global"),
    "async": (notebook("async def loss(a, y): return 0.5"), "coroutine"),
    "counter": ((lambda turns: lambda a, y: next(turns) + a)(count()), "random"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_such_function_is_told_so(what: str) -> None:
    """Classes, numbers, other parameters, and numbers from outside are recognised."""
    assert own_words(OTHERS[what][0])[0] == OTHERS[what][1]


def test_each_kind_of_trouble_has_its_own_sentence() -> None:
    """No two kinds of trouble are told in the same words."""
    all_told = [told(body) for body in BODIES]
    all_told += [own_words(answer) for answer, _ in OTHERS.values()]
    sentences: dict[str, set[str]] = {}
    for name, sentence in all_told:
        sentences.setdefault(sentence, set()).add(name)
    assert {sentence: names for sentence, names in sentences.items() if len(names) > 1} == {}


@pytest.mark.parametrize("answer", [(0.3,), 0.3, (0.3, 0.5, 1), {"z": 0.3}])
def test_the_number_of_values_is_told(answer: Any) -> None:
    """Too few or too many values, or a missing name, are told before any comparison."""
    verdict = examine(EXERCISES["forward"], lambda x1, x2, w1, w2, b: answer)
    assert verdict.name == ("missing" if isinstance(answer, dict) else "count")
    assert "z, a" in verdict.try_this


@pytest.mark.parametrize("answer", [(..., ...), {"z": ..., "a": ...}])
def test_all_blank_is_blank(answer: Any) -> None:
    """An answer of nothing but three dots is not started, which is no miss."""
    assert examine(EXERCISES["forward"], lambda x1, x2, w1, w2, b: answer).status == "blank"


def test_changed_arguments_are_noticed() -> None:
    """A function that changes a list it was given hears about it, even if its answer is right."""
    held: Any = ([0.81], 1.0)

    def loss(a: list[float], y: float) -> float:
        a[0] -= 0.1
        return -math.log(a[0] + 0.1)

    outcome = call(loss, held, LOSS.outputs, StringIO())
    assert outcome.trouble is not None
    assert outcome.trouble.kind == "mutated"
    assert held == ([0.81], 1.0)


def test_unless_told_otherwise_it_takes_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that never ends is stopped after two seconds, and told so."""
    monkeypatch.delenv("LESSONS_SECONDS")
    given = Mock(side_effect=time_limit)
    monkeypatch.setattr("lessons.checking.run.time_limit", given)
    assert "after 2 seconds" in own_words(notebook("def loss(a, y):\n    while True: pass"))[1]
    given.assert_called_once_with(2)


def test_an_interrupt_passes_through() -> None:
    """The stop button of the notebook stops, also inside a check."""

    def loss(a: float, y: float) -> float:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(loss, LOSS.probes, ["loss"])


def test_only_the_learners_own_lines_are_shown() -> None:
    """Of a traceback the learner sees the line of their own, without a line of ours."""

    def loss(a: float, y: float) -> float:
        return math.log(a - 2)

    lines = examine(LOSS, loss).lines.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith(": return math.log(a - 2)")


BLANK = "...|pass|'The loss.'|0.5|None|return|return None|return ...".split("|")
STARTED = "q = 0.5|a|-a|a * y|math.log(a)|print(a)|q: int = 1|if a: pass|del a|lambda: a".split("|")


@given(st.lists(st.sampled_from(BLANK), min_size=1), st.sampled_from(STARTED))
def test_only_a_function_that_does_nothing_is_blank(blank: list[str], started: str) -> None:
    """Any lines that do nothing are not started; one before them that does anything is."""
    assert is_blank(notebook("\n    ".join(["def loss(a, y):", *blank])))
    assert not is_blank(notebook("\n    ".join(["def loss(a, y):", started, *blank])))


@pytest.mark.parametrize("answer", [math.log, Mock(__code__="..."), Moody()])
def test_what_has_no_body_is_not_blank(answer: Any) -> None:
    """Of a function of Python itself, or another object, nobody can say that it's not started."""
    assert not is_blank(answer)
