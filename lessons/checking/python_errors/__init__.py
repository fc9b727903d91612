"""Calm sentences for the errors that Python raises inside a learner's function.

What is said depends on Python's own words and on the line where it happened.
"""

import re
from collections.abc import Iterable

from lessons.checking import keyboards
from lessons.checking.messages import Words
from lessons.checking.python_errors.arrays import ARRAYS
from lessons.checking.python_errors.case import Case
from lessons.checking.python_errors.kinds import KINDS
from lessons.checking.python_errors.names import MODULES, NAMES
from lessons.checking.python_errors.numbers import NUMBERS
from lessons.checking.python_errors.stops import LAST, STOPS
from lessons.checking.python_errors.syntax import SYNTAX
from lessons.checking.python_errors.uses import USES
from lessons.common.suggest import nearest
from lessons.exercises.order import FUNCTIONS, QUANTITIES

# The first case that fits decides.
ERRORS: tuple[Case, ...] = (
    *STOPS, *SYNTAX, *NAMES, *NUMBERS, *ARRAYS, *USES, *KINDS, *LAST,
)  # fmt: skip

RIGHT = {*QUANTITIES, *FUNCTIONS, *MODULES.split("|")}
NEWER_NAME = "_IncompleteInputError"  # what Python 3.13 calls a cell in which something is open
GUESS = re.compile(
    r"(?<=is not defined)\W* Did you .*|(?<=invalid syntax)\. (?:Perhaps|Maybe) .*"
    r"|(?<= here)\. Maybe .*|, perhaps you .*|; use an 0o.*"
)
UNKNOWN = re.compile(r"(?:NameError: name|ModuleNotFoundError: No module named) '(\w+)'")
NUMBERED = re.compile(r"^(?:[\w<>]+, )?line \d+: ")
NO_CODE = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")


def words_for(detail: str, lines: str = "", names: Iterable[str] = ()) -> Words:
    """Return the title, what happened and what to try, for an error as Python puts it.

    `lines` are the learner's own, the last of them where it happened; `names` are known there.

    >>> words_for("ValueError: math domain error", "line 2: return math.sqrt(a)")[0]
    'A root of a negative number'
    >>> words_for("NameError: name 'alhpa' is not defined", "", ["alpha"])[2].split("?")[0]
    'Did you mean alpha'
    """
    detail = detail.replace(NEWER_NAME, "SyntaxError", 1)
    special = keyboards.words_for(detail, lines)
    if special:
        return special
    case, found = case_of(detail, lines, names)
    gaps = found | {"detail": shown(detail) or "nothing"}
    title, happened, try_this = (text.format(**gaps) for text in case.words)
    return title, happened, try_this


def case_of(detail: str, lines: str, names: Iterable[str]) -> tuple[Case, dict[str, str]]:
    """Return the first case that fits, and what fills its gaps."""
    said, line = _with_guess(detail, names), place(lines)
    return next((c, f) for c in ERRORS if (f := c.found(said, line)) is not None)


def shown(detail: str) -> str:
    """Return Python's words without its own guesses, which differ and often mislead.

    >>> shown("NameError: name 'q' is not defined. Did you mean: 'b'?")
    "NameError: name 'q' is not defined"
    >>> shown("SyntaxError: invalid syntax. Perhaps you forgot a comma?")
    'SyntaxError: invalid syntax'
    """
    return GUESS.sub("", detail).strip().removesuffix(".")


def place(lines: str) -> str:
    """Return the line where it happened, without its number, texts and comments.

    >>> place("line 2: return f(a)\\nf, line 1: return a['log'] # no log")
    'return a[]'
    """
    last = NUMBERED.sub("", lines.rpartition("\n")[2], count=1)
    return NO_CODE.sub("", last).strip()


def _known(names: Iterable[str]) -> tuple[str, ...]:
    """Return what a name can be meant to be; nothing where only a letter is asked for."""
    return (*names, *FUNCTIONS, "math", "print", "range") if names else ()


def _with_guess(detail: str, names: Iterable[str]) -> str:
    """Add a guess at what was meant, as later versions of Python do themselves."""
    unknown = UNKNOWN.match(detail)
    if unknown and unknown[1] in RIGHT:  # right as it is, only not there
        return shown(detail)
    if not unknown or "Did you mean" in detail:
        return detail
    known = MODULES.split("|") if detail.startswith("Module") else _known(names)
    near = nearest(unknown[1], known) or nearest(unknown[1].lower(), known)
    return f"{shown(detail)}. Did you mean: {near}?" if near else detail
