"""The shapes all pictures are made of. All lengths are pixels on the screen; y grows downwards."""

from collections.abc import Iterator, Sequence
from math import atan2, cos, sin
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

Point = tuple[float, float]

FORWARD = "#0b5394"  # values: blue, readable on white and distinct from orange for every eye
BACKWARD = "#b8400b"  # derivatives: orange
INK = "#1f2933"
QUIET = "#5b6770"
# Verdana and DejaVu Sans are the widest of them: what fits with these fits with all.
FONTS = "Verdana, DejaVu Sans, Apple SD Gothic Neo, Malgun Gothic, NanumGothic, sans-serif"
SIZE = 13  # of letters
WIDTH = 630  # of a picture: it fits into half of a screen, with the lecture in the other half


def shape(tag: str, text: str = "", **attributes: str | float) -> Element:
    """Return one SVG element; the name stroke_width becomes stroke-width.

    >>> shape("circle", cx=1.26, cy=20, stroke_width=2).attrib
    {'cx': '1.3', 'cy': '20', 'stroke-width': '2'}
    """
    element = Element(
        tag,
        {
            name.replace("_", "-"): value if isinstance(value, str) else pixels(value)
            for name, value in attributes.items()
        },
    )
    element.text = "".join(letter if letter.isprintable() else " " for letter in text)
    return element


def pixels(*values: float) -> str:
    return " ".join(f"{round(value, 1):g}" for value in values)


def curve(
    points: Sequence[Point], colour: str, dashes: str = "none", width: float = 2.4
) -> Element:
    """Return a line through the points; `dashes` are the lengths of its strokes and gaps."""
    return shape(
        "polyline",
        points=" ".join(pixels(*point) for point in points),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_dasharray=dashes,
    )


def dot(at: Point, colour: str, radius: float) -> Element:
    return shape("circle", cx=at[0], cy=at[1], r=radius, fill=colour)


def rectangle(
    x: float, y: float, width: float, height: float, fill: str, edge: str = "none"
) -> Element:
    place = {"x": pixels(x), "y": pixels(y), "width": pixels(width), "height": pixels(height)}
    return shape("rect", **place, fill=fill, stroke=edge)


def box(centre: Point, size: Point, edge: str, fill: str) -> Element:
    """Return a rectangle around a point, with round corners."""
    (x, y), (width, height) = centre, size
    around = rectangle(x - width / 2, y - height / 2, width, height, fill, edge)
    around.attrib |= {"rx": "9", "stroke-width": "1.9"}
    return around


def arrow(path: Sequence[Point], colour: str, *, back: bool = False) -> Iterator[Element]:
    """Yield an arrow along the path, or `back` along it; four more points bend it like an S."""
    path = path[::-1] if back else path
    (x0, y0), (x, y) = path[-2:]
    way = atan2(y - y0, x - x0)
    ahead, aside = (cos(way), sin(way)), (-sin(way), cos(way))
    neck = (x - 7 * ahead[0], y - 7 * ahead[1])
    # M: move to, L: line to, C: curve to the third of the next three points.
    parts = zip("MLC  L", [*path[:-1], neck], strict=False)
    line = " ".join(f"{letter}{pixels(*point)}".strip() for letter, point in parts)
    yield shape("path", d=line, fill="none", stroke=colour, stroke_width=2)
    wings = [tuple(neck[k] + side * aside[k] for k in (0, 1)) for side in (3.4, -3.4)]
    yield shape("polygon", points=" ".join(pixels(*at) for at in [(x, y), *wings]), fill=colour)


def bent(start: Point, end: Point, shift: float) -> list[Point]:
    """Return a level path with one bend; `shift` moves it down, or up if it is below 0.

    A straight stretch comes first, for words to stand on. The bend moves sideways too, later for
    a longer way, so that neighbours stay apart in it.
    """
    (x0, y0), (x1, y1) = (start[0], start[1] + shift), (end[0], end[1] + shift)
    if y0 == y1:
        return [(x0, y0), (x1, y1)]
    leave = x0 + 60 + abs(y1 - y0) / 5 + (-shift if y1 > y0 else shift)
    arrive = leave + 22
    middle = (leave + arrive) / 2
    return [(x0, y0), (leave, y0), (middle, y0), (middle, y1), (arrive, y1), (x1, y1)]


def write(
    at: Point,
    words: str,
    colour: str = INK,
    *,
    bold: bool = False,
    size: float = SIZE,
    anchor: str = "middle",
    halo: bool = False,
) -> Iterator[Element]:
    """Yield the lines of words around a point, or to the right of it with anchor="start".

    A halo keeps them readable on whatever lies below.
    """
    look = {"font_weight": "bold"} if bold else {}
    look |= {"stroke": "white", "stroke_width": "4", "paint_order": "stroke"} if halo else {}
    lines = words.split("\n")
    for k, line in enumerate(lines):
        middle = at[1] + 1.25 * size * (k - (len(lines) - 1) / 2)
        yield shape(
            "text",
            line,
            x=at[0],
            y=middle + 0.36 * size,
            fill=colour,
            font_size=size,
            text_anchor=anchor,
            **look,
        )


def width_of(words: str) -> float:
    """Return about how wide words of the usual size are, rather too much than too little.

    >>> width_of("step"), width_of("단계")
    (43.7, 26.0)
    """
    wide = sum(letter in "mwMW@%" or east_asian_width(letter) in "WF" for letter in words)
    return round(SIZE * (0.84 * (len(words) - wide) + wide), 1)
