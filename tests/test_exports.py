"""What goes to Canvas, Moodle and spreadsheets: as their documents say, and harmless to open."""

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_class import blank, learner, made_up_class, right_grades, wrong_grades

from lessons.classroom.comments import comment
from lessons.classroom.exports import guarded, write_canvas, write_exports, write_moodle
from lessons.classroom.placing import Placed, place
from lessons.classroom.records import Graded, Learner
from lessons.classroom.roster import Roster, read_roster
from lessons.classroom.tidy import tidy
from lessons.classroom.wording import GraderError
from lessons.exercises import EXERCISES

# The first columns of a gradebook, from Canvas's guide "How do I import grades in the Gradebook?".
# Its importer, lib/gradebook_importer.rb of instructure/canvas-lms, looks for them in this order,
# takes a line whose first cell contains "Points Possible" for the points of each assignment, and
# ignores columns with names such as "Final Score".
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
CANVAS_IGNORES = re.compile(r"(Current|Final|Override) (Score|Points|Grade|Status)")

# Moodle's grading worksheet, from mod/assign/gradingtable.php of moodle/moodle. Its importer,
# mod/assign/feedback/offline/importgradeslib.php, refuses a file without the first three here.
MOODLE_NEEDS = {"Identifier", "Grade", "Last modified (grade)"}
MOODLE = ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
          "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
          "Feedback comments"]  # fmt: skip

NOBODY = Roster([])
OBEYED = tuple("=+-@\t\r")  # OWASP's page on CSV injection: what a spreadsheet may obey
STARTS = st.sampled_from(["=1+1", "+1 2", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|x"])
TEXTS = st.one_of(st.text(max_size=40), st.tuples(STARTS, st.text(max_size=9)).map("".join))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def placed(all_graded: list[Graded], roster: Roster) -> Placed:
    return place([graded.learner for graded in all_graded], roster)


def canvas(all_graded: list[Graded], roster: Roster = NOBODY) -> list[dict[str, str]]:
    with TemporaryDirectory() as folder:
        return table(
            write_canvas(
                lambda: all_graded, Path(folder) / "canvas.csv", placed(all_graded, roster)
            )
        )


def moodle(all_graded: list[Graded], roster: Roster = NOBODY) -> list[dict[str, str]]:
    with TemporaryDirectory() as folder:
        return table(
            write_moodle(
                lambda: all_graded, Path(folder) / "moodle.csv", placed(all_graded, roster)
            )
        )


def named(name: str, key: str = "k", number: str = "", system: str = "") -> Graded:
    return replace(learner(1, Random(3)), learner=Learner(key, name, number, system))


def roster_of(tmp_path: Path, text: str) -> Roster:
    path = tmp_path / "roster.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


def whole_lesson(lesson: str, right: bool = True) -> Graded:
    grades = [
        right_grades(name)[0] if right else blank(name)
        for name, exercise in EXERCISES.items()
        if exercise.lesson == lesson
    ]
    return Graded(Learner(lesson, lesson, "5"), "", 0, tuple(grades))


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


def test_a_comment_is_text_in_html() -> None:
    """Moodle shows the comment as HTML: ours has line breaks and nothing else, whoever wrote."""
    tags: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    wrong = wrong_grades("dz")[0]
    verdict = replace(wrong.verdict, happened="<img src=x onerror=alert(1)>")
    notes = ("<script>alert(1)</script>.ipynb was refused.",)
    graded = Graded(Learner("k", "n"), "", 0, (replace(wrong, verdict=verdict),), notes)
    reader.feed(comment(graded, ["02_derivatives"], 12, 100))
    reader.close()
    assert set(tags) == {"br"}


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


def test_excel_sees_utf_8(tmp_path: Path) -> None:
    """Both tables start with the mark by which Excel knows UTF-8; the JSON has none."""
    paths = write_exports(lambda: [named("지수")], tmp_path / "grades")
    assert [path.name for path in paths] == ["canvas.csv", "moodle.csv", "grades.jsonl"]
    assert [path.read_bytes()[:3] == b"\xef\xbb\xbf" for path in paths] == [True, True, False]


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


def test_a_comment_fits_into_a_cell() -> None:
    """However much there is to say, Excel can hold it: 32,767 characters in one cell."""
    long = "&" * 5000
    grades = [
        replace(wrong_grades(name)[0], reason=long) for name in EXERCISES if wrong_grades(name)
    ]
    graded = Graded(Learner("k", "n"), "", 0, tuple(grades), (long,) * 1000)
    said = comment(graded, ["02_derivatives"], 12, 100)
    assert len(guarded(said)) <= 32_767


def test_a_comment_shows_the_line_it_speaks_of() -> None:
    """Where Python stopped with an error, the learner's own line is in the comment too."""
    wrong = wrong_grades("dz")[0]
    grade = replace(wrong, verdict=replace(wrong.verdict, lines="line 2: return a - y()"))
    said = comment(Graded(Learner("k", "n"), "", 0, (grade,)), ["02_derivatives"], 12, 100)
    assert f"(line 2: return a - y()) {grade.verdict.try_this}" in said


def test_a_comment_says_what_the_grade_counts() -> None:
    """Moodle's grade is over all lessons of the class: the comment says so, in points as well."""
    everybody = [whole_lesson("01_recap"), whole_lesson("00_start")]
    row = {"identifier": "Participant 1", "full name": "00_start", "maximum grade": "100"}
    _, start = moodle(everybody, Roster([row]))
    assert start["Grade"] == "7.14"
    assert (
        "1 of 14 points over all 2 lessons, which is a grade of 7.14 of 100."
        in start["Feedback comments"]
    )
    (alone,) = moodle(everybody[:1])
    assert alone["Feedback comments"].startswith("13 of 13 points in 01_recap.")


@pytest.mark.parametrize("name", EXERCISES)
def test_a_comment_is_about_what_has_points(name: str) -> None:
    """An open exercise is in the comment exactly if points can be had for it."""
    said = comment(Graded(Learner("k", "n"), "", 0, (blank(name),)), ["lesson"], 9, 9)
    assert (f"{name}, 0 of" in said) == bool(EXERCISES[name].points)


def test_an_empty_class_has_its_files(tmp_path: Path) -> None:
    """Nobody graded: the files are there, with their first lines."""
    paths = write_exports(list, tmp_path)
    assert [len(path.read_text("utf-8").splitlines()) for path in paths] == [2, 1, 0]


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
