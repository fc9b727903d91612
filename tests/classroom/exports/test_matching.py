"""Grades and the roster: no grade goes to the wrong person, and nobody is lost unnoticed."""

import csv
import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_class import right_grades

from lessons.classroom.cli import commands
from lessons.classroom.cli.exit_code import ExitCode
from lessons.classroom.cli.options import parser
from lessons.classroom.exports.canvas_moodle import write_exports
from lessons.classroom.exports.matching import Matching, match_roster
from lessons.classroom.exports.roster import Roster, Row
from lessons.classroom.gradebook.gradebook import open_gradebook
from lessons.classroom.models import Graded, Learner
from lessons.classroom.submissions.collect import collect

FIRST, LAST = ("Ella", "Ann", "Björn"), ("Lee", "Endless", "Şahin")
NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
NUMBERS = st.sampled_from(["1001", "1002", "2002"])
SYSTEMS = st.sampled_from(["canvas", "moodle"])


@st.composite
def learners(draw: st.DrawFn) -> list[Learner]:
    who = draw(st.lists(st.tuples(NAMES, NUMBERS, SYSTEMS), max_size=5))
    return [
        Learner(f"key-{place}", name if system == "moodle" else compact(name), number, system)
        for place, (name, number, system) in enumerate(who)
    ]


@st.composite
def rosters(draw: st.DrawFn) -> list[Row]:
    kind = draw(st.sampled_from(["canvas", "moodle", "own"]))
    return [
        {
            "canvas": {"student": ", ".join(reversed(name.split())), "id": number},
            "moodle": {"identifier": f"Participant {number}", "full name": name},
            "own": {"name": name, "id": f"s-{number}"},
        }[kind]
        for name, number in draw(st.lists(st.tuples(NAMES, NUMBERS), max_size=5))
    ]


def compact(name: str) -> str:
    first, last = name.lower().split()
    return last + first


def tables(everybody: list[Learner], placed: Matching) -> tuple[list[dict[str, str]], ...]:
    graded = [Graded(each, "", 0, tuple(right_grades("dz")[:1])) for each in everybody]
    with TemporaryDirectory() as folder:
        canvas, moodle, _ = write_exports(lambda: graded, Path(folder), placed)
        return tuple(
            list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
            for path in (canvas, moodle)
        )


def words(name: str) -> set[str]:
    return {*re.findall(r"\w+", name.lower()), *map(compact, [name] if " " in name else [])}


@given(learners(), rosters())
def test_no_two_lines_have_one_number(everybody: list[Learner], rows: list[Row]) -> None:
    """Whoever hands in and whatever the roster: in no file an ID stands in two lines."""
    (_, *canvas), moodle = tables(everybody, match_roster(everybody, Roster(rows)))
    for lines, column in ((canvas, "ID"), (canvas, "SIS User ID"), (moodle, "Identifier")):
        counted = Counter(line[column] for line in lines if line[column])
        assert max(counted.values(), default=1) == 1


@given(learners(), rosters())
def test_a_line_goes_to_somebody_of_that_name(everybody: list[Learner], rows: list[Row]) -> None:
    """Who gets a line of the roster has a word of the name in it; a number alone is not enough."""
    placed = match_roster(everybody, Roster(rows))
    for each in everybody:
        row = placed.row(each)
        name = row.get("student") or row.get("full name") or row.get("name") or ""
        name = " ".join(reversed(name.split(", ")))
        assert not row or words(each.name) & words(name)


@given(learners(), rosters())
def test_a_number_stays_in_its_system(everybody: list[Learner], rows: list[Row]) -> None:
    """Canvas's ID is the roster's or a Canvas download's, Moodle's identifier alike."""
    (_, *canvas), moodle = tables(everybody, match_roster(everybody, Roster(rows)))
    in_canvas = {row["id"] for row in rows if "student" in row}
    in_moodle = {row["identifier"] for row in rows if "identifier" in row}
    for each, in_one, in_other in zip(everybody, canvas, moodle, strict=True):
        own = {f"Participant {each.number}"} if each.system == "moodle" else set()
        assert in_other["Identifier"] in {"", *(in_moodle or own)}
        own = {each.number} if each.system == "canvas" else set()
        assert in_one["ID"] in {"", *(in_canvas or own)}


@given(learners(), rosters())
def test_canvas_takes_no_name_for_somebody_elses(everybody: list[Learner], rows: list[Row]) -> None:
    """Where Canvas has a name alone to go by, it is nobody else's; else Canvas asks who it is."""
    placed = match_roster(everybody, Roster(rows))
    (_, *canvas), _ = tables(everybody, placed)
    for each, line in zip(everybody, canvas, strict=True):
        by_name = not (line["ID"] or line["SIS User ID"] or line["SIS Login ID"])
        alone = [other.name for other in everybody].count(each.name) == 1
        clear = alone and each not in placed.without["doubted"] + placed.without["twice"]
        known_as = each.name if clear else f"{each.name} ({each.key})"
        assert not by_name or line["Student"] == known_as


@given(learners(), rosters())
def test_nobody_is_lost_unnoticed(everybody: list[Learner], rows: list[Row]) -> None:
    """Who has no line is named with the key, and the class is whole only if all have one."""
    placed = match_roster(everybody, Roster(rows))
    said = " ".join(placed.sentences())
    without = [each for each in everybody if rows and not placed.row(each)]
    assert [each for each in without if f"{each.name} ({each.key})" not in said] == []
    assert not (without and placed.is_whole())
    absent = [row for row in rows if row not in [placed.row(each) for each in everybody]]
    assert not rows or bool(placed.sentences()) == bool(absent or not placed.is_whole())


