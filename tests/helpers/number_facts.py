"""Facts about the learner's numbers, each written as what holds for every input.

In `near(my.z, z - b)`, my.z is the learner's, and a plain name is what that came from: the
learner's own number where it is seen, or else the right one.
"""

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from told_numbers import PARAMETERS, Row, Told, UnseenError, end_of, near

from lessons.logistic import sigmoid

Fact = Callable[[Told], bool]
CROSS = "-(y * log(a) + (1 - y) * log(1 - a))"


def holds(text: str, row: Row, **more: Any) -> bool:
    """Whether a fact holds for one input."""
    names = {
        "near": partial(near, by=row.by),
        "sigmoid": sigmoid,
        "my": row.my,
        "right": row.right,
        "row": row,
    }
    functions = {name: getattr(math, name) for name in ("exp", "log", "log10", "log2")}
    try:
        return bool(eval(text, {**functions, "abs": abs, **vars(row.of), **names, **more}))
    except (ArithmeticError, ValueError):  # it is about a number that can't be
        return False
    except NameError as error:
        raise UnseenError(error) from error


def every(text: str, **more: Any) -> Fact:
    """It holds for each input; one where it doesn't counts, whatever can't be seen at others."""

    def fact(told: Told) -> bool:
        unseen = None
        for row in told.rows:
            try:
                if not holds(text, row, **more):
                    return False
            except UnseenError as error:
                unseen = error
        if unseen:
            raise unseen
        return True

    return fact


def some(text: str) -> Fact:
    """It holds for at least one input."""
    return lambda told: any(holds(text, row) for row in told.rows)


def both(*facts: Fact) -> Fact:
    return lambda told: all(fact(told) for fact in facts)


def one_of(*facts: Fact) -> Fact:
    """The same one of these holds for every input."""

    def holds_one(told: Told) -> bool:
        unseen = None
        for fact in facts:
            try:
                if fact(told):
                    return True
            except UnseenError as error:
                unseen = error
        if unseen:
            raise unseen
        return False

    return holds_one


def is_(name: str, *values: str) -> Fact:
    """A number is always what the same one of these makes of those that it came from."""
    return one_of(*(every(f"near(my.{name}, {value})") for value in values))


def weights(one: str, other: str) -> Fact:
    """The slopes of both weights are always this."""
    return both(is_("dw1", one), is_("dw2", other))


def stepped(**lengths: str) -> Fact:
    """These parameters have moved that far: their old values minus their new ones."""
    return both(*(every(f"near(row.step('{p}'), {length})") for p, length in lengths.items()))


def stayed(*parameters: str) -> Fact:
    return both(*(every(f"row.stayed('{p}')") for p in parameters))


def moved(*parameters: str) -> Fact:
    return both(*(every(f"not row.stayed('{p}')") for p in parameters))


def new(*rules: str) -> Fact:
    """The first new value that is wrong follows one of these rules for w, dw and alpha."""

    def fact(told: Told) -> bool:
        (p, *_) = (p for p in PARAMETERS if told.is_wrong(f"new_{p}"))
        ruled = (re.sub(r"\bw\b", p, re.sub(r"\bdw\b", f"d{p}", rule)) for rule in rules)
        return any(every(f"near(my.new_{p}, {rule})")(told) for rule in ruled)

    return lambda told: "new_b" not in told.exercise.outputs or fact(told)


def ends(where: Callable[[dict[str, Any]], dict[str, Any]]) -> Fact:
    """The parameters end there."""
    return every(
        "all(near(getattr(my, p), end) for p, end in where(vars(right)).items() if p != 'losses')",
        where=where,
        vars=vars,
        all=all,
        getattr=getattr,
    )


def at_first(q: dict[str, Any]) -> dict[str, Any]:
    return {f"final_{p}": q[p] for p in PARAMETERS}


def by_the_first_slopes(q: dict[str, Any]) -> dict[str, Any]:
    return {f"final_{p}": q[p] - q["alpha"] * q["steps"] * q[f"d{p}"] for p in PARAMETERS}


def after(turns: Callable[[int], int]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda q: end_of(q, turns(int(q["steps"])))


def losses(text: str) -> Fact:
    """It holds for the list of losses."""
    return every(f"isinstance(my.losses, list) and ({text})", isinstance=isinstance, len=len,
                 all=all, set=set, zip=zip)  # fmt: skip
