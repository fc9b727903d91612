"""What an exercise is: everything the check, the grader and the release need to know about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Literal

from lessons.formulas import Formula, Numbers

Probe = tuple[float, ...]


@dataclass(frozen=True)
class Slip:
    """A wrong number that tells how it came about: its size, what it is, and what to try."""

    value: float
    title: str
    try_this: str


@dataclass(frozen=True, eq=False)
class Exercise:
    """One thing the learner writes: a function, some numbers, or a choice.

    `probes` decide right or wrong. `clues` only help to name a mistake, and `extremes` only
    earn a right answer a remark, so neither can make a right answer wrong. `likely` names
    mistakes to suspect first where several give the same numbers; of a number worked out by
    hand only these are suspected, and its `slips`, because one number alone proves little.
    `on_purpose` names mistakes that the lesson itself has the learner make: they cost nothing.
    """

    name: str
    lesson: str
    kind: Literal["function", "number", "choice"]
    task: str
    points: int
    hints: tuple[str, str]
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    clues: tuple[Probe, ...] = ()
    extremes: tuple[Probe, ...] = ()
    likely: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    on_purpose: tuple[str, ...] = ()
    tolerance: float = 1e-5  # single precision and measured slopes stay well within it
    right_choice: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Return how the function is called, such as `loss(a, y)`."""
        return f"{self.name}({', '.join(self.inputs)})"

    @property
    def output_names(self) -> tuple[str, ...]:
        """Return what the learner calls the outputs."""
        return tuple(map(short_name, self.outputs))

    @property
    def chain(self) -> tuple[str, ...]:
        """Return the outputs in the order in which a mistake spreads: losses before the end."""
        return tuple(sorted(self.outputs, key=lambda output: output != "losses"))

    @property
    def all_probes(self) -> tuple[Probe, ...]:
        """Return the probes, then the clues, then the extremes."""
        return self.probes + self.clues + self.extremes

    def table(self, probe: Probe, changed: Mapping[str, Formula] | None = None) -> Numbers:
        """Return the lecture's table for one probe, with some of its lines changed."""
        return Numbers(dict(zip(self.inputs, probe, strict=True)), changed)

    def expected(self, probe: Probe) -> tuple[Any, ...]:
        """Return the right value of every output."""
        numbers = self.table(probe)
        return tuple(getattr(numbers, output) for output in self.outputs)

    def accepts(self, value: Any, expected: Any) -> bool:
        """Tell whether a value (a float, or a list of them) is right; nan never is.

        >>> from lessons.exercises import EXERCISES
        >>> EXERCISES["loss"].accepts(0.2107210, 0.2107211), EXERCISES["loss"].accepts(0.3, 0.2)
        (True, False)
        """
        if isinstance(expected, list):
            return (
                isinstance(value, list)
                and len(value) == len(expected)
                and all(map(self.accepts, value, expected))
            )
        if isinstance(value, list):
            return False
        near = self.tolerance * (1 + abs(expected))
        return bool(isfinite(expected) and abs(value - expected) <= near)

    def accepts_all(self, values: Sequence[Any], expected: Sequence[Any]) -> bool:
        """Tell whether every output is right."""
        return all(map(self.accepts, values, expected))


def short_name(output: str) -> str:
    """Return what the learner calls an output: `new_w1` and `final_w1` are both w1.

    >>> short_name("new_w1"), short_name("losses")
    ('w1', 'losses')
    """
    return output.removeprefix("new_").removeprefix("final_").removeprefix("safe_")
