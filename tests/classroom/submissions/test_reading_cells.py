"""Each cell comes out once, in its place, with the exercise that it claims."""

from typing import Any

import pytest
from notebook_bytes import dumped, read

from lessons.classroom.submissions.bindings import binds, parsed
from lessons.classroom.submissions.ipython_syntax import to_python
from lessons.classroom.submissions.limits import BOUNDS


def test_a_place_is_what_a_learner_counts() -> None:
    """A cell's place names the file and counts all cells from 1; in a script, its line."""
    cells = [{"cell_type": kind, "source": "x = 1"} for kind in ("markdown", "code", "raw", "code")]
    found = read(dumped({"cells": cells}), "work.ipynb")
    assert [cell.place for cell in found] == ["work.ipynb, cell 2", "work.ipynb, cell 4"]
    assert [cell.place for cell in read(b"\n\nx = 1\n", "a.py")] == ["a.py, line 3"]
    assert "\x1b" not in read(b"x=1", "evil\x1b[2J\n.py")[0].place


def test_order_and_copies_stay() -> None:
    """Copied cells, with the same id, come one by one in the notebook's order."""
    answers = [f"loss = {number}" for number in (3, 1, 2)]
    cells = [{"cell_type": "code", "id": "loss", "source": answer} for answer in answers]
    found = read(dumped({"cells": cells}))
    assert [(cell.text, cell.claims) for cell in found] == [(answer, "loss") for answer in answers]


@pytest.mark.parametrize(
    "metadata",
    [
        {"nbgrader": {"grade_id": "check-loss"}},
        {"nbgrader": {"grade_id": ["loss"]}},
        {"nbgrader": "loss"},
        {"id": "losses"},
        ["loss"],
        None,
    ],
)
def test_only_exercises_are_claimed(metadata: Any) -> None:
    """A cell claims an exercise by nbgrader's name or by its id, never by anything near it."""
    cell = {"cell_type": "code", "source": "x = 1", "metadata": metadata}
    assert read(dumped({"cells": [cell]}))[0].claims == ""
    assert read(dumped({"cells": [cell | {"id": "loss"}]}))[0].claims == "loss"
    named = {"nbgrader": {"grade_id": "dz"}}
    assert read(dumped({"cells": [cell | {"id": "loss", "metadata": named}]}))[0].claims == "dz"


ODD_CELLS = [None, 5, "x", [], {}, {"cell_type": 3}, {"cell_type": "code"}, {"source": "x = 1"}]
ODD_SOURCES: dict[str, Any] = {"none": None, "number": 5, "dict": {}, "list of odd": [None, 3, {}]}


@pytest.mark.parametrize("odd", ODD_SOURCES)
def test_wrong_types_cost_their_own_cell(odd: str) -> None:
    """Cells and sources of a wrong type are blank or left out; the good cell is read."""
    good = {"cell_type": "code", "source": ["a = 1\n", "b = 2"]}
    bad = {"cell_type": "code", "source": ODD_SOURCES[odd]}
    found = read(dumped({"cells": [*ODD_CELLS, bad, good], "metadata": None, "nbformat": "4"}))
    assert [cell.text for cell in found if cell.text] == ["a = 1\nb = 2"]


def test_other_encodings() -> None:
    """Old encodings of Windows and half characters cost nobody a cell."""
    (cell,) = read("größer = 1\nx = '“'".encode("cp1252"), "x.py")[1:]
    assert cell.text == "x = '“'"
    (cell,) = read(b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}')
    assert cell.text == "x = '?'"


def test_a_huge_cell_is_left_out() -> None:
    """A cell too long to be an answer is left out, and says so; its neighbours stay."""
    long = {"cell_type": "code", "id": "loss", "source": "x = 1\n" * BOUNDS.cell_characters}
    found = read(dumped({"cells": [long, long | {"source": "y = 1"}]}))
    assert found[0].text == "# This cell was longer than 50,000 characters, and was left out."
    assert found[1].text == "y = 1"


STATEMENTS = {
    "plain": ("import math\n\n# z\nz = (1 +\n  2); y = 3\nz = 4\n", [1, 4, 6]),
    "decorated": ("import a\n@a\n@b\ndef f():\n    pass\nclass C: pass", [1, 2, 6]),
    "joined": ("y = (\n2); z = 3; w = (\n4)\nv = 5", [1, 4]),
    "magics": ("%matplotlib inline\nx = 1\n!ls", [1, 2, 3]),
    "a text": ("x = '''\n%time\ny = 1\n'''\nz = 2", [1, 5]),
    "broken": ("import a\ndef f(:\n    pass\n\n    x\ndef g():\n    pass\n\nz = 1", [1, 2, 6, 9]),
    "broken if": ("x = )\n\nif x:\n    y\n\nelse:\n    z\n\n@d\ndef f(): 1", [1, 3, 9]),
}


@pytest.mark.parametrize("script", STATEMENTS)
def test_a_plain_script_is_cut_at_its_statements(script: str) -> None:
    """Each statement is a cell at its own line, so that one that fails takes none along."""
    text, lines = STATEMENTS[script]
    cells = read(text.encode(), "x.py")
    assert [int(cell.place.rpartition(" ")[2]) for cell in cells] == lines
    if parsed(to_python(text)):
        assert all(parsed(cell.text) for cell in cells)
        assert set().union(*(binds(cell.text) for cell in cells)) == binds(to_python(text))
