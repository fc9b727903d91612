"""What the worker does to itself before it meets a learner's code."""

from __future__ import annotations

import builtins
import os
import sys
from io import StringIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

BLANK_LINES = "\n" * 20  # what `input()` gets before it meets the end


def give_up_rights(limits: Mapping[str, int], user: int | None) -> None:
    """Keep to the limits from now on, and be another user if the grader is root."""
    import resource

    os.umask(0o077)
    for name, most in limits.items():
        number = getattr(resource, name)
        _, hard = resource.getrlimit(number)
        more = most + 1 if name == "RLIMIT_CPU" else most  # before it kills, it says why
        if hard != resource.RLIM_INFINITY:
            most, more = min(most, hard), min(more, hard)
        try:
            resource.setrlimit(number, (most, more))
        except ValueError:  # macOS knows some limits by name only
            if sys.platform == "linux":
                raise
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)  # for good: root gives up all of its names at once


def closed_to_us(paths: Iterable[str]) -> str | None:
    """Return the outermost folder that keeps this user from one of these paths, if one does."""
    for path in paths:
        names = path.split("/")
        for count in range(2, len(names) + 1):
            folder = "/".join(names[:count])
            if os.path.isdir(folder) and not os.access(folder, os.R_OK | os.X_OK):
                return folder
    return None


def close_standard_streams() -> None:
    """Let nothing that prints past Python reach the pipe on which the worker replies."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def builtins_apart() -> ModuleType:
    """Return built-ins for the cells alone: what they change there, no library notices."""
    apart = type(sys)("builtins")
    vars(apart).update(vars(builtins))
    return apart


class Printed(StringIO):
    """What the cells print, up to a number of characters; the rest is forgotten."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        super().write(text[: max(0, self._most - self.tell())])
        return len(text)
