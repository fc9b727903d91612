"""What every test may count on: repeatable random examples, Node, a sandbox if there is one."""

import os
import signal
import time
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from playwright._impl._driver import compute_driver_executable

from lessons.classroom.sandbox.sandbox import Sandbox

# Fixtures that several files share stand beside the functions they go with.
pytest_plugins = [
    "autograder", "gradebooks", "groups", "handing_in", "learners_record", "teachers_command",
    "unhurried", "worker_talk",
]  # fmt: skip

# A shell that starts the tests in the background has them ignore Ctrl-C, which some of them send.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadline: on a busy machine a slow example is not a wrong one.
# The full run's verdict is the commit's alone; new examples are drawn where somebody is at hand.
settings.register_profile("explore", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("NO_SKIPS") else "explore")

# It is noon where the tests are, so that no day ends while they run: a record holds days.
os.environ["TZ"] = f"NOON{datetime.now(UTC).hour - 12:+d}"
time.tzset()

os.environ["LESSONS_PROGRESS"] = ""  # no test writes into the learner's own record
os.environ["LESSONS_SECONDS"] = "3600"  # right is right, however busy the machine, in each process


@pytest.fixture(scope="session")
def node() -> str:
    """The path of the Node that playwright brings along."""
    path, _ = compute_driver_executable()
    return path


@pytest.fixture(scope="module")
def sandbox(works_in_sandbox: Sandbox) -> Sandbox:
    """A sandbox by bubblewrap, on a machine that allows one."""
    return works_in_sandbox
