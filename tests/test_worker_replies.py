"""Every line from a worker is a reply of the right shape, or none."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.sandbox.allowances import LIMITS
from lessons.classroom.sandbox.replies import NoReplyError, reply_in

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
parts = st.sampled_from(["trouble", "values", "text", "parameters", "leaked", "helpers"])
asked = st.sampled_from(["run", "call", "numbers", "choice", "facts"])


def survives(line: bytes, do: str) -> None:
    try:
        reply = reply_in(line, do)
    except NoReplyError:
        return
    for text in reply.get("trouble") or []:
        assert len(text) <= LIMITS.text_characters
        assert all(c.isprintable() or c == "\n" for c in text)
        text.encode()
    for item in reply.get("values", []):
        assert all(isinstance(n, float) for n in (item if isinstance(item, list) else [item]))


@given(st.binary(), asked)
def test_no_bytes_can_break_the_reader(line: bytes, do: str) -> None:
    """Every line is a reply of the right shape, or no reply; nothing else is raised."""
    survives(line, do)


@given(st.dictionaries(parts, anything, min_size=1), asked)
def test_no_json_can_break_the_reader(reply: dict[str, Any], do: str) -> None:
    """The same for lines that look much more like a reply."""
    survives(json.dumps(reply).encode(), do)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"values":' * 100_000,
        b'{"values": [' + b"9" * 100_000 + b"}",
        b'{"values": [true]}',
        b'{"values": ["0.5"]}',
        b'{"values": [[[0.5]]]}',
        b'{"values": [0.5], "values": 1}',
        b'{"trouble": NaN}',
        b'{"trouble": ["error", "no lines"]}',
        b'{"values": [' + b",".join([b"1"] * 20_000) + b"]}",
        b'{"values": [0.5], "points": 10}',
        b"\xff\xfe",
        b"",
    ],
    ids=range(13),
)
def test_a_malformed_reply_is_none(line: bytes) -> None:
    """Deep, long, untrue, incomplete, overfull: each is refused."""
    with pytest.raises(NoReplyError):
        reply_in(line, "call")
