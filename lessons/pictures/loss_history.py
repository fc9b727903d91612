"""The loss at every step of a training."""

from collections.abc import Iterator, Sequence
from math import log10
from xml.etree.ElementTree import Element

from lessons.logistic import Step
from lessons.pictures.axes import Axis, linear, powers_of_ten
from lessons.pictures.frame import Line, framed, legend, rows
from lessons.pictures.picture import Picture, equation, picture
from lessons.pictures.svg import FORWARD, QUIET, curve, dot
from lessons.validation import require_finite

# Neighbours differ in colour and in line, so no run is told apart by colour alone.
LOOKS = ((FORWARD, "none"), ("#7a3e9d", "9 5"), ("#00736b", "9 4 2 4"), (QUIET, "2 3"))
MOST_DOTS = 31


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
    descents = [losses(run, name) for name, run in zip(names, runs, strict=True)]
    highest, lowest = max(map(max, descents)), min(map(min, descents))
    powers = 0 <= lowest < highest / 200
    several = bool(labels) or len(runs) > 1
    text = "The loss at each step" + (", in powers of ten." if powers else ".")
    for name, descent in zip(names, descents, strict=True):
        ends = f"from {equation('L', descent[0])} to {equation('L', descent[-1])}"
        text += f"{f' {name}:' if several else ''} {len(descent)} points {ends}."
    lines = [Line(name, *LOOKS[k % len(LOOKS)]) for k, name in enumerate(names)]
    up = logarithmic(lowest, highest) if powers else upright(lowest, highest)
    last = max(1, max(map(len, descents)) - 1)
    across = linear("step", -0.03 * last, 1.03 * last, least_step=1)
    places = rows(lines)
    frame = framed(across, up, top=places[-1][1] + 20)

    def height(loss: float) -> float:
        if not powers:
            return loss
        return log10(loss) if loss > 0 else up.low - 6  # out of the frame, on a steep line

    def draw() -> Iterator[Element]:
        yield from frame.axes()
        yield from legend(lines, places) if several else ()
        for line, descent in zip(lines, descents, strict=True):
            points = frame.through((step, height(loss)) for step, loss in enumerate(descent))
            dots = points if len(points) <= MOST_DOTS else []
            run = curve(points, line.colour, line.dashes)
            yield frame.inside([run, *(dot(at, line.colour, 3.5) for at in dots)])

    return Picture(text, draw, height=round(frame.bottom) + 60)


def losses(run: Sequence[float] | Sequence[Step], name: str) -> list[float]:
    """Return the losses of one run; ValueError names the step of one that is not finite."""
    found = [row.loss if isinstance(row, Step) else row for row in run]
    for step, loss in enumerate(found):
        require_finite(**{f"{name}: the loss at step {step}": loss})
    return found


def upright(lowest: float, highest: float) -> Axis:
    """Return an axis from 0, or from below it, to above the highest loss."""
    low, high = min(0.0, 1.05 * lowest), max(0.0, 1.05 * highest)
    return linear("loss L", low, high if high - low > 1e-290 else 1.0)


def logarithmic(lowest: float, highest: float) -> Axis:
    """Return an axis in powers of ten; what falls out of it is as good as 0 beside the rest."""
    most = log10(highest)
    least = max(log10(lowest), most - 6) if lowest > 0 else most - 6
    return powers_of_ten("loss L", least - 0.3, most + 0.3)
