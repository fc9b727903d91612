"""With a roster, each grade stands in its owner's line, or in nobody's."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from grade_tables import CANVAS, canvas, moodle, named, whole_lesson

from lessons.classroom.errors import GraderError
from lessons.classroom.exports.roster import Roster, read_roster
from lessons.classroom.models import Learner

CANVAS_ROSTER = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Homework (99)\n"
    "    Points Possible,,,,,10\n"
    '"Lovelace, Ada",501,s-1,ada@example.org,Maths 1,\n'
    '"Noether, Emmy",502,s-2,emmy@example.org,Maths 2,\n'
)
MOODLE_ROSTER = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\n"
    "Participant 501,Ada Lovelace,ada@example.org,Submitted,,100.00,Yes,Sunday,-,\n"
)
OWN_ROSTER = "name;email;id\nAda Lovelace;ada@example.org;s-1\nEmmy Noether;emmy@example.org;s-2\n"


def roster_of(tmp_path: Path, text: str) -> Roster:
    path = tmp_path / "roster.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


@pytest.mark.parametrize(
    "who",
    [
        Learner("lovelaceada-501", "lovelaceada", "501", "canvas"),
        Learner("x", "Ada LOVELACE"),
        Learner("x", "lovelaceada"),
        Learner("s-1", "s-1"),
        Learner("ada@example.org", ""),
    ],
)
def test_canvas_roster_fills_in_who_it_is(tmp_path: Path, who: Learner) -> None:
    """By Canvas's number, by name in any order, by school number or e-mail: the line is found."""
    roster = roster_of(tmp_path, CANVAS_ROSTER)
    _, row = canvas([replace(named("x"), learner=who)], roster)
    assert [row[column] for column in CANVAS] == [
        "Lovelace, Ada", "501", "s-1", "ada@example.org", "Maths 1",
    ]  # fmt: skip


def test_canvas_may_split_names(tmp_path: Path) -> None:
    """Where Canvas exports last and first names apart, its lines are found all the same."""
    split = (
        CANVAS_ROSTER.replace("Student,", "LastName,FirstName,")
        .replace("    Points Possible,", "    Points Possible,,")
        .replace('"Lovelace, Ada"', "Lovelace,Ada")
        .replace('"Noether, Emmy"', "Noether,Emmy")
    )
    _, row = canvas([named("Ada Lovelace")], roster_of(tmp_path, split))
    assert [row[column] for column in CANVAS[:3]] == ["Lovelace, Ada", "501", "s-1"]


def test_moodle_worksheet_is_filled_in(tmp_path: Path) -> None:
    """Moodle's own cells stay, the points fit its Maximum Grade, and the comment is ours."""
    full = replace(whole_lesson("01_recap"), learner=Learner("k", "Ada Lovelace", "501", "moodle"))
    (row,) = moodle([full], roster_of(tmp_path, MOODLE_ROSTER))
    kept = {
        "Email address": "ada@example.org",
        "Status": "Submitted",
        "Grade can be changed": "Yes",
    }
    assert kept.items() <= row.items()
    assert (row["Grade"], row["Maximum Grade"]) == ("100", "100")
    assert "13 of 13 points" in row["Feedback comments"]


def test_own_roster_needs_three_columns(tmp_path: Path) -> None:
    """A plain table of name, email and id serves both, also with semicolons."""
    roster = roster_of(tmp_path, OWN_ROSTER)
    _, row = canvas([named("Emmy Noether", "k", "77", "canvas")], roster)
    assert [row[column] for column in CANVAS] == [
        "Emmy Noether", "77", "s-2", "emmy@example.org", "",
    ]  # fmt: skip
    (row,) = moodle([named("Emmy Noether", "k", "77", "moodle")], roster)
    assert (row["Identifier"], row["Email address"]) == ("Participant 77", "emmy@example.org")


def test_who_could_be_two_people_is_nobody(tmp_path: Path) -> None:
    """Two people of one name: no line is filled in, so no grade goes to the wrong one."""
    twins = "name,email,id\nAda Lee,ada1@example.org,1\nAda Lee,ada2@example.org,2\n"
    _, row = canvas([named("Ada Lee")], roster_of(tmp_path, twins))
    assert row["SIS Login ID"] == ""


def test_a_moodle_number_is_no_school_number(tmp_path: Path) -> None:
    """The number in a download's folder name is looked for among such numbers only."""
    school = "name,email,id\nEmmy Noether,emmy@example.org,501\n"
    ada = named("Ada Lovelace", "ada-lovelace-501", "501", "moodle")
    _, row = canvas([ada], roster_of(tmp_path, school))
    assert row["Student"] == "Ada Lovelace"
    assert row["SIS Login ID"] == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no column with names"),
        (b"first,second\n1,2\n", "no column with names"),
        (b"name\n\xff\xfe", "not UTF-8"),
        (b'name,id\n"Ada,1\n', "is no .csv"),
        (b"name,email,id\n", "names nobody"),
        (None, "can't be read"),
    ],
)
def test_a_bad_roster_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    """The sentence names the file, what is wrong with it, and what to give instead."""
    path = tmp_path / "class.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GraderError) as error:
        read_roster(path)
    assert said in str(error.value)
    assert "class.csv" in str(error.value)
    assert re.search(r"Give|Save", str(error.value))
