"""The path of the weights, over straight lines of equal loss.

Between two lines lies a strip in one shade; a bar beside the plane says which shade is which loss.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import atan2, degrees, hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lessons.logistic import Step, loss_from_z
from lessons.pictures.axes import Axis, linear
from lessons.pictures.curves import between
from lessons.pictures.frame import NAME_SIZE, Frame
from lessons.pictures.picture import Picture, equation, picture
from lessons.pictures.svg import (
    BACKWARD,
    FORWARD,
    QUIET,
    WIDTH,
    Point,
    curve,
    dot,
    rectangle,
    shape,
    width_of,
    write,
)
from lessons.validation import require_finite

TOP, SIDE = 40, 430  # of the plane of the weights, in pixels
SAMPLES = 1000  # less than a pixel apart
FLAT = 1e-6  # a change that is too small to be drawn, as a part of the loss itself
PALE, DEEP = (250, 252, 255), (143, 170, 206)
BAR_WIDTH = 14
Row = Step | tuple[float, float, float]


class Strips(NamedTuple):
    """Strip k lies between edges[k] and edges[k + 1] and has shades[k]; `scale` has the levels."""

    edges: list[float]
    shades: list[str]
    scale: Axis


@picture
def path_on_contour(history: Sequence[Row], x1: float, x2: float, y: float) -> Picture:
    """Return the path of (w1, w2) over lines of equal loss; rows start with w1, w2, b.

    A step in b shifts the whole surface, so the lines are drawn for the final b.

    >>> path_on_contour([(0, 0, 0), (1, 0.5, 0.5)], x1=2, x2=1, y=1)
    A path of 2 points in the plane of the weights, from w1 = 0, w2 = 0, b = 0, L ≈ 0.6931, to \
w1 = 1, w2 = 0.5, b = 0.5, L ≈ 0.04859. The lines of equal loss are drawn for the final b = 0.5.
    """
    require_finite(x1=x1, x2=x2)
    for w1, w2, b, *_ in history:
        require_finite(w1=w1, w2=w2, b=b)
    path = [(w1, w2) for w1, w2, *_ in history]
    start, end = (place_in_words(row, x1, x2, y) for row in (history[0], history[-1]))
    text = f"A path of {len(path)} points in the plane of the weights, from {start}, to {end}. "
    text += f"The lines of equal loss are drawn for the final {equation('b', b)}."
    frame = plane(path)
    ground = surface(frame, x1, x2, b, y)

    def draw() -> Iterator[Element]:
        title = f"Lines of equal loss for the final {equation('b', b)}"
        yield from write(((frame.left + frame.right) / 2, 20), title, size=NAME_SIZE)
        if ground:
            yield frame.inside([slanted(ground, frame, x1, x2)])
            yield from bar(ground.scale, frame)
        yield from frame.axes()
        yield from track(frame.through(path))

    beside = max(width_of(words) for _, words in ground.scale.ticks) if ground else 0
    return Picture(text, draw, max(WIDTH, round(frame.right + 58 + beside)), TOP + SIDE + 60)


def place_in_words(row: Row, x1: float, x2: float, y: float) -> str:
    w1, w2, b = row[:3]
    loss = loss_from_z(w1 * x1 + w2 * x2 + b, y)
    values = zip(("w1", "w2", "b", "L"), (w1, w2, b, loss), strict=True)
    return ", ".join(equation(name, value) for name, value in values)


def plane(path: Sequence[Point]) -> Frame:
    """Return a frame that holds the whole path, with room around: the same scale both ways."""
    ends = [(min(values), max(values)) for values in zip(*path, strict=True)]
    farthest = max(abs(value) for end in ends for value in end)
    spans = [high - low for low, high in ends]
    half = 0.75 * max(0.5, *spans, 1e-4 * farthest)  # any less, and all ticks would look alike
    middles = [low / 2 + high / 2 for low, high in ends]
    across, up = (
        linear(name, middle - half, middle + half, most_steps=5)
        for name, middle in zip(("w1", "w2"), middles, strict=True)
    )
    left = round(20 + max(width_of(words) for _, words in up.ticks))
    return Frame(across, up, left, TOP, left + SIDE, TOP + SIDE)


def surface(frame: Frame, x1: float, x2: float, b: float, y: float) -> Strips | None:
    """Return the loss along the line through the middle of the plane on which it changes most."""
    w1, w2 = (axis.low / 2 + axis.high / 2 for axis in (frame.across, frame.up))
    half = frame.across.high - w1
    steepness = hypot(x1, x2)
    if not steepness:  # both features are 0: the weights do not matter
        return None
    z = w1 * x1 + w2 * x2 + b
    corner = half * (abs(x1) / steepness + abs(x2) / steepness)
    return strips(lambda way: loss_from_z(z + way * steepness, y), corner)


def slanted(ground: Strips, frame: Frame, x1: float, x2: float) -> Element:
    """Return the strips with the direction in which they follow each other turned to (x1, x2)."""
    x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    turn = f"translate({x:g} {y:g}) rotate({degrees(atan2(-x2, x1)):.3f})"
    turned = shape("g", transform=turn)
    turned.extend([*striped(ground, SIDE / (frame.across.high - frame.across.low), SIDE)])
    return turned


def track(path: Sequence[Point]) -> Iterator[Element]:
    """Yield the path with a dot at every point, and the names of its ends."""
    yield curve(path, BACKWARD)
    # Thousands of points come to lie on few pixels; one dot is enough for each.
    for at in dict.fromkeys((float(round(x)), float(round(y))) for x, y in path):
        yield dot(at, BACKWARD, 3.5)
    climbs = path[-1][1] <= path[0][1]
    for name, (x, y), below in (("start", path[0], climbs), ("end", path[-1], not climbs)):
        yield from write((x, y + (17 if below else -15)), name, BACKWARD, bold=True, halo=True)


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
