"""What of the kernel a learner's code must leave alone: ways round the limits, and rare doors.

Memory that is shared or stuck in a pipe would count for no process, and in a user namespace of its
own a process may try the kernel's doors for root. bubblewrap loads the filter below, in the form in
which the kernel takes it: the classic Berkeley packet filter.
"""

import errno
import platform
from functools import cache
from struct import pack

# The number of each call, on x86_64 and on aarch64.
REFUSED = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "fsopen": (430, 430),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "mount": (165, 40),
    "msgget": (68, 186),
    "perf_event_open": (298, 241),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setns": (308, 268),
    "shmget": (29, 194),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "vmsplice": (278, 75),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column, the kernel's name
CLONE, CLONE3 = (56, 220), 435
NEW_NAMESPACES = 0x7E020000  # those of clone's flags that ask for one
OLD_X32_CALLS = 0x40000000  # from here on, x86_64 has its calls a second time

LOAD, EQUAL, AT_LEAST, ANY_OF, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER_OF_CALL, MACHINE, FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the filter sees
KILL, ALLOW, ERROR = 0x80000000, 0x7FFF0000, 0x00050000
REFUSE, MISSING = ERROR | errno.EPERM, ERROR | errno.ENOSYS


@cache
def call_filter() -> bytes:
    """Return the filter for this machine; an empty one where the numbers aren't known."""
    if platform.machine() not in MACHINES:
        return b""
    column, machine = MACHINES[platform.machine()]
    steps = [
        _step(LOAD, MACHINE),
        _step(EQUAL, machine, skipped=1),
        _step(RETURN, KILL),
        _step(LOAD, NUMBER_OF_CALL),
        *_answer(MISSING, EQUAL, CLONE3),  # so that the C library uses clone, whose flags are here
        *_answer(REFUSE, AT_LEAST, OLD_X32_CALLS),
    ]
    for numbers in REFUSED.values():
        steps += _answer(REFUSE, EQUAL, numbers[column])
    steps += [
        _step(EQUAL, CLONE[column], skipped=1),
        _step(RETURN, ALLOW),
        _step(LOAD, FIRST_ARGUMENT),
        *_answer(REFUSE, ANY_OF, NEW_NAMESPACES),
        _step(RETURN, ALLOW),
    ]
    return b"".join(steps)


def _answer(answer: int, test: int, value: int) -> list[bytes]:
    return [_step(test, value, skipped_if_not=1), _step(RETURN, answer)]


def _step(code: int, value: int, skipped: int = 0, skipped_if_not: int = 0) -> bytes:
    """Return one step, and how many to skip after it if its test holds, and if it doesn't."""
    return pack("=HBBI", code, skipped, skipped_if_not, value)
