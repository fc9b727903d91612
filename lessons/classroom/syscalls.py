"""What of the kernel a learner's code must leave alone: ways round the limits, and rare doors.

Shared memory and file systems of one's own would count for no process. bubblewrap loads the
filter below, in the form in which the kernel takes it: the classic Berkeley packet filter.
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
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column, the kernel's name
OLD_X32_CALLS = 0x40000000  # from here on, x86_64 has its calls a second time

LOAD, IF_EQUAL, IF_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER_OF_CALL, MACHINE = 0, 4  # where they stand in what the filter gets to see
KILL, ALLOW, REFUSE = 0x80000000, 0x7FFF0000, 0x00050000 | errno.EPERM


@cache
def call_filter() -> bytes:
    """Return the filter for this machine; an empty one where the numbers aren't known."""
    if platform.machine() not in MACHINES:
        return b""
    column, machine = MACHINES[platform.machine()]
    numbers = [both[column] for both in REFUSED.values()]
    last = len(numbers)
    return b"".join(
        [
            pack("=HBBI", LOAD, 0, 0, MACHINE),
            pack("=HBBI", IF_EQUAL, 1, 0, machine),
            pack("=HBBI", RETURN, 0, 0, KILL),
            pack("=HBBI", LOAD, 0, 0, NUMBER_OF_CALL),
            pack("=HBBI", IF_AT_LEAST, last + 1, 0, OLD_X32_CALLS),
            *(pack("=HBBI", IF_EQUAL, last - i, 0, number) for i, number in enumerate(numbers)),
            pack("=HBBI", RETURN, 0, 0, ALLOW),
            pack("=HBBI", RETURN, 0, 0, REFUSE),
        ]
    )
