"""Every one-step edit of a line for the browser: what it is about, and its formula as data.

A page may be forbidden to make code of text. So a formula goes there as for an old calculator,
first the numbers, then what is done with them, and edits.js works it out.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from lessons.mistakes import edit_words
from lessons.mistakes.edit_words import Words, pieces_of, words_of_all
from lessons.mistakes.edits import Edit
from lessons.mistakes.line import GIVEN, SIGNS
from lessons.mistakes.one_step import EXAMPLES, one_step

# What happens while typing, and hardly while working by hand.
IN_CODE_ALONE = {"**", "tanh", "round", "int"}
KINDS_IN_CODE_ALONE = {"added +", "added -", "function added", "bracket added"}
# Chance makes numbers of one or two digits: only these are believed then.
LIKELY = {*SIGNS.values(), "minus", "dropped", "swapped"}
# Instead of what is said about a line of code.
TRY = {
    edit_words.SIGN_BY_SIGN: "Read your working aloud, sign by sign.",
    edit_words.LETTER_BY_LETTER: "Read your working aloud, letter by letter.",
    edit_words.PART_BY_PART: "Count the parts of your working. Does each come in once?",
    edit_words.BRACKETS: "What did you work out first? Brackets decide that.",
    edit_words.MEANING: "What is asked for? Read the question once more.",
    edit_words.FUNCTIONS: "Where does your working take log, exp or σ, and of what?",
}
AS_SHOWN = {"alpha": "α", "da_dz": "da/dz", "loss": "the loss"}


def edits(asked: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """Return what the browser needs to tell the edits of the lines that are asked for.

    With each line stand the letters that can be seen there: no other is in an edit. `elsewhere`
    are examples in which edits that aren't the same give different numbers.

    >>> edits({"dw1": ["x1", "dz"]})["edits"]["lines"]["dw1"]["* /"]
    [['', 'dz', 'x1 dz /'], ['', 'x1', 'dz x1 /']]
    """
    lines: dict[str, dict[str, list[list[str]]]] = {}
    words: dict[str, Words] = {}
    for name, visible in asked.items():
        lines[name] = {}
        for edit, formula in made_by_hand(name.replace(" ", "_"), set(visible)):
            kind = kind_of(edit)
            words[kind] = words_of_all(edit)
            lines[name].setdefault(kind, []).append([*pieces_in(words[kind], edit), formula])
    sent = {
        "lines": lines,
        "words": {kind: [title, looks, TRY[how]] for kind, (title, looks, how) in words.items()},
        "likely": [kind for kind in words if kind.split()[0] in LIKELY],
        "elsewhere": [dict(zip(GIVEN, example, strict=True)) for example in EXAMPLES],
    }
    return {"edits": sent}


def made_by_hand(line: str, visible: set[str]) -> Iterator[tuple[Edit, str]]:
    """Yield the likeliest of each twins that a hand makes of such letters, with its formula."""
    for twins in one_step(line):
        possible = (
            (each.edit, formula)
            for each in twins
            if set(each.texts) == {line}
            and each.needs <= visible
            and each.edit.kind not in KINDS_IN_CODE_ALONE
            and not IN_CODE_ALONE & set((formula := postfix(each.edit.text)).split())
        )
        yield from islice(possible, 1)


def kind_of(edit: Edit) -> str:
    """Return the kind of an edit, for a sign with what it should be and what it is.

    >>> kind_of(Edit("sign", "*", "/ x1", "dz / x1"))
    '* /'
    """
    return f"{edit.old} {edit.new.split()[0]}" if edit.kind == "sign" else edit.kind


def pieces_in(words: Words, edit: Edit) -> list[str]:
    """Return the old piece and the new one, and nothing for one that the words don't name."""
    open_places = zip(("{old}", "{new}"), pieces_of(edit), strict=True)
    said = words.title + words.looks
    return [as_shown(piece) if place in said else "" for place, piece in open_places]


def as_shown(piece: str) -> str:
    """Return a piece with its letters as the widgets show them.

    >>> as_shown("alpha·db")
    'α·db'
    """
    for name, shown in AS_SHOWN.items():
        piece = piece.replace(name, shown)
    return piece


def postfix(text: str) -> str:
    """Return a formula with its numbers first, and then what is done with them.

    >>> postfix("-y / a + log(1 - a)")
    'y neg a / 1 a - log +'
    """
    return " ".join(_words(ast.parse(text, mode="eval").body))


def _words(piece: ast.expr) -> Iterator[str]:
    match piece:
        case ast.BinOp(left, sign, right):
            yield from (*_words(left), *_words(right), SIGNS[type(sign)])
        case ast.UnaryOp(ast.USub(), inner):
            yield from (*_words(inner), "neg")
        case ast.Call(function, [inner]):
            yield from (*_words(inner), ast.unparse(function))
        case _:
            yield ast.unparse(piece)
