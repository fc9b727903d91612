"""Wait for what is sure to come as long as the slowest machine needs: only a hang takes longer."""

from collections.abc import Callable
from time import monotonic, sleep

LONG = 600  # seconds: no verdict is about them


def wait_until(come: Callable[[], object]) -> None:
    """Return as soon as it has come true."""
    end = monotonic() + LONG
    while not come():
        assert monotonic() < end, "It never came."
        sleep(0.02)
