"""The learner's own record outlasts the notebook, and nothing that befalls it stops a lesson."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learners_record import files, in_another_python

from lessons.check import check
from lessons.exercises import EXERCISES
from lessons.progress import (
    cards,
    export_progress,
    forget_progress,
    record_file,
    session,
    show_record,
    store,
)

TODAY = date.today().isoformat()
RIGHT_DZ = 'from lessons.check import check; check("dz", lambda a, y: a - y)'
SHOW = "from lessons.progress import show_record; show_record()"
names = st.from_regex(r"[a-z]\w{0,9}", fullmatch=True)
counts = st.integers(0, 10**6)


def test_tests_keep_no_record() -> None:
    """While the course is tested, nothing is written into anybody's own record."""
    assert store.record_path() is None
    assert store.mark_done("dz") == store.NOT_KEPT
    assert store.load() == record_file.empty()


def test_the_record_has_its_place_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless told otherwise, the record is a file of the learner's own."""
    for name in ("LESSONS_PROGRESS", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    path = store.record_path()
    assert path is not None
    assert path.name == "lessons-progress.json"
    assert path.is_relative_to(tmp_path)
    assert store.mark_done("dz") == ""
    assert record_file.read(path)["done"] == {"dz": TODAY}


def test_a_tick_survives_a_restart(record: Path) -> None:
    """What was right in one notebook is on the record of every later one, with its day."""
    in_another_python(RIGHT_DZ)
    card = in_another_python(SHOW)
    assert f"✓ dz ({TODAY})" in card
    assert f"1 of {len(EXERCISES)} exercises done" in card
    assert str(record) in card


def test_a_notebook_shows_its_own_session_only(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is on the record, the ticks and hints of a notebook begin anew."""
    in_another_python(RIGHT_DZ)
    card = str(cards.progress_card("02_derivatives"))
    assert "✓ dz:" not in card
    check("dz", lambda a, y: a - y)
    card = str(cards.progress_card("02_derivatives"))
    assert "✓ dz:" in card


def test_the_first_day_stays(record: Path) -> None:
    """An exercise keeps the day it was first right, also after a slip in between."""
    record.parent.mkdir()
    record_file.write(record, {"done": {"dz": "2020-02-29"}, "drills": {}})
    for answer in (lambda a, y: a - y, lambda a, y: y - a, lambda a, y: a - y):
        check("dz", answer)
    assert store.load()["done"] == {"dz": "2020-02-29"}


@settings(max_examples=50)
@given(turns=st.lists(st.tuples(counts, counts, counts), min_size=1, max_size=5))
def test_drills_add_up(turns: list[tuple[int, int, int]]) -> None:
    """Right and tried answers are added up, and the best streak is the best of all."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("LESSONS_PROGRESS", f"{folder}/record.json")
        for right, tried, best in turns:
            assert store.add_to_drill("dz", right, tried, best) == ""
        rights, trieds, bests = zip(*turns, strict=True)
        total = {"right": sum(rights), "tried": sum(trieds), "best": max(bests)}
        assert store.drilled("dz") == total
        assert store.drilled("z") == record_file.no_drill()


def test_a_place_that_takes_no_file_disturbs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be written, checks work, and the record says so in one calm sentence."""
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "record.json", tmp_path):
        monkeypatch.setenv("LESSONS_PROGRESS", str(place))
        check("dz", lambda a, y: a - y)
        assert "✓ dz: Right" in capsys.readouterr().out
        show_record()
        assert f"Your record can't be kept in {place}" in capsys.readouterr().out


def test_an_export_is_a_record(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exported file says where it is, and serves as the record on another computer."""
    store.mark_done("dz")
    store.add_to_drill("z", right=3, tried=4, best=2)
    before, copy = store.load(), record.parent / "copy.json"
    export_progress(copy)
    export_progress(copy)  # an older export may be replaced
    assert capsys.readouterr().out.count(f"Your record is written\n{copy}") == 2
    forget_progress()
    assert store.load() == record_file.empty()
    monkeypatch.setenv("LESSONS_PROGRESS", str(copy))
    assert store.load() == before
    show_record()
    assert "Drill z: 3 of 4 answers right, 2 in a row at best" in capsys.readouterr().out


def test_an_export_overwrites_nothing_else(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no record stays as it is, and so does a folder."""
    notebook = tmp_path / "mine.ipynb"
    notebook.write_text("{}")
    for path in (notebook, tmp_path, tmp_path / "nowhere" / "x.json"):
        export_progress(path)
        assert "! export: Your record is not written" in capsys.readouterr().out
    assert notebook.read_text() == "{}"


def test_forgetting_leaves_nothing(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After forgetting, neither the record nor what was put aside nor a tick is left."""
    record.parent.mkdir()
    record.write_text("broken")
    check("dz", lambda a, y: a - y)
    assert len(files(record)) == 2
    forget_progress()
    assert "Forgotten" in capsys.readouterr().out
    assert files(record) == []
    assert not session.RIGHT
