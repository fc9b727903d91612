"""The rules of a lesson's source, each a step that changes nothing and refuses what breaks it."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from nbformat import NotebookNode

from lessons.authoring.source import AuthorError, find_blocks, require_known, without_marks

Cell = Any
Step = Callable[[NotebookNode], NotebookNode]
Points = Mapping[str, float]

MOST_LINES = 15
KNOWN_MARKS = ("exercise", "check", "id", "tags")
JUPYTEXT_NOTES = {"lines_to_next_cell", "cell_marker"}  # about the .py file, not about the cell


def each_cell(change: Callable[[Cell], None]) -> Step:
    """Return the step that makes one change to every cell, and names the cell if that fails."""

    def step(notebook: NotebookNode) -> NotebookNode:
        changed = deepcopy(notebook)
        for number, cell in enumerate(changed.cells, start=1):
            try:
                change(cell)
            except AuthorError as error:
                first_line = cell.source.partition("\n")[0]
                raise AuthorError(f"cell {number} ({first_line!r}): {error}") from None
        return changed

    return step


def marks_are_known(points: Points) -> Step:
    """Return the step that refuses a mark or an exercise nobody has heard of."""

    def look(cell: Cell) -> None:
        for mark in cell.metadata.keys() - JUPYTEXT_NOTES:
            require_known(mark, KNOWN_MARKS, "mark", f"Use one of {', '.join(KNOWN_MARKS)}.")
        for mark in cell.metadata.keys() & {"exercise", "check"}:
            remedy = "Correct it, or add the exercise to lessons/exercises."
            require_known(cell.metadata[mark], points, "exercise", remedy)

    return each_cell(look)


@each_cell
def answers_are_in_exercises(cell: Cell) -> None:
    """Refuse an exercise without an answer, and an answer outside an exercise."""
    is_exercise = "exercise" in cell.metadata
    if is_exercise and not find_blocks(cell.source):
        raise AuthorError("an exercise without an answer. Add BEGIN and END SOLUTION around it.")
    if not is_exercise and find_blocks(cell.source):
        raise AuthorError('an answer outside an exercise. Write exercise="..." after the # %%.')


@each_cell
def code_cells_are_short(cell: Cell) -> None:
    """Refuse a code cell of more than MOST_LINES lines, the marks not counted."""
    lines = len(without_marks(cell.source).splitlines())
    if cell.cell_type == "code" and lines > MOST_LINES:
        raise AuthorError(f"{lines} lines of code. Split it: {MOST_LINES} lines at most.")


def checks_follow_exercises(notebook: NotebookNode) -> NotebookNode:
    """Refuse a check whose exercise has not come before it."""
    seen = set()

    def look(cell: Cell) -> None:
        if "exercise" in cell.metadata:
            seen.add(cell.metadata["exercise"])
        check = cell.metadata.get("check")
        if check and check not in seen:
            raise AuthorError(f"no exercise '{check}' before its check. Put the exercise above it.")

    return each_cell(look)(notebook)
