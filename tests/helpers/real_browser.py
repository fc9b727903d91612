"""A real Chromium without a window, for as long as a with block lasts."""

from collections.abc import Iterator
from contextlib import contextmanager

from patience import LONG
from playwright.sync_api import Browser, expect, sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WAIT = 1000 * LONG  # in playwright's milliseconds, for whatever a test waits for


@contextmanager
def running_browser(path: str) -> Iterator[Browser]:
    """Start the browser at a path; playwright's own Error says why it doesn't start."""
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET, timeout=WAIT)
        running.on("context", lambda opened: opened.set_default_timeout(WAIT))
        yield running
        running.close()
