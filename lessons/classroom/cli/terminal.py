"""What the teacher sees: a bar on a terminal, plain lines anywhere else, and a short table."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from rich.console import Console
from rich.panel import Panel
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from lessons.classroom.text import LONGEST, one_line

LONGEST_NAME = 40  # letters beside the bar

Advance = Callable[[str, str], None]


def say(sentence: str, style: str = "") -> None:
    """Write a sentence to the results."""
    Console(highlight=False).print(Text(one_line(sentence, LONGEST), style), soft_wrap=True)


def warn(sentence: str) -> None:
    """Put a sentence where it can't be overlooked: in a red frame, beside the results."""
    Console(stderr=True).print(Panel(Text(one_line(sentence, LONGEST)), style="bold red"))


@contextmanager
def progress(total: int) -> Iterator[Advance]:
    """Yield the function to call after each learner, with the name and what was done."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        numbers = count(1)
        yield lambda name, done: print(
            f"{next(numbers)} of {total}: {one_line(name)}, {done}", file=sys.stderr, flush=True
        )
        return
    with _bar(total) as advance:
        yield advance


@contextmanager
def _bar(total: int) -> Iterator[Advance]:
    screen = Console(stderr=True)
    name_last = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), name_last)
    try:
        with Progress(*columns, console=screen, transient=True) as bar:
            task = bar.add_task("Starting", total=total)
            yield lambda name, done: bar.update(
                task, advance=1, description=one_line(name, LONGEST_NAME)
            )
    finally:
        screen.show_cursor()  # Ctrl-C may have come while the bar was being taken away


def table(rows: Iterable[tuple[str, str]]) -> None:
    """Write a table of two columns, such as what, and how much or where."""
    drawn = Table(show_header=False)
    for row in rows:
        drawn.add_row(*(Text(one_line(cell, LONGEST)) for cell in row))
    Console().print(drawn)
