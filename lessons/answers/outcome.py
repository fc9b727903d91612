"""What came of one call of a learner's code: its values, or the trouble that kept them away."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal[
        "blank", "none", "part-blank", "nothing", "printed",  # nothing is there
        "comma", "quoted", "digits", "not-a-choice",  # how it is typed
        "count", "missing", "type", "shape", "list",  # its form
        "generator", "coroutine", "unreadable", "not-a-function", "parameters",  # what it is
        "mutated", "random", "global", "helper", "by-heart",  # how it comes about
        "error", "not-finite",  # what Python says
        "too-long", "memory", "ended", "garbled", "given-up",  # it never came back
    ]  # fmt: skip

Value = float | list[float]


class Trouble(namedtuple("Trouble", "kind detail lines")):
    """Why there is no answer: a kind that the diagnosis knows, and details for the learner."""

    __slots__ = ()
    kind: Kind
    detail: str
    lines: str

    def __new__(cls, kind: Kind, detail: str = "", lines: str = "") -> Trouble:
        return super().__new__(cls, kind, detail, lines)


class Outcome(namedtuple("Outcome", "values trouble")):
    """The values of all outputs, or the trouble that kept them away."""

    __slots__ = ()
    values: tuple[Value, ...]
    trouble: Trouble | None

    def __new__(cls, values: tuple[Value, ...] = (), trouble: Trouble | None = None) -> Outcome:
        return super().__new__(cls, values, trouble)


class UnusableError(Exception):
    """Carries the trouble with a value that can't be an answer."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.trouble = Trouble(kind, detail)


Outcomes = Mapping[tuple[float, ...], Outcome]  # by what the function was called with
