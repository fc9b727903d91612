"""Tests that need more than Python come in groups. A group whose thing doesn't work is left out.

Each thing is tried once, and the last lines of the run say what was left out, why, and what brings
it. With NO_SKIPS in the environment whatever is left out has failed.
"""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import environments
import pytest
from playwright.sync_api import Error
from real_browser import running_browser

from lessons.classroom.sandbox.sandbox import OR_ELSE, Sandbox, SandboxError, open_sandbox

BRINGS = {
    "sandbox": "podman run --rm -v .:/course -w /course python:3.13 make test",
    "browser": "sudo apt install chromium",
    "npm": "sudo apt install npm",
    "root": "sudo make test",
    "git": "git init",
    "environments": "make environments",
}
BROWSERS = ("chromium", "google-chrome", "chromium-browser")

# Not a skip: who isn't root can't be somebody else, and that is known.
as_root = pytest.mark.xfail(os.geteuid() != 0, reason="root: only root can do this", run=False)
in_sandbox = pytest.mark.usefixtures("works_in_sandbox")


def leave_out(group: str, why: str) -> NoReturn:
    """Leave out the test that is about to run."""
    assert group in BRINGS
    pytest.skip(f"{group}: {why}")


def environment(name: str, *recipe: str) -> Path:
    """Return the Python of an environment of its own; by this recipe, or the one of that name."""
    try:
        return environments.prepared(name, *recipe) if recipe else environments.ready(name)
    except environments.MissingError as missing:
        leave_out("environments", str(missing))


@pytest.fixture(scope="session")
def works_in_sandbox() -> Sandbox:
    """The sandbox that grades on this machine."""
    try:
        with open_sandbox("bubblewrap") as opened:
            return opened
    except SandboxError as refused:
        leave_out("sandbox", str(refused).removesuffix(OR_ELSE).rstrip())


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium-like browser that shows pages on this machine."""
    why = f"no {' or '.join(BROWSERS)} on the PATH"
    for path in filter(None, map(shutil.which, BROWSERS)):
        try:
            with running_browser(path) as browser:
                browser.new_page()
            return path
        except Error as error:
            why = f"{path} doesn't start: {str(error).splitlines()[0]}"
    leave_out("browser", why)


@pytest.fixture(scope="session")
def npm() -> str:
    """The path of npm, which fetches Python for the browser."""
    path = shutil.which("npm")
    if path is None:
        leave_out("npm", "no npm on the PATH")
    if subprocess.run([path, "--version"], capture_output=True).returncode:
        leave_out("npm", f"{path} doesn't work")
    return path


def pytest_configure(config: pytest.Config) -> None:
    """Count whatever is left out as failed, where nothing may be."""
    if os.environ.get("NO_SKIPS"):
        config.pluginmanager.register(NoSkips())


class NoSkips:
    """In the full run a skipped test has failed. An expected failure stays what it is."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Iterator[Any]:
        return fail_if_skipped((yield))

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Iterator[Any]:
        return fail_if_skipped((yield))


def fail_if_skipped(report: Any) -> Any:
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"NO_SKIPS is set, but this was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[Any]:
    """Say at the very end what was left out."""
    result = yield
    if terminal := session.config.pluginmanager.get_plugin("terminalreporter"):
        for line in left_out(reasons_in(terminal.stats)):
            terminal.write_line(line)
    return result


def reasons_in(stats: dict[str, list[Any]]) -> Iterator[str]:
    """Yield why a test did not run, for each that did not."""
    for report in stats.get("skipped", []):
        yield report.longrepr[2].removeprefix("Skipped: ")
    for report in stats.get("xfailed", []):
        if "[NOTRUN] " in report.wasxfail:
            yield report.wasxfail.partition("[NOTRUN] ")[2]


def left_out(reasons: Iterable[str]) -> list[str]:
    """Return what to say of the tests that were left out for these reasons, one for each test.

    >>> print(*left_out(["npm: no npm on the PATH"] * 2), sep="\\n")
    2 tests were left out. Everything else ran.
    npm, 2 tests: no npm on the PATH
        to run them as well: sudo apt install npm
    >>> left_out([])
    []
    """
    counted = Counter(reasons)
    if not counted:
        return []
    lines = [f"{_tests(counted.total())} left out. Everything else ran."]
    for reason, number in counted.items():
        group, _, why = reason.partition(": ")
        lines += [f"{group}, {_tests(number).rpartition(' ')[0]}: {why}"]
        lines += [f"    to run them as well: {BRINGS.get(group, 'see the reason')}"]
    return lines


def _tests(number: int) -> str:
    return "1 test was" if number == 1 else f"{number} tests were"
