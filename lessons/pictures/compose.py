"""A sheet of paper with a few lines on it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.pictures.picture import Picture
from lessons.pictures.svg import QUIET, WIDTH, box, write


def sheet(heading: str, line: str) -> Picture:
    """Return a heading and a line as a picture, for what is all text where widgets don't run.

    >>> sheet("A drill.", "What is z?")
    A drill. What is z?
    """

    def draw() -> Iterator[Element]:
        yield box((WIDTH / 2, 50), (WIDTH - 20, 84), QUIET, "white")
        yield from write((30, 36), heading, anchor="start")
        yield from write((30, 66), line, size=14, anchor="start")

    return Picture(f"{heading} {line}", draw, height=100)
