"""From any object to plain floats, or why not, in a learner's words."""

from __future__ import annotations

from lessons.answers.function_facts import is_function
from lessons.answers.outcome import Outcome, Trouble, UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from lessons.answers.outcome import Kind, Value


def outcome_of(answer: Any, outputs: Sequence[str]) -> Outcome:
    """Return the answer's values, or the trouble with it, however odd an object it is.

    >>> outcome_of("0.5", ["a"]).trouble
    Trouble(kind='type', detail="a is the text '0.5'", lines='')
    """
    try:
        return Outcome(to_floats(answer, outputs))
    except UnusableError as unusable:
        return Outcome(trouble=unusable.trouble)
    except Exception:  # an object can do anything when it is asked for its value
        return Outcome(trouble=Trouble("unreadable", f"a {type(answer).__name__}"))


def outcome_by_hand(answer: Any, outputs: Sequence[str]) -> Outcome:
    """Return the same for numbers that the learner worked out and typed in.

    >>> outcome_by_hand((0, 5), ["a"]).trouble
    Trouble(kind='comma', detail='2', lines='')
    """
    empty = nothing_in(answer)
    if empty:
        return Outcome(trouble=empty)
    if isinstance(answer, str) and _looks_like_a_number(answer):
        return Outcome(trouble=Trouble("quoted", repr(answer[:40])))
    if isinstance(answer, tuple) and len(answer) == 2 * len(outputs):
        return Outcome(trouble=Trouble("comma", str(len(answer))))
    return outcome_of(answer, outputs)


def choice_in(answer: Any) -> str | Trouble:
    """Return the letter that was chosen, or the trouble with it.

    >>> choice_in(" B. "), choice_in(0.5)
    ('b', Trouble(kind='not-a-choice', detail='0.5', lines=''))
    """
    empty = nothing_in(answer)
    if empty:
        return empty
    if isinstance(answer, (str, int)):
        return str(answer).strip(" .()'\"").lower()[:40]
    return Trouble("not-a-choice", describe(answer))


def function_in(answer: Any) -> Callable[..., Any] | Trouble:
    """Return the function that was written, or the trouble with it.

    >>> function_in(...), function_in(0.5)[:2]
    (Trouble(kind='blank', detail='', lines=''), ('not-a-function', '0.5'))
    """
    empty = nothing_in(answer)
    if empty:
        return empty
    if not is_function(answer):
        return Trouble("not-a-function", describe(answer))
    function: Callable[..., Any] = answer
    return function


def nothing_in(answer: Any) -> Trouble | None:
    """Return the trouble with a place that was left as it was, or holds None."""
    if answer is ...:
        return Trouble("blank")
    return Trouble("none") if answer is None else None


def _looks_like_a_number(text: str) -> bool:
    digits = text.strip().lstrip("-−+").replace(",", ".").replace(".", "", 1)
    return digits.isdecimal()


def to_floats(answer: Any, outputs: Sequence[str]) -> tuple[Value, ...]:
    """Return the answer as plain floats, one per output; raise UnusableError if that can't be.

    Takes any number type, an array or list of one number, and for several outputs a tuple,
    list, array, or a dict with the outputs' names.

    >>> to_floats({"dw1": 0.5, "dw2": 1}, ["dw1", "dw2"])
    (0.5, 1.0)
    """
    if _is_mapping(answer):
        items: Any = _by_name(answer, outputs)
    else:
        items = _as_list([answer] if len(outputs) == 1 else answer)
    if not isinstance(items, list):
        if is_number(items):
            raise UnusableError("count", f"1 of {len(outputs)}")
        raise UnusableError(*_not_numbers(items, "it"))
    if len(items) != len(outputs):
        raise UnusableError("count", f"{len(items)} of {len(outputs)}")
    if all(item is ... for item in items):
        raise UnusableError("blank")
    return tuple(_value(item, output) for item, output in zip(items, outputs, strict=True))


def _is_mapping(answer: Any) -> bool:
    if isinstance(answer, (int, float, tuple, list, dict)):
        return isinstance(answer, dict)
    from collections.abc import Mapping  # here, because hardly any answer is of another kind

    return isinstance(answer, Mapping)


def _by_name(answer: Mapping[str, Any], outputs: Sequence[str]) -> list[Any]:
    missing = [name for name in outputs if name not in answer]
    if missing:
        raise UnusableError("missing", ", ".join(missing))
    return [answer[name] for name in outputs]


def _as_list(answer: Any) -> Any:
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    return list(answer) if isinstance(answer, (tuple, list)) else answer


def _value(item: Any, name: str) -> Value:
    item = _as_list(item)
    if name == "losses":
        if not isinstance(item, list):
            raise UnusableError("list", describe(item))
        return [_number(each, name) for each in item]
    return _number(item, name)


def _number(item: Any, name: str) -> float:
    for _ in range(8):  # however deep one number is wrapped; a list could hold itself
        item = _as_list(item)
        if not (isinstance(item, list) and len(item) == 1):
            break
        item = item[0]
    if isinstance(item, list):
        raise UnusableError("shape", f"{name} is a list of {len(item)} numbers")
    if item is None or item is ...:
        raise UnusableError("part-blank", name)
    if isinstance(item, bool) or not is_number(item):
        raise UnusableError(*_not_numbers(item, name))
    try:
        return float(item)
    except OverflowError:
        return float("inf")


def is_number(item: Any) -> bool:
    """Tell whether it is a real number of any kind: int, float, NumPy's, Fraction, Decimal."""
    if isinstance(item, (int, float)):
        return True
    from decimal import Decimal  # here, because hardly any answer needs these two
    from numbers import Real

    return isinstance(item, (Real, Decimal))


def _not_numbers(item: Any, name: str) -> tuple[Kind, str]:
    """Return the kind of trouble with something that holds no numbers, and its details."""
    from collections.abc import Coroutine, Generator

    if isinstance(item, Generator):
        return "generator", name
    if isinstance(item, Coroutine):
        return "coroutine", name
    return "type", f"{name} is {describe(item)}"


def describe(item: Any) -> str:
    """Say what something is in a learner's words.

    >>> describe("0.5"), describe(True), describe(abs), describe(float)
    ("the text '0.5'", 'True', 'a function', 'the class float')
    >>> describe(7), describe(10**12)
    ('7', 'a huge number')
    """
    if isinstance(item, str):
        return f"the text {item[:40]!r}"
    if item is None or isinstance(item, (bool, float, complex)):
        return str(item)
    if isinstance(item, int):
        return str(item) if abs(item) < 10**12 else "a huge number"
    if isinstance(item, type):
        return f"the class {item.__name__}"
    return "a function" if callable(item) else f"a {type(item).__name__}"
