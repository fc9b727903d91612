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


# Said of a line of code and of a line on paper alike.
SIGN_BY_SIGN = "Read {your_line} aloud, sign by sign."
LETTER_BY_LETTER = "Read {your_line} aloud, letter by letter."
PART_BY_PART = "Count the parts of {your_line}. Does each come in once?"
BRACKETS = "What is worked out first in {your_line}? Brackets decide that."
FUNCTIONS = "Which functions are in {your_line}, and what goes into each?"
MEANING = "What does {line} mean? Read {your_line} once more with that in mind."
WORDS = {
    "value": Words("this is {new}", "you gave {new} instead", MEANING),
    "minus": Words("a minus too many", "{old} had a minus in front", SIGN_BY_SIGN),
    "minus lost": Words("a minus is missing", "{old} had lost its minus", SIGN_BY_SIGN),
    "name": Words("{new} instead of {old}", "{new} stood where {old} belongs", LETTER_BY_LETTER),
    "function": Words("{new} instead of {old}", "{new} was taken where {old} belongs", FUNCTIONS),
    "function lost": Words("{old} is missing", "{old} was left out", FUNCTIONS),
    "function twice": Words("{old} twice", "{old} was taken twice", FUNCTIONS),
    "function added": Words("{new} too many", "{new} was taken of the result", FUNCTIONS),
    "dropped": Words("a part is missing", "{old} was left out", PART_BY_PART),
    "doubled": Words("a part comes twice", "{old} came in twice", PART_BY_PART),
    "swapped": Words("two parts are swapped", "{old} and {new} had changed places", PART_BY_PART),
    "moved": Words("a factor in another place", "{old} had moved over to {new}", PART_BY_PART),
    "added *": Words("a factor too many", "{old} was also multiplied by {new}", PART_BY_PART),
    "added /": Words("a division too many", "{old} was also divided by {new}", PART_BY_PART),
    "added +": Words("a part too many", "{new} was also added", PART_BY_PART),
    "added -": Words("a part too many", "{new} was also subtracted", PART_BY_PART),
    "bracket lost": Words("brackets are missing", "a pair of brackets was missing", BRACKETS),
    "bracket moved": Words("a bracket elsewhere", "a bracket stood in another place", BRACKETS),
    "bracket added": Words(
        "brackets in another place", "brackets held together what doesn't belong together", BRACKETS
    ),
}
DID = {
    "+": "added {}",
    "-": "subtracted {}",
    "*": "multiplied by {}",
    "/": "divided by {}",
    "**": "raised something to the power of {}",
}
SHOULD = {"+": "be added", "-": "be subtracted", "*": "be multiplied", "/": "divide"}
DONE = {
    "+": "added",
    "-": "subtracted",
    "*": "multiplied",
    "/": "divided",
    "**": "raised to a power",
}
# In several lines at once, each with a name that belongs into another one of them.
OTHERS = {"dw": "another slope", "db": "another slope", "x": "another feature"}
OTHERS |= dict.fromkeys(("w", "b"), "another value")
LONGEST = 13  # a longer piece would give too much of the line away


def words_for(edit: Edit, lines: Sequence[str]) -> Words:
    """Return title, what happened and what to try, for one line or several like ones.

    >>> words_for(Edit("sign", "*", "/ x1", "dz / x1"), ["dw1"]).looks
    'In dw1 it looks as if you divided by x1, which should be multiplied.'
    >>> words_for(Edit("name", "x1", "w1", "w1 * dz"), ["dw1", "dw2"]).looks
    'In dw1 and dw2 it looks as if w stood where x belongs.'
    """
    names = " and ".join(", ".join(map(short_name, lines)).rsplit(", ", 1))
    line = f"the new {names}" if lines[0].startswith("new_") else names
    if len(lines) > 1:
        edit = _in_several(edit, "new_b" in lines)
    title, looks, try_this = words_of_all(edit)
    old, new = pieces_of(edit)
    facts = {"old": old, "new": new, "line": line}
    facts["your_line"] = f"your line{'s' * (len(lines) > 1)} for {line}"
    return Words(
        f"{names}: {title.format(**facts)}",
        f"In {line} it looks as if {looks.format(**facts)}.",
        try_this.format(**facts),
    )


