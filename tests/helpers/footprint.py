"""What a run may leave behind on this machine, all that one can see of it, to compare."""

import ctypes
import os
import resource
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MARK = "attacked-by-a-learner"  # whatever an attack writes has this in its name
PLACES = ["/", "/tmp", "/var/tmp", "/dev/shm", "/etc", "/usr", "/opt", sys.prefix]
PLACES += [entry for entry in sys.path if entry]
RESOURCES = [getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_")]
PR_SET_CHILD_SUBREAPER = 36


@contextmanager
def orphans_adopted() -> Iterator[None]:
    """Make this process the parent of whatever its descendants leave behind, so that it shows.

    The dead are buried in the end: until then they count among the processes of their user.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
        for process, parent, _, state in processes():
            if (parent, state) == (os.getpid(), "Z"):
                os.waitpid(process, 0)


def footprint() -> dict[str, Any]:
    """Return what must be the same before and after a run."""
    return {
        "processes": descendants(),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "threads": threading.active_count(),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "temporary files": sorted(os.listdir(tempfile.gettempdir())),
        "home": sorted(os.listdir(Path.home())),
        "marks": marks(),
        "search path": list(sys.path),
        "limits": [resource.getrlimit(n) for n in RESOURCES],
        "signals": [signal.getsignal(n) for n in signal.valid_signals()],
        "host name": os.uname().nodename,
    }


def marks() -> list[str]:
    """Return the files that an attack wrote on this machine."""
    here = [Path(place) for place in {*PLACES, os.getcwd(), str(Path.home())}]
    return sorted(str(p) for place in here if place.is_dir() for p in place.glob(f"*{MARK}*"))


def descendants() -> list[int]:
    """Return the processes that this one has started, and those that these have."""
    children: dict[int, list[int]] = {}
    for process, parent, _ in living():
        children.setdefault(parent, []).append(process)
    found, waiting = [], [os.getpid()]
    while waiting:
        more = children.get(waiting.pop(), [])
        found += more
        waiting += more
    return sorted(found)


def alive(group: int) -> list[int]:
    """Return the processes of a group; look again for one that a dying one has just started."""
    looks = ([process for process, _, its in living() if its == group] for _ in range(2))
    return next(filter(None, looks), [])


def living() -> Iterator[tuple[int, int, int]]:
    """Yield each process with its parent and its group; not the dead that wait to be buried."""
    return (found[:3] for found in processes() if found[3] != "Z")


def processes() -> Iterator[tuple[int, int, int, str]]:
    """Yield each process with its parent, its group and its state."""
    for process in filter(str.isdecimal, os.listdir("/proc")):
        try:
            status = Path(f"/proc/{process}/stat").read_text(errors="replace")
        except OSError:  # it has just ended
            continue
        state, parent, group, *_ = status.rpartition(")")[2].split()
        yield int(process), int(parent), int(group), state
