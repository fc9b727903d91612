"""For tests in which root becomes another user: a Python that all can run, and what they run."""

import atexit
import os
import shutil
import sys
import sysconfig
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

NOT_NEEDED = shutil.ignore_patterns(
    "__pycache__", "config-*", "ensurepip", "idlelib", "lib2to3", "site-packages", "test", "tkinter"
)
ROOT = Path(__file__).parent.parent


@cache
def open_python() -> Path:
    """Return this Python; or a copy with the same packages, if only root can get at this one."""
    library = Path(sysconfig.get_path("stdlib")).resolve()
    if os.geteuid() != 0 or all(folder.stat().st_mode & 1 for folder in library.parents):
        return Path(sys.executable)
    copy = Path(mkdtemp(prefix="python-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    copy.chmod(0o755)
    python = copy / "bin" / "python"
    python.parent.mkdir()
    shutil.copy(Path(sys.executable).resolve(), python)
    packages = copy / "lib" / library.name / "site-packages"
    shutil.copytree(library, packages.parent, ignore=NOT_NEEDED)
    packages.mkdir()
    (packages / "open.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n")
    return python


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
