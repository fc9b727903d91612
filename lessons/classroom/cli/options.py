"""The commands and options of `python -m lessons.classroom`, in words for teachers."""

import os
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path

AS_WRITTEN = RawDescriptionHelpFormatter
MOST = 2**63 - 1  # what fits into a gradebook
PROGRAM = "python -m lessons.classroom"
SUMMARY = """\
The teacher's door of the course. Most days you need one command:

  python -m lessons.classroom grade submissions/
"""
EXAMPLES = f"""\
examples, each after {PROGRAM}:
  grade submissions/                   grade what came in; what didn't change is skipped
  grade moodle.zip --into autumn/      a downloaded archive, with a gradebook of its own
  grade submissions/ --lesson 01_recap --roster class.csv
  override ann-lee dz 2 --reason "right, but under another name"
  history "Ann Lee"                    all that ever happened to her grades
  report                               write the pages again
  export --roster class.csv            write the files for Canvas and Moodle again

exit codes:
  0    all is well
  1    all is done, and something needs your attention: it is named
  2    this can't be done: one sentence says why, and what to do
  130  you stopped it with Ctrl-C: what is done is kept, the same command goes on from there
"""
GRADE = """\
Grade a folder or a .zip of what learners handed in: notebooks or .py files, in any nesting, such
as Moodle and Canvas give them to you. Their code runs shut away: no network, no files of yours.

The folder given with --into (grades/ if you say nothing) then holds
  gradebook.db            every grade ever given; keep a copy of it
  class.html              the class: what went well, and which mistakes to talk about
  feedback/NAME.html      a page for each learner
  canvas.csv, moodle.csv, grades.jsonl    for import elsewhere
"""
AGAIN = """\
You may stop it at any moment and run the same command again: it goes on from where it was.
Nothing is lost and nothing is graded twice. A learner's new files count instead of the old ones.
What didn't change is skipped as long as --lesson is the same; another one grades all anew.

The seed decides on the hidden inputs of the grading. The first run draws it and the gradebook
keeps it, so the same files always get the same grade. --seed N takes another one from now on;
grades that are there stay as they are, unless you add --again.
"""


LEARNER = "a learner's key or full name as on the class page, or the number in Canvas or Moodle"
OVERRIDE = """\
Give the points of one exercise by hand, and write the pages and files again. The points stay,
whatever is graded later. If the lesson wasn't handed in, the rest of it has 0 points. Whatever
was noted about this learner so far needs your attention no more; what is noted later does.
"""


def parser() -> ArgumentParser:
    """Return the parser of the whole command."""
    whole = ArgumentParser(
        PROGRAM, description=SUMMARY, epilog=EXAMPLES, formatter_class=AS_WRITTEN
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, short: str, long: str = "", after: str = "") -> ArgumentParser:
        return commands.add_parser(
            name, help=short, description=long or short, epilog=after, formatter_class=AS_WRITTEN
        )

    _grade(command("grade", "grade what learners handed in", GRADE, AGAIN))
    _override(command("override", "give the points of one exercise by hand", OVERRIDE))
    told = command("history", "tell all that ever happened to a learner's grades")
    told.add_argument("learner", metavar="LEARNER", help=LEARNER)
    _into(told)
    _into(command("report", "write the pages again: class.html and feedback/"))
    exported = command("export", "write canvas.csv, moodle.csv and grades.jsonl again")
    _into(exported)
    _roster(exported)
    return whole


def _grade(parser: ArgumentParser) -> None:
    parser.add_argument("submissions", type=Path, help="a folder, a .zip, or a single file")
    _into(parser)
    parser.add_argument(
        "--lesson", action="append", default=[], metavar="NAME",
        help="grade this lesson, such as 01_recap; may be given several times. Whoever didn't "
        "hand it in gets 0 points for it, and is named; the 0 points stay until it is handed in, "
        "also without --lesson. If you say nothing: what was handed in",
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=_number(0), metavar="N", help="what hidden inputs are drawn from, see below"
    )
    parser.add_argument("--again", action="store_true", help="grade also what didn't change")
    parser.add_argument(
        "--workers", type=_number(1), metavar="N", default=os.cpu_count() or 1,
        help="how many are graded at the same time (default: one per core, here %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--sandbox", choices=("bubblewrap", "none"), default="bubblewrap",
        help="how their code is shut away. 'bubblewrap' (default): by the system's own bubblewrap "
        "if it is 0.8 or newer and works, else by the one that pip has installed with the course; "
        "the results say which. 'none' runs their code on this computer as if it were yours: for "
        "code you trust",
    )  # fmt: skip
    parser.add_argument(
        "--cluster", metavar="ADDRESS",
        help="let a Dask scheduler that is already running share out the work, such as "
        "tcp://10.0.0.5:8786. Needs: pip install 'lessons[cluster]'",
    )  # fmt: skip
    _roster(parser)


def _override(parser: ArgumentParser) -> None:
    parser.add_argument("learner", metavar="LEARNER", help=LEARNER)
    parser.add_argument("exercise", metavar="EXERCISE", help="such as dz")
    parser.add_argument(
        "points", metavar="POINTS", help="a number, or 'none': the grader's own points count again"
    )
    parser.add_argument("--reason", required=True, help="the learner's page shows it")
    _into(parser)


def _into(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--into", type=Path, default=Path("grades"), metavar="FOLDER",
        help="where the gradebook and all pages are (default: grades/)",
    )  # fmt: skip


def _roster(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--roster", type=Path, metavar="FILE",
        help="who is in the class: Canvas's exported gradebook, Moodle's grading worksheet, or a "
        ".csv with the columns name, email and id. It is kept for the next time. Without any, the "
        "numbers in the names of the downloaded files say who is who in canvas.csv and moodle.csv",
    )  # fmt: skip


def _number(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text) <= MOST:
            return int(text)
        raise ArgumentTypeError(f"{text!r} is no whole number from {least} up")

    return number
