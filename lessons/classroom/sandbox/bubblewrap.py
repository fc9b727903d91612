"""The command that starts a program with nothing around it, by means of bubblewrap.

Inside there is Python with its packages, read-only, and one small folder to write in. There is no
network, no /proc, no home, no file of the host, no other process, no environment, no privilege.
"""

import os
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import lessons
from lessons.classroom.sandbox.seccomp import call_filter
from lessons.classroom.sandbox.users import ALL, users
from lessons.common.errors import CourseError

SYSTEM = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/etc/ld.so.cache")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
FOLDER = "/tmp"

NAMESPACES = "--unshare-ipc --unshare-net --unshare-pid --unshare-uts --unshare-cgroup-try"
PRIVILEGES = "--die-with-parent --new-session --hostname sandbox --cap-drop ALL"
NOBODY = "--unshare-user --uid 65534 --gid 65534"
# Root needs no user namespace, and in one the kernel would not limit the number of its processes.
# Instead the worker becomes a user that nobody else is, which takes these two capabilities.
ROOT = "--cap-add CAP_SETUID --cap-add CAP_SETGID"


class SandboxError(CourseError):
    """Why there is no sandbox, and what to do about it."""


@cache
def is_root() -> bool:
    """Tell whether this process is root of the whole machine, not only of its own user ids."""
    return os.geteuid() == 0 and users() == ALL


def python() -> Path:
    """Return Python itself, which a virtual environment only points to."""
    return Path(getattr(sys, "_base_executable", sys.executable)).resolve()


@cache
def package_folders() -> list[Path]:
    """Return where the packages of this very environment lie."""
    folders = [Path(entry).resolve() for entry in sys.path if entry]
    return [path for path in folders if path.name in ("site-packages", "dist-packages")]


def command(bwrap: str, info: int, folder_bytes: int, refused: int | None = None) -> list[str]:
    """Return the command line of the bubblewrap at a path, to be followed by what to start in it.

    The folder to write in has room for so many bytes. It tells the file descriptor `info` which
    process is the innermost of its own, and reads from `refused` which calls of the kernel to
    refuse.
    """
    filters = ["--seccomp", str(refused)] if refused is not None and call_filter() else []
    return [bwrap, *_words(is_root(), folder_bytes), "--info-fd", str(info), *filters, "--"]


@cache
def _words(root: bool, folder_bytes: int) -> tuple[str, ...]:
    start = f"{NAMESPACES} {PRIVILEGES} {ROOT if root else NOBODY}"
    size = f"--perms 1777 --size {folder_bytes}"
    folder = f"{size} --tmpfs {FOLDER}"  # first: Python itself may lie below it
    end = f"--remount-ro / --chdir {FOLDER}"
    return (*start.split(), *folder.split(), *_files(), *end.split())


def _files() -> list[str]:
    shown = [path for path in [*map(Path, SYSTEM), *_of_python()] if path.exists()]
    words = _folders_above([*shown, *map(Path, DEVICES)])
    for path in shown:
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        else:
            words += ["--ro-bind", str(path), str(path)]
    for path in _of_the_course():
        cover = (
            ["--tmpfs", str(path), "--remount-ro"] if path.is_dir() else ["--ro-bind", os.devnull]
        )
        words += [*cover, str(path)]
    for device in DEVICES:
        words += ["--dev-bind", device, device]
    return words


def _folders_above(paths: Iterable[Path]) -> list[str]:
    """Return the words that make these folders for all; bubblewrap would make them for itself."""
    above = {str(parent): None for path in paths for parent in reversed(path.parents[:-1])}
    return [word for folder in above for word in ("--perms", "0755", "--dir", folder)]


def _of_python() -> list[Path]:
    """Return what Python is made of, as far as it doesn't lie in the system's own folders."""
    platform = {"platbase": sys.base_exec_prefix}
    libraries = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib", vars=platform)]
    parts = [python(), *(Path(path).resolve().parent for path in libraries), *package_folders()]
    # A Python that is a program and a shared library looks for that where it was installed.
    parts.append(Path(*sysconfig.get_config_vars("LIBDIR", "INSTSONAME")))
    kept: list[Path] = [Path(path) for path in SYSTEM]
    for path in parts:
        if not any(path.is_relative_to(folder) for folder in kept):
            kept.append(path)
    return kept[len(SYSTEM) :]


def _of_the_course() -> Iterator[Path]:
    """Yield whatever of this course, with its right answers, lies among what is shown."""
    bases = [Path(folder) for folder in site.getsitepackages([sys.base_prefix])]
    for folder in dict.fromkeys(
        [*package_folders(), *bases, Path("/usr/lib/python3/dist-packages")]
    ):
        yield from folder.glob("*lessons*")
    checkout = Path(lessons.__file__).resolve().parents[1]
    shown = [*map(Path, SYSTEM), *_of_python()]
    if checkout not in package_folders() and any(checkout.is_relative_to(p) for p in shown):
        yield checkout
