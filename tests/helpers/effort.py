"""How much work Python does for something, counted and not timed: the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(action: Callable[[], object]) -> int:
    """Return how many lines are run and functions called, and how long the texts are they look at.

    What a built-in function does with other things, a regular expression too, is a single step.
    """
    spent = 0

    def count_line(_frame: FrameType, _event: str, _: Any) -> Any:
        nonlocal spent
        spent += 1
        return count_line

    def count_call(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal spent
        text = getattr(called, "__self__", "") if event == "c_call" else ""
        spent += 1 + (len(text) if isinstance(text, str) else 0)

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(count_line)
    sys.setprofile(count_call)
    try:
        action()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return spent
