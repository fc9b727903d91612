"""Two curves: the sigmoid, and the loss for each label."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from lessons.logistic import da_dz, loss, sigmoid
from lessons.pictures.picture import BACKWARD, FORWARD, QUIET, Picture, equation, picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def between(low: float, high: float, pieces: int = 400) -> list[float]:
    """Return pieces + 1 evenly spaced numbers from low to high.

    >>> between(0, 1, pieces=4)
    [0.0, 0.25, 0.5, 0.75, 1.0]
    """
    return [low + (high - low) * i / pieces for i in range(pieces + 1)]


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

    def draw(ax: Axes) -> None:
        reach = max(7.5, 1.25 * abs(z))
        grid = between(-reach, reach)
        ax.plot(grid, [sigmoid(z) for z in grid], color=FORWARD)
        ax.plot([z, z, -reach], [-0.06, a, a], "--", color=QUIET, linewidth=1.3)
        if slope:
            draw_tangent(ax, z, a, steepness, reach)
        ax.plot([z], [a], "o", color=FORWARD, markersize=9)
        write_above(ax, z, a, f"{equation('z', z)}, {equation('a', a)}", reach)
        ax.set(xlim=(-reach, reach), ylim=(-0.06, 1.16), xlabel="z", ylabel="a = σ(z)")

    return Picture(text, draw)


def draw_tangent(ax: Axes, z: float, a: float, steepness: float, reach: float) -> None:
    half = min(reach / 3, 0.3 / max(steepness, 1e-300))
    ax.plot([z - half, z + half], [a - half * steepness, a + half * steepness], color=BACKWARD)
    words = equation("slope a·(1 − a)", steepness)
    ax.text(0.02, 0.93, words, color=BACKWARD, weight="bold", transform=ax.transAxes)


def write_above(ax: Axes, z: float, a: float, words: str, reach: float) -> None:
    """Write words where the climbing curve never is: left of the point and above it."""
    room = z > -0.5 * reach
    ax.annotate(
        words,
        (z if room else -reach, a),
        xytext=(-12, 9) if room else (8, 28),
        textcoords="offset points",
        ha="right" if room else "left",
        color=FORWARD,
        weight="bold",
    )


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

    def draw(ax: Axes) -> None:
        top = max(5.0, *(1.15 * L for L in losses.values() if isfinite(L)))
        grid = between(1e-4, 1 - 1e-4)
        ax.axvline(a, linestyle=":", color=QUIET, linewidth=1.3)
        for y, formula, line in ((1, "L = −log a", "-"), (0, "L = −log(1 − a)", "--")):
            name = f"y = {y}: {equation(formula, losses[y])}"
            ax.plot(grid, [loss(a, y) for a in grid], line, color=FORWARD, label=name)
            if isfinite(losses[y]):
                ax.plot([a], [losses[y]], "o", color=FORWARD, markersize=9, clip_on=False)
        ax.legend(loc="upper center", title=f"At {equation('a', a)}", edgecolor="white")
        ax.set(xlim=(-0.02, 1.02), ylim=(0, top), xlabel="a", ylabel="loss L")

    return Picture(text, draw)
