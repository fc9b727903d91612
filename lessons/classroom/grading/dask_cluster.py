"""Grading on a Dask cluster that is already there: the same jobs, on many machines.

The only file that knows Dask. A job whose machine is lost is given to another one by the
scheduler; a job that loses three of them is noted as not graded.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice

from lessons.classroom.errors import GraderError
from lessons.classroom.grading.job import GradeAll, OpenGrader, grade_one
from lessons.classroom.models import Graded, Submission, ungraded

try:
    from distributed import CancelledError, Client, Future, KilledWorker, wait
    from distributed.comm.addressing import resolve_address
except ModuleNotFoundError:
    raise GraderError("--cluster needs Dask. Run: pip install 'lessons[cluster]'") from None

SECONDS_TO_CONNECT = 20  # to the scheduler
SECONDS_FOR_A_WORKER = 20  # to come, where there is none
RETRIES = 2  # for a machine that fails without being lost
KEPT = "What was graded is kept: run the same command again"


@contextmanager
def workers_there(open_grader: OpenGrader, address: str) -> Iterator[GradeAll]:
    """Yield what has the cluster grade, each submission once; few are held at a time.

    GraderError if the cluster can't be reached, has no workers, or can't grade.
    """
    with _client(address) as client:
        # One for each thread, none waiting beside it: whoever ends a worker takes no other along.
        window = _threads_that_can_grade(client, open_grader, address)
        yield partial(_graded, client, open_grader, window)


def _graded(
    client: Client,
    open_grader: OpenGrader,
    window: int,
    submissions: Iterable[Submission],
    seed: int,
) -> Generator[Graded, None, None]:
    submit = partial(client.submit, _job, open_grader, seed, pure=False, retries=RETRIES)
    waiting = iter(submissions)
    under_way: dict[Future[Graded], Submission] = {}
    while True:
        under_way |= {submit(each): each for each in islice(waiting, window - len(under_way))}
        if not under_way:
            return
        for job in _finished(client, under_way):
            yield _result(job, under_way.pop(job))


def _finished(client: Client, jobs: Iterable[Future[Graded]]) -> set[Future[Graded]]:
    """Return the jobs that have come to an end, at least one; GraderError if none ever will.

    A worker may end for good: one that is killed while it starts is not started again.
    """
    while True:
        try:
            with client.as_current():
                done: set[Future[Graded]]
                done, _ = wait([*jobs], SECONDS_FOR_A_WORKER, "FIRST_COMPLETED")
            return done
        except CancelledError:
            raise GraderError(f"The cluster is gone. {KEPT}, there or on this machine.") from None
        except TimeoutError:
            _require_a_worker(client, f"The cluster has no workers any more. {KEPT} when it has.")


def _require_a_worker(client: Client, otherwise: str) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
    except TimeoutError:
        raise GraderError(otherwise) from None


def _job(open_grader: OpenGrader, seed: int, submission: Submission) -> Graded:
    with open_grader() as grade:
        return grade_one(submission, seed, grade)


def _result(job: Future[Graded], submission: Submission) -> Graded:
    try:
        graded: Graded = job.result()
        return graded
    except KilledWorker as error:
        reason = f"it ended {error.allowed_failures + 1} of the cluster's workers."
    except Exception as error:
        reason = f"the cluster failed with {type(error).__name__}: {error}."
    return ungraded(submission.learner, reason, submission.notes)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        resolve_address(address)  # a client that gets a wrong one never quite ends
        client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise GraderError(
            f"No Dask scheduler answers at {address} ({reason}). "
            "Start one with: dask scheduler. It prints its address."
        ) from None
    with client:
        yield client


def _threads_that_can_grade(client: Client, open_grader: OpenGrader, address: str) -> int:
    _require_a_worker(
        client, f"The cluster at {address} has no workers. Run: dask worker {address}"
    )
    try:
        client.run(_try, open_grader)
    except Exception as error:
        raise GraderError(f"The cluster at {address} can't grade: {error}") from None
    return sum(client.nthreads().values())


def _try(open_grader: OpenGrader) -> None:
    with open_grader():
        pass
