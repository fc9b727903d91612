"""What came back from one call of a learner's function, as plain data."""

from collections.abc import Coroutine, Generator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import inf
from numbers import Real
from typing import Any

from lessons.exercises import short_name

Value = float | list[float]


@dataclass(frozen=True)
class Trouble:
    """Why there is no answer: a kind that the diagnosis knows, and details for the learner."""

    kind: str
    detail: str = ""
    lines: str = ""


class UnusableError(Exception):
    """Carries the trouble with a value that can't be an answer."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.trouble = Trouble(kind, detail)


@dataclass(frozen=True)
class Outcome:
    """The values of all outputs, or the trouble that kept them away."""

    values: tuple[Value, ...] = ()
    trouble: Trouble | None = None


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
        return Outcome(trouble=Trouble("unreadable", describe(answer)))


def plain(answer: Any, outputs: Sequence[str]) -> tuple[Value, ...]:
    """Return the answer as plain floats, one per output; raise UnusableError if that can't be.

    Takes any number type, an array or list of one number, and for several outputs a tuple,
    list, array, or a dict with the outputs' names.

    >>> plain({"dw1": 0.5, "dw2": 1}, ["dw1", "dw2"])
    (0.5, 1.0)
    """
    if isinstance(answer, Mapping):
        items: Any = _by_name(answer, outputs)
    else:
        items = _as_list([answer] if len(outputs) == 1 else answer)
    if isinstance(items, (Real, Decimal)):
        raise UnusableError("count", f"1 of {len(outputs)}")
    if not isinstance(items, list):
        raise UnusableError(*_not_numbers(items, "it"))
    if len(items) != len(outputs):
        raise UnusableError("count", f"{len(items)} of {len(outputs)}")
    if all(item is ... for item in items):
        raise UnusableError("blank")
    return tuple(_value(item, output) for item, output in zip(items, outputs, strict=True))


def _by_name(answer: Mapping[str, Any], outputs: Sequence[str]) -> list[Any]:
    missing = [short_name(name) for name in outputs if short_name(name) not in answer]
    if missing:
        raise UnusableError("missing", ", ".join(missing))
    return [answer[short_name(name)] for name in outputs]


def _as_list(answer: Any) -> Any:
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    return list(answer) if isinstance(answer, (tuple, list)) else answer


def _value(item: Any, output: str) -> Value:
    item = _as_list(item)
    if output == "losses":
        if not isinstance(item, list):
            raise UnusableError("list", describe(item))
        return [_number(each, output) for each in item]
    return _number(item, output)


def _number(item: Any, output: str) -> float:
    name = short_name(output)
    for _ in range(8):  # however deep one number is wrapped; a list could hold itself
        item = _as_list(item)
        if not (isinstance(item, list) and len(item) == 1):
            break
        item = item[0]
    if isinstance(item, list):
        raise UnusableError("shape", f"{name} is a list of {len(item)} numbers")
    if item is None or item is ...:
        raise UnusableError("part-blank", name)
    if isinstance(item, bool) or not isinstance(item, (Real, Decimal)):
        raise UnusableError(*_not_numbers(item, name))
    try:
        return float(item)
    except OverflowError:
        return inf


def _not_numbers(item: Any, name: str) -> tuple[str, str]:
    """Return the kind of trouble with something that holds no numbers, and its details."""
    if isinstance(item, Generator):
        return "generator", name
    if isinstance(item, Coroutine):
        return "coroutine", name
    return "type", f"{name} is {describe(item)}"


def describe(item: Any) -> str:
    """Say what something is in a learner's words.

    >>> describe("0.5"), describe(True), describe(abs), describe(float)
    ("the text '0.5'", 'True', 'a function', 'the class float')
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
