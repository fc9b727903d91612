"""Untrusted text made fit to be shown: no control characters in it, and not endless."""

import re

LONGEST = 2000  # characters of one text on a page, or in one field of a table

# Control characters, half characters, and those that turn the direction of writing around.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)


# What is written small, as code is; "a" is the prediction before a verb, else an article.
LECTURE = re.compile(
    r"(?:[^\Wa]|a (?:is|stands|times)|d[abzw]\d?|[wx]\d|\w+ itself|log|np|yield|return|async)"
    r"(?![^\W_])"
)


def tidy(text: str, longest: int = LONGEST) -> str:
    r"""Return the text with a � for every character that is not to be seen, cut if it is long.

    >>> tidy("Zo\u00eb\x00 \u202egpj"), tidy("aaaa", longest=3)
    ('Zoë� �gpj', 'aaa…')
    """
    cut = text if len(text) <= longest else text[:longest] + "…"
    return UNSEEN.sub("\ufffd", cut)


def one_line(text: str, longest: int = 200) -> str:
    r"""Return the text tidied, on one line.

    >>> one_line("Ada\n\t Lovelace ")
    'Ada Lovelace'
    """
    return " ".join(tidy(text, longest).split())


def headline(title: str) -> str:
    """Return a title with a capital in front, unless it starts with a name of the lecture.

    >>> headline("the inputs are missing"), headline("dz is missing"), headline("a times y")
    ('The inputs are missing', 'dz is missing', 'a times y')
    >>> headline("loss itself is fine")
    'loss itself is fine'
    """
    return title if LECTURE.match(title) else title[:1].upper() + title[1:]


def points(value: float) -> str:
    """Write points with two digits at most.

    >>> points(2.0), points(4 / 3)
    ('2', '1.33')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def plural(count: int, thing: str) -> str:
    """Write a count with its noun.

    >>> plural(1, "learner"), plural(3, "learner")
    ('1 learner', '3 learners')
    """
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
