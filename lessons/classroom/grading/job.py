"""One job: a submission goes in, its grades come out, in whatever process or machine that is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from lessons.classroom.models import Graded, Submission, ungraded

if TYPE_CHECKING:
    from lessons.classroom.sandbox.sandbox import Sandbox

Grader = Callable[[Submission, int], Graded]
OpenGrader = Callable[[], AbstractContextManager[Grader]]
# What has many submissions graded, all with one seed; the grades come as they are ready.
Force = Callable[[Iterable[Submission], int], Generator[Graded, None, None]]


@contextmanager
def open_grader(sandbox: str | Sandbox, lessons: Collection[str] = ()) -> Iterator[Grader]:
    """Yield what grades a submission, with a seed, in one that was tried or of this kind.

    SandboxError says why there is none of this kind.
    """
    from lessons.classroom.grading.submission import grade
    from lessons.classroom.sandbox.sandbox import open_sandbox

    tried = open_sandbox(sandbox) if isinstance(sandbox, str) else nullcontext(sandbox)
    with tried as opened:
        yield lambda submission, seed: grade(submission, seed, opened, lessons)


def grade_one(submission: Submission, seed: int, grade: Grader) -> Graded:
    """Return the grades of a submission; whatever goes wrong costs this submission alone."""
    try:
        return grade(submission, seed)
    except Exception as error:
        reason = f"the grader itself failed with {type(error).__name__}: {error}."
        return ungraded(submission.learner, reason, submission.notes)
