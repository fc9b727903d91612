"""Facts that a card states, as predicates: a sentence is shown only where its fact holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lessons.formulas import Numbers


class Row(NamedTuple):
    """One input: the learner's numbers and the right ones, and how near the same numbers are.

    What an answer doesn't show (the prediction, in an exercise that asks for the loss) is what the
    suspected mistake makes of it.
    """

    mine: Numbers
    right: Numbers
    tolerance: float

    def same(self, one: Any, other: Any) -> bool:
        """Tell whether two numbers are the same.

        >>> Row(Numbers({}), Numbers({}), 1e-5).same(0.5, 0.5000001)
        True
        """
        return bool(abs(one - other) <= self.tolerance * (1 + abs(other)))

    def is_right(self, *names: str) -> bool:
        """Tell whether these numbers of the learner's are right."""
        return all(self.same(getattr(self.mine, name), getattr(self.right, name)) for name in names)


Fact = Callable[[Row], bool]
Claim = Callable[[Sequence[Row]], bool]


def every(fact: Fact) -> Claim:
    """Return the claim that something holds for every input.

    >>> row = Row(Numbers({"loss": -0.5}), Numbers({"loss": 0.5}), 1e-5)
    >>> every(lambda row: row.mine.loss < 0)([row])
    True
    """
    return lambda rows: all(map(fact, rows))


def somewhere(fact: Fact) -> Claim:
    """Return the claim that something holds for at least one input."""
    return lambda rows: any(map(fact, rows))


def is_(name: str, value: Callable[[Numbers], Any]) -> Claim:
    """Return the claim that a number is always what a formula makes of the learner's others.

    >>> row = Row(Numbers({"a": 1.5, "z": 1.5}), Numbers({"a": 0.8176, "z": 1.5}), 1e-5)
    >>> is_("a", lambda q: q.z)([row])
    True
    """
    return every(lambda row: row.same(getattr(row.mine, name), value(row.mine)))


def opposite(*names: str) -> Claim:
    """Return the claim that these numbers have the right size and the wrong sign."""
    return every(
        lambda row: all(
            row.same(getattr(row.mine, name), -getattr(row.right, name)) for name in names
        )
    )


def constant(name: str) -> Claim:
    """Return the claim that a number is the same for every input."""

    def claim(rows: Sequence[Row]) -> bool:
        first = getattr(rows[0].mine, name)
        return all(row.same(getattr(row.mine, name), first) for row in rows)

    return claim


def either(*claims: Claim) -> Claim:
    """Return the claim that at least one of these holds."""
    return lambda rows: any(claim(rows) for claim in claims)


def step_of(row: Row, parameter: str) -> Any:
    """Return how far a parameter moved against its slope: its old value minus its new one.

    >>> step_of(Row(Numbers({"b": 0.5, "new_b": 0.25}), Numbers({}), 1e-5), "b")
    0.25
    """
    return getattr(row.mine, parameter) - getattr(row.mine, f"new_{parameter}")


def stepped(parameter: str, length: Callable[[Numbers], Any]) -> Claim:
    """Return the claim that a parameter always moved that far; uphill is below 0."""
    return every(lambda row: row.same(step_of(row, parameter), length(row.mine)))


def stayed(*parameters: str) -> Claim:
    """Return the claim that these parameters never moved."""
    return every(lambda row: not any(_has_moved(row, each) for each in parameters))


def moved(*parameters: str) -> Claim:
    """Return the claim that each of these parameters moved every time."""
    return every(lambda row: all(_has_moved(row, each) for each in parameters))


def _has_moved(row: Row, parameter: str) -> bool:
    return bool(abs(step_of(row, parameter)) > 1e-6)  # who leaves it as it is rounds nothing


def borrowed(one: str, other: str) -> Claim:
    """Return the claim that a parameter moved by the slope of another one, as did that one."""

    def fact(row: Row) -> bool:
        step = row.mine.alpha * getattr(row.mine, f"d{other}")
        return all(row.same(step_of(row, each), step) for each in (one, other))

    wrong = somewhere(lambda row: not row.is_right(f"new_{one}"))
    return lambda rows: every(fact)(rows) and wrong(rows)
