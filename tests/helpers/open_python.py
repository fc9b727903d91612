"""For tests in which root becomes another user: a Python that all can run, and what they run."""

import atexit
import os
import shutil
import sys
import sysconfig
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from places import ROOT

NOT_NEEDED = shutil.ignore_patterns(
    "__pycache__", "config-*", "ensurepip", "idlelib", "lib2to3", "site-packages", "test", "tkinter"
)


@cache
def open_python() -> Path:
    """Return this Python; or a copy with the same packages, if only root can get at this one."""
    library, packages = Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("purelib"))
    if os.geteuid() != 0 or (_is_open(library) and _is_open(packages)):
        return Path(sys.executable)
    copy = Path(mkdtemp(prefix="python-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    copy.chmod(0o755)
    python = copy / "bin" / "python"
    python.parent.mkdir()
    shutil.copy(Path(sys.executable).resolve(), python)
    copied = copy / "lib" / library.resolve().name / "site-packages"
    shutil.copytree(library.resolve(), copied.parent, ignore=NOT_NEEDED)
    if _is_open(packages):
        copied.mkdir()
        (copied / "open.pth").write_text(f"{ROOT}\n{packages}\n")
    else:
        shutil.copytree(packages, copied, copy_function=_link)
    return python


def let_all_run_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have sandboxes of this process start that Python, with that one's packages."""
    python = open_python()
    monkeypatch.setattr("lessons.classroom.sandbox.launch.python", python.resolve)
    if python != Path(sys.executable) and not _is_open(Path(sysconfig.get_path("purelib"))):
        copied = list(python.parents[1].glob("lib/*/site-packages"))
        monkeypatch.setattr("lessons.classroom.sandbox.sandbox.package_folders", lambda: copied)


def _is_open(path: Path) -> bool:
    """Tell whether all users get there."""
    return all(folder.stat().st_mode & 1 for folder in (path.resolve(), *path.resolve().parents))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # it lies on another disk
        shutil.copy2(source, target)


def running_as(user: int) -> list[str]:
    """Return the processes of that user. What has ended may wait for the system to forget it."""
    found = []
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            status = path.read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if f"\nUid:\t{user}\t" in status and "\nState:\tZ" not in status:
            found.append(status)
    return found
