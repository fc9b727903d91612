"""What comes out of a sandbox, taken for what it may be: anything at all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from lessons.answers.function_facts import Facts
from lessons.answers.outcome import Outcome, Trouble, Value
from lessons.checking.messages import TROUBLES
from lessons.classroom.sandbox.limits import Limits

Said = dict[str, Any]
Reply = Trouble | Outcome | Facts | str | None

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


def reply_in(line: bytes, request: Mapping[str, Any], limits: Limits) -> Reply:
    """Return the reply to a request, or raise NoReplyError.

    It is a trouble or None after "start" and "run", an outcome after "call" and "numbers", a letter
    or a trouble after "choice", and facts after "facts".

    >>> reply_in(b'{"values": [1]}', {"do": "call", "outputs": ["a"]}, Limits()).values
    (1.0,)
    >>> reply_in(b'{"values": [1], "points": 10}', {"do": "call", "outputs": ["a"]}, Limits())
    Traceback (most recent call last):
    lessons.classroom.sandbox.protocol.NoReplyError: not the parts of a reply to 'call'
    """
    said = parts_in(line, request["do"], limits)
    trouble = _trouble(said.get("trouble"), limits)
    match request["do"]:
        case "start" | "run":
            return trouble
        case "choice":
            return trouble or said["text"][: limits.detail_characters]
        case "facts":
            return Facts() if trouble else _facts(said, request, limits)
        case _:
            return Outcome(trouble=trouble) if trouble else _outcome(said, request, limits)


def _trouble(told: Sequence[str] | None, limits: Limits) -> Trouble | None:
    """Return the trouble that a reply tells of; a kind that nobody knows is no reply at all."""
    if told is None:
        return None
    kind: Any
    kind, detail, lines = told
    if kind != "error" and kind not in TROUBLES:
        return Trouble("garbled")
    return Trouble(kind, detail[: limits.detail_characters], lines[: limits.lines_characters])


def _outcome(said: Said, request: Mapping[str, Any], limits: Limits) -> Outcome:
    """Return the values that a reply says, if they are as many as the exercise has."""
    values: list[Value] = said["values"]
    names = request["outputs"]
    if len(values) != len(names):
        return Outcome(trouble=Trouble("garbled"))
    for value, name in zip(values, names, strict=True):
        if isinstance(value, list) != (name == "losses"):
            return Outcome(trouble=Trouble("garbled"))
        if isinstance(value, list) and len(value) > limits.list_numbers:
            long = f"{name} is a list of {len(value)} numbers"
            return Outcome(trouble=Trouble("type", long))
    return Outcome(tuple(values))


def _facts(said: Said, request: Mapping[str, Any], limits: Limits) -> Facts:
    parameters = said["parameters"] and said["parameters"][: limits.detail_characters]
    leaked = tuple(name for name in request["quantities"] if name in said["leaked"])
    helpers = tuple(name for name in request["exercises"] if name in said["helpers"])
    return Facts(parameters, leaked, helpers)


def parts_in(line: bytes, do: str, limits: Limits) -> Said:
    """Return the parts of a line that has the shape of a reply, or raise NoReplyError.

    Numbers are floats, infinity and nan among them; texts have no control characters.

    >>> parts_in(b'{"values": [1, [2, Infinity]]}', "call", Limits())
    {'values': [1.0, [2.0, inf]]}
    """
    try:
        reply = READER.decode(line.decode())
    except (ValueError, RecursionError, MemoryError):
        raise NoReplyError("not JSON") from None
    if not isinstance(reply, dict) or reply.keys() not in SHAPES[do]:
        raise NoReplyError(f"not the parts of a reply to {do!r}")
    if do not in MAY_SAY_NOTHING and reply == {"trouble": None}:
        raise NoReplyError(f"neither trouble nor a reply to {do!r}")
    read = _Reader(limits)
    return {part: getattr(read, part)(value) for part, value in reply.items()}


class _Reader:
    """Reads each part of a reply, by its name."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def values(self, value: object) -> list[Value]:
        """Return numbers, and lists of numbers."""
        return [self._value(item) for item in self._list(value)]

    def _value(self, item: object) -> Value:
        return list(map(_number, self._list(item))) if isinstance(item, list) else _number(item)

    def trouble(self, value: object) -> list[str] | None:
        if value is None:
            return None
        texts = self._texts(value)
        if len(texts) != 3:
            raise NoReplyError("not 3 texts")
        return texts

    def parameters(self, value: object) -> str | None:
        return None if value is None else self.text(value)

    def text(self, value: object) -> str:
        """Return a text that no page, terminal or database stumbles over."""
        if not isinstance(value, str):
            raise NoReplyError("no text")
        kept = value[: self._limits.text_characters]
        return "".join(
            c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in kept
        )

    def _texts(self, value: object) -> list[str]:
        return [self.text(item) for item in self._list(value)]

    leaked = helpers = _texts

    def _list(self, value: object) -> list[Any]:
        if not isinstance(value, list) or len(value) > self._limits.list_items:
            raise NoReplyError("no list, or too long a one")
        return value


def _number(value: object) -> float:
    if not isinstance(value, float):
        raise NoReplyError("no number")
    return value
