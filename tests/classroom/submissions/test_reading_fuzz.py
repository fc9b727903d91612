"""Whatever bytes are handed in: cells or one sentence come out, and nothing else ever."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from notebook_bytes import read_or_refused
from places import ROOT

REAL = (ROOT / "notebooks/01_recap.ipynb").read_bytes()
SCRIPT = (ROOT / "solutions/01_recap.py").read_bytes()

NAMES = st.sampled_from(["x.ipynb", "x.py", "x.txt", "x", "\udcff\n.ipynb", "x" * 300])
STARTS = [
    b"",
    b"{",
    b"\xef\xbb\xbf{",
    b"\xff\xfe{\0",
    b"\0{",
    b"# %%\n",
    b'{"cells":[',
    b"%%",
    b"PK",
]
BYTES = st.builds(bytes.__add__, st.sampled_from(STARTS), st.binary(max_size=300))


@given(BYTES, NAMES)
@settings(max_examples=200)
def test_any_bytes(data: bytes, name: str) -> None:
    """Any bytes under any name are read or refused."""
    read_or_refused(data, name)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A real file with bytes flipped, a piece cut out, doubled or put in, or its end off."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 5))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    start = draw(st.integers(0, len(data)))
    piece = draw(st.binary(max_size=8) | st.just(bytes(data[start : start + 500])))
    data[start : start + draw(st.integers(0, 500))] = piece
    return bytes(data[: draw(st.just(len(data)) | st.integers(0, len(data)))])


@given(damaged(REAL), NAMES)
@settings(max_examples=80)
def test_damaged_notebooks(data: bytes, name: str) -> None:
    """A notebook with any damage is read or refused."""
    read_or_refused(data, name)


@given(damaged(SCRIPT), NAMES)
@settings(max_examples=40)
def test_damaged_scripts(data: bytes, name: str) -> None:
    """A script with any damage is read or refused."""
    read_or_refused(data, name)


KEYS = (
    "cells worksheets cell_type source input outputs metadata nbgrader grade_id id vscode".split()
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([*KEYS, "code"])
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=20,
)


@given(JSON, st.lists(JSON, max_size=4), st.sampled_from(KEYS))
@settings(max_examples=60)
def test_wrong_types_anywhere(odd: Any, cells: list[Any], key: str) -> None:
    """Wrong types in any place of a notebook cost at most their own cell."""
    good = {"cell_type": "code", "source": "loss = 1", "id": "loss"}
    bad = {"cell_type": "code", "source": "x = 1", key: odd}
    found = read_or_refused(
        json.dumps({"cells": [*cells, bad, good], "metadata": odd}).encode(), "x.ipynb"
    )
    assert found[-1].text == "loss = 1"
    assert found[-1].claims == "loss"
