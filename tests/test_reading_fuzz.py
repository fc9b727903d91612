"""Whatever bytes are handed in: cells or one sentence come out, soon, and nothing else ever."""

import ast
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from lessons.classroom.handed_in.bounds import BOUNDS, RefusedError
from lessons.classroom.handed_in.magics import binds, parsed, plain
from lessons.classroom.handed_in.reading import read_cells
from lessons.classroom.records import Cell, Source

ROOT = Path(__file__).parents[1]
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


def read(data: bytes, name: str) -> list[Cell]:
    """Return the cells, or none for a refusal; check what holds for all of them."""
    try:
        cells = read_cells(Source(name, data))
    except RefusedError as refused:
        told = str(refused)
        assert told.endswith(".")
        assert told.encode()
        assert told.isprintable() or "�" in told
        return []
    for cell in cells:
        assert (cell.place + cell.text).encode()
        assert "\r" not in cell.text
        assert binds(cell.text) is not None
    return cells


@given(BYTES, NAMES)
@settings(max_examples=200)
def test_any_bytes(data: bytes, name: str) -> None:
    """Any bytes under any name are read or refused."""
    read(data, name)


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
    read(data, name)


@given(damaged(SCRIPT), NAMES)
@settings(max_examples=40)
def test_damaged_scripts(data: bytes, name: str) -> None:
    """A script with any damage is read or refused."""
    read(data, name)


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
    found = read(json.dumps({"cells": [*cells, bad, good], "metadata": odd}).encode(), "x.ipynb")
    assert found[-1].text == "loss = 1"
    assert found[-1].claims == "loss"


def nested(start: str, middle: str, count: int) -> bytes:
    return (start + middle * count).encode()


LONG = BOUNDS.cell_characters
ENDLESS = {
    "brackets": nested('{"cells":', "[", 100_000),
    "objects": nested("", '{"a":', 100_000),
    "double keys": nested('{"cells":[],', '"cells":null,', 100_000) + b'"a":0}',
    "a huge number": nested('{"cells":', "9", 1_000_000) + b"}",
    "a long string": nested('{"cells":"', "\\\\u0041", 1_000_000) + b'"}',
    "backslashes": nested('{"cells":"', "\\\\", 3_000_001),
    "blank lines": nested("x = (", "\n", LONG - 9),
    "spaces": nested("%x\n", " ", LONG - 9) + b"(",
    "tabs before a magic": nested("(\n", "\t", LONG - 9) + b"%",
    "question marks": nested("a", "?", LONG - 9),
    "equals": nested("a", "=", LONG - 9) + b"!",
    "words": nested("", "a ", LONG // 2 - 9) + b"= %",
    "marks": nested("", "# %%\nx\n", 4_999),
    "magics of cells": nested("", "%%time\n", LONG // 7) + b"(",
    "open brackets": nested("%x\n", "(\n", LONG // 2 - 9),
    "open texts": nested("%x\n", "'''\n\"\n", LONG // 6 - 9),
    "joined lines": nested("%x", "\\\n", LONG // 2 - 9),
    "minus": nested("x = ", "-", LONG - 9) + b"1",
    "plus": nested("x = 1", "+1", LONG // 2 - 9),
    "dots": nested("x = x", ".a", LONG // 2 - 9),
    "calls": nested("x = x", "()", LONG // 2 - 9),
    "else": nested("if 1: x = 1\n", "elif 1: x = 1\n", LONG // 14 - 9),
    "decorators": nested("", "@x\n", LONG // 3 - 9) + b"def f(): 1",
    "statements": nested("", "a;", LONG // 2 - 9),
    "closings": nested("", ")", LONG - 9),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_nothing_takes_long(what: str) -> None:
    """What is made to hang or to overflow a reader, as a notebook, a script or a cell, doesn't."""
    data = ENDLESS[what]
    start = time.process_time()
    read(data, "x.py")
    read(data, "x.ipynb")
    cell = {"cell_type": "code", "source": data.decode()[:LONG]}
    read(json.dumps({"cells": [cell]}).encode(), "x.ipynb")
    assert time.process_time() - start < 5


FULL = {
    "objects": ('{"cells": [', '{"":0},'),
    "cells": ('{"cells": [', '{"cell_type":"code"},'),
    "statements": ("", "a=1\n"),
    "cells of a script": ("", "# %%\na\n"),
}
MEASURED = """
import resource, sys
from lessons.classroom.handed_in.reading import RefusedError, read_cells
from lessons.classroom.records import Source
resource.setrlimit(resource.RLIMIT_AS, (500_000_000,) * 2)
start, middle = sys.argv[1:]
data = (start + middle * ((10_000_000 - 100) // len(middle)) + "0]}").encode()
for name in ("x.ipynb", "x.py"):
    try:
        read_cells(Source(name, data))
    except RefusedError as refused:
        print(refused)
"""


@pytest.mark.parametrize("what", FULL)
def test_memory_is_bounded(what: str) -> None:
    """The worst file of the largest size is read or refused within 500 megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *FULL[what]], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("can't be taken") == 2


PIECES = [
    "x = 1",
    "y = x % 3",
    "s = '''\n%time\n!ls\n'''",
    'print("%d" % x)',
    "d = {1: 5\n % 3}",
    "",
    "def f(a):\n    return a % 3",
    "if x:\n    !ls\n    y = 2",
    "z = 'a' \\\n  'b'",
    "# it's (",
    "#?",
    "%matplotlib inline",
    "!ls -l 'it''s",
    "x?",
    "?x",
    "x.y??",
    "y = !ls | grep '",
    "y = %who str",
    "!ls \\\n  -l",
    "a, b = %magic 1, 2",
    "!!ls",
    "%%time",
    'r"\\\\"',
    "f'{x!r}'",
    ")",
    '"""',
    "\tx",
    "for i in x:\n    %cd ..",
    "%cd ~",
    "x = (\n!ls)",
    "e = x if x else '?'",
    "t = '?' #?",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
@settings(max_examples=300)
def test_magics_as_ipython_reads_them(pieces: list[str]) -> None:
    """What IPython makes valid Python of, this does too, and the Python in it is the same."""
    cell = "\n".join(pieces)
    try:
        theirs = parsed(TransformerManager().transform_cell(cell))
    except TabError:  # from Python 3.12 on, what IPython reads with says so itself
        return
    if theirs and not cell.lstrip().startswith("%%"):
        ours = parsed(plain(cell))
        assert ours
        assert shape(ours) == shape(theirs)


def shape(tree: ast.Module) -> str:
    """Return the Python in it: calls of IPython's own do nothing, and give None."""
    for node in ast.walk(tree):
        for name, field in ast.iter_fields(node):
            if isinstance(field, list):
                field[:] = [ast.Pass() if _is_magic(one) else one for one in field]
            elif (
                name == "value"
                and isinstance(node, ast.Assign)
                and "get_ipython" in ast.dump(field)
            ):
                node.value = ast.Constant(None)
    return ast.dump(tree)


def _is_magic(node: Any) -> bool:
    return isinstance(node, ast.Expr) and "get_ipython" in ast.dump(node)


@given(st.text(alphabet="x=%!?'\"#\\\n ()[]{}\t:1>.", max_size=60))
@settings(max_examples=500)
def test_plain_python_stays(text: str) -> None:
    """Python stays as it is, to the letter, and making a cell plain twice changes nothing more."""
    once = plain(text)
    assert once == text or not parsed(text)
    assert plain(once) == once or not parsed(once)
    binds(text)
