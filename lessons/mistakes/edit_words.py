"""What is said about an edit: where it is and of what kind, never the right line itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lessons.exercises.exercise import short_name
from lessons.mistakes.edits import Edit


class Words(NamedTuple):
    """What stands in a title, what it looks as if had happened, and what to try."""

    title: str
    looks: str
    try_this: str


SIGN_BY_SIGN = "Read your line for {line} aloud, sign by sign."
LETTER_BY_LETTER = "Read your line for {line} aloud, letter by letter."
PART_BY_PART = "Count the parts of your line for {line}. Does each come in once?"
BRACKETS = "What does Python work out first in your line for {line}? Brackets decide that."
FUNCTIONS = "Which functions are in your line for {line}, and what goes into each?"
WORDS = {
    "value": Words("this is {new}", "you had given {new} instead", LETTER_BY_LETTER),
    "minus": Words("a minus too many", "{old} had got a minus in front", SIGN_BY_SIGN),
    "minus lost": Words("a minus is missing", "{old} had lost its minus", SIGN_BY_SIGN),
    "name": Words("{new} instead of {old}", "{new} stood where {old} belongs", LETTER_BY_LETTER),
    "function": Words("{new} instead of {old}", "{new} was taken where {old} belongs", FUNCTIONS),
    "function lost": Words("{old} is missing", "{old} had been left out", FUNCTIONS),
    "function twice": Words("{old} twice", "{old} was taken twice", FUNCTIONS),
    "function added": Words("{new} too many", "{new} was taken of the result", FUNCTIONS),
    "dropped": Words("a part is missing", "{old} had been left out", PART_BY_PART),
    "doubled": Words("a part comes twice", "{old} came in twice", PART_BY_PART),
    "swapped": Words("two parts are swapped", "{old} and {new} had changed places", PART_BY_PART),
    "moved": Words("a factor at another place", "{old} had moved over to {new}", PART_BY_PART),
    "added *": Words("a factor too many", "{old} was also multiplied by {new}", PART_BY_PART),
    "added /": Words("a division too many", "{old} was also divided by {new}", PART_BY_PART),
    "added +": Words("a part too many", "{new} was also added", PART_BY_PART),
    "added -": Words("a part too many", "{new} was also subtracted", PART_BY_PART),
    "bracket lost": Words("brackets are missing", "a pair of brackets was missing", BRACKETS),
    "bracket moved": Words("a bracket elsewhere", "a bracket stood at another place", BRACKETS),
    "bracket added": Words(
        "brackets in another place", "brackets held together what doesn't belong together", BRACKETS
    ),
}
DOING = {
    "+": "{} was added",
    "-": "{} was subtracted",
    "*": "something was multiplied by {}",
    "/": "something was divided by {}",
    "**": "something was raised to the power {}",
}
DONE = {
    "+": "added",
    "-": "subtracted",
    "*": "multiplied",
    "/": "divided",
    "**": "raised to a power",
}
LONGEST = 12  # a longer piece would give too much of the line away


def words_for(edit: Edit, lines: Sequence[str]) -> Words:
    """Return title, what happened and what to try, for one line or several like ones.

    >>> words_for(Edit("sign", "*", "/ x1", "dz / x1"), ["dw1"]).looks
    'In dw1 it looks as if something was divided by x1 where it should be multiplied.'
    >>> words_for(Edit("name", "x1", "w1", "w1 * dz"), ["dw1", "dw2"]).looks
    'In dw1 and dw2 it looks as if w stood where x belongs.'
    """
    line = " and ".join(", ".join(map(short_name, lines)).rsplit(", ", 1))
    if len(lines) > 1:
        edit = edit._replace(old=_of_any(edit.old), new=_of_any(edit.new))
    title, looks, try_this = words_of_all(edit)
    old, new = pieces_of(edit)
    facts = {"line": line, "old": old, "new": new}
    return Words(
        f"{line}: {title.format(**facts)}",
        f"In {line} it looks as if {looks.format(**facts)}.",
        try_this.format(**facts),
    )


def words_of_all(edit: Edit) -> Words:
    """Return what is said of every edit like this one: which pieces it is about stays open.

    >>> words_of_all(Edit("sign", "*", "/ x1", "dz / x1")).looks
    'something was divided by {new} where it should be multiplied'
    """
    if edit.kind != "sign":
        return WORDS[edit.kind]
    sign, other = edit.old, edit.new.split()[0]
    return Words(
        f"{DONE[other]}, not {DONE[sign]}",
        f"{DOING[other].format('{new}')} where it should be {DONE[sign]}",
        SIGN_BY_SIGN,
    )


def pieces_of(edit: Edit) -> tuple[str, str]:
    """Return the pieces that it is about, as far as they may be named.

    >>> pieces_of(Edit("sign", "*", "/ x1", "dz / x1"))
    ('*', 'x1')
    """
    if edit.kind == "sign":
        return edit.old, _piece(edit.new.partition(" ")[2], "a part")
    return _piece(edit.old, "the whole"), _piece(edit.new, "another part")


def _of_any(piece: str) -> str:
    """Return a piece as it is in each of several like lines.

    >>> _of_any("alpha * dw1")
    'alpha * dw'
    """
    return re.sub(r"\b(d?[xw])[12]\b", r"\1", piece)


def _piece(text: str, otherwise: str) -> str:
    """Return a piece of a line as the course writes it, if it is short enough to be named.

    >>> _piece("w2 * x2", "a part"), _piece("(1 - y) * log(1 - a)", "a part")
    ('w2·x2', 'one part')
    """
    shown = text.replace(" * ", "·").replace("-", "−").replace("sigmoid", "σ")
    return (shown if len(shown) <= LONGEST else "one part") or otherwise
