"""Grading on all cores: worker processes that grade what they are sent, each in fresh sandboxes.

A worker that dies takes nothing along. Its submission gets one more chance in a new worker;
if that one dies too, the submission is noted as not graded, and the others go on.
"""
# Not pebble.ProcessPool: its workers share a pipe, so one killed while it takes work ends the run.

import signal
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from time import monotonic

from lessons.classroom.errors import GraderError
from lessons.classroom.grading.job import GradeAll, Grader, OpenGrader, grade_one
from lessons.classroom.models import Graded, Submission, ungraded

ATTEMPTS = 2  # how many workers a submission may cost
SECONDS_UNTIL_HUNG = 600.0  # the sandbox ends everything long before
SECONDS_TO_STOP = 5.0  # for a worker to close its sandbox
SECONDS_BETWEEN_CHECKS = 5.0

# Workers are copied from a process that has no thread and no file open, as the parent may have.
COPIED = get_context("forkserver")


@contextmanager
def workers_here(open_grader: OpenGrader, number: int) -> Iterator[GradeAll]:
    """Start so many workers, and yield what has them grade. GraderError if one can't start.

    Each submission is graded once. No more of them are held than there are workers.
    """
    workers: list[_Worker] = []
    try:
        for _ in range(number):
            workers.append(_Worker(open_grader))
        for worker in workers:
            worker.wait_until_ready()
        yield partial(_graded, workers)
    finally:
        for worker in workers:
            worker.stop()


def _graded(
    workers: list["_Worker"], submissions: Iterable[Submission], seed: int
) -> Generator[Graded, None, None]:
    waiting = iter(submissions)
    for worker, submission in zip(workers, waiting, strict=False):
        worker.assign(submission, seed)
    while busy := [worker for worker in workers if worker.submission]:
        answered = wait([worker.pipe for worker in busy], SECONDS_BETWEEN_CHECKS)
        for worker in [worker for worker in busy if worker.pipe in answered]:
            if graded := worker.collect():
                worker.assign(next(waiting, None), seed)  # before the caller writes things down
                yield graded
        for worker in busy:
            worker.end_if_hung()


class _Worker:
    """A process that is started again when it dies, and what it is working on."""

    def __init__(self, open_grader: OpenGrader) -> None:
        self.submission: Submission | None = None
        self._open_grader = open_grader
        self._start()

    def wait_until_ready(self) -> None:
        """Wait until it can grade."""
        try:
            answer: GraderError | None = self.pipe.recv()
        except (EOFError, OSError):
            answer = GraderError("A worker can't start: it ended at once.")
        if answer:
            raise answer
        self._is_ready = True

    def assign(self, submission: Submission | None, seed: int) -> None:
        self.submission, self._seed, self._attempts_left = submission, seed, ATTEMPTS
        if self._is_ready:
            self._send()

    def collect(self) -> Graded | None:
        """Return the grades; or None if it has just started, or died and starts anew."""
        assert self.submission
        try:
            answer: Graded | GraderError | None = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            self._start()
            self._attempts_left -= 1
            if self._attempts_left:
                return None
            reason = f"it ended the process that graded it, {ATTEMPTS} times."
            return ungraded(self.submission.learner, reason, self.submission.notes)
        if isinstance(answer, GraderError):
            raise answer
        if answer is None:
            self._is_ready = True
            self._send()
        return answer

    def end_if_hung(self) -> None:
        if self.submission and monotonic() - self._sent > SECONDS_UNTIL_HUNG:
            self._process.kill()

    def stop(self) -> None:
        """Let the worker close its sandbox and end, whatever it is doing."""
        self.pipe.close()
        if self.submission:
            self._process.terminate()
        self._process.join(SECONDS_TO_STOP)
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        self.pipe, its_end = COPIED.Pipe()
        self._process = COPIED.Process(target=_work, args=(its_end, self._open_grader), daemon=True)
        with _ignoring_sigint():
            self._process.start()
        its_end.close()
        # A large submission is only sent to who is there to read it: starting takes no turns.
        self._is_ready, self._sent = False, monotonic()

    def _send(self) -> None:
        self._sent = monotonic()
        if self.submission:
            with suppress(OSError):  # it is dead, which `collect` is about to find
                self.pipe.send((self.submission, self._seed))


@contextmanager
def _ignoring_sigint() -> Iterator[None]:
    # Ctrl-C reaches every process of the terminal, and it is the parent's to answer.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection, open_grader: OpenGrader) -> None:
    for stop in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, lambda *_: sys.exit())  # so that the sandbox is closed
    try:
        with open_grader() as grade:
            pipe.send(None)  # it is ready
            _serve(pipe, grade)
    except Exception as error:
        with suppress(OSError):  # the parent may have gone meanwhile
            pipe.send(GraderError(f"A worker can't start: {error}"))


def _serve(pipe: Connection, grade: Grader) -> None:
    with suppress(EOFError, OSError):  # the parent has closed its end: there is no more to do
        while True:
            submission, seed = pipe.recv()
            pipe.send(grade_one(submission, seed, grade))
