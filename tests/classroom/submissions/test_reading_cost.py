"""Reading takes little: no file, whatever it holds, costs much time or memory."""

import json
import subprocess
import sys

import pytest
from effort import effort
from notebook_bytes import read, read_or_refused
from patience import LONG
from places import ROOT

from lessons.checking.time_limit import time_limit
from lessons.classroom.submissions.limits import BOUNDS


def test_an_ordinary_lesson_is_little_work() -> None:
    """Each byte of a lesson is looked at a few times, and no more."""
    data = (ROOT / "notebooks/03_update_rule.ipynb").read_bytes()
    read(data)  # once, for what is looked up only once
    assert effort(lambda: read(data)) < 6.5 * len(data)


def test_reading_imports_little() -> None:
    """Neither nbformat nor IPython, which take a second to import, is needed to read."""
    here = "lessons.classroom.submissions"
    code = f"import sys, {here}.notebooks, {here}.collect; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert {"nbformat", "IPython", "jupytext", "numpy", "jsonschema"} & set(loaded) == set()


def nested(start: str, middle: str, count: int) -> bytes:
    return (start + middle * count).encode()


MOST = BOUNDS.cell_characters


def endless(most: int) -> dict[str, bytes]:
    """Return what is made to hang or to overflow a reader, its cells with so many characters."""
    return {
        "brackets": nested('{"cells":', "[", 2 * most),
        "objects": nested("", '{"a":', 2 * most),
        "double keys": nested('{"cells":[],', '"cells":null,', 2 * most) + b'"a":0}',
        "a huge number": nested('{"cells":', "9", 20 * most) + b"}",
        "a long string": nested('{"cells":"', "\\\\u0041", 20 * most) + b'"}',
        "backslashes": nested('{"cells":"', "\\\\", 60 * most + 1),
        "blank lines": nested("x = (", "\n", most - 9),
        "spaces": nested("%x\n", " ", most - 9) + b"(",
        "tabs before a magic": nested("(\n", "\t", most - 9) + b"%",
        "question marks": nested("a", "?", most - 9),
        "equals": nested("a", "=", most - 9) + b"!",
        "words": nested("", "a ", most // 2 - 9) + b"= %",
        "marks": nested("", "# %%\nx\n", most // 10 - 1),
        "magics": nested("", "!a\n", most // 3),
        "helps": nested("", "x?\n", most // 3),
        "magics of cells": nested("", "%%time\n", most // 7) + b"(",
        "open brackets": nested("%x\n", "(\n", most // 2 - 9),
        "open texts": nested("%x\n", "'''\n\"\n", most // 6 - 9),
        "joined lines": nested("%x", "\\\n", most // 2 - 9),
        "minus": nested("x = ", "-", most - 9) + b"1",
        "plus": nested("x = 1", "+1", most // 2 - 9),
        "dots": nested("x = x", ".a", most // 2 - 9),
        "calls": nested("x = x", "()", most // 2 - 9),
        "else": nested("if 1: x = 1\n", "elif 1: x = 1\n", most // 14 - 9),
        "decorators": nested("", "@x\n", most // 3 - 9) + b"def f(): 1",
        "statements": nested("", "a;", most // 2 - 9),
        "closings": nested("", ")", most - 9),
    }


def read_in_every_form(data: bytes) -> None:
    """Read it as a script, a notebook, and a cell."""
    read_or_refused(data, "x.py")
    read_or_refused(data, "x.ipynb")
    cell = {"cell_type": "code", "source": data.decode()[:MOST]}
    read_or_refused(json.dumps({"cells": [cell]}).encode(), "x.ipynb")


@pytest.mark.parametrize("what", endless(MOST))
def test_nothing_is_much_work(what: str) -> None:
    """What is made to hang or to overflow a reader ends, and its work grows as its length does."""
    with time_limit(LONG):
        read_in_every_form(endless(MOST)[what])
    tenth = endless(MOST // 10)[what]
    assert effort(lambda: read_in_every_form(tenth)) < 1000 * len(tenth)


FULL = {
    "objects": ('{"cells": [', '{"":0},'),
    "cells": ('{"cells": [', '{"cell_type":"code"},'),
    "statements": ("", "a=1\n"),
    "cells of a script": ("", "# %%\na\n"),
}
MEASURED = """
import resource, sys
from lessons.classroom.submissions.notebooks import RefusedError, read_cells
from lessons.classroom.models import Source
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
