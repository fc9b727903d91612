"""Strips of nearly equal loss side by side, and the bar that says which shade is which loss."""

from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lessons.pictures.axes import Axis, linear
from lessons.pictures.curves import between
from lessons.pictures.frame import NAME_SIZE, Frame
from lessons.pictures.svg import FORWARD, QUIET, rectangle, shape, write

SAMPLES = 1000  # less than a pixel apart
FLAT = 1e-6  # a change that is too small to be drawn, as a part of the loss itself
PALE, DEEP = (250, 252, 255), (143, 170, 206)
BAR_WIDTH = 14


class Strips(NamedTuple):
    """Strip k lies between edges[k] and edges[k + 1] and has shades[k]; `scale` has the levels."""

    edges: list[float]
    shades: list[str]
    scale: Axis


def strips(loss_along: Callable[[float], float], reach: float) -> Strips | None:
    """Return the strips between −reach and reach, cut where the loss there crosses a level.

    None where the loss is flat.

    >>> found = strips(lambda way: 2 + way, reach=2)
    >>> [level for level, _ in found.scale.ticks]
    [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0]
    """
    samples = [(way, loss_along(way)) for way in between(-reach, reach, SAMPLES)]
    lowest, highest = min(loss for _, loss in samples), max(loss for _, loss in samples)
    if highest - lowest <= FLAT * highest:
        return None
    scale = linear("loss L", lowest, highest, most_steps=10)
    levels = [level for level, _ in scale.ticks]
    crossings = [
        way + (level - loss) / (next_loss - loss) * (next_way - way)
        for (way, loss), (next_way, next_loss) in pairwise(samples)
        for level in levels
        if min(loss, next_loss) < level <= max(loss, next_loss)
    ]
    edges = [-reach, *sorted(crossings), reach]
    middles = [(start + end) / 2 for start, end in pairwise(edges)]
    shades = [shade(bisect(levels, loss_along(way)) / len(levels)) for way in middles]
    return Strips(edges, shades, scale)


def shade(part: float) -> str:
    """Return a blue between pale, at 0, and deep, at 1.

    >>> shade(0), shade(1)
    ('#fafcff', '#8faace')
    """
    mixed = (pale + part * (deep - pale) for pale, deep in zip(PALE, DEEP, strict=True))
    return "#" + "".join(f"{round(value):02x}" for value in mixed)


def striped(ground: Strips, scale: float, half: float) -> Iterator[Element]:
    """Yield the strips as upright bands, `scale` pixels to 1, from −half to half pixels high."""
    edges = [scale * edge for edge in ground.edges]
    for (start, end), colour in zip(pairwise(edges), ground.shades, strict=True):
        yield rectangle(start, -half, end - start, 2 * half, colour)
    lines = "".join(f"M{edge:.1f} {-half:g}V{half:g}" for edge in edges[1:-1])
    yield shape("path", d=lines, stroke=FORWARD, stroke_width=0.9)


def bar(scale: Axis, plane: Frame) -> Iterator[Element]:
    """Yield a bar beside the plane with all shades, and the losses at the lines between them."""
    left, height = plane.right + 26, plane.bottom - plane.top
    levels = [(plane.bottom - height * scale.share(level), words) for level, words in scale.ticks]
    edges = [plane.bottom, *(y for y, _ in levels), plane.top]
    for k, (low, high) in enumerate(pairwise(edges)):
        yield rectangle(left, high, BAR_WIDTH, low - high, shade(k / len(levels)))
    lines = "".join(f"M{left:g} {y:.1f}h{BAR_WIDTH}" for y, _ in levels)
    yield shape("path", d=lines, stroke=FORWARD, stroke_width=0.9)
    yield rectangle(left, plane.top, BAR_WIDTH, height, "none", QUIET)
    for y, words in levels:
        yield from write((left + BAR_WIDTH + 7, y), words, anchor="start")
    yield from write((left, 20), scale.name, size=NAME_SIZE, anchor="start")
