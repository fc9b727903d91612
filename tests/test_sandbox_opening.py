"""The sandbox opens wherever it can; where it can't, a sentence says what to do."""

import subprocess
import tempfile
import venv
from pathlib import Path

import pytest
from sandbox_scripts import GRADER

from lessons.classroom.sandbox.fresh import Sandbox, SandboxError, open_sandbox

ROOT = Path(__file__).parents[1]


def test_python_may_lie_where_learners_write(sandbox: Sandbox) -> None:
    """An environment below /tmp has its packages in the sandbox, too."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        venv.create(folder, symlinks=True)
        (packages,) = Path(folder).glob("lib/*/site-packages")
        (packages / "honest.py").write_text("answer = 42")
        grader = GRADER.replace("sys.argv[1]", "'import honest, os; honest.answer / 0'")
        grader = grader.replace('print("ready"', "print(reply").replace(
            "worker.ask", "reply = worker.ask"
        )
        words = [f"{folder}/bin/python", "-c", grader.replace("time.sleep(60)", "")]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "ZeroDivisionError" in done.stdout


SAID = {
    None: ("not installed", "apt install bubblewrap", "dnf install bubblewrap"),
    "bwrap: setting up uid map: Permission denied": (
        "setting up uid map",
        "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        "container",
    ),
    "bwrap: Unknown option --perms": ("too old",),
}


@pytest.mark.parametrize("said", SAID)
def test_a_refusal_says_why_and_what_to_do(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a bubblewrap that works there is a remedy in one sentence, and never a sandbox."""
    if said:
        fake = tmp_path / "bwrap"
        fake.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 1\n")
        fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxError) as refused, open_sandbox("bubblewrap"):
        pass
    for words in (*SAID[said], "--sandbox=none"):
        assert words in str(refused.value)


def test_other_systems_are_told_where_to_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no bubblewrap, the refusal names the way round."""
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxError, match="Linux container"), open_sandbox("bubblewrap"):
        pass


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_windows_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no limits at all, and is never told to do without a sandbox."""
    monkeypatch.setattr("platform.system", lambda: "Windows")
    with pytest.raises(SandboxError, match="WSL") as refused, open_sandbox(kind):
        pass
    assert "none" not in str(refused.value)
