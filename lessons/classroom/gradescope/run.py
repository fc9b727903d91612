"""python -m lessons.classroom.gradescope.run /autograder: grade what one learner handed in."""

import json
import sys
from pathlib import Path
from secrets import randbits
from typing import Any

from lessons.classroom.collect import collect_one
from lessons.classroom.grader import grade_one, open_grader
from lessons.classroom.gradescope.results import results
from lessons.classroom.names import lesson_of
from lessons.classroom.records import Graded, Learner, Submission
from lessons.classroom.sandbox import SandboxError
from lessons.classroom.tidy import one_line
from lessons.classroom.whole import writing

NO_SANDBOX = (
    "bubblewrap can't work in this container, so the learner's code ran with nothing around it but "
    "Gradescope's own container: it could read the course and reach what the container reaches."
)


def run(root: Path) -> Graded:
    """Grade root/submission and write root/results/results.json; return the grades.

    If the assignment's title names a lesson, that lesson counts; else all that was handed in.
    """
    metadata = _metadata(root / "submission_metadata.json")
    title = str(metadata.get("assignment", {}).get("title", ""))
    lessons = [lesson] if (lesson := lesson_of(title)) else []
    graded, sandbox = _grade(collect_one(root / "submission", _learner(metadata)), lessons)
    answer = results(graded)
    answer["extra_data"]["sandbox"] = sandbox
    with writing(root / "results" / "results.json") as file:
        json.dump(answer, file, indent=1, allow_nan=False)
    return graded


def _grade(submission: Submission, lessons: list[str]) -> tuple[Graded, str]:
    seed = randbits(32)
    try:
        with open_grader("bubblewrap", seed, lessons) as grade:
            return grade_one(submission, grade), "bubblewrap"
    except SandboxError as error:
        print(f"{error}\n{NO_SANDBOX}")  # only teachers see what is printed
    with open_grader("none", seed, lessons) as grade:
        return grade_one(submission, grade), "none"


def _learner(metadata: dict[str, Any]) -> Learner:
    names = [str(user.get("name", "")) for user in metadata.get("users", [])]
    return Learner(f"submission-{metadata.get('id', 0)}", ", ".join(names) or "learner")


def _metadata(path: Path) -> dict[str, Any]:
    try:
        metadata = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return metadata if isinstance(metadata, dict) else {}


if __name__ == "__main__":
    done = run(Path(sys.argv[1]))
    print(f"{done.points:g} of {done.out_of:g} points, seed {done.seed}.")
    print(*map(one_line, done.notes), sep="\n")
