"""Two pictures as one."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.pictures.picture import Picture
from lessons.pictures.shapes import shape


def beside(left: Picture, right: Picture) -> Picture:
    """Return two pictures as one, the second to the right of the first.

    >>> from lessons.pictures.sheet import sheet
    >>> both = beside(sheet("Here.", "A line."), sheet("There.", "Another."))
    >>> both, both.width
    (Here. A line. There. Another., 1260)
    """

    def draw() -> Iterator[Element]:
        assert left.draw
        assert right.draw
        yield from left.draw()
        moved = shape("g", transform=f"translate({left.width} 0)")
        moved.extend([*right.draw()])
        yield moved

    height = max(left.height, right.height)
    return Picture(f"{left.text} {right.text}", draw, left.width + right.width, height)
