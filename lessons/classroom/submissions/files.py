"""What was handed in, file by file, as it lies in a folder: found first, read later."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

from lessons.classroom.submissions.limits import RefusedError, too_large

# The systems' own, nbgrader's, and the record that the course keeps for the learner.
NOT_HANDED_IN = set(
    "__MACOSX __pycache__ Thumbs.db desktop.ini timestamp.txt lessons-progress.json".split()
)


class Item(NamedTuple):
    """A file that was handed in: its path, "/" between the parts, and how to read so many bytes.

    An empty folder is an item too, whose path ends in "/". Reading may raise RefusedError.
    """

    path: str
    read: Callable[[int], bytes]


def in_folder(root: Path) -> Iterator[Item]:
    """Yield every file below a folder but hidden ones. Links are refused, not followed."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as found:
                entries = [entry for entry in found if not is_hidden(entry.name)]
        except OSError as error:
            if not folder:
                raise RefusedError(str(root), f"it can't be opened ({error.strerror}).") from None
            yield refused(folder, f"the folder can't be opened ({error.strerror}).")
            continue
        if not entries and folder:
            yield refused(f"{folder}/", "the folder is empty.")
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield _file(entry, root, path)


def refused(path: str, why: str) -> Item:
    """Return an item that can't be read, for this reason."""
    return Item(path, partial(_refuse, path, why))


def _refuse(path: str, why: str, _most: int) -> NoReturn:
    raise RefusedError(path, why)


def _file(entry: "os.DirEntry[str]", root: Path, path: str) -> Item:
    if entry.is_symlink():
        return refused(path, "it is a link, and links aren't followed. Hand in the file itself.")
    if not entry.is_file():
        return refused(path, "it is no ordinary file.")
    return Item(path, partial(read_file, root, path))


def read_file(root: Path, path: str, most: int) -> bytes:
    """Return the bytes of a file; RefusedError if there are too many, or they can't be read."""
    try:
        with open(root / path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(min(size, most) + 1)
    except OSError as error:
        raise RefusedError(path, f"it can't be opened ({error.strerror}).") from None
    return within(data, path, most)


def within(data: bytes, path: str, most: int) -> bytes:
    """Return the bytes; RefusedError if there are more than `most`."""
    if len(data) > most:
        raise RefusedError(path, too_large(most))
    return data


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is the system's own and was not meant to be handed in."""
    return name.startswith((".", "~$")) or name in NOT_HANDED_IN
