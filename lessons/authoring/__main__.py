"""python -m lessons.authoring: build the notebooks and the keys, or compare them."""

import sys
from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path

from lessons.common.errors import ANY, CourseError, run
from lessons.exercises import EXERCISES

SUMMARY = "For authors: build notebooks/ and the keys in solutions/ from solutions/NN_name.py."
FAILED = 2


def main() -> int:
    """Run the command; return 0, 1 if --check finds something stale, or 2 if it can't be done."""
    parser = ArgumentParser("python -m lessons.authoring", description=SUMMARY)
    parser.add_argument("--check", action="store_true", help="write nothing, compare bytes")
    options = parser.parse_args()
    return run(lambda: release(Path.cwd(), options.check), FAILED, ANY)


def release(root: Path, check: bool = False) -> int:
    """Build the notebooks, or say which are stale; return the exit code."""
    # Only now, so that a package which is missing is told of in a sentence.
    from lessons.authoring.build import build, complaints, write_notebooks
    from lessons.authoring.origin import another_origin

    if not find_spec("ipykernel"):
        raise CourseError("ipykernel is missing, which runs the keys. Use: make release")
    built = build(root, {name: exercise.points for name, exercise in EXERCISES.items()})
    if check:
        problems = complaints(root, built)
        print("\n".join(problems) or "Every notebook is what its source says.")
        return 1 if problems else 0
    print("\n".join(write_notebooks(root, built)))
    if elsewhere := another_origin(root):
        print(elsewhere)
    return 0


if __name__ == "__main__":
    sys.exit(main())
