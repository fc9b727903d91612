"""Two pictures as one."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.pictures.picture import Picture
from lessons.pictures.svg import shape


def stacked(first: Picture, second: Picture) -> Picture:
    """Return two pictures as one, the second below the first, where its letters stay large.

    >>> from lessons.pictures.compose import sheet
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
