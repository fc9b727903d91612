"""The command `grade`: hand out what is new, write down each grade as it comes, sum up."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from functools import partial
from pathlib import Path

from lessons.classroom.cli.commands import Exported, write_files, write_pages
from lessons.classroom.cli.exit_code import ExitCode
from lessons.classroom.cli.terminal import Advance, progress, say, table, warn
from lessons.classroom.errors import GraderError, require
from lessons.classroom.exports.roster import read_roster
from lessons.classroom.gradebook.gradebook import Gradebook, Run, open_gradebook
from lessons.classroom.grading.job import GradeAll
from lessons.classroom.grading.pool import workers_here
from lessons.classroom.grading.submission import open_grader
from lessons.classroom.models import Graded, Submission
from lessons.classroom.reports.class_stats import count
from lessons.classroom.sandbox.sandbox import Sandbox, open_sandbox
from lessons.classroom.submissions.collect import collect
from lessons.classroom.text import plural
from lessons.exercises.order import LESSONS

NAMED = 10  # learners who need attention; the class page names more
TOP = 3  # mistakes


def grade(options: Namespace) -> int:
    """Grade what is new, and write the pages and files."""
    for lesson in options.lesson:
        require(lesson, LESSONS, "lesson", f"There are: {', '.join(LESSONS)}.")
    if options.roster:
        read_roster(options.roster)  # a bad one is better known now than after all the work
    if options.into.resolve().is_relative_to(options.submissions.resolve()):
        raise GraderError(
            f"The grades would lie among the submissions, in {options.into}. "
            "Name a folder elsewhere with --into."
        )
    total = _count(options.submissions)
    sandbox = _sandbox(options)
    with _workers(options, sandbox, total) as force:  # before anything is written down
        if options.sandbox == "none":
            warn("No sandbox: what learners wrote can read files of yours, and use your network.")
        _make(options.into)
        with open_gradebook(options.into / "gradebook.db") as book:
            run = book.begin(
                _settings(options, sandbox), options.seed, options.lesson, options.again
            )
            if run.continued:
                say("The last run was interrupted. This one goes on from there.")
            done = _grade_all(options.submissions, force, book, run, total)
            book.finish(run)
    with open_gradebook(options.into / "gradebook.db") as book:  # the workers have left by now
        write_pages(book, options.into)
        exported = write_files(book, options.into, options.roster)
        return _sum_up(options.into, book, run, done, exported, str(sandbox))


def _count(submissions: Path) -> int:
    """Return how many there are: reading them twice costs little beside grading them once."""
    total = sum(1 for _ in _collect(submissions))
    if not total:
        raise GraderError(
            f"There is nothing to grade in {submissions}: no .ipynb, no .py, no .zip. "
            "Give the folder that the learners' files are in."
        )
    return total


def _collect(path: Path) -> Iterator[Submission]:
    if not path.exists():
        raise GraderError(f"There is no {path}. Give the folder with what learners handed in.")
    return iter(collect(path))


def _sandbox(options: Namespace) -> Sandbox | str:
    """Return the sandbox, tried once for all; its kind, where each machine has one of its own."""
    if options.cluster:
        return str(options.sandbox)
    with open_sandbox(options.sandbox) as sandbox:
        for line in sandbox.passed_over:
            say(f"{line}. So another one is used.", "yellow")
        return sandbox


def _workers(
    options: Namespace, sandbox: Sandbox | str, total: int
) -> AbstractContextManager[GradeAll]:
    opener = partial(open_grader, sandbox, tuple(options.lesson))
    if options.cluster:
        # Dask is an extra of its own.
        from lessons.classroom.grading.dask_cluster import workers_there

        return workers_there(opener, options.cluster)
    return workers_here(opener, min(options.workers, total))


def _make(into: Path) -> None:
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError(
            f"The folder {into} can't be made: {error.strerror}. Choose another one with --into."
        ) from None


def _settings(options: Namespace, sandbox: Sandbox | str) -> dict[str, str]:
    return {"submissions": str(options.submissions.resolve()), "sandbox": str(sandbox)}


def _grade_all(
    submissions: Path, force: GradeAll, book: Gradebook, run: Run, total: int
) -> Counter[str]:
    done = Counter[str]()
    with progress(total) as advance:

        def tell(name: str, what: str) -> None:
            done[what] += 1
            advance(name, what)

        new = _unknown(book, run, _collect(submissions), tell)
        with closing(force(new, run.seed)) as grades:
            for graded in grades:
                tell(graded.learner.name, _recorded(book, run, graded))
    return done


def _unknown(
    book: Gradebook, run: Run, submissions: Iterator[Submission], tell: Advance
) -> Iterator[Submission]:
    for submission in submissions:
        if book.is_known(run, submission.learner.key, submission.digest):
            tell(submission.learner.name, "unchanged")
        else:
            yield submission


def _recorded(book: Gradebook, run: Run, graded: Graded) -> str:
    if not book.record(run, graded):
        return "graded by another grader meanwhile"
    return "graded" if graded.digest else "not graded"


def _sum_up(
    into: Path,
    book: Gradebook,
    run: Run,
    done: Counter[str],
    exported: Exported,
    sandbox: str,
) -> int:
    counts = count(book.standing())
    mistakes = [
        (
            f"mistake of {plural(who.learners, 'learner')}",
            f"{', '.join(who.exercises)}: {what.title}",
        )
        for what, who in counts.findings("mistake")[:TOP]
    ]
    table(
        [
            *((what, str(number)) for what, number in done.items()),
            ("need your attention", str(counts.troubled)),
            *mistakes,
            ("the sandbox", sandbox),
            ("the class", str(into / "class.html")),
            ("each learner", str(into / "feedback")),
            *(("to import elsewhere", str(path)) for path in exported.files),
            ("the gradebook", f"{into / 'gradebook.db'}, run {run.number}, seed {run.seed}"),
        ]
    )
    for learner, reasons in counts.attention[:NAMED]:
        say(f"{learner.name} ({learner.key}) needs your attention: {' '.join(reasons)}", "yellow")
    if counts.troubled > NAMED:
        say(f"And {counts.troubled - NAMED} more, see the class page.", "yellow")
    for sentence in exported.sentences:
        say(sentence, "yellow")
    return max(exported.code, ExitCode.ATTENTION if counts.troubled else ExitCode.OK)
