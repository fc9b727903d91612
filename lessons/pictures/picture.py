"""What all pictures share: numbers in words, and a gentle word if something is unfinished."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from math import isclose, isfinite
from typing import Any, ParamSpec
from xml.etree.ElementTree import Element, indent, tostring

from lessons.pictures.svg import FONTS, WIDTH, shape

P = ParamSpec("P")

UNFINISHED = "Nothing to draw yet: finish the exercise above first."


@dataclass(frozen=True, repr=False)
class Picture:
    """A picture and its text twin: a notebook shows the picture, print(picture) the words.

    `draw` gives the shapes, later ones on top. Without it the words stand alone.
    """

    text: str
    draw: Callable[[], Iterable[Element]] | None = None
    width: int = WIDTH
    height: int = 400

    def __repr__(self) -> str:
        return self.text

    def svg(self) -> str:
        """Return the picture as SVG, dark ink on a white card. Same input, same bytes.

        It says its own words to those who hear it. Needs `draw`.
        """
        assert self.draw is not None
        # A page may hold many pictures: what says the same may have the same name.
        name = f"picture-{sha256(self.text.encode('utf-8', 'replace')).hexdigest()[:12]}"
        first, _, rest = self.text.partition(". ")
        card = shape(
            "svg",
            xmlns="http://www.w3.org/2000/svg",
            width=self.width,
            height=self.height,
            viewBox=f"0 0 {self.width} {self.height}",
            role="img",
            aria_labelledby=f"{name}-title {name}-desc",
            font_family=FONTS,
        )
        card.append(shape("title", first, id=f"{name}-title"))
        card.append(shape("desc", rest, id=f"{name}-desc"))
        card.append(shape("rect", width=self.width, height=self.height, fill="white"))
        card.extend([*self.draw()])  # a list: extend would hide what goes wrong in an iterator
        indent(card, space="")  # a line for each shape, so that a change shows where it is
        return tostring(card, encoding="unicode")

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        words = {"text/plain": self.text}
        return ({"image/svg+xml": self.svg()} if self.draw else {}) | words, {}


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
