"""One number, of whatever kind and however wrapped, as a plain float; or what is there instead."""

from __future__ import annotations

from lessons.answers.outcome import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lessons.answers.outcome import Kind

DEEPEST = 8  # lists in a list that are opened; a list could hold itself


def to_float(item: Any, name: str) -> float:
    """Return one number as a plain float; raise UnusableError, with its name, if it is none.

    >>> to_float([[1]], "a")
    1.0
    """
    item = opened(item)
    if isinstance(item, list):
        raise UnusableError("shape", f"{name} is a list of {len(item)} numbers")
    if item is None or item is ...:
        raise UnusableError("part-blank", name)
    if not is_number(item):
        raise UnusableError(*not_a_number(item, name))
    try:
        return float(item)
    except OverflowError:
        return float("inf")
    except TypeError:  # a formula with letters in it has no value yet
        raise UnusableError(*not_a_number(item, name)) from None


def opened(item: Any) -> Any:
    """Return what is in a list of one, however deep: a list of several, or a single thing.

    >>> opened([[(0.5, 1)]]), opened([0.5])
    ([0.5, 1], 0.5)
    """
    item = as_list(item)
    for _ in range(DEEPEST):
        if not (isinstance(item, list) and len(item) == 1):
            break
        item = as_list(item[0])
    return item


def as_list(item: Any) -> Any:
    """Return a tuple or an array of any library as a list, and anything else as it is."""
    if hasattr(item, "tolist"):
        item = item.tolist()
    return list(item) if isinstance(item, (tuple, list)) else item


def is_number(item: Any) -> bool:
    """Tell whether it says that it is a real number, in whatever library: a text doesn't.

    >>> from fractions import Fraction
    >>> is_number(Fraction(1, 2)), is_number("0.5"), is_number(True), is_number(1j)
    (True, False, False, False)
    """
    return hasattr(type(item), "__float__") and not isinstance(item, bool)


def not_a_number(item: Any, name: str) -> tuple[Kind, str]:
    """Return the kind of trouble with something that holds no numbers, and its details."""
    from collections.abc import Coroutine, Generator

    if isinstance(item, Generator):
        return "generator", name
    if isinstance(item, Coroutine):
        return "coroutine", name
    return "type", f"{name} is {describe(item)}"


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
    letters = getattr(item, "free_symbols", None)
    if isinstance(letters, set) and letters:
        return f"a formula with {', '.join(sorted(map(str, letters)))} in it"
    return "a function" if callable(item) else f"a {type(item).__name__}"
