"""One job: a submission goes in, its grades come out, in whatever process or machine that is."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager

from lessons.classroom.records import Graded, Submission, ungraded

Grader = Callable[[Submission], Graded]
OpenGrader = Callable[[], AbstractContextManager[Grader]]


@contextmanager
def open_grader(sandbox: str, seed: int, lessons: Collection[str] = ()) -> Iterator[Grader]:
    """Open a sandbox of this kind, and yield what grades submissions in it, one at a time."""
    from lessons.classroom.judging.judge import grade
    from lessons.classroom.sandbox.fresh import open_sandbox

    with open_sandbox(sandbox) as opened:
        yield lambda submission: grade(submission, seed, opened, lessons)


def grade_one(submission: Submission, grade: Grader) -> Graded:
    """Return the grades of a submission; whatever goes wrong costs this submission alone."""
    try:
        return grade(submission)
    except Exception as error:
        reason = f"the grader itself failed with {type(error).__name__}: {error}."
        return ungraded(submission.learner, reason, submission.notes)
