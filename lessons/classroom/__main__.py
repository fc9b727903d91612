"""python -m lessons.classroom: grade what comes back, report, export."""

import os
import sys

if __name__ == "__main__":
    # Python looks in the current folder first, where a learner's file may be called as a module is.
    os.environ["PYTHONSAFEPATH"] = "1"  # for the processes to come
    if sys.path[0] == os.getcwd() and not __file__.startswith(os.path.join(os.getcwd(), "lessons")):
        del sys.path[0]

from io import TextIOWrapper

from lessons.classroom.cli.exit_code import ExitCode
from lessons.classroom.cli.options import parser
from lessons.common.errors import ANY, run


def main() -> int:
    """Run the command, and return its exit code; --help lists them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names may have letters that the screen has not
            stream.reconfigure(errors="backslashreplace")
    try:
        return run(_command, ExitCode.FAILED, ANY)
    except KeyboardInterrupt:
        print(
            "Stopped. What is done is kept: the same command goes on from there.", file=sys.stderr
        )
        return ExitCode.INTERRUPTED


def _command() -> int:
    options = parser().parse_args()
    # Only now: a package that is missing is told of, and no worker process, which reads this file
    # again, has to load what it doesn't need.
    from lessons.classroom.cli import commands, grade

    return {
        "grade": grade.grade,
        "override": commands.override,
        "history": commands.history,
        "report": commands.report,
        "export": commands.export,
    }[options.command](options)


if __name__ == "__main__":
    sys.exit(main())
