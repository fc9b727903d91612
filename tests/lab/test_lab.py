"""`python -m lessons lab`: real JupyterLab on copies that stay the learner's own."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import nbformat
import pytest
from jupyter_client import BlockingKernelClient
from lab_process import contents, fetch, started
from nbformat.v4 import new_code_cell, new_notebook, new_output
from patience import LONG
from places import ROOT

from lessons.classroom.sandbox.sandbox import Sandbox
from lessons.lab.server import WORK
from lessons.widgets import SigmoidWidget

COMMAND = [sys.executable, "-m", "lessons", "lab", "--no-browser"]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the course's notebooks, and nothing in it that the learner wrote."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "course" / "notebooks")
    return tmp_path / "course"


def test_the_lab_opens_the_first_lesson_of_work_quietly_and_on_this_computer_only(course: Path):
    """Two labs find a port each, tell the folder, open lesson 00, ask for no news, and stop."""
    ours = {"PYTHONPATH": str(ROOT)}
    with started(COMMAND, course, **ours) as first, started(COMMAND, course, **ours) as second:
        assert f"Your lessons are in {course / 'work'}\n" in first.said
        assert first.address.split("/lab")[0] != second.address.split("/lab")[0]
        for lab in (first, second):
            assert re.match(rf"http://127[.]0[.]0[.]1:\d+/lab/tree/{WORK}/00_start", lab.address)
            assert '["@jupyterlab/apputils-extension:announcements"]' in fetch(lab.address)
        assert json.loads(contents(first.address, "work/00_start.ipynb"))["content"]["cells"]
        first.process.send_signal(signal.SIGINT)
        assert first.process.wait(timeout=LONG) == 0


def test_the_address_is_the_last_thing_said_alone_on_its_line(course: Path) -> None:
    """It comes once somebody answers there, after its sentence; no other comes, before or later."""
    with started(COMMAND, course, PYTHONPATH=str(ROOT)) as lab:
        urllib.request.urlopen(lab.address, timeout=LONG).close()
        lab.process.send_signal(signal.SIGINT)
        rest, _ = lab.process.communicate(timeout=LONG)
        *_, introduction, last = lab.said.splitlines()
        assert last == lab.address
        assert re.fullmatch(r"[A-Z].* address .*:", introduction)
        assert lab.said.count("://") == 1
        assert re.fullmatch(r"(\[C .*] Shutting down.*\n)+", rest)


def test_what_keeps_the_lab_from_starting_is_told_and_no_address(course: Path) -> None:
    """Without a free port JupyterLab's own words say so, and nobody is sent anywhere."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        only = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
        done = failed([*COMMAND, *only], course)
    assert f"port {port} is not available" in done.stderr
    assert "://" not in done.stdout + done.stderr


def test_a_running_lesson_leaves_the_terminal_to_what_a_learner_needs(course: Path) -> None:
    """With a kernel at work no warning follows the address, least of all of eavesdroppers."""
    runtime = course / "runtime"
    here = {"PYTHONPATH": str(ROOT), "JUPYTER_RUNTIME_DIR": str(runtime)}
    with started(COMMAND, course, **here) as lab:
        fetch(lab.address)
        kernels = lab.address.replace(f"/lab/tree/{WORK}/00_start.ipynb", "/api/kernels")
        urllib.request.urlopen(urllib.request.Request(kernels, b"{}"), timeout=LONG).close()
        (connection,) = runtime.glob("kernel-*.json")
        kernel = BlockingKernelClient(connection_file=str(connection))
        kernel.load_connection_file()
        kernel.start_channels(hb=False)
        kernel.kernel_info(reply=True, timeout=LONG)
        kernel.stop_channels()
        lab.process.send_signal(signal.SIGINT)
        said, _ = lab.process.communicate(timeout=LONG)
        assert not re.search(r"(?m)^\[[WE] |WARN", said)


def test_tabs_of_other_folders_are_not_opened_here(course: Path) -> None:
    """What was last open in another JupyterLab of this learner stays there."""
    tabs = course / "config/lab/workspaces/default-37a8.jupyterlab-workspace"
    tabs.parent.mkdir(parents=True)
    tabs.write_text('{"data": {}, "metadata": {"id": "default"}}')
    with started(COMMAND, course, PYTHONPATH=str(ROOT)) as lab:
        kept = lab.address.replace(f"/lab/tree/{WORK}/00_start.ipynb", "/lab/api/workspaces")
        assert json.loads(fetch(kept))["workspaces"]["ids"] == []


