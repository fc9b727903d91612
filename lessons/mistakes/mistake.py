"""What a mistake is: one or two lines of the lecture written wrongly, and what to say about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite, nan
from typing import Any

from lessons.exercises import Exercise, Probe
from lessons.formulas import Formula

Lines = Mapping[str, Formula]
BROKEN = (ArithmeticError, ValueError, TypeError)


@dataclass(frozen=True, eq=False)
class Mistake:
    """A mistake that can be named from its numbers alone.

    `variants` are the ways to make it, each a few changed lines of the lecture's table.
    `happened` says what went wrong, `try_this` how to go on; neither gives the answer away.
    `at_extremes` marks a form that is right on paper and fails only for very large numbers.
    """

    name: str
    title: str
    happened: str
    try_this: str
    variants: tuple[Lines, ...]
    at_extremes: bool = False

    def by_the_chain(self) -> Iterator[Lines]:
        """Yield the variants that reach dz only when it is written as da · da/dz."""
        for lines in self.variants:
            if "dz" not in lines and {"da", "da_dz"} & set(lines):
                yield {**lines, "dz": lambda q: q.da * q.da_dz}


def answer(exercise: Exercise, lines: Lines, probe: Probe) -> tuple[Any, ...]:
    """Return every output at a probe with these lines changed: nan where Python would fail.

    Empty if the exercise never meets these lines, because what they need isn't given there.
    """
    numbers = exercise.table(probe, lines)
    values = []
    for output in exercise.outputs:
        try:
            values.append(getattr(numbers, output))
        except BROKEN:
            values.append(nan)
        except AttributeError:
            return ()
    return tuple(values)


def is_broken(values: tuple[Any, ...]) -> bool:
    """Tell whether any value is infinite or nan: there Python stops, and NumPy goes on.

    >>> is_broken((0.5, nan)), is_broken((0.5, [0.1, 0.2]))
    (True, False)
    """
    return any(
        is_broken(tuple(value)) if isinstance(value, list) else not isfinite(value)
        for value in values
    )
