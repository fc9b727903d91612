"""One job: a submission goes in, its grades come out, in whatever process or machine that is."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from lessons.classroom.records import Graded, Submission, ungraded

Grader = Callable[[Submission, int], Graded]
OpenGrader = Callable[[], AbstractContextManager[Grader]]
# What has many submissions graded, all with one seed; the grades come as they are ready.
Force = Callable[[Iterable[Submission], int], Generator[Graded, None, None]]


@contextmanager
def open_grader(
    sandbox: str, lessons: Collection[str] = (), is_tried: bool = False
) -> Iterator[Grader]:
    """Yield what grades a submission, with a seed, in sandboxes of this kind.

    SandboxError says why there are none, unless that is tried out already.
    """
    from lessons.classroom.judging.judge import grade
    from lessons.classroom.sandbox.fresh import Sandbox, open_sandbox

    with nullcontext(Sandbox(sandbox)) if is_tried else open_sandbox(sandbox) as opened:
        yield lambda submission, seed: grade(submission, seed, opened, lessons)


def grade_one(submission: Submission, seed: int, grade: Grader) -> Graded:
    """Return the grades of a submission; whatever goes wrong costs this submission alone."""
    try:
        return grade(submission, seed)
    except Exception as error:
        reason = f"the grader itself failed with {type(error).__name__}: {error}."
        return ungraded(submission.learner, reason, submission.notes)
