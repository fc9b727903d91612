"""How much of one submission is read, and how the rest is refused: in one clear sentence."""

from typing import NamedTuple

from lessons.common.errors import CourseError

MEGABYTE = 1_000_000


class Bounds(NamedTuple):
    """The most that is read. An ordinary notebook has 0.05 megabytes and 80 cells."""

    file_bytes: int = 10 * MEGABYTE
    zip_bytes: int = 50 * MEGABYTE  # of a zip that a learner handed in, as it lies on the disk
    learner_bytes: int = 50 * MEGABYTE  # all files of one learner together, unpacked
    learner_files: int = 200
    zip_members: int = 10_000
    zip_levels: int = 2  # a zip, and a zip in it
    times_smaller: int = 500  # how well a file may be compressed; text rarely gets beyond 50
    cells: int = 5_000  # code cells of one file
    code_characters: int = 500_000  # in all cells of one file; an ordinary notebook has 10_000
    cell_characters: int = 50_000  # and of a script without cells


BOUNDS = Bounds()


class RefusedError(CourseError):
    """A file that can't be taken. The message names it, says why, and what to do.

    >>> str(RefusedError("work.ipynb", "it is empty. Save it once more."))
    "work.ipynb can't be taken: it is empty. Save it once more."
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} can't be taken: {why}")
        self.why = why


def too_large(most: int) -> str:
    """Return why a file of more bytes than that is refused.

    >>> too_large(2_000_000)[:32]
    'it is larger than 2 megabytes. C'
    """
    return (
        f"it is larger than {most // MEGABYTE} megabytes. "
        "Clear the outputs of all cells, save it, and hand it in again."
    )
