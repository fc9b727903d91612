"""Start Python confined in one way or the other, and end all that it has started."""

import os
import re
import select
import signal
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory, TemporaryFile

from lessons.classroom.sandbox.bubblewrap import FOLDER, command, python
from lessons.classroom.sandbox.process import started
from lessons.classroom.sandbox.seccomp import call_filter
from lessons.classroom.sandbox.users import killed_at_the_end

# The environment holds only what stands here, so there is no other that Python must ignore.
FLAGS = ("-P", "-s", "-S", "-B", "-c")
ENVIRONMENT = {
    "LC_CTYPE": "C.UTF-8",  # what Python would choose, after a second look at everything
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
SECONDS_TO_END = 10


@contextmanager
def in_bubblewrap(bwrap: str, program: str, folder_bytes: int) -> Iterator[Popen[bytes]]:
    """Run a Python program in the bubblewrap at this path.

    Kill everything inside when the block ends. bubblewrap tells of its innermost process through a
    pipe that it could read, too: so it doesn't die of telling where the grader has been killed,
    which that process would never learn.
    """
    told, telling = os.pipe()
    both_ways = os.open(f"/proc/self/fd/{telling}", os.O_RDWR)
    os.close(telling)
    with open(told, "rb") as info, open(both_ways, "wb") as tells, TemporaryFile() as refused:
        refused.write(call_filter())
        refused.seek(0)
        words = command(bwrap, tells.fileno(), folder_bytes, refused.fileno())
        with _started(words, FOLDER, program, (tells.fileno(), refused.fileno())) as process:
            tells.close()
            innermost = re.search(rb'"child-pid": (\d+)', info.read())
            with _ended_with_everything(int(innermost[1]) if innermost else None):
                yield process


@contextmanager
def unconfined(program: str, user: int | None) -> Iterator[Popen[bytes]]:
    """Run a Python program in a folder that goes with it; kill it when the block ends.

    If there is a user for it to become, the folder is theirs, and all that runs as them is killed.
    """
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, killed_at_the_end(user):
        if user is not None:
            os.chown(folder, user, user)
        with _started([], folder, program, cwd=folder) as process:
            yield process


def _started(
    prefix: Sequence[str],
    folder: str,
    program: str,
    pass_fds: Sequence[int] = (),
    cwd: str | None = None,
) -> AbstractContextManager[Popen[bytes]]:
    # bubblewrap's own environment, too: a learner's code might read its memory.
    environment = {"HOME": folder, "TMPDIR": folder, "MPLCONFIGDIR": folder}
    return started(
        [*prefix, str(python()), *FLAGS, program],
        bufsize=0,
        cwd=cwd,
        env=ENVIRONMENT | environment,
        pass_fds=pass_fds,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
    )


@contextmanager
def _ended_with_everything(innermost: int | None) -> Iterator[None]:
    """Kill bubblewrap's process 1 when the block ends, and wait: all others end before it does."""
    try:
        handle = os.pidfd_open(innermost) if innermost else None
    except ProcessLookupError:
        handle = None
    try:
        yield
    finally:
        if handle is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(handle, signal.SIGKILL)
            gone = select.poll()
            gone.register(handle, select.POLLIN)
            gone.poll(SECONDS_TO_END * 1000)
            with suppress(ChildProcessError):  # it is ours where the grader is a container's init
                os.waitid(os.P_PIDFD, handle, os.WEXITED | os.WNOHANG)
            os.close(handle)
