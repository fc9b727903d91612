"""Two pictures of training: the loss at every step, and the path of the weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lessons.inputs import require_finite
from lessons.logistic import Step, loss_from_z
from lessons.pictures.curves import between
from lessons.pictures.picture import (
    BACKWARD,
    FORWARD,
    QUIET,
    Picture,
    equation,
    number,
    picture,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Neighbours differ in colour and in line, so no run is told apart by colour alone.
LOOKS = ((FORWARD, "-"), ("#7a3e9d", "--"), ("#00736b", "-."), (QUIET, ":"))
Row = Step | tuple[float, float, float]


@picture
def loss_over_steps(*runs: Sequence[float] | Sequence[Step], labels: Sequence[str] = ()) -> Picture:
    """Return the loss against the step, one line per run; a run is losses, or rows of `train`.

    >>> loss_over_steps([0.7, 0.5, 0.4], [0.7, 0.2, 0.1], labels=["α = 0.1", "α = 1"])
    The loss at each step. α = 0.1: 3 points from L = 0.7 to L = 0.4. α = 1: 3 points from L = 0.7 \
to L = 0.1.
    """
    if labels and len(labels) != len(runs):
        raise ValueError(f"{len(runs)} runs need {len(runs)} labels, but there are {len(labels)}")
    names = labels or [f"Run {k}" for k in range(1, len(runs) + 1)]
    curves = [(name, losses(run, name)) for name, run in zip(names, runs, strict=True)]
    highest = max(max(curve) for _, curve in curves)
    lowest = min(min(curve) for _, curve in curves)
    powers = 0 <= lowest < highest / 200
    text = "The loss at each step" + (", in powers of ten." if powers else ".")
    for name, curve in curves:
        ends = f"from {equation('L', curve[0])} to {equation('L', curve[-1])}"
        who = f" {name}:" if labels or len(runs) > 1 else ""
        text += f"{who} {len(curve)} points {ends}."

    def draw(ax: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        for k, (name, curve) in enumerate(curves):
            colour, line = LOOKS[k % len(LOOKS)]
            dot = "o" if len(curve) <= 30 else ""
            ax.plot(curve, linestyle=line, marker=dot, markersize=5, color=colour, label=name)
        if powers:  # what falls out of the frame is as good as 0 beside the rest
            ax.set_yscale("log")
            ax.set_ylim(max(lowest / 2, highest * 1e-6), highest * 2)
        else:
            ax.set_ylim(bottom=min(0, lowest))
        last = max(1, max(len(curve) for _, curve in curves) - 1)
        ax.set_xlim(-0.03 * last, 1.03 * last)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.set(xlabel="step", ylabel="loss L")
        if labels or len(runs) > 1:
            ax.legend(frameon=False)

    return Picture(text, draw)


def losses(run: Sequence[float] | Sequence[Step], name: str) -> list[float]:
    """Return the losses of one run; ValueError names the step of one that is not finite."""
    curve = [row.loss if isinstance(row, Step) else row for row in run]
    for step, loss in enumerate(curve):
        require_finite(**{f"{name}: the loss at step {step}": loss})
    return curve


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

    def loss_at(w1: float, w2: float, b: float) -> float:
        return loss_from_z(w1 * x1 + w2 * x2 + b, y)

    start, end = (place_in_words(row, loss_at(*row[:3])) for row in (history[0], history[-1]))
    text = f"A path of {len(path)} points in the plane of the weights, from {start}, to {end}. "
    text += f"The lines of equal loss are drawn for the final {equation('b', b)}."

    def draw(ax: Axes) -> None:
        (left, right), (low, high) = frame(path)
        across, up = between(left, right, 60), between(low, high, 60)
        surface = [[loss_at(w1, w2, b) for w1 in across] for w2 in up]
        draw_surface(ax, across, up, surface)
        draw_path(ax, path)
        ax.set_aspect("equal")
        ax.set(xlim=(left, right), ylim=(low, high), xlabel="w1", ylabel="w2")
        ax.set_title(f"Lines of equal loss for the final {equation('b', b)}", fontsize=11, pad=10)

    return Picture(text, draw, width=640, height=530)


def place_in_words(row: Row, loss: float) -> str:
    values = zip(("w1", "w2", "b", "L"), (*row[:3], loss), strict=True)
    return ", ".join(equation(name, value) for name, value in values)


def frame(path: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the ranges of w1 and w2 that hold the whole path, equally wide, with room around."""
    ends = [(min(axis), max(axis)) for axis in zip(*path, strict=True)]
    half = 0.75 * max(0.5, *(high - low for low, high in ends))
    return [((low + high) / 2 - half, (low + high) / 2 + half) for low, high in ends]


def draw_surface(
    ax: Axes, across: list[float], up: list[float], surface: list[list[float]]
) -> None:
    lowest, highest = min(map(min, surface)), max(map(max, surface))
    if lowest == highest:  # both features are 0: the weights do not matter
        return
    levels = between(lowest, highest, 10)
    shades = ax.contourf(across, up, surface, levels, cmap="Blues", alpha=0.45)
    lines = ax.contour(across, up, surface, levels, colors=FORWARD, linewidths=0.8)
    # Beside the plane the values of the lines never stand in the way of the path.
    scale = ax.figure.colorbar(shades, ticks=levels[1:-1], format=lambda L, _: number(L), aspect=32)
    scale.add_lines(lines)
    scale.set_label("loss L")


def draw_path(ax: Axes, path: list[tuple[float, float]]) -> None:
    w1, w2 = zip(*path, strict=True)
    ax.plot(w1, w2, "-o", color=BACKWARD, markersize=5, label="path")
    for name, place in (("start", 0), ("end", -1)):
        ax.annotate(
            name,
            path[place],
            xytext=(0, -16 if name == "start" else 9),
            textcoords="offset points",
            ha="center",
            color=BACKWARD,
            weight="bold",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        )
