"""Runs a learner's cells and calls what they define: the one program inside the sandbox.

It gets requests, does what each of them says, and replies in lines of JSON. It knows no right
answer, and nobody trusts its replies: the code beside it can change it in any way. The little it
does against that is for honest learners, whose experiments must not spoil their later answers.

Each import here costs every submission its time: the `json` module alone would take 5 ms.
"""

from __future__ import annotations

import os
import sys
from _json import encode_basestring_ascii
from marshal import loads

from lessons.classroom.sandbox.inside.kernel import Kernel
from lessons.classroom.sandbox.inside.restrict import (
    close_standard_streams,
    closed_to_us,
    give_up_rights,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

    Reply = dict[str, Any]

leave, write = os._exit, os.write  # a learner's code may put something else in their places


def serve(start: dict[str, Any], requests: BinaryIO, replies: int) -> None:
    """Do what the requests say, one after the other, until there are no more."""
    close_standard_streams()
    sys.path += start["folders"]
    give_up_rights(start["limits"], start["user"])
    kernel = Kernel(start["provided"], start["most_printed"])
    closed = closed_to_us(sys.path) if start["user"] else None
    most = start["most_text"]
    _send(replies, {"trouble": closed and ["error", closed, ""]}, most)
    while request := _next(requests):
        for reply in kernel.replies(**request):
            _send(replies, reply, most)
    leave(0)  # whatever threads and farewells a learner's code has prepared


def _next(requests: BinaryIO) -> Any:
    size = int.from_bytes(requests.read(4), "big")
    return loads(requests.read(size)) if size else None


def _send(replies: int, reply: Reply, most: int) -> None:
    line = as_json(reply, most).encode() + b"\n"
    while line:
        line = line[write(replies, line) :]


def as_json(value: Any, most: int) -> str:
    """Return plain data as JSON; texts are cut after so many characters.

    Infinity and nan are written as Python does.

    >>> as_json({"values": (0.5, [float("inf")]), "text": "σσ"}, most=1)
    '{"values": [0.5, [Infinity]], "text": "\\\\u03c3"}'
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring_ascii(value[:most])
    if isinstance(value, float):
        return repr(value).replace("inf", "Infinity").replace("nan", "NaN")
    if isinstance(value, dict):
        pairs = (f'"{name}": {as_json(part, most)}' for name, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(as_json(part, most) for part in value) + "]"
