"""The axes of a plot: where they start and end, and round numbers on the way."""

from math import ceil, floor, log10
from typing import NamedTuple

from lessons.validation import require_finite

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Axis(NamedTuple):
    """An axis: its name, its two ends, and the ticks between with what is written beside them."""

    name: str
    low: float
    high: float
    ticks: list[tuple[float, str]]

    def share(self, value: float) -> float:
        """Return how far along the axis a value stands: 0 at its low end, 1 at its high end."""
        return (value - self.low) / (self.high - self.low)


def linear(
    name: str, low: float, high: float, *, most_steps: int = 8, least_step: float = 0
) -> Axis:
    """Return an axis with evenly spaced ticks, `least_step` or more apart; low is below high.

    >>> [words for _, words in linear("z", -7.5, 7.5).ticks]
    ['−6', '−4', '−2', '0', '2', '4', '6']
    >>> linear("z", -1e308, 1e308)
    Traceback (most recent call last):
    ValueError: the range of z must be a finite number, but it is inf
    """
    require_finite(**{f"the range of {name}": high - low})
    step = max(least_step, round_step(high - low, most_steps))
    largest = max(abs(low), abs(high))
    ticks = [(tick, tick_label(tick, step, largest)) for tick in multiples(step, low, high)]
    return Axis(name, low, high, ticks)


def powers_of_ten(name: str, low: float, high: float) -> Axis:
    """Return an axis for logarithms, base 10; low and high are exponents.

    >>> powers_of_ten("loss L", -3.2, 0.3).ticks
    [(-3.0, '10⁻³'), (-2.0, '10⁻²'), (-1.0, '10⁻¹'), (0.0, '10⁰')]
    """
    exponents = multiples(max(1.0, round_step(high - low, 8)), low, high)
    ticks = [(exponent, "10" + f"{exponent:.0f}".translate(SUPERSCRIPTS)) for exponent in exponents]
    return Axis(name, low, high, ticks)


def round_step(span: float, most_steps: int) -> float:
    """Return 1, 2 or 5 times a power of ten, so that the span holds at most so many of them.

    >>> round_step(15, 8), round_step(1, 8), round_step(0.35, 8)
    (2.0, 0.2, 0.05)
    """
    power = 10.0 ** floor(log10(span / most_steps))
    return next(n * power for n in (1, 2, 5, 10) if n * power * most_steps >= span)


def multiples(step: float, low: float, high: float) -> list[float]:
    """Return the multiples of a step from low to high."""
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [k * step for k in range(first, last + 1)]


def tick_label(value: float, step: float, largest: float) -> str:
    """Return the value as exactly as the step asks for; powers of ten if the axis needs them.

    >>> tick_label(0.5, 0.05, 1), tick_label(-2e6, 1e6, 3e6), tick_label(0.0, 1e6, 3e6)
    ('0.50', '−2e6', '0')
    """
    magnitude = floor(log10(step) + 1e-9)
    if step >= 1e-4 and largest < 1e5:
        words = f"{value:.{max(0, -magnitude)}f}"
    elif value == 0:
        words = "0"
    else:
        digits = max(0, floor(log10(abs(value))) - magnitude)
        mantissa, exponent = f"{value:.{digits}e}".split("e")
        words = f"{mantissa}e{int(exponent)}"
    return words.replace("-", "−")
