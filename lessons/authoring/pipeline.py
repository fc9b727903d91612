"""The release as one ordered list of small steps, each a function Notebook → Notebook.

A step changes a copy, never the notebook it is given. A bad mark raises AuthorError, which
names the cell and the remedy.
"""

import re
import unicodedata
from collections import Counter
from copy import deepcopy

from nbformat import NotebookNode

from lessons.authoring.execute import execute, steady_outputs
from lessons.authoring.png import add_stills
from lessons.authoring.rules import (
    Cell,
    Points,
    Step,
    answers_are_in_exercises,
    checks_follow_exercises,
    code_cells_are_short,
    each_cell,
    marks_are_known,
)
from lessons.authoring.source import AuthorError, find_blocks, parse, without_answers, without_marks

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def learner_steps(points: Points) -> list[Step]:
    """Return the way from an author's notebook to the one learners open."""
    return [*_shared_steps(points), strip_answers, describe_notebook]


def key_steps(points: Points) -> list[Step]:
    """Return the way from an author's notebook to the executed key."""
    run = [show_answers, execute, steady_outputs, add_stills]
    return [*_shared_steps(points), *run, describe_notebook]


def _shared_steps(points: Points) -> list[Step]:
    return [
        marks_are_known(points),
        answers_are_in_exercises,
        code_cells_are_short,
        checks_follow_exercises,
        name_cells,
        add_grading_metadata(points),
        fold_hidden_input,
    ]


def name_cells(notebook: NotebookNode) -> NotebookNode:
    """Give every cell an id people can read: its exercise's name, or its section and a number."""
    section, counted, taken = "start", Counter[str](), set[str]()

    def name(cell: Cell) -> None:
        nonlocal section
        section = _heading(cell) or section
        marks = cell.metadata
        chosen = marks.get("id") or marks.get("exercise")
        chosen = chosen or (f"check-{marks['check']}" if "check" in marks else None)
        if chosen is None:
            counted[section] += 1
            chosen = f"{section}-{counted[section]}"
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", chosen):
            raise AuthorError(f"the id '{chosen}' is not 1 to 64 of a-z, A-Z, 0-9, - and _.")
        if chosen in taken:
            raise AuthorError(f"the id '{chosen}' is taken. Give this cell its own: id=\"...\".")
        taken.add(chosen)
        cell.id = chosen

    return each_cell(name)(notebook)


def _heading(cell: Cell) -> str | None:
    """Return the first H1 or H2 of a Markdown cell as a slug: lower case, words joined by '-'."""
    text = re.sub(r"(?ms)^```.*?^```", "", cell.source)
    found = re.search(r"(?m)^##? +(.+)$", text)
    if cell.cell_type != "markdown" or not found:
        return None
    plain = unicodedata.normalize("NFKD", found[1]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:48].strip("-") or "section"


def add_grading_metadata(points: Points) -> Step:
    """Return the step that turns the author's marks into tags and nbgrader's metadata."""

    def add(cell: Cell) -> None:
        marks, cell.metadata = cell.metadata, {}
        role = next((role for role in ("exercise", "check") if role in marks), None)
        tags = [*([role] if role else []), *marks.get("tags", [])]
        if tags:
            cell.metadata.tags = tags
        if role:
            cell.metadata.nbgrader = _nbgrader(cell, role, points[marks[role]])

    return each_cell(add)


def _nbgrader(cell: Cell, role: str, points: float) -> dict[str, object]:
    check = role == "check"
    return {
        "schema_version": 3,
        "grade_id": cell.id,
        "cell_type": cell.cell_type,
        "grade": check,
        "locked": check,
        "solution": not check,
        "task": False,
    } | ({"points": points} if check else {})


@each_cell
def fold_hidden_input(cell: Cell) -> None:
    """Fold away the code of a cell tagged hide-input, in JupyterLab and in Colab."""
    if "hide-input" in cell.metadata.get("tags", []):
        cell.metadata |= {"jupyter": {"source_hidden": True}, "cellView": "form"}


@each_cell
def strip_answers(cell: Cell) -> None:
    """Replace every answer by a place for one; what is left must be valid Python."""
    if find_blocks(cell.source):
        cell.source = without_answers(cell.source)
        parse(cell.source)


@each_cell
def show_answers(cell: Cell) -> None:
    """Keep the answers, drop the marks around them."""
    cell.source = without_marks(cell.source)


def describe_notebook(notebook: NotebookNode) -> NotebookNode:
    """Say which kernel and language the notebook needs, and nothing about this machine."""
    described = deepcopy(notebook)
    described.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return described
