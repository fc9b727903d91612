"""Tuples whose parts have names.

The grader runs this file beside a learner's code, and each import there costs every submission.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Named(tuple[object, ...]):
    """A tuple whose parts have names, as `collections` makes one, which takes 2 ms to import.

    >>> class Point(Named):
    ...     x: float
    ...     y: float
    >>> Point((1, 2)), Point((1, 2)).y
    (Point(x=1, y=2), 2)
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        for place, name in enumerate(cls.__annotations__):
            setattr(cls, name, _part(place))

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={part!r}" for name, part in self.as_dict().items())
        return f"{type(self).__name__}({parts})"

    def __getnewargs__(self) -> tuple[object, ...]:
        return tuple(self)

    def as_dict(self) -> dict[str, Any]:
        """Return the parts by their names."""
        return dict(zip(self.__annotations__, self, strict=True))


def _part(place: int) -> property:
    return property(lambda parts: parts[place])
