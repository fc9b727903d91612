"""Two curves: the sigmoid, and the loss for each label."""

from collections.abc import Iterator
from math import isfinite
from xml.etree.ElementTree import Element

from lessons.logistic import da_dz, loss, sigmoid
from lessons.pictures.axes import linear
from lessons.pictures.frame import Frame, Line, framed, legend
from lessons.pictures.picture import Picture, equation, picture
from lessons.pictures.svg import BACKWARD, FORWARD, QUIET, curve, dot, width_of, write

SMALL_DASHES, DOTS = "6 4", "1.5 3"


def between(low: float, high: float, pieces: int) -> list[float]:
    """Return pieces + 1 evenly spaced numbers from low to high.

    >>> between(0, 1, pieces=4)
    [0.0, 0.25, 0.5, 0.75, 1.0]
    """
    return [low + (high - low) * (i / pieces) for i in range(pieces + 1)]


@picture
def sigmoid_curve(z: float, slope: bool = False) -> Picture:
    """Return the curve a = σ(z) with the point at z; with `slope`, also its tangent there.

    >>> sigmoid_curve(1.1)
    The sigmoid curve a = σ(z) rises from 0 to 1. At z = 1.1 the prediction is a ≈ 0.7503.
    """
    a, steepness = sigmoid(z), da_dz(z)
    text = "The sigmoid curve a = σ(z) rises from 0 to 1. "
    text += f"At {equation('z', z)} the prediction is {equation('a', a)}."
    if slope:
        text += f" The slope there is {equation('a·(1 − a)', steepness)}."
    reach = max(7.5, 1.25 * abs(z))
    frame = framed(linear("z", -reach, reach), linear("a = σ(z)", -0.06, 1.16))

    def draw() -> Iterator[Element]:
        yield from frame.axes()
        guide = frame.through([(z, -0.06), (z, a), (-reach, a)])
        yield curve(guide, QUIET, SMALL_DASHES, width=1.3)
        grid = between(-reach, reach, 200)
        yield curve(frame.through((z, sigmoid(z)) for z in grid), FORWARD)
        if slope:
            yield from tangent(frame, z, a, steepness)
        yield dot(frame.at(z, a), FORWARD, 6)
        yield from write_above(frame, z, a, f"{equation('z', z)}, {equation('a', a)}")

    return Picture(text, draw)


def tangent(frame: Frame, z: float, a: float, steepness: float) -> Iterator[Element]:
    half = min(frame.across.high / 3, 0.3 / max(steepness, 1e-300))
    ends = [(z + way * half, a + way * half * steepness) for way in (-1, 1)]
    yield frame.inside([curve(frame.through(ends), BACKWARD)])
    words = equation("slope a·(1 − a)", steepness)
    yield from write((frame.left + 12, frame.top + 12), words, BACKWARD, bold=True, anchor="start")


def write_above(frame: Frame, z: float, a: float, words: str) -> Iterator[Element]:
    """Write words where the climbing curve never is: left of the point and above it."""
    x, y = frame.at(z, a)
    if x - width_of(words) > frame.left + 20:
        yield from write((x - 12, y - 13), words, FORWARD, bold=True, anchor="end")
    else:
        yield from write((frame.left + 8, y - 32), words, FORWARD, bold=True, anchor="start")


@picture
def loss_curves(a: float) -> Picture:
    """Return both losses against a: −log a for y = 1, −log(1 − a) for y = 0, with points at a.

    >>> print(loss_curves(0.75).text.split(". ", 1)[1])
    At a = 0.75 the loss is L ≈ 0.2877 if y = 1, and L ≈ 1.386 if y = 0.
    """
    losses = {y: loss(a, y) for y in (1, 0)}
    text = "Two curves: the loss −log a for y = 1 falls to 0 as a nears 1, "
    text += "and the loss −log(1 − a) for y = 0 climbs without end. "
    text += f"At {equation('a', a)} the loss is {equation('L', losses[1])} if y = 1, "
    text += f"and {equation('L', losses[0])} if y = 0."
    top = max(5.0, *(1.15 * L for L in losses.values() if isfinite(L)))
    frame = framed(linear("a", -0.02, 1.02), linear("loss L", 0, top), top=62)
    lines = {
        1: Line(f"y = 1: {equation('L = −log a', losses[1])}", FORWARD, "none"),
        0: Line(f"y = 0: {equation('L = −log(1 − a)', losses[0])}", FORWARD, "9 5"),
    }

    def draw() -> Iterator[Element]:
        yield from frame.axes()
        yield from legend([*lines.values()], [(100, 20), (100, 42)])
        yield curve(frame.through([(a, 0), (a, top)]), QUIET, DOTS, width=1.5)
        edge = between(1e-4, 0.03, 60)
        grid = sorted({*edge, *between(0.03, 0.97, 120), *(1 - a for a in edge), a} - {0, 1})
        for y, line in lines.items():
            points = frame.through((a, loss(a, y)) for a in grid)
            yield frame.inside([curve(points, line.colour, line.dashes)])
            if isfinite(losses[y]):
                yield dot(frame.at(a, losses[y]), FORWARD, 6)
        x, _ = frame.at(a, top)
        aside, anchor = (x - 8, "end") if a > 0.5 else (x + 8, "start")  # off the steep curve
        yield from write((aside, frame.top + 10), f"At {equation('a', a)}", anchor=anchor)

    return Picture(text, draw, height=422)
