"""One command grades a folder: what is new, asked for or given by hand counts."""

import json
import os
import re
from contextlib import closing
from sqlite3 import connect

from groups import in_sandbox
from teachers_command import (
    RIGHT,
    WRONG,
    classroom,
    gradings,
    hand_in,
    points,
)


def test_one_command_grades_a_folder_and_says_where_everything_is(graded_class):
    """Grades, pages and files to import are there, and a table says so, with what to re-teach."""
    into = graded_class / "grades"
    assert points(into) == {"ann": 2, "bob": 0, "cho": 0}
    for name in ("class.html", "canvas.csv", "moodle.csv", "grades.jsonl"):
        assert (into / name).stat().st_size
    assert len(list((into / "feedback").glob("*.html"))) == 3
    said = (graded_class / "said").read_text()
    assert re.search(r"graded\W+3\b", said)
    assert re.search(r"mistake of 2 learners\W+dz: \w+", said)
    for name in ("class.html", "feedback", "canvas.csv", "gradebook.db", "seed 5"):
        assert name in said


@in_sandbox
def test_what_did_not_change_is_skipped_and_what_did_is_graded_anew(course):
    """Only new content is graded; the newest counts, and the history is kept."""
    hand_in(course / "submissions", bob=RIGHT, dan=RIGHT)
    done = classroom("grade", "submissions", cwd=course)
    assert (done.returncode, "seed 5" in done.stdout) == (0, True)
    assert done.stderr.count("unchanged") == 2
    assert points(course / "grades") == {"ann": 2, "bob": 2, "cho": 0, "dan": 2}
    assert gradings(course / "grades") == {"ann": 1, "bob": 2, "cho": 1, "dan": 1}


def test_the_results_say_which_sandbox_it_was(course, works_in_sandbox):
    """The table names the bubblewrap that graded, and the gradebook keeps it."""
    done = classroom("grade", "submissions", cwd=course, env=os.environ | {"COLUMNS": "300"})
    with closing(connect(course / "grades" / "gradebook.db")) as book:
        (kept,) = book.execute("SELECT settings FROM run ORDER BY id DESC").fetchone()
    assert str(works_in_sandbox) in done.stdout
    assert json.loads(kept)["sandbox"] == str(works_in_sandbox)


@in_sandbox
def test_again_gives_the_same_seed_the_same_grades(course):
    """With --again all is graded once more, and comes out the same."""
    before = points(course / "grades")
    assert classroom("grade", "submissions", "--again", cwd=course).returncode == 0
    assert points(course / "grades") == before
    assert set(gradings(course / "grades").values()) == {2}


@in_sandbox
def test_a_lesson_asked_for_counts_for_everybody(course):
    """With --lesson that lesson is graded, and who did not hand it in is named."""
    done = classroom("grade", "submissions", "--lesson", "01_recap", cwd=course)
    assert done.returncode == 1
    assert done.stdout.count("needs your attention: ") == 3
    (first, *_) = (course / "grades" / "grades.jsonl").read_text().splitlines()
    names = {grade["exercise"] for grade in json.loads(first)["grades"]}
    assert {"dz", "sigmoid", "loss"} <= names


@in_sandbox
def test_who_needs_attention_is_named_and_the_exit_code_says_so(course):
    """A file that can't be read costs nobody else a grade, and does not go unnoticed."""
    (course / "submissions" / "eve").mkdir()
    (course / "submissions" / "eve" / "02_derivatives.ipynb").write_text('{"cells": [')
    done = classroom("grade", "submissions", cwd=course)
    assert done.returncode == 1
    assert re.search(r"\(eve\) needs your attention: .+", done.stdout)
    assert points(course / "grades") == {"ann": 2, "bob": 0, "cho": 0, "eve": 0}
    given = classroom("override", "eve", "dz", 1, "--reason", "read on paper", cwd=course)
    assert given.returncode == 0
    assert classroom("grade", "submissions", cwd=course).returncode == 0
    (course / "submissions" / "eve" / "02_derivatives.ipynb").write_text('{"cells": [1')
    late = classroom("grade", "submissions", cwd=course)
    assert (late.returncode, late.stdout.count("(eve) needs your attention")) == (1, 1)


@in_sandbox
def test_a_full_folder_is_no_trouble_when_one_lesson_is_asked_for(tmp_path):
    """With --lesson, files of the other lessons need no attention, and neither do their owners."""
    for name in ("ann", "bob"):
        hand_in(tmp_path / "submissions", **{name: WRONG})
        recap = tmp_path / "submissions" / name / "01_recap.py"
        recap.write_text("def loss(a, y):\n    return a\n")
    hand_in(tmp_path / "submissions", cho=WRONG)
    done = classroom("grade", "submissions", "--lesson", "01_recap", cwd=tmp_path)
    assert done.returncode == 1
    (named,) = re.findall(r"\((\w+)\) needs your attention: (.+)", done.stdout)
    assert named == ("cho", "What was handed in answers no exercise of 01_recap.")


@in_sandbox
def test_a_file_of_a_learner_is_no_part_of_python(tmp_path):
    """Inside the folder of submissions the grader takes no file there for a module of Python's."""
    folder = hand_in(tmp_path / "submissions", ann=RIGHT)
    for name in ("argparse", "tempfile", "sqlite3", "resource"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n{RIGHT}")
    done = classroom("grade", ".", "--into", tmp_path / "grades", cwd=folder)
    assert "ann, graded" in done.stderr
    assert not (tmp_path / "ran").exists()


@in_sandbox
def test_an_override_counts_shows_its_reason_and_outlives_a_regrade(course):
    """Points by hand reach pages and files, stay when all is graded anew, and can be taken back."""
    reason = "right, but under another name"
    given = classroom("override", "bob", "dz", 1, "--reason", reason, cwd=course)
    assert given.returncode == 0
    assert points(course / "grades")["bob"] == 1
    assert reason in (course / "grades" / "feedback" / "bob.html").read_text()

    classroom("grade", "submissions", "--again", cwd=course)
    assert points(course / "grades")["bob"] == 1
    classroom("override", "bob", "dz", "none", "--reason", "she was wrong", cwd=course)
    assert points(course / "grades")["bob"] == 0
    told = classroom("history", "bob", cwd=course).stdout
    assert told.count("graded: 02_derivatives 0 of ") == 2
    assert reason in told


@in_sandbox
def test_a_learner_may_be_named_by_key_name_or_number(tmp_path):
    """The number that Canvas or Moodle gave is as good as the name, and as hard to mistake."""
    hand_in(tmp_path / "submissions", **{"Ann Lee_4711_assignsubmission_file": WRONG})
    assert classroom("grade", "submissions", cwd=tmp_path).returncode == 0
    told = {classroom("history", who, cwd=tmp_path).stdout for who in ("4711", "Ann Lee")}
    assert len(told) == 1
    assert "graded: 02_derivatives 0 of " in told.pop()
    given = classroom("override", "4711", "dz", 1, "--reason", "on paper", cwd=tmp_path)
    assert given.returncode == 0
    assert list(points(tmp_path / "grades").values()) == [1]
    assert "No learner ''" in classroom("history", "", cwd=tmp_path).stderr
