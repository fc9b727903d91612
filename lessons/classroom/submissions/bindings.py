"""What a cell binds: the names that it assigns or defines."""

import ast
import re
import warnings
from collections.abc import Iterator

DEFINES = re.compile(r"(?m)^(?:(?:async )?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)")


def binds(text: str) -> set[str]:
    r"""Return the names that a cell assigns or defines at its top level; imports don't count.

    Of a cell that isn't Python these are the names it seems to mean.

    >>> sorted(binds("def dz(a, y):\n    e = a - y\nif True:\n    w1, w2 = 1, 2"))
    ['dz', 'w1', 'w2']
    >>> binds("def dz(a, y)\n    return a - y")
    {'dz'}
    """
    tree = parsed(text)
    if tree is None:
        return {name for pair in DEFINES.findall(text) for name in pair if name}
    return set(_bound(tree))


def parsed(text: str) -> ast.Module | None:
    """Return the syntax tree; None if the text is not Python, or too much for Python's parser."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _bound(tree: ast.Module) -> Iterator[str]:
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case (
                ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp()
            ):
                continue
            case ast.AnnAssign(value=None):
                continue
        waiting.extend(ast.iter_child_nodes(node))
