"""What every test may count on: repeatable random examples, a browser, and no silent skips."""

import os
import shutil
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from playwright._impl._driver import compute_driver_executable

from lessons.classroom.sandbox.fresh import Sandbox, SandboxError, open_sandbox

# Fixtures that several files share stand beside the functions they go with.
pytest_plugins = ["autograder", "gradebooks", "handing_in", "teachers_command", "worker_talk"]

# A shell that starts the tests in the background has them ignore Ctrl-C, which some of them send.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadline: on a busy machine a slow example is not a wrong one.
# The full run's verdict is the commit's alone; new examples are drawn where somebody is at hand.
settings.register_profile("explore", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("NO_SKIPS") else "explore")

os.environ["LESSONS_PROGRESS"] = ""  # no test writes into the learner's own record


def pytest_configure(config: pytest.Config) -> None:
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


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium-like browser on this machine."""
    for name in ("chromium", "google-chrome", "chromium-browser"):
        if path := shutil.which(name):
            return path
    pytest.skip("no chromium, google-chrome or chromium-browser on the PATH")


@pytest.fixture(scope="session")
def node() -> str:
    """The path of the Node that playwright brings along."""
    path, _ = compute_driver_executable()
    return path


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox by bubblewrap, on a machine that has one."""
    try:
        with open_sandbox("bubblewrap") as opened:
            yield opened
    except SandboxError as refused:
        pytest.skip(str(refused))
