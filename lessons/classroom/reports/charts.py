"""The charts of the class page, in the colours of the lecture's own pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from lessons.pictures.svg import BACKWARD, FORWARD, INK, QUIET

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": INK,
    "ytick.color": INK,
}
TENTHS = [f"{low}–{low + 9}" for low in range(0, 100, 10)] + ["100"]
COLOURS = (FORWARD, "#7fa8d1", BACKWARD, "#c3c9cf")  # done, partly, tried, blank
HATCHES = ("", "", "//", "")  # so that no bar is known by its colour alone


class Chart(NamedTuple):
    """A chart, what it shows in words, and its size in pixels on the screen."""

    text: str
    draw: Callable[[Axes], None]
    width: int
    height: int

    def png(self) -> bytes:
        """Return the chart as PNG, two pixels per screen pixel."""
        from matplotlib import style
        from matplotlib.figure import Figure

        file = BytesIO()
        # The teacher's own matplotlib settings are put aside while drawing, then restored.
        with style.context(STYLE, after_reset=True):
            figure = Figure(figsize=(self.width / 100, self.height / 100), layout="constrained")
            self.draw(figure.add_subplot())
            figure.savefig(file, format="png", dpi=200, metadata={"Software": None})
        return file.getvalue()


def tenths(shares: Mapping[int, int]) -> list[int]:
    """Return how many learners are in each tenth of the percentages; 100 stands alone.

    >>> tenths({0: 1, 9: 1, 55: 2, 100: 3})
    [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3]
    """
    bars = [0] * len(TENTHS)
    for percent, learners in shares.items():
        bars[percent // 10] += learners
    return bars


def distribution(shares: Mapping[int, int]) -> Chart:
    """Return the histogram of what learners reached, in percent."""

    def draw(axes: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        bars = axes.bar(TENTHS, tenths(shares), color=FORWARD, width=0.85)
        axes.bar_label(bars, [f"{n:,}" if n else "" for n in tenths(shares)], padding=2)
        axes.set_xlabel("points, in percent")
        axes.set_ylabel("learners")
        axes.tick_params(axis="x", labelsize=9)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.margins(y=0.12)

    words = "Bars: how many learners reached which percentage. The table below has the numbers."
    return Chart(words, draw, width=580, height=300)


def success(outcomes: Mapping[str, Sequence[int]], labels: Sequence[str]) -> Chart:
    """Return one bar for each exercise: the counts of its outcomes, in the labels' order."""

    def draw(axes: Axes) -> None:
        names = list(outcomes)
        left = [0.0] * len(names)
        for place, label in enumerate(labels):
            widths = [100 * counts[place] / max(1, sum(counts)) for counts in outcomes.values()]
            axes.barh(
                names, widths, left=left, label=label, color=COLOURS[place], hatch=HATCHES[place],
                height=0.8, linewidth=0, edgecolor="white",
            )  # fmt: skip
            left = [start + width for start, width in zip(left, widths, strict=True)]
        axes.invert_yaxis()
        axes.set(xlim=(0, 100), xlabel="learners, in percent")
        axes.spines[["left", "bottom"]].set_color(QUIET)
        axes.legend(ncols=4, loc="lower left", bbox_to_anchor=(0, 1), frameon=False)

    words = (
        "One bar for each exercise: how many learners have it done, partly, tried or blank. "
        "The table below has the numbers."
    )
    return Chart(words, draw, width=580, height=120 + 24 * len(outcomes))
