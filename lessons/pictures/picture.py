"""What all pictures share: the two colours, numbers in words, and a gentle word if unfinished."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from importlib.util import find_spec
from io import BytesIO
from math import isclose, isfinite
from typing import TYPE_CHECKING, Any, ParamSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

P = ParamSpec("P")

FORWARD = "#0b5394"  # values: blue, readable on white and distinct from orange for every eye
BACKWARD = "#b8400b"  # derivatives: orange
INK = "#1f2933"
QUIET = "#5b6770"
STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": QUIET,
    "axes.labelsize": 11.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "lines.linewidth": 2.2,
}
UNFINISHED = "Nothing to draw yet: finish the exercise above first."


@dataclass(frozen=True, repr=False)
class Picture:
    """A picture and its text twin: a notebook shows the picture, print(picture) the words.

    Without `draw`, or where matplotlib is not installed, the words stand alone.
    """

    text: str
    draw: Callable[[Axes], None] | None = None
    width: int = 720
    height: int = 400

    def __repr__(self) -> str:
        return self.text

    def figure(self) -> Figure:
        """Return a fresh matplotlib figure; it belongs to nobody else. Needs `draw`."""
        from matplotlib.figure import Figure
        from matplotlib.layout_engine import ConstrainedLayoutEngine

        assert self.draw is not None
        margin = ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.1)
        figure = Figure(figsize=(self.width / 100, self.height / 100), layout=margin)
        self.draw(figure.add_subplot())
        return figure

    def png(self) -> bytes:
        """Return the picture as PNG, two pixels per screen pixel; same input, same bytes."""
        from matplotlib import style

        file = BytesIO()
        # The learner's own matplotlib settings are put aside while drawing, then restored.
        with style.context(STYLE, after_reset=True):
            self.figure().savefig(file, format="png", dpi=200, metadata={"Software": None})
        return file.getvalue()

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        if self.draw is None or find_spec("matplotlib") is None:
            return {"text/plain": self.text}, {}
        png = b64encode(self.png()).decode()
        shown = {"width": self.width, "height": self.height, "alt": self.text}
        return {"image/png": png, "text/plain": self.text}, {"image/png": shown}


def picture(function: Callable[P, Picture]) -> Callable[P, Picture]:
    """Let a picture answer unfinished or impossible input with a sentence, not an exception."""

    @wraps(function)
    def gentle(*args: P.args, **kwargs: P.kwargs) -> Picture:
        if unfinished([*args, *kwargs.values()]):
            return Picture(UNFINISHED)
        try:
            return function(*args, **kwargs)
        except ValueError as error:
            return Picture(f"Nothing to draw: {error}.")

    return gentle


def unfinished(value: object) -> bool:
    """Return whether None, ... or an empty list stands anywhere a number is expected.

    >>> unfinished([0.3, None]), unfinished([[0.3], 0.4])
    (True, False)
    """
    if isinstance(value, (list, tuple)):
        return not value or any(map(unfinished, value))
    return value is None or value is ...


def number(value: float) -> str:
    """Return the value with four significant digits, or two where a power of ten is needed.

    >>> number(-1 / 3), number(12.0), number(4.2484e-18), number(float("inf"))
    ('−0.3333', '12', '4.2e−18', '∞')
    """
    return rounded(value).replace("-", "−").replace("inf", "∞")


def equation(name: str, value: float) -> str:
    """Return 'name = value', with ≈ where the value had to be rounded.

    >>> equation("z", 1.1), equation("a", 0.99999)
    ('z = 1.1', 'a ≈ 1')
    """
    exact = isclose(float(rounded(value)), value, rel_tol=1e-12)
    return f"{name} {'=' if exact else '≈'} {number(value)}"


def rounded(value: float) -> str:
    if value == 0 or 1e-3 <= abs(value) < 9999.5 or not isfinite(value):
        return f"{value:.4g}"
    mantissa, exponent = f"{value:.1e}".split("e")
    return f"{float(mantissa):g}e{int(exponent)}"
