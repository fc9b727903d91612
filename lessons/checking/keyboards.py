"""Signs from formulas and from other keyboards: which key is meant."""

import keyword
import re
import unicodedata

from lessons.checking.messages import Words
from lessons.exercises.order import FUNCTIONS, QUANTITIES

INVALID = re.compile(r"SyntaxError: invalid (?:non-printable )?character\b.*U\+([0-9A-F]{4,6})")
UNKNOWN = re.compile(r"(?:NameError: name|AttributeError: .* has no attribute) '([^']+)'")

# Python lets the middle dots stand inside a name, so they come in both kinds of errors.
MIDDLE_DOTS = "·・ㆍᆞ"
# Signs that have no key of the same look; full-width ones Unicode itself knows how to narrow.
KEYS = {
    **dict.fromkeys(MIDDLE_DOTS + "⋅∙•×✕∗", "*"),
    **dict.fromkeys("−–—‐‑―", "-"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict(zip("≤≥≠∂。、²³", ["<=", ">=", "!=", "d", ".", ",", "** 2", "** 3"], strict=True)),
}
SPELLED = {"α": "alpha", "σ": "sigmoid"}
TWINS = dict(zip("асеорхуАВСЕНКМОРТХаα", "aceopxyABCEHKMOPTXaa", strict=True))

# The keys of the Korean letters: at the beginning of a syllable, in its middle, at its end.
BEGIN = "r R s e E f a q Q t T d w W c z x v g".split()
MIDDLE = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()
END = "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split()
KOREAN = {
    chr(first + place): key
    for first, row in ((0x1100, BEGIN), (0x1161, MIDDLE), (0x11A8, END))
    for place, key in enumerate(row)
}
COURSE = {*QUANTITIES, *FUNCTIONS, *keyword.kwlist, *"math np exp log print range losses".split()}


def words_for(detail: str, lines: str = "") -> Words | None:
    """Return title, what happened and what to try, if an error comes from a sign like these.

    `detail` is the error as Python puts it, `lines` what the learner wrote there.

    >>> words_for("SyntaxError: invalid character '−' (U+2212)")[2]
    'Write - instead.'
    >>> words_for("NameError: name 'w1·x1' is not defined")[0]
    '· is no sign of Python'
    >>> words_for("NameError: name 'q' is not defined") is None
    True
    """
    if invalid := INVALID.match(detail):
        return _about_sign(chr(min(int(invalid[1], 16), 0x10FFFF)))
    if detail.startswith("SyntaxError"):
        return _about_keywords(lines)
    if unknown := UNKNOWN.match(detail):
        return _about_name(unknown[1], lines)
    return None


def keys_for(text: str) -> str:
    """Return what the same keys write while the Korean keyboard is off.

    >>> keys_for("미ㅔㅗㅁ"), keys_for("ㅇㅈ1"), keys_for("유")
    ('alpha', 'dw1', 'db')
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join(KOREAN.get(letter, letter) for letter in letters)


def _about_sign(sign: str) -> Words:
    name = unicodedata.name(sign, "a sign without a name").lower()
    if not sign.isprintable() or sign.isspace():
        return (
            "A sign that nobody can see",
            f"Python found one ({name}) that is none of its spaces. Such signs come along when "
            "a line is copied.",
            "Delete all that looks like a space in that line, and type the spaces anew.",
        )
    key = _key(sign)
    return (
        f"{sign} is no sign of Python",
        f"Python can't read {sign} ({name}). Such signs come from formulas and from other "
        "keyboards.",
        f"Write {key} instead." if key else "Type that place again, with signs from the keyboard.",
    )


def _key(sign: str) -> str:
    narrow = unicodedata.normalize("NFKC", sign)
    return KEYS.get(sign) or (narrow if narrow.isascii() else "")


def _about_name(name: str, lines: str) -> Words | None:
    written = _as_written(name, lines)
    unseen = next((sign for sign in name if not sign.isprintable()), "")
    if unseen:  # since Python 3.13 one of these may stand inside a name
        return _about_sign(unseen)
    dot = next((sign for sign in written if sign in MIDDLE_DOTS), "")
    if dot:
        return (
            f"{dot} is no sign of Python",
            f"Python read {written} as one name, because {dot} may stand inside a name.",
            "Write * instead.",
        )
    if _is_korean(written):
        return _about_korean(written)
    if name in SPELLED:
        return (
            f"{name} is a letter of the formulas",
            f"Python knows no name {name}.",
            f"In Python it is written {SPELLED[name]}.",
        )
    twins = [letter for letter in name if letter in TWINS]
    if twins:
        return (
            "A letter of another alphabet",
            f"{name} holds a letter that only looks like {TWINS[twins[0]]}. To Python it is "
            "another one.",
            "Switch the keyboard to English, and type the whole name again.",
        )
    return None


def _about_keywords(lines: str) -> Words | None:
    """Find Python's own words, such as return, typed with the Korean keyboard."""
    words = re.findall(r"\w+", lines.rpartition("\n")[2])
    korean = (word for word in words if not word.isascii() and keys_for(word) in keyword.kwlist)
    return next(map(_about_korean, korean), None)


def _about_korean(written: str) -> Words:
    keys = keys_for(written)
    return (
        "The Korean keyboard was on",
        f"Python read {written} as a name. Without the Korean keyboard the same keys write {keys}.",
        f"Switch the keyboard to English (한/영), and type {keys} there.",
    )


def _is_korean(name: str) -> bool:
    """Tell whether it isn't meant to be Korean: no word of that language has letters on their own.

    >>> [_is_korean(name) for name in ("ㅁ", "유", "기울기", "a")]
    [True, True, False, False]
    """
    letters = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name))
    typed = any(letter in KOREAN for letter in unicodedata.normalize("NFKD", name))
    return typed and (any(letter in KOREAN for letter in letters) or keys_for(name) in COURSE)


def _as_written(name: str, lines: str) -> str:
    """Return the name as it stands in the lines; Python tells it in another form."""
    words = re.findall(r"[\w·・]+", lines.rpartition("\n")[2])
    return next((word for word in words if unicodedata.normalize("NFKC", word) == name), name)
