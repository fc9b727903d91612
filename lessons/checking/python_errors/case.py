"""One case of an error: how to recognise it, and what to say."""

import re
from functools import cache
from typing import NamedTuple

from lessons.checking.messages import Words


class Case(NamedTuple):
    """An error that says this, in a line that looks like that; and what is told then.

    `said` is searched in Python's own words, `line` matches from the beginning of the learner's
    line. A group that `said` names fills the gap of the same name, and `line` may refer to it.
    """

    said: str
    title: str
    happened: str
    try_this: str
    line: str = ""

    @property
    def words(self) -> Words:
        """The title, what happened and what to try, with their gaps."""
        return self.title, self.happened, self.try_this

    def found(self, detail: str, line: str) -> dict[str, str] | None:
        """Return what fills the gaps; None if this is another case.

        >>> case = Case("NameError: name '(?P<word>.*)'", "Unknown", "No {word}.", "Look.", ".*=")
        >>> case.found("NameError: name 'q' is not defined", "p = q")
        {'word': 'q'}
        >>> case.found("NameError: name 'q' is not defined", "return q") is None
        True
        """
        match = _pattern(self.said, self.line).match(f"{detail}\n{line}")
        return match and match.groupdict()


@cache
def _pattern(said: str, line: str) -> re.Pattern[str]:
    return re.compile(rf".*(?:{said}).*\n(?:{line})")


def only(name: str, *others: str) -> str:
    """Return a pattern of lines that call one of these functions, and none of the others.

    >>> line = only("log", "log", "sqrt")
    >>> [bool(re.match(line, text)) for text in ("log(a)", "math.log(a)", "log(sqrt(a))", "a")]
    [True, True, False, False]
    """
    rest = "|".join(other for other in others if other != name)
    return rf"(?!.*\b(?:{rest})\b).*\b(?:{name})\b"
