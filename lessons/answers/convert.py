"""What came back from one call of a learner's function, as plain data.

The grader runs this file beside a learner's code, in a process that has to start in
milliseconds: it imports nothing but what every Python has loaded anyway.
"""

from __future__ import annotations

from lessons.answers.describe import describe
from lessons.answers.outcome import Named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

Value = float | list[float]


class Trouble(Named):
    """Why there is no answer: a kind that the diagnosis knows, and details for the learner."""

    __slots__ = ()
    kind: str
    detail: str
    lines: str

    def __new__(cls, kind: str, detail: str = "", lines: str = "") -> Trouble:
        return super().__new__(cls, (kind, detail, lines))


class UnusableError(Exception):
    """Carries the trouble with a value that can't be an answer."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.trouble = Trouble(kind, detail)


class Outcome(Named):
    """The values of all outputs, or the trouble that kept them away."""

    __slots__ = ()
    values: tuple[Value, ...]
    trouble: Trouble | None

    def __new__(cls, values: tuple[Value, ...] = (), trouble: Trouble | None = None) -> Outcome:
        return super().__new__(cls, (values, trouble))


def outcome_of(answer: Any, outputs: Sequence[str]) -> Outcome:
    """Return the answer's values, or the trouble with it, however odd an object it is.

    >>> outcome_of("0.5", ["a"]).trouble
    Trouble(kind='type', detail="a is the text '0.5'", lines='')
    """
    try:
        return Outcome(plain(answer, outputs))
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


def nothing_in(answer: Any) -> Trouble | None:
    """Return the trouble with a place that was left as it was, or holds None."""
    if answer is ...:
        return Trouble("blank")
    return Trouble("none") if answer is None else None


def _looks_like_a_number(text: str) -> bool:
    digits = text.strip().lstrip("-−+").replace(",", ".").replace(".", "", 1)
    return digits.isdecimal()


def plain(answer: Any, outputs: Sequence[str]) -> tuple[Value, ...]:
    """Return the answer as plain floats, one per output; raise UnusableError if that can't be.

    Takes any number type, an array or list of one number, and for several outputs a tuple,
    list, array, or a dict with the outputs' names.

    >>> plain({"dw1": 0.5, "dw2": 1}, ["dw1", "dw2"])
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


def _not_numbers(item: Any, name: str) -> tuple[str, str]:
    """Return the kind of trouble with something that holds no numbers, and its details."""
    from collections.abc import Coroutine, Generator

    if isinstance(item, Generator):
        return "generator", name
    if isinstance(item, Coroutine):
        return "coroutine", name
    return "type", f"{name} is {describe(item)}"
