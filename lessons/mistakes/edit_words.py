"""What is said about an edit: where it is and of what kind, never the right line itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lessons.exercises.exercise import short_name
from lessons.mistakes.edits import Edit
from lessons.mistakes.line import moved_to


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
    "sign": Words("{done}, not {old}", "{new} where it should be {old}", SIGN_BY_SIGN),
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
    old, new = _of_each(edit.old, lines), _of_each(edit.new, lines)
    if old == new and edit.old != edit.new:
        new = f"another {new.removeprefix('the ')}"
    edit = edit._replace(old=old, new=new)
    title, looks, try_this = WORDS[edit.kind]
    old, new = _piece(edit.old, "the whole line"), _piece(edit.new, "another part")
    done = ""
    if edit.kind == "sign":
        sign, _, piece = edit.new.partition(" ")
        old, new, done = DONE[edit.old], DOING[sign].format(_piece(piece, "a part")), DONE[sign]
    facts = {"line": line, "old": old, "new": new, "done": done}
    return Words(
        f"{line}: {title.format(**facts)}",
        f"In {line} it looks as if {looks.format(**facts)}.",
        try_this.format(**facts),
    )


def _of_each(piece: str, lines: Sequence[str]) -> str:
    """Return a piece of the first of several like lines by a name that fits in each of them.

    >>> _of_each("x1", ["dw1", "dw2"]), _of_each("dw1", ["new_w1", "new_b"])
    ('x', 'the slope')
    """
    if len({moved_to(line, lines[0], piece) for line in lines}) == 1:
        return piece
    name = re.sub(r"\b(d?[xw])[12]\b", r"\1", piece)
    if "new_b" not in lines:
        return name
    words = {"w": "the old value", "dw": "the slope"}
    return re.sub(r"(?<![\w*] )\bd?w$", lambda found: words[found[0]], name)


def _piece(text: str, otherwise: str) -> str:
    """Return a piece of a line as the course writes it, if it is short enough to be named.

    >>> _piece("w2 * x2", "a part"), _piece("(1 - y) * log(1 - a)", "a part")
    ('w2·x2', 'one part')
    """
    shown = text.replace(" * ", "·").replace("-", "−").replace("sigmoid", "σ")
    too_long = len(shown) > LONGEST and set(shown) & set("·+−/(")
    return "one part" if too_long else re.sub(r"\bnew_", "the new ", shown) or otherwise
