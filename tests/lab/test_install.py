"""While something is installed the terminal shows it, and a failure stays clear."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import environments
import pytest
from places import ROOT

from lessons.lab.install import TROUBLE

INSTALLER = (
    "import sys; from lessons.lab.install import install;"
    "sys.exit(install([sys.executable, '-c', sys.argv[1]], float(sys.argv[2])))"
)
SLOW = """
print("Requirement already satisfied: pip in ./.venv")
print("Collecting six>=1 (from lessons)", flush=True)
input()
print("Installing collected packages: six, numpy")
"""
FAILING = "import sys; print('Obtaining file:///x'); sys.exit('ERROR: no network')"


@contextmanager
def installing(script: str, quiet: float) -> Iterator[subprocess.Popen[str]]:
    """The installer at work with a stand-in for pip, which may wait for a line of ours."""
    with subprocess.Popen(
        [sys.executable, "-c", INSTALLER, script, str(quiet)],
        env=os.environ | {"PYTHONUNBUFFERED": ""},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        guard = Timer(120, process.kill)
        guard.start()
        yield process
        guard.cancel()


def test_each_step_shows_at_once_in_a_line() -> None:
    """While pip still waits its last package is there to read; what was there before is not."""
    with installing(SLOW, quiet=1000) as process:
        assert process.stdout
        assert process.stdout.readline() == "  six\n"
        rest, _ = process.communicate("\n")
    assert rest == "  putting everything in place\n"
    assert process.returncode == 0


def test_silence_is_filled() -> None:
    """As long as pip says nothing, lines come all the same."""
    with installing(SLOW, quiet=0.05) as process:
        assert process.stdout
        lines = (line for line in process.stdout if "six" not in line)
        for _ in range(3):
            assert re.fullmatch(r"  \.\.\. \d+ seconds so far\n", next(lines))
        process.communicate("\n")


def test_a_failure_shows_pips_own_words_then_what_to_do() -> None:
    """What pip says of an error stands there, one sentence follows, and make gets to know."""
    done = subprocess.run(
        [sys.executable, "-c", INSTALLER, FAILING, "9"], capture_output=True, text=True, timeout=120
    )
    assert done.stderr == f"ERROR: no network\n{TROUBLE}\n"
    assert done.returncode == 1


def test_make_installs_with_signs_of_life() -> None:
    """Nothing that make installs is silent, and a sentence comes before each part."""
    command = ["make", "-nB", "--no-print-directory", "lab", "test"]
    planned = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()
    installing = [number for number, line in enumerate(planned) if "install.py" in line]
    assert len(installing) == 2
    assert all(planned[number - 1].startswith('echo "Installing') for number in installing)
    (making,) = [number for number, line in enumerate(planned) if "-m venv" in line]
    assert planned[making - 1].startswith('echo "Making .venv')
    assert not [line for line in planned if "quiet" in line or "pip install" in line]


def test_an_environment_for_tests_is_announced_when_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what is made and how long it takes; the installer shows the rest."""
    ran: list[list[str]] = []

    def run(command: list[str | Path], **_: object) -> None:
        ran.append([str(word) for word in command])
        (tmp_path / ".venv" / "tools").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(environments, "ROOT", tmp_path)
    monkeypatch.setattr(environments, "_interpreter", lambda _: sys.executable)
    monkeypatch.setattr(environments.subprocess, "run", run)
    environments.prepared("tools", "3.12", "six")
    assert capsys.readouterr().out == (
        "Making .venv/tools, which some tests need. This takes about a minute, once.\n"
    )
    assert ran[-1][1:] == [str(environments.INSTALL), "--no-compile", "six"]
    environments.prepared("tools", "3.12", "six")
    assert capsys.readouterr().out == ""


def test_an_environment_that_cant_be_made_is_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where its packages don't install, the rest goes on; only who makes them all tries again."""
    ran: list[object] = []

    def run(command: list[object], check: bool) -> None:
        ran.append(command)
        raise subprocess.CalledProcessError(1, "pip")

    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    monkeypatch.setattr(environments, "_interpreter", lambda _: sys.executable)
    monkeypatch.setattr(environments.subprocess, "run", run)
    for _ in range(2):
        environments.main()
        for name in environments.RECIPES:
            with pytest.raises(environments.MissingError, match=f"{name} can't be installed"):
                environments.ready(name)
    assert len(ran) == 2 * len(environments.RECIPES)
    assert capsys.readouterr().out.count("So the tests that need it are left out.") == len(ran)
