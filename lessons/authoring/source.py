"""The author's marks: what stands in a `# %%` line, and the answers between two comments.

    # %% exercise="sigmoid"
    def sigmoid(z):
        # BEGIN SOLUTION
        return 1 / (1 + exp(-z))
        # END SOLUTION
    # %% check="sigmoid"
    check("sigmoid", sigmoid)

A bad mark raises AuthorError, which names the cell and the remedy.
"""

import ast
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from lessons.common.errors import CourseError
from lessons.common.suggest import nearest

BEGIN, END = "# BEGIN SOLUTION", "# END SOLUTION"


class AuthorError(CourseError, ValueError):
    """A mistake in a lesson's source: what is wrong, and what to do about it."""


class Block(NamedTuple):
    """One solution block: its first and last line (the marks themselves) and its indentation."""

    begin: int
    end: int
    indent: str


def find_blocks(source: str) -> list[Block]:
    """Return the solution blocks of a cell, top to bottom; AuthorError if the marks don't pair up.

    >>> find_blocks("x = 1\\n# BEGIN SOLUTION\\ny = 2\\n# END SOLUTION")
    [Block(begin=1, end=3, indent='')]
    """
    blocks: list[Block] = []
    opened: tuple[int, str] | None = None
    for number, line in enumerate(source.splitlines()):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() == BEGIN:
            if opened:
                raise AuthorError(f"a second '{BEGIN}' before the first has ended. Add '{END}'.")
            opened = number, indent
        elif line.strip() == END:
            if opened is None:
                raise AuthorError(f"'{END}' without a beginning. Add '{BEGIN}' above the answer.")
            if opened[1] != indent:
                raise AuthorError(f"'{BEGIN}' and '{END}' differ in indentation. Align them.")
            blocks.append(Block(opened[0], number, indent))
            opened = None
        elif re.search(r"#\s*(begin|end)\s+solution", line, re.IGNORECASE):
            raise AuthorError(f"{line.strip()!r} is no mark. Write '{BEGIN}' or '{END}'.")
    if opened:
        raise AuthorError(f"'{BEGIN}' without an end. Add '{END}' below the answer.")
    return blocks


def answer_lines(source: str) -> list[str]:
    """Return the lines inside the solution blocks of a cell, in order."""
    lines = source.splitlines()
    return [line for block in find_blocks(source) for line in lines[block.begin + 1 : block.end]]


def without_marks(source: str) -> str:
    """Return the cell as the key shows it: the answers stay, the marks go."""
    lines = source.splitlines()
    marks = {number for block in find_blocks(source) for number in (block.begin, block.end)}
    return "\n".join(line for number, line in enumerate(lines) if number not in marks)


def without_answers(source: str) -> str:
    """Return the cell as the learner finds it: each block replaced by a place for an answer.

    >>> print(without_answers("# BEGIN SOLUTION\\nz = 1.1\\n# END SOLUTION"))
    z = ...  # your answer
    """
    lines = source.splitlines()
    for block in reversed(find_blocks(source)):
        answer = "\n".join(lines[block.begin + 1 : block.end])
        lines[block.begin : block.end + 1] = _places(answer, block.indent)
    return "\n".join(lines)


def _places(answer: str, indent: str) -> list[str]:
    names = [] if indent else list(dict.fromkeys(_assigned(parse(answer))))
    return [f"{name} = ...  # your answer" for name in names] or [f"{indent}...  # your code here"]


def _assigned(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            raise AuthorError(f"all of '{statement.name}' is an answer. Put the marks in its body.")
        targets = getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(statement, (ast.Assign, ast.AnnAssign)):
            for node in (node for target in targets for node in ast.walk(target)):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id


def parse(source: str) -> ast.Module:
    """Return the syntax tree of a cell, its %magic and !shell lines ignored; AuthorError if bad."""
    try:
        return ast.parse(re.sub(r"(?m)^[%!].*$", "", source))
    except SyntaxError as error:
        problem = f"{error.msg}, line {error.lineno}"
        raise AuthorError(f"not valid Python ({problem}). Mend it.") from None


def require_known(name: str, known: Collection[str], what: str, remedy: str) -> None:
    """Raise AuthorError unless the name is known; the message offers the nearest one.

    >>> require_known("chek", ["check", "id"], "mark", "Mend it.")
    Traceback (most recent call last):
    lessons.authoring.source.AuthorError: unknown mark 'chek' (did you mean 'check'?). Mend it.
    """
    if name not in known:
        near = nearest(name, known)
        meant = f" (did you mean {near}?)" if near else ""
        raise AuthorError(f"unknown {what} '{name}'{meant}. {remedy}")
