"""Finite differences: the judge that needs no calculus.

Nudge a number a little, see how far the result moves, divide. That is a slope, and every
derivative of the course can be compared with it. Plain Python, no NumPy.

The nudge goes both ways (central difference): what bends the curve cancels, so the error is of
the size h². A smaller h isn't better: below 1e-5 the rounding of floats drowns the movement.
"""

from collections.abc import Callable

from lessons.validation import require_finite


def slope(function: Callable[[float], float], at: float, h: float = 1e-5) -> float:
    """Return how far function moves per unit of nudge at `at`: (f(at + h) − f(at − h)) / 2h.

    Right to about 10 digits for the gentle functions of this course. Raises ValueError when
    `at` or h isn't finite, when h ≤ 0, and when h is too small to move `at` at all.

    >>> from lessons.logistic import loss_from_z
    >>> round(slope(lambda z: loss_from_z(z, y=1), at=1.1), 4)  # dz
    -0.2497
    """
    require_finite(at=at, h=h)
    above, below = at + h, at - h
    if not below < at < above:
        raise ValueError(f"h must be above 0 and large enough to move {at!r}, but it is {h!r}")
    return (function(above) - function(below)) / (above - below)


def slopes(function: Callable[..., float], /, **arguments: float) -> dict[str, float]:
    """Return the slope of function in each of its arguments, nudging one and holding the rest.

    >>> from lessons.logistic import forward, loss
    >>> def loss_of(w1, w2, b):
    ...     z, a = forward(x1=2, x2=1, w1=w1, w2=w2, b=b)
    ...     return loss(a, y=1)
    >>> measured = slopes(loss_of, w1=0.3, w2=0.4, b=0.1)
    >>> {name: round(value, 4) for name, value in measured.items()}
    {'w1': -0.4995, 'w2': -0.2497, 'b': -0.2497}
    """

    def slope_in(name: str) -> float:
        return slope(lambda nudged: function(**{**arguments, name: nudged}), arguments[name])

    return {name: slope_in(name) for name in arguments}
