"""What a mistake is: one or two lines of the lecture written wrongly, and what to say about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessons.formulas import Formula

Lines = Mapping[str, Formula]


@dataclass(frozen=True, eq=False)
class Mistake:
    """A mistake that can be named from its numbers alone.

    `variants` are the ways to make it, each a few changed lines of the lecture's table.
    `happened` says what went wrong, `try_this` how to go on; neither gives the answer away.
    `at_extremes` marks a form that is right, and that shows only at an exercise's extremes.
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