def words_of_all(edit: Edit) -> Words:
    """Return what is said of every edit like this one: which pieces it is about stays open.

    >>> words_of_all(Edit("sign", "*", "/ x1", "dz / x1")).looks
    'you divided by {new}, which should be multiplied'
    """
    if edit.kind != "sign":
        return WORDS[edit.kind]
    sign, other = edit.old, edit.new.split()[0]
    return Words(
        f"{DONE[other]}, not {DONE[sign]}",
        f"you {DID[other].format('{new}')}, which should {SHOULD[sign]}",
        SIGN_BY_SIGN,
    )


def pieces_of(edit: Edit) -> tuple[str, str]:
    """Return the pieces that it is about, as far as they may be named.

    >>> pieces_of(Edit("sign", "*", "/ x1", "dz / x1"))
    ('*', 'x1')
    """
    if edit.kind == "sign":
        return edit.old, _piece(edit.new.partition(" ")[2], "a part")
    return _piece(edit.old, "all of it"), _piece(edit.new, "another part")


def is_seen_in_a_number(edit: Edit) -> bool:
    """Tell whether one number worked out by hand is enough to say that this was done.

    Any number is near some edit of a line. So of numbers only the likeliest slips are told.

    >>> is_seen_in_a_number(Edit("sign", "+", "- b", "w1 * x1 + w2 * x2 - b"))
    True
    >>> is_seen_in_a_number(Edit("bracket added", "", "", "w1 * (x1 + w2 * x2 + b)"))
    False
    """
    if edit.kind == "sign":
        return {edit.old, edit.new.partition(" ")[0]} in ({"+", "-"}, {"+", "*"})
    if edit.kind == "name":
        return edit.old != edit.new and _of_any(edit.old) == _of_any(edit.new)
    return edit.kind in ("value", "minus", "minus lost", "dropped") and edit.old != "1"


def _in_several(edit: Edit, of_b: bool) -> Edit:
    """Return an edit with pieces as they are in each of several like lines, perhaps also of b.

    >>> _in_several(Edit("sign", "-", "+ alpha * dw1", ""), of_b=True).new
    '+ alpha * slope'
    """
    sign, space, piece = edit.new.partition(" ") if edit.kind == "sign" else ("", "", edit.new)
    old, new = _of_any(edit.old, of_b), _of_any(piece, of_b)
    if edit.kind == "name" and (old == new or of_b):
        new = OTHERS.get(edit.new.strip("12"), new)
    return edit._replace(old=old, new=f"{sign}{space}{new}")


def _of_any(piece: str, of_b: bool = False) -> str:
    """Return a piece as it is in each of several like lines, perhaps also in that of b.

    >>> _of_any("alpha * dw1"), _of_any("alpha * dw1", of_b=True), _of_any("w1", of_b=True)
    ('alpha * dw', 'alpha * slope', 'the old value')
    """
    if not of_b:
        return re.sub(r"\b(d?[xw])[12]\b", r"\1", piece)
    alone = {"w": "the old value", "dw": "the slope"}.get(_of_any(piece))
    return alone or re.sub(r"\bdw[12]\b", "slope", re.sub(r"\bw[12]\b", "value", piece))


def _piece(text: str, otherwise: str) -> str:
    """Return a piece of a line as the course writes it, if it is short enough to be named.

    >>> _piece("w2 * x2", "a part"), _piece("(1 - y) * log(1 - a)", "a part")
    ('w2·x2', 'one part')
    >>> _piece("new_w1", "a part")
    'the new w1'
    """
    text = re.sub(r"^new_(\w+)$", r"the new \1", text).replace("new_", "new ")
    shown = text.replace(" * ", "·").replace("-", "−").replace("sigmoid", "σ")
    too_long = len(shown) > LONGEST and set(shown) & set("·+−/(")
    return "one part" if too_long else shown or otherwise
