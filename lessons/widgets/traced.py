"""Python formulas written down as JavaScript: run once, with letters in place of numbers."""

from collections.abc import Callable
from types import FunctionType
from typing import Any

Operator = Callable[["Traced", Any], "Traced"]


def js(value: Any) -> str:
    """Return a piece of a formula, or a number, as JavaScript.

    >>> q = Letters()
    >>> js((q.a - q.y) ** 2 / 2)
    '(((q.a - q.y) ** 2) / 2)'
    """
    return value.text if isinstance(value, Traced) else repr(value)


def infix(sign: str) -> Operator:
    return lambda self, other: Traced(f"({js(self)} {sign} {js(other)})")


def swapped(sign: str) -> Operator:
    return lambda self, other: Traced(f"({js(other)} {sign} {js(self)})")


def call(name: str) -> Callable[[Any], "Traced"]:
    return lambda value: Traced(f"{name}({js(value)})")


class Traced:
    """A piece of a formula: whatever is done to it makes a longer piece."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __bool__(self) -> bool:
        raise TypeError("a letter is neither true nor false")

    __add__, __radd__ = infix("+"), swapped("+")
    __sub__, __rsub__ = infix("-"), swapped("-")
    __mul__, __rmul__ = infix("*"), swapped("*")
    __truediv__, __rtruediv__ = infix("/"), swapped("/")
    __pow__ = infix("**")
    __lt__, __le__, __gt__, __ge__ = infix("<"), infix("<="), infix(">"), infix(">=")
    __eq__ = infix("===")  # type: ignore[assignment]
    __abs__ = call("Math.abs")

    def __neg__(self) -> "Traced":
        return Traced(f"(-{self.text})")


class Letters:
    """The table of lessons.lecture without its numbers: q.a is the letter a."""

    def __getattr__(self, name: str) -> Traced:
        return Traced(f"q.{name}")


def log(value: Any, base: float | None = None) -> Traced:
    natural = call("Math.log")
    return natural(value) if base is None else natural(value) / natural(base)


FUNCTIONS = {
    "exp": call("Math.exp"),
    "log": log,
    "log10": call("Math.log10"),
    "sigmoid": call("sigmoid"),
}


def translate(formula: Any, *values: Traced) -> str | None:
    """Return the formula as JavaScript; None if it decides something on the way.

    >>> translate(lambda q: q.y - q.a), translate(lambda q: 1 if q.z > 0 else 0)
    ('(q.y - q.a)', None)
    """
    names = {**formula.__globals__, **FUNCTIONS}
    traced = FunctionType(formula.__code__, names, closure=formula.__closure__)
    try:
        return js(traced(*values, Letters()))
    except TypeError:
        return None
