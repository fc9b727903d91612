"""What a lesson's notebooks say: its title, its time, and its parts in their order."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from lessons.common.errors import CourseError

TITLE = re.compile(r"# (\d\d · .+)")
MINUTES = re.compile(r"^\*\*About (\d+) minutes", re.MULTILINE)
ELSEWHERE = re.compile(r"^\[Open in .*\n+", re.MULTILINE)
FETCH = "fetch"  # the cell that fetches the course's tools
PROMISE = re.compile(r"^- (.+?)[,.]?$", re.MULTILINE)


class SiteError(CourseError):
    """Says in one sentence why the site can't be built, and the remedy."""


class Part(NamedTuple):
    """A cell of a lesson: `kind` is "text", "code", "exercise" or "check".

    A check is what says something about the learner's own answers.
    """

    kind: str
    source: str
    answer: str
    outputs: tuple[tuple[str, str], ...]  # "image/svg+xml" or "text/plain", and what it is


class Lesson(NamedTuple):
    """A lesson with the outputs and answers of its key."""

    name: str
    title: str
    minutes: int
    promises: tuple[str, ...]
    parts: tuple[Part, ...]


def read_lessons(root: Path) -> list[Lesson]:
    """Return the lessons of the course in `root`, in their order."""
    notebooks = sorted(root.glob("notebooks/[0-9][0-9]_*.ipynb"))
    if not notebooks:
        raise SiteError("No notebooks/NN_name.ipynb is here. Run this in the course's folder.")
    return [_lesson(path, root / "solutions" / path.name) for path in notebooks]


def read_notebook(path: Path) -> NotebookNode:
    """Return a notebook without its links elsewhere: on the site it is where it runs."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    notebook.cells[0].source = ELSEWHERE.sub("", notebook.cells[0].source)
    return notebook


def _lesson(path: Path, key_path: Path) -> Lesson:
    cells = read_notebook(path).cells
    key = {cell.id: cell for cell in read_notebook(key_path).cells}
    opening = cells[0].source
    title, minutes = TITLE.match(opening), MINUTES.search(opening)
    if not title or not minutes or {cell.id for cell in cells} - key.keys():
        raise SiteError(
            f"{path} doesn't open with '# NN · Title' and '**About N minutes**', or its key has "
            "other cells. Mend its source in solutions/, then run: make release"
        )
    parts = tuple(_part(cell, key[cell.id]) for cell in cells if cell.id != FETCH)
    promises = tuple(PROMISE.findall(opening))
    return Lesson(path.stem, title[1], int(minutes[1]), promises, parts)


def _part(cell: NotebookNode, key: NotebookNode) -> Part:
    kind = "text" if cell.cell_type == "markdown" else _kind(cell)
    shown = key.get("outputs", ()) if kind == "code" else ()
    outputs = tuple(output for each in shown for output in _output(each))
    return Part(kind, cell.source, key.source, outputs)


def _kind(cell: NotebookNode) -> str:
    if cell.source.startswith("show_progress("):
        return "check"
    tags = cell.metadata.get("tags", ())
    return next((tag for tag in tags if tag in ("exercise", "check")), "code")


def _output(output: NotebookNode) -> Iterable[tuple[str, str]]:
    """Give what paper can show of an output: its picture, else its plain text."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    kind = next((kind for kind in ("image/svg+xml", "text/plain") if data.get(kind)), None)
    if kind:
        yield kind, data[kind]
