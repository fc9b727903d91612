"""python -m lessons.classroom: release the notebooks, grade what comes back, report."""

import os
import sys

if __name__ == "__main__":
    # Python looks in the current folder first, where a learner's file may be called as a module is.
    os.environ["PYTHONSAFEPATH"] = "1"  # for the processes to come
    if sys.path[0] == os.getcwd() and not __file__.startswith(os.path.join(os.getcwd(), "lessons")):
        del sys.path[0]

from argparse import Namespace
from io import TextIOWrapper

from lessons.classroom.cli.options import parser
from lessons.classroom.errors import GraderError
from lessons.classroom.sandbox.bubblewrap import SandboxError
from lessons.classroom.submissions.limits import RefusedError

IMPOSSIBLE, STOPPED = 2, 130  # see the end of --help


def main() -> int:
    """Run the command, and return its exit code; --help lists them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names may have letters that the screen has not
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(parser().parse_args())
    except (GraderError, RefusedError, SandboxError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}. Mend that, then run this again.", file=sys.stderr
        )
    except ModuleNotFoundError as error:
        package = (error.name or "A package").partition(".")[0]
        print(f"{package} is missing. Run: pip install 'lessons[classroom]'", file=sys.stderr)
    except KeyboardInterrupt:
        print(
            "Stopped. What is done is kept: the same command goes on from there.", file=sys.stderr
        )
        return STOPPED
    return IMPOSSIBLE


def _run(options: Namespace) -> int:
    # Not at the top: each worker process reads this file again, and needs none of it.
    from lessons.classroom.cli import commands, grade

    run = {
        "grade": grade.grade,
        "override": commands.override,
        "history": commands.history,
        "report": commands.report,
        "export": commands.export,
        "release": commands.release,
    }
    return run[options.command](options)


if __name__ == "__main__":
    sys.exit(main())
