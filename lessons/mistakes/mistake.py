"""What a mistake is: one or two lines of the lecture written wrongly, and what to say about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lessons.formulas import Formula
from lessons.mistakes.claims import Claim, Row

Lines = Mapping[str, Formula]
FAILURES = (ArithmeticError, ValueError, TypeError)


@dataclass(frozen=True, eq=False)
class Mistake:
    """A mistake that can be named from its numbers alone.

    `variants` are the ways to make it, each a few changed lines of the lecture's table.
    `happened` says what went wrong, `try_this` how to go on; neither gives the answer away.
    Where `happened` states facts about numbers, they are `claims`: it is said only if they hold.
    `at_extremes` marks a form that is right, and that shows only at an exercise's extremes.
    """

    name: str
    title: str
    happened: str
    try_this: str
    variants: tuple[Lines, ...]
    claims: tuple[Claim, ...] = ()
    at_extremes: bool = False

    def is_true(self, rows: Sequence[Row]) -> bool:
        """Tell whether all that is claimed holds for these numbers."""
        try:
            return all(claim(rows) for claim in self.claims)
        except (*FAILURES, AttributeError):  # it is about a number that isn't there
            return False

    def by_the_chain(self) -> Iterator[Lines]:
        """Yield the variants that reach dz only when it is written as da · da/dz."""
        for lines in self.variants:
            if "dz" not in lines and {"da", "da_dz"} & set(lines):
                yield {**lines, "dz": lambda q: q.da * q.da_dz}
