"""How much a learner's code may use, in one table. A Sandbox can be given another one."""

from typing import NamedTuple

MEBIBYTE = 2**20


class Limits(NamedTuple):
    """What one request, one worker or one whole submission is allowed; the names say the units.

    Memory, CPU time, file size and open files count for each process of a worker by itself. So all
    of one worker's memory is `processes` times `memory_bytes`, and the folder: 2.1 GiB at worst.
    Those who grade on several cores at once may meet that as many times.
    """

    # One request: what the judge passes to `ask`.
    cell_seconds: float = 10
    exercise_seconds: float = 5
    reply_bytes: int = MEBIBYTE
    list_items: int = 10_000
    list_numbers: int = 100  # in one answer, such as the losses
    text_characters: int = 1000
    detail_characters: int = 200  # of a trouble
    lines_characters: int = 600  # of the learner's own lines in it
    printed_characters: int = 10_000

    # One worker.
    start_seconds: float = 20
    cpu_seconds: int = 60
    memory_bytes: int = 512 * MEBIBYTE  # NumPy takes 100 of them, Matplotlib another 100
    processes: int = 4  # threads count, and the worker itself, and bubblewrap's own
    file_bytes: int = 16 * MEBIBYTE
    folder_bytes: int = 64 * MEBIBYTE  # all files together; they lie in memory
    open_files: int = 64

    # One submission: what the judge counts.
    submission_seconds: float = 120
    restarts: int = 30  # a quick death is tried once more

    @property
    def of_a_process(self) -> dict[str, int]:
        """Return what the kernel is to enforce, by the names it has for that."""
        return {
            "RLIMIT_AS": self.memory_bytes,
            "RLIMIT_CORE": 0,
            "RLIMIT_CPU": self.cpu_seconds,
            "RLIMIT_FSIZE": self.file_bytes,
            "RLIMIT_NOFILE": self.open_files,
            "RLIMIT_NPROC": self.processes,
        }


LIMITS = Limits()
