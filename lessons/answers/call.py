"""Call a learner's function once, and survive whatever it does."""

from __future__ import annotations

from lessons.answers.convert import outcome_of
from lessons.answers.outcome import Outcome, Trouble

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import StringIO
    from types import CodeType, TracebackType
    from typing import Any


def call(
    function: Callable[..., Any],
    arguments: Sequence[float],
    outputs: Sequence[str],
    printed: StringIO,
    let_through: tuple[type[BaseException], ...] = (),
) -> Outcome:
    """Return what one call answers, or the trouble with it.

    `printed` is what the function writes to; exceptions in `let_through` are not caught.
    """
    copied = _copied(arguments)
    try:
        answer = function(*copied)
    except let_through:
        raise
    except BaseException as error:
        return Outcome(trouble=trouble_of(error, file_of(function)))
    if answer is None or answer is ...:
        return Outcome(trouble=_nothing(function, printed))
    if copied != arguments:
        return Outcome(trouble=Trouble("mutated"))
    return outcome_of(answer, outputs)


def _copied(arguments: Sequence[Any]) -> Sequence[Any]:
    if all(isinstance(value, (int, float)) for value in arguments):  # nobody can change these
        return arguments
    from copy import deepcopy

    return deepcopy(arguments)


def trouble_of(error: BaseException, file: str) -> Trouble:
    """Return what Python said, and the learner's own lines of the traceback, none of ours."""
    from linecache import getline
    from traceback import format_exception_only

    places = [*_places(error.__traceback__, file), *_unread(error, file)]
    shown = dict.fromkeys(
        f"{'' if where == file else f'{name}, '}line {number}: {getline(where, number).strip()}"
        for where, name, number in places
        if getline(where, number)
    )
    said = "".join(format_exception_only(error)).splitlines()
    first = next((line for line in said if line[:1].strip()), said[-1])
    return Trouble("error", first[:200], "\n".join(list(shown)[-3:]))


def silence(count: int) -> Callable[..., Any]:
    """Return what stands in for a helper that isn't there: it answers nan, so many times.

    >>> silence(1)(0.5), silence(2)(0.5, b=1)
    (nan, (nan, nan))
    """
    nothing = float("nan") if count == 1 else (float("nan"),) * count
    return lambda *_, **__: nothing


def file_of(function: Callable[..., Any]) -> str:
    return getattr(getattr(function, "__code__", None), "co_filename", "")


def _places(step: TracebackType | None, file: str) -> Iterator[tuple[str, str, int]]:
    """Yield the file, the function and the line of each step that is the learner's own.

    The cells of a notebook are files apart, but they share their names.
    """
    names = None
    while step:
        frame = step.tb_frame
        if frame.f_code.co_filename == file:
            names = frame.f_globals
        if frame.f_globals is names:
            yield frame.f_code.co_filename, frame.f_code.co_name, step.tb_lineno
        step = step.tb_next


def _unread(error: BaseException, file: str) -> Iterator[tuple[str, str, int]]:
    """Yield the line of a cell that Python couldn't read: no step of it was ever taken."""
    if isinstance(error, SyntaxError) and error.filename == file and type(error.lineno) is int:
        yield file, "", error.lineno


def _nothing(function: Callable[..., Any], printed: StringIO) -> Trouble:
    if printed.getvalue().strip():
        return Trouble("printed", printed.getvalue().strip().splitlines()[0][:60])
    return Trouble("blank" if is_blank(function) else "nothing")


def is_blank(function: Callable[..., Any]) -> bool:
    """Tell whether a function's body is still `...`, `pass` or a docstring.

    >>> def started(z):
    ...     a = 1 + z
    >>> def not_started(z):
    ...     ...
    >>> is_blank(started), is_blank(not_started)
    (False, True)
    """
    code = getattr(function, "__code__", None)
    return isinstance(code, type(_untouched.__code__)) and _steps(code) <= BLANK


def _steps(code: CodeType) -> set[int]:
    """Return the kinds of steps that Python takes: each is a byte, followed by one of detail."""
    return set(code.co_code[::2])


def _untouched() -> None:
    ...  # noqa: PIE790 (several lines that do nothing
    pass  # noqa: PIE790 do nothing, either)


# What blank functions do differs from one Python to the next, so the one that runs here is asked.
BLANK = _steps(_untouched.__code__) | _steps((lambda: ...).__code__)
