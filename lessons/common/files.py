"""Files that are written whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield where to write what takes a file's place once all is written, and not before.

    That is in the same folder, where a move can't break off in the middle, and every process has
    its own, so that two at once don't write into one.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        yield unfinished
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def writing(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Yield a text file that takes the place of the one at `path` once all is written."""
    with (
        replacing(path) as unfinished,
        unfinished.open("w", encoding=encoding, newline="") as file,
    ):
        yield file


def write_whole(path: Path, text: str) -> Path:
    """Write a text into the file at `path`, all at once, and return where it is."""
    with writing(path) as file:
        file.write(text)
    return path
