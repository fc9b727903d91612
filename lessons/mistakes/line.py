"""The lecture's lines as text that can be taken apart, each in the forms in which it is written."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from lessons.exercises.exercise import short_name

# A test holds them against FORMULAS.
LINES: Mapping[str, tuple[str, ...]] = {
    "z": ("w1 * x1 + w2 * x2 + b",),
    "a": ("1 / (1 + exp(-z))", "sigmoid(z)"),
    "loss": ("-(y * log(a) + (1 - y) * log(1 - a))",),
    "da": ("-y / a + (1 - y) / (1 - a)",),
    "da_dz": ("a * (1 - a)",),
    "dz": ("a - y", "da * da_dz"),
    "dw1": ("x1 * dz",),
    "dw2": ("x2 * dz",),
    "db": ("dz",),
    "new_w1": ("w1 - alpha * dw1",),
    "new_w2": ("w2 - alpha * dw2",),
    "new_b": ("b - alpha * db",),
}
GIVEN = ("x1", "x2", "y", "w1", "w2", "b", "alpha")
SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
TOKEN = re.compile(r"\w+|\*\*|[^\s\w]")


@cache
def needed(name: str) -> frozenset[str]:
    """Return all that a line is worked out from, and its own name.

    >>> sorted(needed("a"))
    ['a', 'b', 'w1', 'w2', 'x1', 'x2', 'z']
    """
    names = names_in(LINES[name][0]) if name in LINES else []
    return frozenset({name}).union(*map(needed, names))


def names_in(text: str) -> list[str]:
    """Return the quantities in a line; functions are none.

    >>> names_in("-log (1 - a) + y / exp(a)")
    ['a', 'y']
    """
    return list(dict.fromkeys(re.findall(r"\b[a-z]\w*\b(?! ?\()", text)))


def moved_to(line: str, from_line: str, text: str) -> str:
    """Return the same text about another parameter.

    >>> moved_to("new_b", "new_w1", "w1 + alpha * dw1"), moved_to("dw2", "dw1", "x2 * dz")
    ('b + alpha * db', 'x1 * dz')
    """
    one, other = short_name(from_line).removeprefix("d"), short_name(line).removeprefix("d")
    to = {
        f"{d}{name}": f"{d}{new}" for d in ("", "d") for name, new in ((one, other), (other, one))
    }
    to |= {"x1": "x2", "x2": "x1"} if {one, other} == {"w1", "w2"} else {}
    return re.sub(r"\w+", lambda word: to.get(word[0], word[0]), text)


class Line:
    """A line as text, and as a tree whose pieces know their places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = names_in(text)
        self.root = ast.parse(text, mode="eval").body
        nodes = [node for node in ast.walk(self.root) if isinstance(node, ast.expr)]
        called = [node.func for node in nodes if isinstance(node, ast.Call)]
        self.pieces = [node for node in nodes if node not in called]

    def of(self, piece: ast.expr) -> str:
        """Return the text of a piece."""
        return self.text[piece.col_offset : piece.end_col_offset]

    def whole(self, piece: ast.expr) -> str:
        """Return the text of a piece so that it stays together wherever it is put."""
        text = self.of(piece)
        return text if isinstance(piece, ast.Name | ast.Constant | ast.Call) else f"({text})"

    def put(self, *changes: tuple[ast.expr, str]) -> str:
        """Return the line with other texts in the places of some pieces."""
        text = self.text
        for piece, new in sorted(changes, key=lambda change: -change[0].col_offset):
            text = text[: piece.col_offset] + new + text[piece.end_col_offset :]
        return text

    def apart(self) -> Iterator[tuple[ast.expr, ast.expr]]:
        """Yield each two pieces of which neither holds the other."""
        for one, other in combinations(self.pieces, 2):
            first, second = sorted((one, other), key=lambda piece: piece.col_offset)
            if (first.end_col_offset or 0) <= second.col_offset:
                yield first, second

    def pairs(self) -> Iterator[tuple[ast.BinOp, str]]:
        """Yield each two pieces with a sign between them, and that sign."""
        for piece in self.pieces:
            if isinstance(piece, ast.BinOp):
                yield piece, SIGNS[type(piece.op)]

    def calls(self) -> Iterator[ast.Call]:
        """Yield each call of a function."""
        yield from (piece for piece in self.pieces if isinstance(piece, ast.Call))


def brackets_in(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of each opening bracket and of the one that closes it.

    >>> list(brackets_in(TOKEN.findall("(1 + exp(-z))")))
    [(4, 7), (0, 8)]
    """
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token == "(":
            opened.append(place)
        elif token == ")":
            yield opened.pop(), place
