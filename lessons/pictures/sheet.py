"""A sheet of paper with a few lines on it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.pictures.picture import Picture
from lessons.pictures.shapes import QUIET, box, write


def sheet(heading: str, line: str) -> Picture:
    """Return a heading and a line as a picture, for what is all text where widgets don't run.

    >>> sheet("A drill.", "What is z?")
    A drill. What is z?
    """

    def draw() -> Iterator[Element]:
        yield box((360, 50), (700, 84), QUIET, "white")
        yield from write((34, 36), heading, size=14, anchor="start")
        yield from write((34, 66), line, size=15, anchor="start")

    return Picture(f"{heading} {line}", draw, height=100)
