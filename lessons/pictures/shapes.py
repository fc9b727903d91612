"""The shapes a graph is drawn with. All lengths are pixels on the screen; y grows downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.pictures.picture import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Point = tuple[float, float]


def canvas(ax: Axes, width: int, height: int) -> None:
    """Make the axes an empty sheet of width × height pixels."""
    ax.set_position((0, 0, 1, 1))
    ax.set(xlim=(0, width), ylim=(height, 0))
    ax.set_axis_off()


def box(ax: Axes, centre: Point, size: Point, edge: str, fill: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    (x, y), (width, height) = centre, size
    corner = x - width / 2, y - height / 2
    round_corners = "round,pad=0,rounding_size=9"
    ax.add_patch(
        FancyBboxPatch(
            corner, width, height, round_corners, edgecolor=edge, facecolor=fill, linewidth=1.4
        )
    )


def arrow(ax: Axes, path: list[Point], colour: str, *, back: bool = False) -> None:
    """Draw an arrow along the path, or `back` along it; four more points bend it like an S."""
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    codes = [Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4, Path.LINETO]
    ax.add_patch(
        FancyArrowPatch(
            path=Path(path, codes[: len(path)]),
            arrowstyle="<|-" if back else "-|>",
            mutation_scale=9,
            color=colour,
            linewidth=1.5,
        )
    )


def bent(start: Point, end: Point, shift: float) -> list[Point]:
    """Return a level path with one bend; `shift` moves it down, or up if it is below 0.

    A straight stretch comes first, for words to stand on. The bend moves sideways too, later for
    a longer way, so that neighbours stay apart in it.
    """
    (x0, y0), (x1, y1) = (start[0], start[1] + shift), (end[0], end[1] + shift)
    if y0 == y1:
        return [(x0, y0), (x1, y1)]
    leave = x0 + 80 + abs(y1 - y0) / 4 + (-shift if y1 > y0 else shift)
    arrive = leave + 22
    middle = (leave + arrive) / 2
    return [(x0, y0), (leave, y0), (middle, y0), (middle, y1), (arrive, y1), (x1, y1)]


def write(
    ax: Axes,
    at: Point,
    words: str,
    colour: str = INK,
    *,
    bold: bool = False,
    points: float = 9.5,
    align: str = "center",
) -> None:
    """Write words around a point, or to the right of it with align="left"."""
    ax.text(
        *at,
        words,
        color=colour,
        weight="bold" if bold else "normal",
        fontsize=points,
        ha=align,
        va="center",
        linespacing=1.25,
    )
