"""However a notebook was saved or exported, the same cells come out of it."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from nbconvert import PythonExporter
from notebook_bytes import Notebook, dumped, read
from places import ROOT

from lessons.classroom.models import Cell
from lessons.classroom.submissions.bindings import binds
from lessons.exercises import EXERCISES

LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))


def each(notebook: Notebook, change: Callable[[Any], None]) -> bytes:
    """Return the notebook after a change of every cell."""
    changed = deepcopy(notebook)
    for cell in changed["cells"]:
        change(cell)
    return dumped(changed)


def whole_source(cell: Any) -> None:
    cell["source"] = "".join(cell["source"])


def with_windows_ends(cell: Any) -> None:
    cell["source"] = [line.replace("\n", "\r\n") for line in cell["source"]]


def without_line_ends(cell: Any) -> None:
    cell["source"] = [line.removesuffix("\n") for line in cell["source"]]


def from_colab(cell: Any) -> None:
    cell["metadata"] = {"id": cell.pop("id"), "outputId": "1a-2b", "colab": {"height": 34}}


def from_vs_code(cell: Any) -> None:
    cell["metadata"]["vscode"] = {"languageId": "python"}


def without_id(cell: Any) -> None:
    del cell["id"]


def without_metadata(cell: Any) -> None:
    cell["metadata"] = {}


def with_outputs(cell: Any) -> None:
    if cell["cell_type"] == "code":
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["1\n"] * 100}]


def opened(notebook: Notebook) -> nbformat.NotebookNode:
    return nbformat.reads(json.dumps(notebook), as_version=4)


def old(notebook: Notebook) -> bytes:
    return nbformat.writes(nbformat.convert(opened(notebook), 3), version=3).encode()


FORMS: dict[str, tuple[str, Callable[[Notebook], bytes]]] = {
    "as released": ("ipynb", dumped),
    "indented": ("ipynb", lambda whole: dumped(whole, indent=1, ensure_ascii=False)),
    "a byte-order mark": ("ipynb", lambda whole: b"\xef\xbb\xbf" + dumped(whole)),
    "UTF-16": ("ipynb", lambda whole: json.dumps(whole, ensure_ascii=False).encode("utf-16")),
    "UTF-16 without a mark": ("ipynb", lambda whole: dumped(whole).decode().encode("utf-16-le")),
    "zeros at the end": ("ipynb", lambda whole: dumped(whole) + bytes(5000)),
    "blank lines around": ("ipynb", lambda whole: b"\n\n " + dumped(whole) + b"\r\n\r\n"),
    "saved as text": ("txt", dumped),
    "saved as JSON": ("json", dumped),
    "called a script": ("py", dumped),
    "a browser's name": ("ipynb.json", dumped),
    "no ending": ("", dumped),
    "sources as one text": ("ipynb", lambda whole: each(whole, whole_source)),
    "sources of Windows": ("ipynb", lambda whole: each(whole, with_windows_ends)),
    "sources without line ends": ("ipynb", lambda whole: each(whole, without_line_ends)),
    "Colab": ("ipynb", lambda whole: each(whole, from_colab)),
    "VS Code": ("ipynb", lambda whole: each(whole, from_vs_code)),
    "without ids": ("ipynb", lambda whole: each(whole, without_id)),
    "without metadata": ("ipynb", lambda whole: each(whole, without_metadata)),
    "with outputs": ("ipynb", lambda whole: each(whole, with_outputs)),
    "nbformat 3": ("ipynb", old),
    "nbformat 5": ("ipynb", lambda whole: dumped(whole | {"nbformat": 5})),
}


def percent(notebook: Notebook) -> bytes:
    text: str = jupytext.writes(opened(notebook), fmt="py:percent")
    return text.encode()


def exported(notebook: Notebook) -> bytes:
    text, _ = PythonExporter().from_notebook_node(opened(notebook))
    return text.encode()


def texts(cells: list[Cell]) -> list[str]:
    return [cell.text.strip() for cell in cells]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_cells(form: str, lesson: Path) -> None:
    """A lesson's notebook has the same cells with the same exercises, however it was saved."""
    notebook = json.loads(lesson.read_bytes())
    ending, save = FORMS[form]
    found = read(save(notebook), f"x.{ending}")
    original = read(lesson.read_bytes(), f"x.{ending}")
    assert found == original
    exercises = [name for name, one in EXERCISES.items() if one.lesson == lesson.stem]
    assert [cell.claims for cell in original if cell.claims] == exercises


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_scripts_give_the_same_cells(lesson: Path, end: bytes) -> None:
    """jupytext's and nbconvert's scripts hold the notebook's cells; jupytext's claims too."""
    notebook = json.loads(lesson.read_bytes())
    original = read(lesson.read_bytes())
    cells = read(percent(notebook).replace(b"\n", end), "x.py")
    assert texts(cells) == texts(original)
    assert [cell.claims for cell in cells] == [cell.claims for cell in original]
    without_claims = texts(read(exported(notebook).replace(b"\n", end), "x.py"))
    assert list(map(without_comments_below, without_claims)) == texts(original)


def without_comments_below(text: str) -> str:
    """nbconvert turns the Markdown below a cell into comments."""
    return text.partition("\n\n\n# ")[0]


def test_cell_magics_in_exported_scripts() -> None:
    """A cell below a %%magic, which nbconvert writes into a call, is the cell that it was."""
    sources = ["%%time\nloss = 1\ns = 'it\\'s'", "%%bash\nls", "x = 1"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in sources])
    found = read(exported(notebook), "x.py")
    assert texts(found) == texts(read(dumped({"cells": cells})))
    assert binds(found[0].text) == {"loss", "s"}
