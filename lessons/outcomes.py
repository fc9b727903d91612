"""What came back from one call of a learner's function, as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
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


class Unusable(Exception):
    """Carries the trouble with a value that can't be an answer."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.trouble = Trouble(kind, detail)


@dataclass(frozen=True)
class Outcome:
    """The values of all outputs, or the trouble that kept them away."""

    values: tuple[Value, ...] = ()
    trouble: Trouble | None = None


def plain(answer: Any, outputs: Sequence[str]) -> tuple[Value, ...]:
    """Return the answer as plain floats, one per output; raise Unusable if that can't be.

    Takes any number type, an array or list of one number, and for several outputs a tuple,
    list, array, or a dict with the outputs' names.

    >>> plain({"dw1": 0.5, "dw2": 1}, ["dw1", "dw2"])
    (0.5, 1.0)
    """
    if isinstance(answer, Mapping):
        answer = _by_name(answer, outputs)
    elif len(outputs) == 1:
        answer = [answer]
    answer = _as_list(answer)
    if not isinstance(answer, list):
        raise Unusable("type" if not isinstance(answer, Real) else "count", f"1 of {len(outputs)}")
    if len(answer) != len(outputs):
        raise Unusable("count", f"{len(answer)} of {len(outputs)}")
    return tuple(_value(item, output) for item, output in zip(answer, outputs, strict=True))


def _by_name(answer: Mapping[str, Any], outputs: Sequence[str]) -> list[Any]:
    missing = [short_name(name) for name in outputs if short_name(name) not in answer]
    if missing:
        raise Unusable("missing", ", ".join(missing))
    return [answer[short_name(name)] for name in outputs]


def _as_list(answer: Any) -> Any:
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    return list(answer) if isinstance(answer, (tuple, list)) else answer


def _value(item: Any, output: str) -> Value:
    item = _as_list(item)
    if output == "losses":
        if not isinstance(item, list):
            raise Unusable("list", describe(item))
        return [_number(each, output) for each in item]
    return _number(item, output)


def _number(item: Any, output: str) -> float:
    item = _as_list(item)
    while isinstance(item, list) and len(item) == 1:
        item = _as_list(item[0])
    if isinstance(item, list):
        raise Unusable("shape", f"{short_name(output)} is a list of {len(item)} numbers")
    if item is None or item is ...:
        raise Unusable("part-blank", short_name(output))
    if isinstance(item, bool) or not isinstance(item, (Real, Decimal)):
        raise Unusable("type", f"{short_name(output)} is {describe(item)}")
    try:
        return float(item)
    except OverflowError:
        return float("inf")


def describe(item: Any) -> str:
    """Say what something is in a learner's words.

    >>> describe("0.5"), describe(True), describe(abs)
    ("the text '0.5'", 'True', 'a function')
    """
    if isinstance(item, str):
        return f"the text {item[:40]!r}"
    if item is None or isinstance(item, (bool, int, float, complex)):
        return str(item)
    if callable(item):
        return "a function"
    return f"a {type(item).__name__}"
