"""From grades to Gradescope's results.json."""

from typing import Any

from lessons.classroom.findings import completion_of
from lessons.classroom.models import Grade, Graded
from lessons.classroom.text import headline, points, tidy
from lessons.exercises import EXERCISES
from lessons.exercises.order import by_lesson

GUESSED = {"done": "Well predicted.", "blank": "No guess yet.", "tried": "It turned out otherwise."}


def results(graded: Graded) -> dict[str, Any]:
    """Return what goes into results.json: one test for each exercise, seen by the learner.

    Nothing of the hidden inputs is in it. The seed they were drawn from stands in `extra_data`,
    which is not shown.
    """
    grades = {grade.exercise: grade for grade in graded.grades}
    tests = [
        _test(grades[name], lesson, f"{place}.{number}")
        for place, (lesson, names) in enumerate(by_lesson(grades).items(), 1)
        for number, name in enumerate(names, 1)
    ]
    summary = f"{points(graded.points)} of {points(graded.out_of)} points."
    nothing = "There is nothing to give points for. Hand in your notebook, a file ending in .ipynb."
    return {
        "score": round(graded.points, 2),
        "execution_time": round(graded.seconds, 3),
        "output": tidy("\n".join((summary if tests else nothing, *graded.notes)), 10_000),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {"seed": graded.seed, "digest": graded.digest},
    }


def _test(grade: Grade, lesson: str, number: str) -> dict[str, Any]:
    outcome = completion_of(grade)
    well = outcome == "done" or not grade.out_of
    exercise = EXERCISES.get(grade.exercise)
    return {
        "score": round(grade.points, 2),
        "max_score": grade.out_of,
        "status": "passed" if well else "failed",
        "name": f"{grade.exercise}: {exercise.task}" if exercise else grade.exercise,
        "number": number,
        "output": tidy(_words(grade, outcome), 10_000),
        "output_format": "text",
        "visibility": "visible",
        "tags": [lesson],
    }


def _words(grade: Grade, outcome: str) -> str:
    verdict = grade.verdict
    if outcome == "blank":
        return "Not started yet." if grade.out_of else GUESSED[outcome]
    if not grade.out_of:
        return f"{GUESSED.get(outcome, '')} {verdict.happened}".strip()
    right = "Right." if outcome == "done" else ""
    title = headline(verdict.title)
    remark = f"{'Remark: ' if verdict.is_right else ''}{title}." if title else ""
    said = (right, remark, verdict.happened, verdict.evidence, verdict.lines, verdict.try_this)
    return "\n".join(filter(None, said))
