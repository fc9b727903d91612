"""Unprivileged uids: each worker gets one that no account uses, so limits and kill reach it alone.

Only root can start a process under another uid.
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
# For at least so many uids: the first one that no account uses, and how many there are. As many
# more follow for the processes that kill.
FREE = ((ALL, 2**30, 2**25), (2**16, 57_344, 2**11))
UIDS_OF_A_GRADER = 8

# kill(-1) signals every process of the sender's uids at once: none escapes by forking. The sender
# has the worker's uid as its effective uid only: its real and saved uids are its own, so the worker
# can't signal it. Could it still signal root, kill(-1) would end everybody: so that is tried first.
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

_given = count()


def unprivileged_uid() -> int | None:
    """Return a uid that no account uses; None if this process can't become one."""
    here = users() if os.geteuid() == 0 else 0
    for least, first, room in FREE:
        if here >= least:
            return first + (os.getpid() * UIDS_OF_A_GRADER + next(_given) % UIDS_OF_A_GRADER) % room
    return None


def users() -> int:
    """Return how many uids are mapped here, root among them; a container may have few."""
    if not USERS.exists():  # no Linux
        return 0
    first, _, many = map(int, USERS.read_text().splitlines()[0].split())
    return many if first == 0 else 0


@contextmanager
def killed_at_the_end(user: int | None) -> Iterator[None]:
    """Kill every process with this uid when the block ends."""
    try:
        yield
    finally:
        if user is not None:
            words = [sys.executable, "-ISc", END_ALL, str(user), str(_killer_uid(user))]
            subprocess.run(words, check=True)


def _killer_uid(user: int) -> int:
    return next(user + room for _, first, room in FREE if first <= user < first + room)