def moodle_download(folder: Path, *names: str) -> list[Learner]:
    for name in names:
        (folder / f"{name}_assignsubmission_file").mkdir(parents=True)
        (folder / f"{name}_assignsubmission_file" / "01_recap.py").write_text("x = 1")
    return [submission.learner for submission in collect(folder)]


def test_moodle_numbers_are_not_canvas_numbers(tmp_path: Path) -> None:
    """A Moodle number that is somebody's in Canvas brings that person no grade, nor an ID."""
    everybody = moodle_download(tmp_path, "Ella Lee_2002", "Ann Lee_7", "Björn Şahin_1002")
    rows = [{"student": "Lee, Ann", "id": "2002"}, {"student": "Absent, Anna", "id": "3"}]
    placed = match_roster(everybody, Roster(rows))
    (_, *canvas), _ = tables(everybody, placed)
    assert {line["Student"]: line["ID"] for line in canvas} == {
        "Lee, Ann": "2002", "Ella Lee": "", "Björn Şahin": "",
    }  # fmt: skip
    assert placed.sentences() == [
        "2 learners are not in the roster: Björn Şahin (bjorn-sahin-1002), "
        "Ella Lee (ella-lee-2002).",
        "1 in the roster handed in nothing: Anna Absent.",
    ]


def test_who_is_in_doubt_is_not_said_to_be_absent(tmp_path: Path) -> None:
    """Two people of one name in the roster: whoever handed in, neither is told to have missed."""
    everybody = moodle_download(tmp_path, "Ann Lee_7", "Ella Lee_8")
    rows = [{"name": "Ann Lee", "id": number} for number in "12"]
    placed = match_roster(everybody, Roster([*rows, {"name": "Ella Lee", "id": "3"}]))
    assert placed.sentences() == [
        "1 learner is in doubt, as the roster has their name several times: Ann Lee (ann-lee-7)."
    ]


def test_two_moodle_assignments_need_two_gradebooks(tmp_path: Path) -> None:
    """Two people under one participant number get none, and the remedy is said."""
    everybody = moodle_download(tmp_path, "Ella Lee_2002", "Ann Endless_2002", "Björn Lee_7")
    placed = match_roster(everybody, Roster([]))
    _, moodle = tables(everybody, placed)
    assert sorted(line["Identifier"] for line in moodle) == ["", "", "Participant 7"]
    (said,) = placed.sentences()
    assert "Ella Lee (ella-lee-2002)" in said
    assert "--into" in said
    assert not placed.is_whole()


def test_another_assignments_numbers_count_for_nothing(tmp_path: Path) -> None:
    """Where one known name has another number, no number tells two people of one name apart."""
    everybody = moodle_download(tmp_path, "Ann Lee_7", "Ann Lee_8", "Ella Lee_9")
    rows = [
        {"identifier": f"Participant {number}", "full name": name, "maximum grade": "100"}
        for number, name in ((7, "Ann Lee"), (8, "Ann Lee"), (9, "Ella Lee"))
    ]
    assert match_roster(everybody, Roster(rows)).is_whole()
    placed = match_roster(
        everybody, Roster([*rows[:2], rows[2] | {"identifier": "Participant 10"}])
    )
    _, moodle = tables(everybody, placed)
    assert [line["Identifier"] for line in moodle] == ["", "", "Participant 10"]
    assert [line["Maximum Grade"] for line in moodle] == ["100"] * 3
    assert any("another assignment's" in said for said in placed.sentences())
    assert not placed.is_whole()


@pytest.fixture
def grades(tmp_path: Path) -> Path:
    """A folder with a gradebook in which Ann has one grade."""
    folder = tmp_path / "grades"
    folder.mkdir()
    with open_gradebook(folder / "gradebook.db") as book:
        run = book.begin({})
        ann = Learner("ann-lee-7", "Ann Lee", "7", "moodle")
        book.record(run, Graded(ann, "d1ge57", run.seed, tuple(right_grades("dz")[:1])))
    return folder


def export(folder: Path, *more: str) -> int:
    return commands.export(parser().parse_args(["export", "--into", str(folder), *more]))


def test_the_roster_is_remembered(grades: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once given, the roster counts until another one is, and the command says so."""
    roster = grades.parent / "class.csv"
    roster.write_text("name,email,id\nAnn Lee,ann@example.org,s-1\n", "utf-8")
    assert export(grades, "--roster", str(roster)) == ExitCode.OK
    with_ids = (grades / "canvas.csv").read_bytes()
    assert b"ann@example.org" in with_ids
    roster.unlink()
    capsys.readouterr()
    assert export(grades) == ExitCode.OK
    assert (grades / "canvas.csv").read_bytes() == with_ids
    assert "roster.csv" in capsys.readouterr().out
    roster.write_text("name,email,id\nBob Lee,bob@example.org,s-2\n", "utf-8")
    assert export(grades, "--roster", str(roster)) == ExitCode.ATTENTION
    assert "1 learner is not in the roster: Ann Lee (ann-lee-7)." in capsys.readouterr().out
    assert b"ann@example.org" not in (grades / "canvas.csv").read_bytes()
