"""A plot's frame: from values to pixels, axes around it, names of the lines above it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lessons.pictures.axes import Axis
from lessons.pictures.svg import QUIET, WIDTH, Point, curve, shape, width_of, write

FAR = 1e4  # pixels: what is farther out is out of sight
NAME_SIZE = 15
LEGEND_LEFT, LEGEND_RIGHT, LEGEND_TOP, LEGEND_ROW = 100.0, 620.0, 20.0, 20.0
LONGEST_NAME = 36


class Frame(NamedTuple):
    """Two axes, and where they stand in the picture."""

    across: Axis
    up: Axis
    left: float
    top: float
    right: float
    bottom: float

    def at(self, x: float, y: float) -> Point:
        """Return where the values x and y stand in the picture."""
        right = self.left + (self.right - self.left) * self.across.share(x)
        down = self.bottom + (self.top - self.bottom) * self.up.share(y)
        return max(-FAR, min(FAR, right)), max(-FAR, min(FAR, down))

    def through(self, points: Iterable[Point]) -> list[Point]:
        """Return where all these pairs of values stand in the picture."""
        return [self.at(*point) for point in points]

    def inside(self, shapes: Iterable[Element]) -> Element:
        """Return the shapes, cut off where they leave the frame."""
        x, y, width, height = self.left, self.top, self.right - self.left, self.bottom - self.top
        box = f"{x:g} {y:g} {width:g} {height:g}"
        window = shape("svg", x=x, y=y, width=width, height=height, viewBox=box)
        window.extend([*shapes])
        return window

    def axes(self) -> Iterator[Element]:
        """Yield the two axes with their ticks and names."""
        lines = f"M{self.left:g} {self.top:g}V{self.bottom:g}H{self.right:g}"
        for value, words in self.across.ticks:
            x, _ = self.at(value, self.up.low)
            lines += f"M{x:.1f} {self.bottom:g}v5"
            yield from write((x, self.bottom + 17), words)
        for value, words in self.up.ticks:
            _, y = self.at(self.across.low, value)
            lines += f"M{self.left:g} {y:.1f}h-5"
            yield from write((self.left - 9, y), words, anchor="end")
        yield shape("path", d=lines, fill="none", stroke=QUIET)
        middle = (self.left + self.right) / 2
        yield from write((middle, self.bottom + 42), self.across.name, size=NAME_SIZE)
        yield from write((12, 20), self.up.name, size=NAME_SIZE, anchor="start")


def framed(across: Axis, up: Axis, top: float = 40, width: float = WIDTH) -> Frame:
    """Return a frame 300 pixels high, with room on the left for what stands beside the ticks."""
    left = 20 + max(width_of(words) for _, words in up.ticks)
    return Frame(across, up, round(left), top, width - 26, top + 300)


class Line(NamedTuple):
    """How a line looks, and what it is called."""

    name: str
    colour: str
    dashes: str


def legend(lines: Sequence[Line], places: Sequence[Point]) -> Iterator[Element]:
    """Yield a piece of each line with its name, one at each place."""
    for line, (x, y) in zip(lines, places, strict=True):
        yield curve([(x, y), (x + 30, y)], line.colour, line.dashes)
        yield from write((x + 38, y), short(line.name), anchor="start")


def rows(lines: Sequence[Line]) -> list[Point]:
    """Return a place for each line's name above the frame: side by side while there is room."""
    found: list[Point] = []
    x, y = LEGEND_LEFT, LEGEND_TOP
    for line in lines:
        width = 38 + width_of(short(line.name)) + 12
        if x > LEGEND_LEFT and x + width > LEGEND_RIGHT:
            x, y = LEGEND_LEFT, y + LEGEND_ROW
        found.append((x, y))
        x += width
    return found


def short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
