"""Reading takes little: no file, whatever it holds, costs much time or memory."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from notebook_bytes import read, read_or_refused

from lessons.classroom.handed_in.bounds import BOUNDS

ROOT = Path(__file__).parents[1]


def test_reading_is_fast() -> None:
    """An ordinary lesson is read in less than 2 thousandths of a second (the best of 20 times)."""
    data = (ROOT / "notebooks/03_update_rule.ipynb").read_bytes()
    seconds = []
    for _ in range(20):
        start = time.perf_counter()
        read(data)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.002


def test_reading_imports_little() -> None:
    """Neither nbformat nor IPython, which take a second to import, is needed to read."""
    here = "lessons.classroom.handed_in"
    code = f"import sys, {here}.reading, {here}.collect; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert {"nbformat", "IPython", "jupytext", "numpy", "jsonschema"} & set(loaded) == set()


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
    read_or_refused(data, "x.py")
    read_or_refused(data, "x.ipynb")
    cell = {"cell_type": "code", "source": data.decode()[:LONG]}
    read_or_refused(json.dumps({"cells": [cell]}).encode(), "x.ipynb")
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
