"""The commands, one function each. Each returns its exit code."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from lessons.classroom.cli.exit_code import ExitCode
from lessons.classroom.cli.terminal import say
from lessons.classroom.errors import GraderError, require
from lessons.classroom.exports.canvas_moodle import write_exports
from lessons.classroom.exports.matching import match_roster
from lessons.classroom.exports.roster import Roster, read_roster, remembered
from lessons.classroom.gradebook.gradebook import Gradebook, open_gradebook
from lessons.classroom.reports.pages import write_class_page, write_feedback
from lessons.exercises import EXERCISES


def override(options: Namespace) -> int:
    """Record points given by hand."""
    require(options.exercise, EXERCISES, "exercise", "The class page lists them all.")
    points = _points(options.points, EXERCISES[options.exercise].points)
    if not options.reason.strip():
        raise GraderError("An empty --reason tells nobody anything. Write a few words.")
    with _existing(options.into) as book:
        learner = _learner(book, options.learner)
        book.override(learner, options.exercise, points, options.reason)
        given = "The grader's own points" if points is None else f"{points:g} points"
        say(f"{given} count for {learner} in {options.exercise}, from now on, whatever is graded.")
        write_pages(book, options.into)
        write_files(book, options.into, None)
    say(f"The pages and the files to import elsewhere in {options.into} are written again.")
    return ExitCode.OK


def history(options: Namespace) -> int:
    """Tell all that ever happened to a learner's grades."""
    with _existing(options.into) as book:
        learner = _learner(book, options.learner)
        for moment, what in book.history(learner):
            say(f"{moment[:19].replace('T', ' ')} UTC  {what}")
    return ExitCode.OK


def report(options: Namespace) -> int:
    """Write the pages again."""
    with _existing(options.into) as book:
        write_pages(book, options.into)
    say(f"Written: {options.into / 'class.html'} and {options.into / 'feedback'}")
    return ExitCode.OK


def export(options: Namespace) -> int:
    """Write the files for import elsewhere again."""
    with _existing(options.into) as book:
        exported = write_files(book, options.into, options.roster)
    say(f"Written: {', '.join(map(str, exported.files))}")
    for sentence in exported.sentences:
        say(sentence, "yellow")
    return exported.code


def write_pages(book: Gradebook, into: Path) -> None:
    """Write a page for each learner, then the page about the class."""
    for graded in book.standing():
        write_feedback(graded, into / "feedback")
    write_class_page(book.standing, into)


class Exported(NamedTuple):
    """The files for import elsewhere, what has to be told about them, and the exit code."""

    files: list[Path]
    sentences: list[str]
    code: int


def write_files(book: Gradebook, into: Path, roster: Path | None) -> Exported:
    """Write the files for import elsewhere. A roster once given stays, until another one is."""
    copy = remembered(roster, into)
    known = read_roster(copy) if copy else Roster([])
    placed = match_roster((graded.learner for graded in book.standing()), known)
    files = write_exports(book.standing, into, placed)
    kept = [f"The roster is the one you gave before: {copy}"] if copy and not roster else []
    code = ExitCode.OK if placed.is_whole() else ExitCode.ATTENTION
    return Exported(files, [*kept, *placed.sentences()], code)


@contextmanager
def _existing(into: Path) -> Iterator[Gradebook]:
    path = into / "gradebook.db"
    if not path.is_file():
        raise GraderError(f"There is no {path}. Grade first, or say where it is with --into.")
    with open_gradebook(path) as book:
        yield book


def _learner(book: Gradebook, asked: str) -> str:
    """Return the key of a learner, who may be asked for by key, full name or number."""
    learners = book.learners()
    called = {key: {key, who.name, who.number} - {""} for key, who in learners.items()}
    require(asked, set().union(*called.values()), "learner", "The class page lists them all.")
    meant = [asked] if asked in learners else [k for k, names in called.items() if asked in names]
    if len(meant) > 1:
        raise GraderError(f"{len(meant)} learners are called so. Say which: {', '.join(meant)}.")
    return meant[0]


def _points(text: str, most: float) -> float | None:
    if text == "none":
        return None
    try:
        points = float(text)
    except ValueError:
        points = -1
    if not 0 <= points <= most:
        raise GraderError(f"'{text}' points can't be given: use 0 to {most:g}, or none.")
    return points
