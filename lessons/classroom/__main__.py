"""python -m lessons.classroom release [--check]: build the notebooks, or say which are stale."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from lessons.classroom.marks import AuthorError
from lessons.classroom.release import build, complaints, write
from lessons.exercises import EXERCISES


def main() -> int:
    """Run the command in the course's folder; return 0 if all is well, 1 if not."""
    parser = ArgumentParser(prog="python -m lessons.classroom", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    releasing = commands.add_parser("release", help="build notebooks/ and the keys in solutions/")
    releasing.add_argument("--check", action="store_true", help="write nothing, compare bytes")
    return _release(check=parser.parse_args().check)


def _release(check: bool) -> int:
    points = {name: exercise.points for name, exercise in EXERCISES.items()}
    try:
        built = build(Path.cwd(), points)
    except AuthorError as error:
        print(error, file=sys.stderr)
        return 1
    if not check:
        print("\n".join(write(Path.cwd(), built)))
        return 0
    problems = complaints(Path.cwd(), built)
    print("\n".join(problems) or "Every notebook is what its source says.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
