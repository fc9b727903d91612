"""Notebooks as bytes, and the cells that are read from them."""

import json
from typing import Any

from lessons.classroom.models import Cell, Source
from lessons.classroom.submissions.bindings import binds
from lessons.classroom.submissions.limits import RefusedError
from lessons.classroom.submissions.notebooks import read_cells

Notebook = dict[str, Any]


def dumped(notebook: Notebook, **form: Any) -> bytes:
    """Return a notebook as it is saved."""
    return json.dumps(notebook, **form).encode()


def read(data: bytes, name: str = "01_recap.ipynb") -> list[Cell]:
    """Return the cells of a file with these bytes."""
    return read_cells(Source(name, data))


def read_or_refused(data: bytes, name: str) -> list[Cell]:
    """Return the cells, or none for a refusal; check what holds for all of them."""
    try:
        cells = read(data, name)
    except RefusedError as refused:
        told = str(refused)
        assert told.endswith(".")
        assert told.encode()
        assert told.isprintable() or "�" in told
        return []
    for cell in cells:
        assert (cell.place + cell.text).encode()
        assert "\r" not in cell.text
        assert binds(cell.text) is not None
    return cells
