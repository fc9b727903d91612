"""What a learner's code can't use up: time, memory, processes, disk, and patience."""

import pytest
from footprint import descendants
from patience import LONG
from worker_talk import death, error, run

from lessons.classroom.sandbox.limits import LIMITS
from lessons.classroom.sandbox.sandbox import DiedError, Sandbox

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
def test_a_bomb_ends_its_own_worker(bomb: str, sandbox: Sandbox) -> None:
    """What doesn't end, takes too much or says too much is stopped, and the kind of it is told."""
    code, kind = BOMBS[bomb]
    assert death(sandbox, code, 1 if kind == "time" else LONG) == kind


def test_computing_time_is_limited_as_a_whole(sandbox: Sandbox) -> None:
    """A worker that computes for longer than allowed dies of that, whatever each request may."""
    hasty = sandbox._replace(limits=LIMITS._replace(cpu_seconds=1))
    with hasty.start({}) as worker, pytest.raises(DiedError, match="It computed for more than"):
        run(worker, "while True: pass")


GLUTTONS = """
import os, signal
def taken():
    kept = []
    while True:
        try:
            kept.append(bytes(2**24))
        except MemoryError:
            return len(kept) * 2**24
told, telling = os.pipe()
others = 0
while True:
    try:
        if os.fork() == 0:
            os.write(telling, b"%20d" % taken())
            signal.pause()
        others += 1
    except OSError:
        break
everything = taken() + sum(int(os.read(told, 20)) for _ in range(others))
try:
    for number in range(10**6):
        everything += open(f"file {number}", "wb").write(bytes(2**20))
except OSError:
    pass
raise Exception(everything)
"""


def test_memory_is_limited_as_a_whole(sandbox: Sandbox) -> None:
    """All processes of a worker and its folder get 2.1 GiB at worst, however they share it."""
    with sandbox.start({}) as worker:
        everything = int(str(error(worker, GLUTTONS)).removeprefix("Exception: "))
    assert LIMITS.memory_bytes < everything <= 2.1 * 2**30


FORK_BOMB = """
import os
first = os.getpid()
while True:
    try:
        os.fork()
    except OSError:
        if os.getpid() == first:
            break
"""
FORK = "import os\nif os.fork() == 0: os._exit(0)\nos.wait()"


def test_a_fork_bomb_stays_small_and_alone(sandbox: Sandbox) -> None:
    """Processes are limited for each sandbox by itself: a bomb in one leaves the others theirs."""
    before = len(descendants())
    with sandbox.start({}) as worker:
        assert error(worker, FORK_BOMB) is None
        assert LIMITS.processes <= len(descendants()) - before <= LIMITS.processes + 2
        assert "BlockingIOError" in str(error(worker, FORK))
        with sandbox.start({}) as other:
            assert error(other, FORK) is None


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
        assert error(worker, "for _ in range(300): print('x' * 10**7)") is None
        assert error(worker, "import os\nfor _ in range(300): os.write(1, b'x' * 10**7)") is None
