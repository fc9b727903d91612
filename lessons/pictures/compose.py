"""Pictures made of lines of text, or of other pictures."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.pictures.picture import Picture
from lessons.pictures.svg import QUIET, WIDTH, box, shape, write


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


def stacked(first: Picture, second: Picture) -> Picture:
    """Return two pictures as one, the second below the first, where its letters stay large.

    >>> both = stacked(sheet("Here.", "A line."), sheet("There.", "Another."))
    >>> both, both.height
    (Here. A line. There. Another., 200)
    """

    def draw() -> Iterator[Element]:
        assert first.draw
        assert second.draw
        yield from first.draw()
        moved = shape("g", transform=f"translate(0 {first.height})")
        moved.extend([*second.draw()])
        yield moved

    width = max(first.width, second.width)
    return Picture(f"{first.text} {second.text}", draw, width, first.height + second.height)
