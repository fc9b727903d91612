"""What keeps a command from its work, told in one sentence with its remedy."""

import sys
from collections.abc import Callable


class CourseError(Exception):
    """Why the course can't go on: a sentence that names what is wrong, and what to do about it."""


ANY = (CourseError, OSError, ModuleNotFoundError)


def run(
    command: Callable[[], int | None],
    failed: int = 1,
    told: tuple[type[Exception], ...] = (CourseError,),
) -> int:
    """Return the exit code of a command; `failed`, once the error is told, if it can't be done.

    A command that returns nothing has done all it should.
    """
    try:
        return command() or 0
    except told as error:
        print(in_words(error), file=sys.stderr)
        return failed


def in_words(error: Exception) -> str:
    """Return the one sentence that an error is told in.

    >>> in_words(PermissionError(13, "Permission denied", "grades"))
    'grades: Permission denied. Mend that, then run this again.'
    """
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}. Mend that, then run this again."
    if isinstance(error, ModuleNotFoundError):
        package = (error.name or "A package").partition(".")[0]
        return f"{package} is missing. Run: pip install 'lessons[classroom]'"
    return str(error)
