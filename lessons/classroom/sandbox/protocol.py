"""What comes out of a sandbox, taken for what it may be: anything at all."""

import json
from typing import Any

from lessons.classroom.sandbox.limits import LIMITS

Reply = dict[str, Any]

SHAPES = {
    "start": ({"trouble"},),
    "run": ({"trouble"},),
    "call": ({"trouble"}, {"values"}),
    "numbers": ({"trouble"}, {"values"}),
    "choice": ({"trouble"}, {"text"}),
    "facts": ({"trouble"}, {"parameters", "leaked", "helpers"}),
}
MAY_SAY_NOTHING = ("start", "run")  # no trouble is all there is to say, where nothing is asked for

READER = json.JSONDecoder(parse_int=float)  # float takes a million digits, int does not


class NoReplyError(ValueError):
    """A line that is no reply."""


def reply_in(line: bytes, do: str) -> Reply:
    """Return the reply to such a request, or raise NoReplyError.

    Numbers are floats, infinity and nan among them; texts have no control characters.

    >>> reply_in(b'{"values": [1, [2, Infinity]]}', "call")
    {'values': [1.0, [2.0, inf]]}
    >>> reply_in(b'{"values": [1], "points": 10}', "call")
    Traceback (most recent call last):
    lessons.classroom.sandbox.protocol.NoReplyError: not the parts of a reply to 'call'
    >>> reply_in(b'{"trouble": null}', "call")
    Traceback (most recent call last):
    lessons.classroom.sandbox.protocol.NoReplyError: neither trouble nor a reply to 'call'
    """
    try:
        reply = READER.decode(line.decode())
    except (ValueError, RecursionError, MemoryError):
        raise NoReplyError("not JSON") from None
    if not isinstance(reply, dict) or reply.keys() not in SHAPES[do]:
        raise NoReplyError(f"not the parts of a reply to {do!r}")
    if do not in MAY_SAY_NOTHING and reply == {"trouble": None}:
        raise NoReplyError(f"neither trouble nor a reply to {do!r}")
    return {part: PARTS[part](value) for part, value in reply.items()}


def _values(value: object) -> list[Any]:
    """Return numbers, and lists of numbers."""
    return [_numbers(item) if isinstance(item, list) else _number(item) for item in _list(value)]


def _numbers(value: object) -> list[float]:
    return [_number(item) for item in _list(value)]


def _number(value: object) -> float:
    if not isinstance(value, float):
        raise NoReplyError("no number")
    return value


def _trouble(value: object) -> list[str] | None:
    return None if value is None else _texts(value, 3)


def _parameters(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(value: object, count: int | None = None) -> list[str]:
    texts = [_text(item) for item in _list(value)]
    if count is not None and len(texts) != count:
        raise NoReplyError(f"not {count} texts")
    return texts


def _text(value: object) -> str:
    """Return a text that no page, terminal or database stumbles over."""
    if not isinstance(value, str):
        raise NoReplyError("no text")
    kept = value[: LIMITS.text_characters]
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in kept)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > LIMITS.list_items:
        raise NoReplyError("no list, or too long a one")
    return value


PARTS = {
    "trouble": _trouble,
    "values": _values,
    "text": _text,
    "parameters": _parameters,
    "leaked": _texts,
    "helpers": _texts,
}
