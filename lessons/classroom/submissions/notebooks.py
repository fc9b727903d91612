"""The code cells of what a learner handed in, however it was saved, or one sentence why not."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lessons.classroom.models import Cell, Source
from lessons.classroom.submissions.bindings import binds, parsed
from lessons.classroom.submissions.file_types import REMEDY, text_of
from lessons.classroom.submissions.ipython_syntax import to_python
from lessons.classroom.submissions.limits import BOUNDS, RefusedError, too_large
from lessons.classroom.submissions.scripts import pieces_of
from lessons.classroom.text import one_line
from lessons.exercises import EXERCISES

__all__ = ["RefusedError", "read_cells"]

ANEW = "Save the notebook once more, and hand it in again."
TOO_LONG = f"# This cell was longer than {BOUNDS.cell_characters:,} characters, and was left out."

Found = tuple[str, str, str]  # place, text, claim


def read_cells(source: Source) -> list[Cell]:
    """Return the code cells in the notebook's order, IPython's own syntax made plain Python.

    A cell's place counts all cells, as learners do, from 1. RefusedError says what the file is
    and what to do, if it holds no code that can be read.
    """
    name = one_line(source.name)
    if len(source.data) > BOUNDS.file_bytes:
        raise RefusedError(name, too_large(BOUNDS.file_bytes))
    text = text_of(name, source.data)
    found = _from_script(name, text) if _is_script(name, text) else _from_notebook(name, text)
    kept = list(islice(found, BOUNDS.cells + 1))
    if not kept:
        raise RefusedError(name, f"it has no code cells. {ANEW}")
    if len(kept) > BOUNDS.cells:
        raise RefusedError(name, f"it has more than {BOUNDS.cells:,} cells. Take out some.")
    if sum(len(text) for _, text, _ in kept) > BOUNDS.code_characters:
        most = f"{BOUNDS.code_characters:,} characters of code"
        raise RefusedError(name, f"it has more than {most}. Take out what is no answer.")
    return [Cell(f"{name}, {place}", _clean(text), claim) for place, text, claim in kept]


def _is_script(name: str, text: str) -> bool:
    if name.lower().endswith(".py"):
        return not (_is_object(text) and '"cell_type"' in text)
    if _is_object(text) or len(text) > BOUNDS.cell_characters:
        return False
    return bool(parsed(to_python(text)) and binds(to_python(text)))


def _is_object(text: str) -> bool:
    return text[:1000].lstrip().startswith("{")


def _from_script(name: str, text: str) -> Iterator[Found]:
    for line, piece, claim in pieces_of(name, text):
        yield f"line {line}", piece, claim if claim in EXERCISES else ""


def _from_notebook(name: str, text: str) -> Iterator[Found]:
    for number, cell in enumerate(_cells(_loaded(name, text)), start=1):
        if _is_code(cell):
            yield f"cell {number}", _text(cell), _claim(cell)


def _loaded(name: str, text: str) -> dict[str, Any]:
    try:
        notebook = json.loads(text, strict=False, parse_int=float) if _is_object(text) else None
    except RecursionError:
        raise RefusedError(name, f"it is nested too deeply for a notebook. {ANEW}") from None
    except json.JSONDecodeError as error:
        damage = f"is damaged in line {error.lineno}" if text.endswith("}") else "breaks off"
        raise RefusedError(name, f"the file {damage}. {ANEW}") from None
    if not isinstance(notebook, dict) or not notebook.keys() & {"cells", "worksheets"}:
        raise RefusedError(name, f"it is no notebook. {REMEDY}")
    return notebook


def _cells(notebook: dict[str, Any]) -> list[Any]:
    sheets = _list(notebook.get("worksheets"))  # of nbformat 3 and older
    return [cell for sheet in (notebook, *sheets) for cell in _list(_get(sheet, "cells"))]


def _is_code(cell: Any) -> bool:
    kind = _get(cell, "cell_type", "code" if _get(cell, "outputs") is not None else None)
    language = _get(_get(_get(cell, "metadata"), "vscode"), "languageId", "python")
    return bool(kind == "code" and language == "python")


def _text(cell: Any) -> str:
    text = _get(cell, "source", _get(cell, "input"))
    if isinstance(text, list):
        parts = [part for part in text if isinstance(part, str)]
        has_ends = any(part.endswith("\n") for part in parts[:-1])
        return ("" if has_ends else "\n").join(parts)
    return text if isinstance(text, str) else ""


def _clean(text: str) -> str:
    if len(text) > BOUNDS.cell_characters:
        return TOO_LONG
    whole = text.encode("utf-8", "replace").decode()  # without half characters
    return to_python(whole.replace("\r\n", "\n").replace("\r", "\n"))


def _claim(cell: Any) -> str:
    """Return nbgrader's name of the cell, else its id, which Colab keeps in the metadata."""
    metadata = _get(cell, "metadata")
    names = (_get(_get(metadata, "nbgrader"), "grade_id"), _get(cell, "id"), _get(metadata, "id"))
    return next((name for name in names if isinstance(name, str) and name in EXERCISES), "")


def _get(thing: Any, key: str, otherwise: Any = None) -> Any:
    return thing.get(key, otherwise) if isinstance(thing, dict) else otherwise


def _list(thing: Any) -> list[Any]:
    return thing if isinstance(thing, list) else []
