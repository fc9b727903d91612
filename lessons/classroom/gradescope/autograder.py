"""python -m lessons.classroom.gradescope.autograder FOLDER: grade what one learner handed in."""

import json
import sys
from pathlib import Path
from secrets import randbits
from typing import Any

from lessons.classroom.gradescope.results import results
from lessons.classroom.grading.job import grade_one
from lessons.classroom.grading.submission import open_grader
from lessons.classroom.models import Graded, Learner, Submission
from lessons.classroom.sandbox.sandbox import SandboxError, open_sandbox
from lessons.classroom.sandbox.users import unprivileged_uid
from lessons.classroom.submissions.collect import collect_one
from lessons.classroom.submissions.names import lesson_of
from lessons.classroom.text import one_line
from lessons.common.files import write_whole

COURSE = Path(__file__).parents[2]

# Only teachers see what is printed.
WITHOUT = (
    "So the learner's code ran without a sandbox, as this zip allows: as a user who can't change "
    "the results or read the course, but with the network and with the system's own files."
)
REFUSED = (
    "So nothing is graded. Where Gradescope allows no sandbox, the zip must say that you know: "
    "read about Gradescope in lessons/classroom/README.md, then make gradescope SANDBOX=none."
)
NOT_ROOT = "Nothing is graded: without a sandbox this must run as root, so as to be another user."


def grade_folder(root: Path) -> Graded:
    """Grade root/submission and write root/results/results.json; return the grades.

    If the assignment's title names a lesson, that lesson counts; else all that was handed in.
    SandboxError says why nothing can be graded here; then nothing is written.
    """
    metadata = _metadata(root / "submission_metadata.json")
    title = str(metadata.get("assignment", {}).get("title", ""))
    lessons = [lesson] if (lesson := lesson_of(title)) else []
    graded, sandbox = _grade(root, collect_one(root / "submission", _learner(metadata)), lessons)
    answer = results(graded)
    answer["extra_data"]["sandbox"] = sandbox
    (root / "results").mkdir(parents=True, exist_ok=True)
    write_whole(root / "results" / "results.json", json.dumps(answer, indent=1, allow_nan=False))
    return graded


def _grade(root: Path, submission: Submission, lessons: list[str]) -> tuple[Graded, str]:
    seed = randbits(32)
    try:
        with open_sandbox("bubblewrap") as sandbox, open_grader(sandbox, lessons) as grade:
            print(*sandbox.passed_over, sep="\n")
            return grade_one(submission, seed, grade), str(sandbox)
    except SandboxError as error:
        if (root / "source" / "sandbox").read_text("utf-8").strip() != "none":
            raise SandboxError(f"{error}\n{REFUSED}") from None
        print(f"{error}\n{WITHOUT}")
    _close(root)
    with open_grader("none", lessons) as grade:
        return grade_one(submission, seed, grade), "none"


def _close(root: Path) -> None:
    """Leave nobody but root a way to the results, the metadata and the course."""
    if unprivileged_uid() is None:
        raise SandboxError(NOT_ROOT)
    for folder in (root, COURSE):
        folder.chmod(0o700)


def _learner(metadata: dict[str, Any]) -> Learner:
    names = [str(user.get("name", "")) for user in metadata.get("users", [])]
    return Learner(f"submission-{metadata.get('id', 0)}", ", ".join(names) or "learner")


def _metadata(path: Path) -> dict[str, Any]:
    try:
        metadata = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return metadata if isinstance(metadata, dict) else {}


def main() -> int:
    """Grade in the folder that is named; return 0, or 1 if nothing can be graded here."""
    try:
        done = grade_folder(Path(sys.argv[1]))
    except SandboxError as error:
        print(error)
        return 1
    print(f"{done.points:g} of {done.out_of:g} points, seed {done.seed}.")
    print(*map(one_line, done.notes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
