"""Submissions and graders that behave as a test wants: the text of a submission says how."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from patience import LONG

from lessons.checking.verdict import Verdict
from lessons.classroom.grading.job import Grader
from lessons.classroom.models import Grade, Graded, Learner, Source, Submission

RIGHT = Verdict("dz", "right", title="Right")


def submission(key: str, text: str = "") -> Submission:
    """One learner's submission. Its text is what the stand-in grader does with it."""
    return Submission(Learner(key, key.title()), (Source("dz.py", text.encode()),))


def graded(key: str, text: str = "", points: float = 2, seed: int = 7) -> Graded:
    """What the stand-in grader gives."""
    learner, digest = submission(key, text).learner, submission(key, text).digest
    return Graded(learner, digest, seed, (Grade("dz", points, 2, RIGHT),))


class DeadlyToTake(bytes):
    """A text that kills the first process that takes it, as a lack of memory would.

    It is the path of a file where a process that lives on finds that one has died already.
    """

    def __reduce__(self) -> tuple[Callable[[bytes], bytes], tuple[bytes]]:
        return take, (bytes(self),)


def take(log: bytes) -> bytes:
    """Die, the first time; return the text of an ordinary submission afterwards."""
    if "taken" not in notes(Path(log.decode())):
        note(Path(log.decode()), "taken")
        os.kill(os.getpid(), signal.SIGKILL)
    return b""


@contextmanager
def open_stand_in(log: Path) -> Iterator[Grader]:
    """Open a grader that writes down in a file whom it grades, and when it is closed."""
    if not log.parent.is_dir():
        raise OSError("no room for a sandbox")
    note(log, f"open {os.getpid()}")
    try:
        yield lambda submission, _: grade(submission, log)
    finally:
        note(log, f"closed {os.getpid()}")


def grade(submission: Submission, log: Path) -> Graded:
    """Do what the text of the submission says, then grade it."""
    text = submission.sources[0].data.decode()
    key = submission.learner.key
    before = notes(log).count(key) if text == "die once" else 0
    note(log, key)
    if text == "raise":
        raise ValueError("an answer nobody thought of")
    if text == "die" or (text == "die once" and not before):
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "hang":
        time.sleep(10 * LONG)
    return graded(key, text)


def note(log: Path, line: str) -> None:
    """Add a line to a file that several processes write to."""
    with log.open("a") as file:
        file.write(f"{line}\n")


def notes(log: Path) -> list[str]:
    """Return all lines so far."""
    return log.read_text().splitlines() if log.exists() else []
