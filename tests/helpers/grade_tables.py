"""The tables that go to Canvas and Moodle, as these read them, and learners to put into them."""

import csv
import re
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from made_up_class import blank, learner, right_grades

from lessons.classroom.exports.canvas_moodle import write_canvas, write_moodle
from lessons.classroom.exports.matching import Matching, match_roster
from lessons.classroom.exports.roster import Roster
from lessons.classroom.models import Graded, Learner
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


def table(path: Path) -> list[dict[str, str]]:
    """Return the lines of a table, by column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def placed(all_graded: list[Graded], roster: Roster) -> Matching:
    """Return who is who on the roster."""
    return match_roster([graded.learner for graded in all_graded], roster)


def canvas(all_graded: list[Graded], roster: Roster = NOBODY) -> list[dict[str, str]]:
    """Return the table for Canvas."""
    with TemporaryDirectory() as folder:
        return table(
            write_canvas(
                lambda: all_graded, Path(folder) / "canvas.csv", placed(all_graded, roster)
            )
        )


def moodle(all_graded: list[Graded], roster: Roster = NOBODY) -> list[dict[str, str]]:
    """Return the table for Moodle."""
    with TemporaryDirectory() as folder:
        return table(
            write_moodle(
                lambda: all_graded, Path(folder) / "moodle.csv", placed(all_graded, roster)
            )
        )


def named(name: str, key: str = "k", number: str = "", system: str = "") -> Graded:
    """Return a learner of that name."""
    return replace(learner(1, Random(3)), learner=Learner(key, name, number, system))


def whole_lesson(lesson: str, right: bool = True) -> Graded:
    """Return a learner who has all of a lesson right, or all of it blank."""
    grades = [
        right_grades(name)[0] if right else blank(name)
        for name, exercise in EXERCISES.items()
        if exercise.lesson == lesson
    ]
    return Graded(Learner(lesson, lesson, "5"), "", 0, tuple(grades))
