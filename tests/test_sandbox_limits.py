"""What a learner's code can't use up: time, memory, processes, disk, and patience."""

import threading
from time import monotonic, sleep

import pytest
from footprint import descendants
from worker_talk import death, error

from lessons.classroom.sandbox.allowances import LIMITS
from lessons.classroom.sandbox.fresh import Sandbox

BOMBS = {
    "an endless loop": ("while True: pass", "time"),
    "a sleep": ("import time\ntime.sleep(100)", "time"),
    "a deaf loop": (
        "import signal\n"
        "for number in range(1, 64):\n"
        "    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass",
        "time",
    ),
    "a stop": ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "time"),
    "all of the memory at once": ("bytearray(10**11)", "memory"),
    "all of the memory, bit by bit": ("kept = []\nwhile True: kept.append(bytes(10**7))", "memory"),
    "an exit": ("import os\nos._exit(0)", "exit"),
    "a crash": ("import ctypes\nctypes.string_at(0)", "signal"),
    "a kill": ("import os\nos.kill(os.getpid(), 9)", "signal"),
    "hanging up": ("import os\nos.closerange(0, 64)", "exit"),
    "one endless line": (
        "import os\nfor number in range(3, 64):\n"
        "    try:\n        while True: os.write(number, b'x' * 60000)\n    except OSError: pass",
        "output",
    ),
    "endless lines": (
        "import os\nfor number in range(3, 64):\n"
        "    try:\n        while True: os.write(number, b'\\n')\n    except OSError: pass",
        "garbage",
    ),
    "bytes that are no text": (
        "import os\nfor number in range(3, 64):\n"
        "    try: os.write(number, bytes(range(256)) + b'\\n')\n    except OSError: pass",
        "garbage",
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_ends_its_own_worker_in_time(bomb: str, sandbox: Sandbox) -> None:
    """What doesn't end, takes too much or says too much is stopped, and the kind of it is told."""
    code, kind = BOMBS[bomb]
    start = monotonic()
    assert death(sandbox, code, 1 if kind == "time" else 10) == kind
    assert monotonic() - start < 20


def test_computing_time_is_limited_as_a_whole(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that computes for longer than allowed dies of that, whatever each request may."""
    monkeypatch.setattr("lessons.classroom.sandbox.fresh.LIMITS", LIMITS._replace(cpu_seconds=1))
    assert death(sandbox, "while True: pass", 60) == "time"


def test_memory_is_limited_as_a_whole() -> None:
    """All processes of a worker and its folder can take 2.1 GiB, as the table says, and no more."""
    assert LIMITS.processes * LIMITS.memory_bytes + LIMITS.folder_bytes <= 2.1 * 2**30
    assert "2.1 GiB" in str(type(LIMITS).__doc__)


def test_a_fork_bomb_stays_small_and_alone(sandbox: Sandbox) -> None:
    """Processes are limited for each sandbox by itself: a bomb in one leaves the others theirs."""
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    thread = threading.Thread(target=death, args=(sandbox, bomb, 3))
    others, until = len(descendants()), monotonic() + 10
    thread.start()
    while len(descendants()) - others < LIMITS.processes and monotonic() < until:
        sleep(0.1)
    assert LIMITS.processes <= len(descendants()) - others <= LIMITS.processes + 2
    fork = "import os\nif os.fork() == 0: os._exit(0)\nos.wait()"
    with sandbox.start({}) as other:
        assert error(other, fork) is None
    thread.join()


def test_files_are_limited_one_by_one_and_together(sandbox: Sandbox) -> None:
    """No file gets larger than allowed, nor do all of them, and the worker lives on."""
    with sandbox.start({}) as worker:
        big = "with open('big', 'wb') as file:\n    for _ in range(10000): file.write(bytes(2**20))"
        assert "File too large" in str(error(worker, big))
        many = "for n in range(10000): open(f'file {n}', 'wb').write(bytes(10**7))"
        assert "No space left" in str(error(worker, many))
        assert error(worker, "a = 1") is None


def test_endless_printing_takes_no_memory(sandbox: Sandbox) -> None:
    """What is printed beyond the limit is forgotten, however it is printed."""
    with sandbox.start({}) as worker:
        assert error(worker, "for _ in range(300): print('x' * 10**7)", 30) is None
        assert (
            error(worker, "import os\nfor _ in range(300): os.write(1, b'x' * 10**7)", 30) is None
        )
