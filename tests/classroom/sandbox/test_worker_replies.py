"""Every line from a worker is a reply of the right shape, or none."""

import json
from contextlib import suppress
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.sandbox.limits import LIMITS
from lessons.classroom.sandbox.protocol import SHAPES, NoReplyError, parts_in, reply_in

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
asked = st.sampled_from(["run", "call", "numbers", "choice", "facts"])
jsonlike = st.from_regex(rb'[\[\]{}",:0-9eE.tfn-]{0,40}', fullmatch=True)

texts = st.text(st.characters(exclude_categories=()), max_size=30)
texts |= st.sampled_from(["x" * LIMITS.text_characters, "\0" * (LIMITS.text_characters + 1)])
UNSEEN = "\N{REPLACEMENT CHARACTER}"
numbers = st.floats() | st.integers(-(10**300), 10**300)
PARTS = {
    "trouble": st.lists(texts, min_size=3, max_size=3),
    "values": st.lists(numbers | st.lists(numbers)),
    "text": texts,
    "parameters": st.none() | texts,
    "leaked": st.lists(texts),
    "helpers": st.lists(texts),
}


def of_the_right_shape(do: str) -> st.SearchStrategy[dict[str, Any]]:
    shapes = [st.fixed_dictionaries({part: PARTS[part] for part in shape}) for shape in SHAPES[do]]
    return st.one_of(shapes)


def nearly(do: str) -> st.SearchStrategy[dict[str, Any]]:
    """The right parts, or one too many, with anything in one of them."""
    odd = st.dictionaries(st.sampled_from([*PARTS]), anything, min_size=1, max_size=1)
    return st.builds(lambda reply, odd: reply | odd, of_the_right_shape(do), odd)


def texts_in(reply: dict[str, Any]) -> list[str]:
    lists = [reply.get(part) or [] for part in ("trouble", "leaked", "helpers")]
    single = [reply[part] for part in ("text", "parameters") if reply.get(part) is not None]
    return [*chain(*lists), *single]


def has_the_right_shape(reply: dict[str, Any]) -> None:
    for text in texts_in(reply):
        assert len(text) <= LIMITS.text_characters
        assert all(c.isprintable() or c == "\n" for c in text)
        text.encode()
    for item in reply.get("values", []):
        assert all(isinstance(n, float) for n in (item if isinstance(item, list) else [item]))


def survives(line: bytes, do: str) -> None:
    with suppress(NoReplyError):
        has_the_right_shape(parts_in(line, do, LIMITS))


@given(st.data(), asked)
def test_a_reply_of_the_right_shape_is_read(data: st.DataObject, do: str) -> None:
    """Every number and every text that can be shown comes through; all else of a text is marked."""
    said = data.draw(of_the_right_shape(do))
    reply = parts_in(json.dumps(said).encode(), do, LIMITS)
    has_the_right_shape(reply)
    assert reply.keys() == said.keys()
    floats = [[*map(float, v)] if isinstance(v, list) else float(v) for v in said.get("values", [])]
    assert repr(reply.get("values", [])) == repr(floats)
    for text, meant in zip(texts_in(reply), texts_in(said), strict=True):
        assert len(text) == min(len(meant), LIMITS.text_characters)
        assert all(c in (old, UNSEEN) for c, old in zip(text, meant, strict=False))
        assert text == meant or not meant.isprintable()


def test_of_what_cant_be_seen_lines_alone_are_kept() -> None:
    """A text keeps its lines; a tab, a terminal's command, a turn of direction are marked."""
    line = json.dumps({"text": "é\nb\t\x1b[1m\u202e\ud800"}).encode()
    assert reply_in(line, {"do": "choice"}, LIMITS) == f"é\nb{UNSEEN}{UNSEEN}[1m{UNSEEN}{UNSEEN}"


@given(st.binary() | jsonlike, asked)
def test_no_bytes_can_break_the_reader(line: bytes, do: str) -> None:
    """Every line is a reply of the right shape, or no reply; nothing else is raised."""
    survives(line, do)


@given(st.data(), asked)
def test_no_json_can_break_the_reader(data: st.DataObject, do: str) -> None:
    """The same for lines that look much more like a reply."""
    survives(json.dumps(data.draw(nearly(do))).encode(), do)


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
        reply_in(line, {"do": "call", "outputs": ["a"]}, LIMITS)
