"""Python formulas written down as JavaScript: run with letters in place of numbers."""

import re
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

# From what holds a formula together loosely to what holds it tightly.
EQUAL, COMPARED, ADDED, MULTIPLIED, NEGATED, RAISED, WHOLE = range(7)


class Undecided(Exception):
    """The formula goes on in one of two ways, and no letter says which."""


class Traced:
    """A piece of a formula: whatever is done to it makes a longer piece."""

    decisions: Iterator[bool] = iter(())

    def __init__(self, text: str, strength: int = WHOLE) -> None:
        self.text, self.strength = text, strength

    def __bool__(self) -> bool:
        decision = next(Traced.decisions, None)
        if decision is None:
            raise Undecided(self.text)
        return decision

    def __neg__(self) -> "Traced":
        return Traced(f"-{within(self, RAISED)}", NEGATED)


Operator = Callable[[Any, Any], Traced]


def js(value: Any) -> str:
    """Return a piece of a formula, or a number, as JavaScript.

    >>> q = Letters()
    >>> js((q.a - q.y) ** 2 / 2)
    '(a - y) ** 2 / 2'
    """
    return value.text if isinstance(value, Traced) else repr(value)


def within(value: Any, strength: int) -> str:
    """Return the piece, in brackets unless it holds together at least as tightly as that."""
    return f"({js(value)})" if getattr(value, "strength", WHOLE) < strength else js(value)


def infix(sign: str, strength: int) -> Operator:
    left = RAISED + 1 if sign == "**" else strength  # JavaScript wants no sign before a power
    return lambda one, other: Traced(
        f"{within(one, left)} {sign} {within(other, strength + 1)}", strength
    )


def call(name: str) -> Callable[[Any], Traced]:
    return lambda value: Traced(f"{name}({js(value)})")


def swapped(operator: Operator) -> Operator:
    return lambda one, other: operator(other, one)


SIGNS = {"add": ("+", ADDED), "sub": ("-", ADDED), "mul": ("*", MULTIPLIED)}
SIGNS |= {"truediv": ("/", MULTIPLIED), "pow": ("**", RAISED), "eq": ("===", EQUAL)}
SIGNS |= {"lt": ("<", COMPARED), "le": ("<=", COMPARED)}
SIGNS |= {"gt": (">", COMPARED), "ge": (">=", COMPARED)}
for name, sign in SIGNS.items():
    setattr(Traced, f"__{name}__", infix(*sign))
    setattr(Traced, f"__r{name}__", swapped(infix(*sign)))
Traced.__abs__ = call("abs")  # type: ignore[attr-defined]


class Letters:
    """The table of lessons.formulas without its numbers: q.a is the letter a."""

    def __getattr__(self, name: str) -> Traced:
        return Traced(name)


def log(value: Any, base: float | None = None) -> Traced:
    natural = call("log")
    return natural(value) if base is None else infix("/", MULTIPLIED)(natural(value), natural(base))


FUNCTIONS = {
    "exp": call("exp"),
    "log": log,
    "log10": call("log10"),
    "sigmoid": call("sigmoid"),
    "float": lambda value: value,
    "round": lambda share: Traced(f"Number({js(share)} > 0.5)"),  # of what lies between 0 and 1
}


def translate(formula: Any, *values: Traced) -> str | None:
    """Return the formula as JavaScript; None if it does more than to reckon and to decide.

    >>> translate(lambda q: q.y - q.a), translate(lambda q: 1 if q.z > 0 else 0)
    ('y - a', 'z > 0 ? 1 : 0')
    """
    names = {**formula.__globals__, **FUNCTIONS}
    traced = FunctionType(formula.__code__, names, closure=formula.__closure__)
    try:
        return both_ways(lambda: traced(*values, Letters()))
    except TypeError:
        return None


def both_ways(work_out: Callable[[], Any], *taken: bool) -> str:
    """Return the formula with each of its decisions, after those that are taken, left open."""
    Traced.decisions = iter(taken)
    try:
        return js(work_out())
    except Undecided as fork:
        condition = str(fork)
        yes, no = (both_ways(work_out, *taken, way) for way in (True, False))
        if condition in (yes, no):
            return f"{condition} || {no}" if yes == condition else f"{condition} && {yes}"
        return f"{condition} ? {yes} : {no}"


def letters(*formulas: str) -> list[str]:
    """Return the letters in JavaScript formulas, in order.

    >>> letters("-y / a + exp(y)")
    ['a', 'y']
    """
    return sorted(set(re.findall(r"\b(?<!\.)[a-z]\w*\b(?!\()", " ".join(formulas))))
