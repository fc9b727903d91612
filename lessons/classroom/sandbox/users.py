"""Users that nobody is: what runs as one of them counts alone, reads little, and ends as a whole.

Only root can start something as another user.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

USERS = Path("/proc/self/uid_map")
ALL = 2**32 - 1
# Of so many users nobody is one from here on, for so many, and as many more for their enders.
FREE = ((ALL, 2**30, 2**25), (2**16, 57_344, 2**11))
AT_ONCE = 8  # strangers of one grader

# Only a process of that user reaches all of them in one go, and none can get away by forking. But
# they could reach it, too, unless it is that user by half: the other half is a user of its own.
# Whoever reaches root would reach everybody, so first it finds out that it can't.
END_ALL = """
import os, sys
user, ender = map(int, sys.argv[1:])
os.setgroups([])
os.setresgid(ender, ender, ender)
os.setresuid(ender, user, ender)
try:
    os.kill(os.getppid(), 0)
except PermissionError:
    os.kill(-1, 9)
else:
    sys.exit("It is still root.")
"""

_met = count()


def stranger() -> int | None:
    """Return the number of a user that nobody is; None where there is none to become."""
    here = users() if os.geteuid() == 0 else 0
    for least, first, room in FREE:
        if here >= least:
            return first + (os.getpid() * AT_ONCE + next(_met) % AT_ONCE) % room
    return None


def users() -> int:
    """Return how many users there can be, root among them; a container may have few."""
    if not USERS.exists():  # no Linux
        return 0
    first, _, many = map(int, USERS.read_text().splitlines()[0].split())
    return many if first == 0 else 0


@contextmanager
def ended(user: int | None) -> Iterator[None]:
    """End every process of that stranger when the block ends, wherever it hides."""
    try:
        yield
    finally:
        if user is not None:
            words = [sys.executable, "-ISc", END_ALL, str(user), str(_ender(user))]
            subprocess.run(words, check=True)


def _ender(user: int) -> int:
    return next(user + room for _, first, room in FREE if first <= user < first + room)
