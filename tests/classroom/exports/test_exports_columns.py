"""Canvas and Moodle get the columns that their documents name, and each lesson's points."""

import re
from pathlib import Path

from grade_tables import (
    CANVAS,
    CANVAS_IGNORES,
    MOODLE,
    MOODLE_NEEDS,
    canvas,
    moodle,
    named,
    whole_lesson,
)
from made_up_class import made_up_class

from lessons.classroom.exports.canvas_moodle import write_exports
from lessons.exercises import EXERCISES


def test_canvas_has_its_columns() -> None:
    """Canvas's own columns come first, then one for each lesson, none of which it ignores."""
    first, *others = canvas(list(made_up_class(12)))
    lessons = ["01_recap", "02_derivatives", "03_update_rule"]
    assert list(first) == CANVAS + lessons
    assert not any(CANVAS_IGNORES.search(lesson) for lesson in lessons)
    assert "Points Possible" in first["Student"]
    assert [float(first[lesson]) for lesson in lessons] == [
        sum(e.points for e in EXERCISES.values() if e.lesson == lesson) for lesson in lessons
    ]
    assert len(others) == 12


def test_canvas_gets_each_lessons_points() -> None:
    """A lesson's cell holds its points; of a lesson that was not handed in it stays blank."""
    recap, update = whole_lesson("01_recap"), whole_lesson("03_update_rule", right=False)
    _, first, second = canvas([recap, update])
    assert (first["01_recap"], first["03_update_rule"]) == ("13", "")
    assert (second["01_recap"], second["03_update_rule"]) == ("", "0")


def test_moodle_has_its_columns() -> None:
    """The worksheet has Moodle's columns in Moodle's order, and those that it can't do without."""
    rows = moodle(list(made_up_class(12)))
    assert list(rows[0]) == MOODLE
    assert set(MOODLE) >= MOODLE_NEEDS
    assert len(rows) == 12
    for row in rows:
        assert re.fullmatch(r"Participant \d+", row["Identifier"])
        assert 0 <= float(row["Grade"]) <= float(row["Maximum Grade"])
        assert "points" in row["Feedback comments"]


def test_leaving_a_lesson_out_gains_nothing() -> None:
    """In Moodle's one grade the total is that of the whole class, whatever was handed in."""
    whole, part = whole_lesson("01_recap"), whole_lesson("00_start")
    first, second = moodle([whole, part])
    assert first["Maximum Grade"] == second["Maximum Grade"] == "14"
    assert (first["Grade"], second["Grade"]) == ("13", "1")


def test_excel_sees_utf_8(tmp_path: Path) -> None:
    """Both tables start with the mark by which Excel knows UTF-8; the JSON has none."""
    paths = write_exports(lambda: [named("지수")], tmp_path / "grades")
    assert [path.name for path in paths] == ["canvas.csv", "moodle.csv", "grades.jsonl"]
    assert [path.read_bytes()[:3] == b"\xef\xbb\xbf" for path in paths] == [True, True, False]


def test_an_empty_class_has_its_files(tmp_path: Path) -> None:
    """Nobody graded: the files are there, with their first lines."""
    paths = write_exports(list, tmp_path)
    assert [len(path.read_text("utf-8").splitlines()) for path in paths] == [2, 1, 0]
