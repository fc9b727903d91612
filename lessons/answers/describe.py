"""Whatever came back instead of a number, in a learner's words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def describe(item: Any) -> str:
    """Say what something is in a learner's words.

    >>> describe("0.5"), describe(True), describe(abs), describe(float)
    ("the text '0.5'", 'True', 'a function', 'the class float')
    >>> describe(7), describe(10**12)
    ('7', 'a huge number')
    """
    if isinstance(item, str):
        return f"the text {item[:40]!r}"
    if item is None or isinstance(item, (bool, float, complex)):
        return str(item)
    if isinstance(item, int):
        return str(item) if abs(item) < 10**12 else "a huge number"
    if isinstance(item, type):
        return f"the class {item.__name__}"
    return "a function" if callable(item) else f"a {type(item).__name__}"
