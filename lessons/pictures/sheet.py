"""A sheet of paper with a few lines on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.pictures.picture import INK, QUIET, Picture
from lessons.pictures.shapes import box, canvas

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def sheet(heading: str, line: str) -> Picture:
    """Return a heading and a line as a picture, for what is all text where widgets don't run.

    >>> sheet("A drill.", "What is z?")
    A drill. What is z?
    """

    def draw(ax: Axes) -> None:
        canvas(ax, 720, 100)
        box(ax, (360, 50), (700, 84), QUIET, "white")
        ax.text(34, 36, heading, color=INK, fontsize=10, va="center")
        ax.text(34, 66, line, color=INK, fontsize=11, va="center")

    return Picture(f"{heading} {line}", draw, height=100)
