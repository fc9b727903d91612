"""A real Chromium without a window, for as long as a with block lasts."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PATIENCE = 300_000  # milliseconds: a busy machine takes its time, a browser that hangs has more


@contextmanager
def running_browser(path: str) -> Iterator[Browser]:
    """Start the browser at a path; playwright's own Error says why it doesn't start."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET, timeout=PATIENCE)
        yield running
        running.close()
