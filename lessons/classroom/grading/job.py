"""One job: a submission goes in, its grades come out, in whatever process or machine that is."""

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager

from lessons.classroom.models import Graded, Submission, ungraded

Grader = Callable[[Submission, int], Graded]
OpenGrader = Callable[[], AbstractContextManager[Grader]]
# Has many submissions graded, all with one seed; the grades come as they are ready.
GradeAll = Callable[[Iterable[Submission], int], Generator[Graded, None, None]]


def grade_one(submission: Submission, seed: int, grade: Grader) -> Graded:
    """Return the grades of a submission; whatever goes wrong costs this submission alone."""
    try:
        return grade(submission, seed)
    except Exception as error:
        reason = f"the grader itself failed with {type(error).__name__}: {error}."
        return ungraded(submission.learner, reason, submission.notes)
