"""A cell that runs again: its widget goes on where the one before it was left."""

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from IPython.core.getipython import get_ipython
from traitlets import HasTraits


class Run(NamedTuple):
    """One run of one cell: the kernel's message that asked for it, and the cell it came from."""

    message: str
    cell: str


class Made(NamedTuple):
    """A widget, and the arguments it was made with."""

    widget: HasTraits
    arguments: Mapping[str, Any]


MADE: dict[Hashable, Made] = {}  # by kind, cell, and place among its kind in that cell
COUNTED: dict[Hashable, tuple[str, int]] = {}


def running() -> Run | None:
    """Return what the kernel is asked to run; None outside of a notebook.

    A cell is known by its id. Older notebook programs don't send it: there by its source.
    """
    asked = getattr(get_ipython(), "parent_header", None) or {}
    header = asked.get("header", {})
    if header.get("msg_type") != "execute_request":
        return None
    cell = asked.get("metadata", {}).get("cellId") or asked["content"]["code"]
    return Run(header["msg_id"], cell)


def predecessor(kind: Hashable, made: Made) -> Made | None:
    """Return what this cell made in its place when it ran before, and keep this for the next."""
    run = running()
    if run is None:
        return None
    counted_in, count = COUNTED.get((kind, run.cell), ("", 0))
    count = count + 1 if counted_in == run.message else 1
    COUNTED[kind, run.cell] = run.message, count
    before = MADE.get((kind, run.cell, count))
    MADE[kind, run.cell, count] = made
    return before
