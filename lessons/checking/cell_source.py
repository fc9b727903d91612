"""What a cell is about, read from its source: the names it gives a value, and those it reads."""

import ast
import re
from collections.abc import Iterator

# Where Python can't read a cell, its lines still begin as an answer does: `def loss`, `first_z =`,
# and what people write instead of these, such as `loss(a, y):` and `loss(a, y) =`.
GIVES = re.compile(
    r"^(?:(?:async +)?def +(\w+)|(\w+)[ \t]*(?:\(.*\)[ \t]*[:=]|:?=)(?!=))",
    re.MULTILINE | re.IGNORECASE,
)
BEFORE_THE_FIRST_WORD = re.compile(r"\A(?:[ \t]*(?:#.*)?\n)*[ \t]+")


def names_given(source: str) -> set[str]:
    """Return the names that a cell assigns or defines, also if Python can't read it.

    >>> sorted(names_given("first_z = 1.1; a, b = 0, 1"))
    ['a', 'b', 'first_z']
    >>> names_given("def sigmoid(z)\\n    a = 1"), names_given("sigmoid(0")
    ({'sigmoid'}, set())
    """
    tree = _tree(source)
    if tree:
        return {name for statement in tree.body for name in _given(statement)}
    lines = BEFORE_THE_FIRST_WORD.sub("", source)
    return {found[1] or found[2] for found in GIVES.finditer(lines)}


def names_given_above(source: str, line: int) -> set[str]:
    """Return the names that whole statements above this line assign or define.

    >>> names_given_above("first_z = 1.1\\nsteepest = 1 / 0", 2)
    {'first_z'}
    """
    tree = _tree(source)
    above = [each for each in tree.body if (each.end_lineno or line) < line] if tree else []
    return {name for statement in above for name in _given(statement)}


def names_read(source: str) -> set[str]:
    """Return the names that a cell looks up.

    >>> sorted(names_read("check('loss', loss)"))
    ['check', 'loss']
    """
    return {
        node.id
        for node in _nodes(source)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def nodes_at(source: str, line: int) -> Iterator[ast.AST]:
    """Yield every statement and expression that this line belongs to, the outer ones first."""
    for node in _nodes(source):
        if isinstance(node, (ast.stmt, ast.expr)) and node.lineno <= line <= (node.end_lineno or 0):
            yield node


def _nodes(source: str) -> Iterator[ast.AST]:
    return ast.walk(_tree(source) or ast.Module([], []))


def _tree(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _given(node: ast.AST) -> Iterator[str]:
    """Yield the names that a statement gives to the whole cell, not only inside a function."""
    match node:
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
            yield name
        case ast.Assign(targets):
            yield from (name for target in targets for name in _stored(target))
        case ast.AnnAssign(target, value=ast.expr()) | ast.AugAssign(target):
            yield from _stored(target)
        case ast.expr():
            pass
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _given(child)


def _stored(target: ast.expr) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
