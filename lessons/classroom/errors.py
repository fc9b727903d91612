"""Why the grader can't go on, in one sentence with its remedy."""

from collections.abc import Collection

from lessons.classroom.text import one_line
from lessons.common.errors import CourseError
from lessons.common.suggest import nearest


class GraderError(CourseError):
    """Why the grader can't go on: a sentence that names the input, the value and the remedy."""


def require(name: str, known: Collection[str], what: str, remedy: str) -> None:
    """Raise GraderError unless the name is known; the sentence offers the nearest ones.

    >>> require("01_recpa", ["01_recap", "02_derivatives"], "lesson", "Look in notebooks/.")
    Traceback (most recent call last):
    lessons.classroom.errors.GraderError: No lesson '01_recpa': did you mean '01_recap'?
    """
    if name in known:
        return
    near = nearest(name, known, most=3, show=one_line)
    ending = f": did you mean {near}?" if near else f". {remedy}"
    raise GraderError(f"No {what} '{one_line(name)}'{ending}")
