"""No cell is obeyed by a spreadsheet, and nothing in it is lost or damaged."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from grade_tables import canvas, moodle, named
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.classroom.exports.canvas_moodle import guarded, write_exports
from lessons.classroom.models import Graded
from lessons.classroom.text import tidy

OBEYED = tuple("=+-@\t\r")  # OWASP's page on CSV injection: what a spreadsheet may obey
STARTS = st.sampled_from(["=1+1", "+1 2", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|x"])
TEXTS = st.one_of(st.text(max_size=40), st.tuples(STARTS, st.text(max_size=9)).map("".join))


@settings(max_examples=200)
@given(TEXTS)
def test_no_cell_is_obeyed(text: str) -> None:
    """No text starts a formula once it stands in a cell, and what starts none is left alone."""
    cell = guarded(text)
    plain = " ".join(tidy(text).split())
    assert not cell.startswith(OBEYED) or _is_harmless(cell)
    assert "\n" not in cell
    assert cell in (plain, f"'{plain}")
    if plain[:1].isalnum():
        assert cell == plain


@pytest.mark.parametrize("name", ["Zoë O'Brien-Smith", "van der Berg, Jan", "-2.5", "지수", "D@n"])
def test_names_and_numbers_are_not_damaged(name: str) -> None:
    """Real names and negative numbers come out as they went in."""
    assert guarded(name) == name


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
def test_odd_names_keep_every_row(who: list[tuple[str, str, str]]) -> None:
    """However odd names, keys and numbers are: one row each, no cell obeyed, nothing lost."""
    everybody = [named(*each) for each in who]
    for rows, extra in ((canvas(everybody), 1), (moodle(everybody), 0)):
        assert len(rows) == len(who) + extra
        cells = [cell for row in rows for cell in row.values()]
        assert all(isinstance(cell, str) for cell in cells)
        assert not any(cell.startswith(OBEYED) and not _is_harmless(cell) for cell in cells)


def _is_harmless(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+([.,]\d+)?|-", cell))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
@settings(max_examples=40)
def test_json_lines_keep_everything(who: list[tuple[str, str]]) -> None:
    """Each line is one learner as a whole, with the totals, and can be read back."""
    everybody = [named(*each) for each in who]
    with TemporaryDirectory() as folder:
        path = write_exports(lambda: everybody, Path(folder))[2]
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    totals = [(line.pop("points"), line.pop("out_of")) for line in lines]
    assert totals == [(graded.points, graded.out_of) for graded in everybody]
    assert [Graded.from_plain(line) for line in lines] == everybody
