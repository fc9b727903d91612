"""What a function looks like from outside: why its numbers may be wrong, whatever its formula."""

from __future__ import annotations

from collections import namedtuple
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from typing import Any


class Facts(namedtuple("Facts", "parameters leaked helpers")):
    """The parameters if they aren't the exercise's, numbers from outside, the learner's helpers."""

    __slots__ = ()
    parameters: str | None
    leaked: tuple[str, ...]
    helpers: tuple[str, ...]

    def __new__(
        cls,
        parameters: str | None = None,
        leaked: tuple[str, ...] = (),
        helpers: tuple[str, ...] = (),
    ) -> Facts:
        return super().__new__(cls, parameters, leaked, helpers)


def inspect_function(
    function: Callable[..., Any],
    inputs: Sequence[str],
    quantities: Collection[str],
    exercises: Collection[str],
) -> Facts:
    """Return what stands out in a function.

    `quantities` are names that must come in as arguments, `exercises` the functions that the
    learner writes, which this one may call.

    >>> inspect_function(lambda y, a: a - y, ["a", "y"], [], []).parameters
    'y, a'
    """
    parameters = other_parameters(function, inputs)
    if not isinstance(function, FunctionType):
        return Facts(parameters)
    used = dict.fromkeys(_global_names(function.__code__))
    outside = function.__globals__
    return Facts(
        parameters,
        tuple(n for n in used if n in quantities and isinstance(outside.get(n), (int, float))),
        tuple(n for n in exercises if n in used and _is_helper(outside.get(n), function)),
    )


def is_function(answer: Any) -> bool:
    """Tell whether the answer can be called as a function is; a class is none."""
    return callable(answer) and not isinstance(answer, type)


def other_parameters(function: Callable[..., Any], inputs: Sequence[str]) -> str | None:
    """Return what the function takes, if it is not what the exercise hands over.

    >>> other_parameters(lambda a: a, ["a", "y"]), other_parameters(lambda: 1, ["a", "y"])
    ('a', 'nothing')
    """
    if _takes_just(function, inputs):
        return None
    from inspect import signature

    try:
        takes = signature(function)
    except (TypeError, ValueError):  # some functions of Python itself don't tell
        return None
    names = list(takes.parameters)
    try:
        takes.bind(*inputs)
    except TypeError:
        return ", ".join(names) or "nothing"
    mixed_up = set(names) == set(inputs) and names != list(inputs)
    return ", ".join(names) if mixed_up else None


def _takes_just(function: Callable[..., Any], inputs: Sequence[str]) -> bool:
    """Tell of the usual function, without the help of `inspect`, that it takes what it should."""
    if not isinstance(function, FunctionType) or vars(function):
        return False
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    return names == tuple(inputs) and not code.co_kwonlyargcount


def _global_names(code: CodeType) -> Iterator[str]:
    """Yield every global name that the code, or a function inside it, reads."""
    from dis import get_instructions

    for step in get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            yield step.argval
        elif isinstance(step.argval, CodeType):
            yield from _global_names(step.argval)


def _is_helper(value: Any, function: FunctionType) -> bool:
    """Tell whether it is the learner's own answer to another exercise."""
    return (
        isinstance(value, FunctionType)
        and value is not function
        and not str(value.__module__).startswith("lessons.")
    )
