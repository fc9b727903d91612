"""The exit codes of `python -m lessons.classroom`, as --help and the guide tell them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command has come to."""

    OK = 0
    ATTENTION = 1  # all is done, and something needs the teacher's attention
    FAILED = 2  # it can't be done
    INTERRUPTED = 130  # stopped with Ctrl-C, as shells count it
