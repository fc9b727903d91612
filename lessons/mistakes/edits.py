"""Every way to get one line of the lecture wrong in one step, made from the lines themselves.

An edit is what a hand does to a line of text: another sign, a piece left out or written twice, a
bracket elsewhere, another name. So each edit is again a line that a learner could have typed.
"""

import ast
import re
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import NamedTuple

from lessons.mistakes.line import GIVEN, LINES, SIGNS, TOKEN, Line, brackets_in, needed

FUNCTIONS = ("log", "log10", "log2", "exp", "sigmoid", "tanh", "abs", "round", "int")


class Edit(NamedTuple):
    """One step away from a right line: its kind, the pieces it is about, and the line it makes.

    `old` is what the line should hold, `new` what it holds; both are empty where that says
    nothing, or where the piece is the whole line.
    """

    kind: str
    old: str
    new: str
    text: str


def edits_of(name: str) -> Iterator[Edit]:
    """Yield every edit of a line, the likeliest first; some make what another one makes.

    >>> next(edits_of("dz"))
    Edit(kind='dropped', old='y', new='', text='a')
    """
    before = (*GIVEN, *list(LINES)[: list(LINES).index(name)])
    for line in map(Line, LINES[name]):
        yield from _dropped(line)
        yield from _signs(line)
        yield from _swapped(line)
        yield from _minus(line)
        yield from _turned_around(line)
        yield from _constants(line)
        yield from _names(line, before)
        yield from (Edit("value", "", o, o) for o in LINES if name not in needed(o))
        yield from _functions(line)
        yield from _brackets(line)
        yield from _doubled(line)
        yield from _added(line)
        yield from _moved(line)


def _minus(line: Line) -> Iterator[Edit]:
    for minus in (piece for piece in line.pieces if isinstance(piece, ast.UnaryOp)):
        old = "" if minus is line.root else line.of(minus.operand)
        yield Edit("minus lost", old, "", line.put((minus, line.whole(minus.operand))))
    for piece in line.pieces:
        if not isinstance(piece, ast.UnaryOp):
            old = "" if piece is line.root else line.of(piece)
            yield Edit("minus", old, "", line.put((piece, f"-{line.whole(piece)}")))


def _signs(line: Line) -> Iterator[Edit]:
    for pair, sign in line.pairs():
        left, right = line.of(pair.left), line.of(pair.right)
        between = line.text[pair.left.end_col_offset : pair.right.col_offset]
        for other in SIGNS.values():
            as_typed = left + between.replace(sign, other) + right
            one, two = line.whole(pair.left), line.whole(pair.right)
            for new in (as_typed, f"({one} {other} {two})"):
                yield Edit("sign", sign, f"{other} {right}", line.put((pair, new)))


def _turned_around(line: Line) -> Iterator[Edit]:
    for pair, sign in line.pairs():
        one, two = line.whole(pair.left), line.whole(pair.right)
        for other in SIGNS.values() if sign in "+*" else ():
            made = line.put((pair, f"({two} {other} {one})"))
            yield Edit("sign", sign, f"{other} {line.of(pair.left)}", made)


def _constants(line: Line) -> Iterator[Edit]:
    for piece in line.pieces:
        if isinstance(piece, ast.Constant):
            yield from (Edit("name", "1", other, line.put((piece, other))) for other in "02")


def _names(line: Line, scope: tuple[str, ...]) -> Iterator[Edit]:
    for piece in line.pieces:
        if isinstance(piece, ast.Name):
            others = (*scope, "1")
            yield from (Edit("name", piece.id, o, line.put((piece, o))) for o in others)
    for name in line.names:
        for other in scope:
            yield Edit("name", name, other, re.sub(rf"\b{name}\b", other, line.text))


def _functions(line: Line) -> Iterator[Edit]:
    for call in line.calls():
        name, inner = line.of(call.func), line.of(call.args[0])
        yield Edit("function lost", name, "", line.put((call, f"({inner})")))
        yield Edit("function twice", name, "", line.put((call, f"{name}({name}({inner}))")))
        for other in FUNCTIONS:
            yield Edit("function", name, other, line.put((call, f"{other}({inner})")))
            yield Edit("function", name, other, line.text.replace(f"{name}(", f"{other}("))
    for extra in FUNCTIONS:
        yield Edit("function added", "", extra, f"{extra}({line.text})")


def _dropped(line: Line) -> Iterator[Edit]:
    for pair, sign in line.pairs():
        yield Edit("dropped", line.of(pair.right), "", line.put((pair, line.whole(pair.left))))
        for minus in ("-", "")[sign != "-" :]:
            made = line.put((pair, minus + line.whole(pair.right)))
            yield Edit("dropped", line.of(pair.left), "", made)


def _brackets(line: Line) -> Iterator[Edit]:
    tokens = TOKEN.findall(line.text)
    for pair in brackets_in(tokens):
        rest = [token for place, token in enumerate(tokens) if place not in pair]
        yield Edit("bracket lost", "", "", " ".join(rest))
        for moved in pair:
            others = tokens[:moved] + tokens[moved + 1 :]
            for place in range(len(tokens)):
                made = [*others[:place], tokens[moved], *others[place:]]
                yield Edit("bracket moved", "", "", " ".join(made))
    for start, end in combinations(range(len(tokens) + 1), 2):
        made = [*tokens[:start], "(", *tokens[start:end], ")", *tokens[end:]]
        yield Edit("bracket added", "", "", " ".join(made))


def _swapped(line: Line) -> Iterator[Edit]:
    for one, other in line.apart():
        made = line.put((one, line.whole(other)), (other, line.whole(one)))
        yield Edit("swapped", line.of(one), line.of(other), made)
    for first, second in combinations(line.names, 2):
        words = re.split(r"(\w+)", line.text)
        exchanged = {first: second, second: first}
        made = "".join(exchanged.get(word, word) for word in words)
        yield Edit("swapped", first, second, made)


def _doubled(line: Line) -> Iterator[Edit]:
    for pair, sign in line.pairs():
        for piece in (pair.left, pair.right):
            again = f"({line.whole(piece)} {'+' if sign in '+-' else '*'} {line.whole(piece)})"
            yield Edit("doubled", line.of(piece), "", line.put((piece, again)))


def _added(line: Line) -> Iterator[Edit]:
    quantities = [piece for piece in line.pieces if not isinstance(piece, ast.Constant)]
    for name in line.names:
        for piece in quantities:
            old = "" if piece is line.root else line.of(piece)
            for sign in "*/":
                made = line.put((piece, f"({line.whole(piece)} {sign} {name})"))
                yield Edit(f"added {sign}", old, name, made)
    for extra in (*line.names, "1"):
        yield from (Edit(f"added {s}", "", extra, f"({line.text}) {s} {extra}") for s in "+-")


def _moved(line: Line) -> Iterator[Edit]:
    products = [pair for pair, sign in line.pairs() if sign == "*"]
    for pair, piece in line.apart():
        for product, goal in ((pair, piece), (piece, pair)):
            if product in products and isinstance(product, ast.BinOp):
                for factor, rest in permutations((product.left, product.right)):
                    new = f"({line.whole(goal)} * {line.whole(factor)})"
                    made = line.put((product, line.whole(rest)), (goal, new))
                    yield Edit("moved", line.of(factor), line.of(goal), made)
