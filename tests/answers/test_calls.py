"""One call of a learner's function: what came back, what Python said, and what stands out in it."""

from io import StringIO
from math import pi
from types import SimpleNamespace
from typing import Any

import pytest

from lessons import logistic
from lessons.answers.call import call, file_of, is_blank, trouble_of
from lessons.answers.function_facts import Facts, inspect_function, is_function
from lessons.answers.outcome import Outcome, Trouble
from lessons.exercises import EXERCISES

DZ = EXERCISES["dz"]


def answer_of(function: Any, *arguments: Any, printed: str = "") -> Outcome:
    return call(function, arguments, ["a"], StringIO(printed))


def raised(error: BaseException) -> Trouble:
    def fails() -> None:
        raise error

    trouble = answer_of(fails).trouble
    assert trouble is not None
    return trouble


def test_arguments_go_in_and_the_answer_comes_out() -> None:
    """The function gets the numbers as they are, and what it returns is the outcome."""
    assert answer_of(lambda x, y: x - y, 3, 0.5) == Outcome((2.5,))


def test_what_is_let_through_is_not_caught() -> None:
    """Only the exceptions that the caller names come out; every other one is an answer."""

    def stops() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call(stops, (), ["a"], StringIO(), (KeyboardInterrupt,))
    assert answer_of(stops).trouble is not None


def test_what_python_said_is_one_line() -> None:
    """The kind of error and its message are told in one line of at most 200 characters."""
    assert raised(KeyError("q")).detail == "KeyError: 'q'"
    assert raised(ValueError("one\ntwo")).detail == "ValueError: one"
    assert raised(RuntimeError()).detail == "RuntimeError"
    assert raised(NameError("x" * 300)).detail == f"NameError: {'x' * 189}"
    assert raised(NameError("x" * 300)).kind == "error"
    with pytest.raises(SyntaxError) as caught:
        compile("1 +", "<cell>", "exec")
    assert trouble_of(caught.value, "").detail == "SyntaxError: invalid syntax"


def falls(depth: int) -> float:
    if depth == 0:
        return 1 / 0
    if depth % 2:
        return falls(depth - 1)
    return falls(depth - 1) + 1


def test_the_last_three_own_lines_are_shown() -> None:
    """Of a traceback the learner sees the last three lines of their own, each of them once."""

    def outer() -> float:
        return inner()

    def inner() -> float:
        return falls(6)

    trouble = answer_of(outer).trouble
    assert trouble is not None
    first = falls.__code__.co_firstlineno
    assert trouble.lines.splitlines() == [
        f"line {first + 5}: return falls(depth - 1) + 1",
        f"line {first + 4}: return falls(depth - 1)",
        f"line {first + 2}: return 1 / 0",
    ]
    assert trouble_of(ZeroDivisionError("x"), file_of(outer)) == Trouble(
        "error", "ZeroDivisionError: x"
    )


def test_lines_of_others_are_not_shown() -> None:
    """Lines of a file that isn't the learner's, or can't be read, are left out."""
    scope: dict[str, Any] = {}
    exec(compile("def unseen():\n    return 1 / 0", "<nowhere>", "exec"), scope)
    assert answer_of(scope["unseen"]).trouble == Trouble(
        "error", "ZeroDivisionError: division by zero"
    )
    assert raised(ValueError("x")).lines.endswith(": raise error")
    assert (file_of(raised), file_of(abs)) == (__file__, "")


def returns_nothing() -> None:
    len("")


def not_started() -> None: ...


def hardly_started() -> None:
    """What to do."""
    ...  # noqa: PIE790
    pass  # noqa: PIE790
    return None  # noqa: RET501


NOTHING: list[tuple[Any, str, Trouble]] = [
    (returns_nothing, "", Trouble("nothing")),
    (returns_nothing, " \n", Trouble("nothing")),
    (not_started, "", Trouble("blank")),
    (not_started, "\n0.5\nmore", Trouble("printed", "0.5")),
    (lambda: ..., "x" * 61, Trouble("printed", "x" * 60)),
]


@pytest.mark.parametrize(("function", "printed", "trouble"), NOTHING)
def test_what_nothing_means(function: Any, printed: str, trouble: Trouble) -> None:
    """Nothing came back because it was printed, because nothing is there yet, or just so."""
    assert answer_of(function, printed=printed) == Outcome(trouble=trouble)


def test_a_function_without_code_is_not_blank() -> None:
    """A function of Python's own has no body to fill, so it is never blank."""
    assert [is_blank(one) for one in (abs, not_started, returns_nothing)] == [False, True, False]
    assert is_blank(hardly_started)


def test_changed_lists_are_noticed_deep_inside() -> None:
    """Whatever a function changes in what it was given, even a list in a list, is noticed."""
    given: Any = [[0.5]]
    outcome = answer_of(lambda values: values[0].append(1) or 0.5, given)
    assert outcome == Outcome(trouble=Trouble("mutated"))
    assert given == [[0.5]]


z = 1.5
sigmoid = logistic.sigmoid


def own(value: float) -> float:
    return value


def uses(z: float) -> float:
    return own(z) + sigmoid(z) + pi


def uses_deep_inside(value: float) -> float:
    return sum((lambda: own(v) + z)() for v in [value])


def test_what_stands_out_in_a_function() -> None:
    """Numbers from outside and own helpers are seen, also deep inside; the course's are not."""
    quantities, exercises = ["z", "pi", "a"], ["own", "sigmoid", "uses", "other"]
    assert inspect_function(uses, ["z"], quantities, exercises) == Facts(None, ("pi",), ("own",))
    deep = inspect_function(uses_deep_inside, ["value"], quantities, exercises)
    assert deep == Facts(None, ("z",), ("own",))
    assert inspect_function(uses, ["a"], ["sigmoid"], []) == Facts()
    assert inspect_function(uses, ["z", "y"], [], []) == Facts("z")
    assert inspect_function(abs, ["a", "b"], quantities, exercises) == Facts("x")


def again(z: float) -> float:
    return again(z - 1)


def test_a_function_is_no_helper_of_its_own() -> None:
    """A function that calls itself, or a class or number of an exercise's name, has no helper."""
    assert inspect_function(again, ["z"], [], ["again"]) == Facts()
    assert inspect_function(uses, ["z"], [], ["pi"]) == Facts()


def test_what_can_be_called_is_a_function() -> None:
    """Functions and objects that can be called count; classes and numbers don't."""
    assert [is_function(one) for one in (abs, uses, StringIO, 0.5)] == [True, True, False, False]
    assert not is_function(SimpleNamespace())
