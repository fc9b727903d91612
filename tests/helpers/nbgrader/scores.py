"""Run inside nbgrader's environment: print every score of the gradebook in this folder as JSON."""

import json


def scores() -> dict[str, dict[str, float | None]]:
    from nbgrader.api import Gradebook

    with Gradebook("sqlite:///gradebook.db") as book:
        return {
            submission.student.id: {
                grade.name: grade.auto_score
                for page in submission.notebooks
                for grade in page.grades
            }
            for submission in book.assignment_submissions("lessons")
        }


if __name__ == "__main__":
    print(json.dumps(scores()))
