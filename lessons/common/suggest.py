"""Did you mean …? What comes near a name that nobody knows."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches


def nearest(
    name: str, known: Iterable[str], most: int = 1, show: Callable[[str], str] = str
) -> str:
    """Return the known names that come nearest, quoted, the best one first; "" if none is near.

    >>> nearest("shap", ["share", "shape", "loss"], most=3)
    "'shape' or 'share'"
    """
    return " or ".join(f"'{show(match)}'" for match in get_close_matches(name, [*known], most))
