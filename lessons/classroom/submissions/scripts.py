"""A notebook that was handed in as a .py file: its cells, however it was made."""

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lessons.classroom.submissions.bindings import parsed
from lessons.classroom.submissions.ipython_syntax import to_python
from lessons.classroom.submissions.limits import BOUNDS, RefusedError

# "# %%" is jupytext's, VS Code's and Spyder's; "# In[3]:" is nbconvert's.
MARKER = re.compile(r"#[ \t]?(?:%%(?=[ \t\[]|$)|In ?\[[ \d*]*\]:?[ \t]*$)")
TEXT_CELL = re.compile(r"#.*\[(?:markdown|md|raw)\]")
CLAIM = re.compile(r'(?:grade_id"|\bexercise|\bid)[ \t]*[:=][ \t]*"([\w-]+)"')
BEGINS = re.compile(r"(?!(?:else|elif|except|finally)\b)[^\s)\]}#]")
OPENS = re.compile(r"(?:def|class|import|from)\b")


def pieces_of(name: str, text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the cells of a script: the line each begins at, its text, and what its mark claims.

    A script without marks is cut at its statements, so that one which fails takes none along.

    >>> list(pieces_of("a.py", "# %% [markdown]\\n# Hello\\n# %% exercise=\\"dz\\"\\ndz = 1"))
    [(4, 'dz = 1', 'dz')]
    >>> list(pieces_of("a.py", "a = (1 +\\n    2)\\nb = a"))
    [(1, 'a = (1 +\\n    2)', ''), (3, 'b = a', '')]
    """
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if MARKER.match(line)]
    if not marks:
        yield from _statements(name, text)
        return
    for start, end in _spans(marks, len(lines)):
        mark = lines[start] if MARKER.match(lines[start]) else ""
        body = lines[start + 1 : end] if mark else lines[start:end]
        claim = CLAIM.search(mark)
        if not TEXT_CELL.match(mark) and (claim or _is_code(body)):
            text = _with_cell_magic("\n".join(body))
            yield start + 1 + bool(mark), text, claim[1] if claim else ""


def _with_cell_magic(text: str) -> str:
    """Return the cell below a %%magic, which nbconvert writes into a call, as it was."""
    match parsed(text) if ".run_cell_magic(" in text else None:
        case ast.Module(body=[ast.Expr(value=ast.Call(args=[magic, line, below]))]):
            return f"%%{_value(magic)} {_value(line)}\n{_value(below)}"
    return text


def _value(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else ""


def _is_code(lines: list[str]) -> bool:
    return any(line.strip() and not line.startswith("#") for line in lines)


def _statements(name: str, text: str) -> Iterator[tuple[int, str, str]]:
    if len(text) > BOUNDS.cell_characters:
        why = f"it is longer than {BOUNDS.cell_characters:,} characters. Hand in the .ipynb file."
        raise RefusedError(name, why)
    text = to_python(text)
    lines = text.split("\n")
    for start, end in _spans(_starts(text, lines), len(lines)):
        if _is_code(lines[start:end]):
            yield start + 1, "\n".join(lines[start:end]), ""


def _starts(text: str, lines: list[str]) -> Iterable[int]:
    """Return the lines, from 0, at which a statement begins, or in broken Python seems to."""
    tree = parsed(text)
    if tree is None:
        return [number for number in range(len(lines)) if _seems_to_begin(lines, number)]
    starts, last = [], 0
    for statement in tree.body:
        decorators = getattr(statement, "decorator_list", [])
        first = min(node.lineno for node in [statement, *decorators])
        if first > last:
            starts.append(first - 1)
        last = statement.end_lineno or first
    return starts


def _seems_to_begin(lines: list[str], number: int) -> bool:
    line, above = lines[number], lines[number - 1] if number else ""
    opens = OPENS.match(line) and not above.startswith("@")
    return bool(BEGINS.match(line) and (opens or not above.strip()))


def _spans(starts: Iterable[int], end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces between the starts; what stands above the first is a piece too."""
    edges = sorted({0, *starts, end})
    return pairwise(edges)