def test_solutions_are_one_folder_up(course: Path) -> None:
    """The card that sends a stuck learner to solutions/ names a folder that opens here."""
    (course / "solutions").mkdir()
    shutil.copy(ROOT / "solutions/00_start.ipynb", course / "solutions")
    with started(COMMAND, course, PYTHONPATH=str(ROOT)) as lab:
        assert json.loads(contents(lab.address, "solutions/00_start.ipynb"))["content"]["cells"]


def test_a_widget_whose_python_is_gone_gives_way_to_its_picture(course: Path) -> None:
    """Opened another day a notebook shows the picture; loaded anew while it runs, the widget."""
    data, _ = SigmoidWidget()._repr_mimebundle_()
    cell = new_code_cell(outputs=[new_output("execute_result", data)])
    nbformat.write(new_notebook(cells=[cell]), course / "mine.ipynb")
    with started(COMMAND, course, PYTHONPATH=str(ROOT)) as lab:

        def kinds() -> set[str]:
            content = json.loads(contents(lab.address, "mine.ipynb"))["content"]
            return set(content["cells"][0]["outputs"][0]["data"])

        assert kinds() == {"image/svg+xml", "text/plain"}
        wanted = {"path": "mine.ipynb", "name": "", "type": "notebook", "kernel": {"name": ""}}
        sessions = lab.address.replace(f"/lab/tree/{WORK}/00_start.ipynb", "/api/sessions")
        urllib.request.urlopen(
            urllib.request.Request(sessions, json.dumps(wanted).encode()), timeout=LONG
        ).close()
        assert kinds() == set(data)


def failed(command: list[str | Path], course: Path) -> subprocess.CompletedProcess[str]:
    """Return what was said by a command that could not start JupyterLab."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=course, env=settings, capture_output=True, text=True, timeout=LONG
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done


def refused(course: Path, *around: str | Path) -> str:
    """Return the one sentence of the command when it can't start."""
    done = failed([*around, *COMMAND], course)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_make_lab_is_the_same_command() -> None:
    """`make lab` and the README's lines for those without make end in one and the same command."""
    planned = subprocess.check_output(
        ["make", "-n", "--no-print-directory", "lab"], cwd=ROOT, text=True
    )
    assert planned.splitlines()[-1] == ".venv/bin/python -m lessons lab"
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in (".venv/bin/python -m lessons lab", r".venv\Scripts\python -m lessons lab"):
        assert f"\n{line}\n" in readme


@pytest.fixture
def bubble(sandbox: Sandbox) -> list[str]:
    """A command that runs another one with this computer's files, and changes to some."""
    assert sandbox.program
    return [sandbox.program.path, "--dev-bind", "/", "/"]


def test_a_file_called_work_is_named_with_the_remedy(course: Path) -> None:
    """Where work/ should be and a file is, the file stays and one sentence says so."""
    (course / "work").write_text("my diary")
    assert "work is a file" in refused(course)
    assert (course / "work").read_text() == "my diary"


def test_without_the_right_to_write_one_sentence_says_so(course: Path, bubble: list[str]) -> None:
    """On a read-only place the command says why it can't go on, and what to do."""
    said = refused(course, *bubble, "--ro-bind", course, course)
    assert re.search(r"can't be put into .*/work: Read-only file system\. Mend that", said)


def test_a_full_disk_is_told_and_leaves_no_half_written_lesson(
    course: Path, bubble: list[str]
) -> None:
    """What fits is whole, what doesn't is not begun, and one sentence names the full disk."""
    work = course / "work"
    work.mkdir()
    full = [*bubble, "--size", "32768", "--tmpfs", work, "sh", "-c"]
    script = '"$@" || { code=$?; ls -A work > listing; exit $code; }'
    assert "No space left on device" in refused(course, *full, script, "sh")
    left = (course / "listing").read_text().split()
    assert "00_start.ipynb" in left
    assert not [name for name in left if "unfinished" in name]


def test_a_missing_jupyterlab_is_told_with_the_command_that_brings_it(course: Path) -> None:
    """Where JupyterLab isn't installed, one sentence says how to get it."""
    (course / "jupyterlab.py").write_text("")  # no package, so it has no jupyterlab.labapp
    assert "Run: python -m pip install jupyterlab" in refused(course)
