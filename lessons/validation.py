"""Refuse bad input with a sentence that names the argument and its value."""

from math import isfinite


def require_finite(**values: float) -> None:
    """Raise ValueError for the first value that is infinite or nan.

    >>> require_finite(w1=0.3, z=float("inf"))
    Traceback (most recent call last):
    ValueError: z must be a finite number, but it is inf
    """
    for name, value in values.items():
        if not isfinite(value):
            raise ValueError(f"{name} must be a finite number, but it is {value!r}")


def require_0_to_1(**values: float) -> None:
    """Raise ValueError for the first value outside [0, 1].

    >>> require_0_to_1(a=0.5, y=2)
    Traceback (most recent call last):
    ValueError: y must be between 0 and 1, but it is 2
    """
    for name, value in values.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} must be between 0 and 1, but it is {value!r}")


def require_learning_rate(alpha: float) -> None:
    """Raise ValueError unless alpha is a finite number above 0.

    >>> require_learning_rate(-0.1)
    Traceback (most recent call last):
    ValueError: alpha must be a finite number above 0, but it is -0.1
    """
    if not (alpha > 0 and isfinite(alpha)):
        raise ValueError(f"alpha must be a finite number above 0, but it is {alpha!r}")


def require_steps(steps: float) -> None:
    """Raise ValueError unless steps is a whole number, 0 or more.

    >>> require_steps(2.5)
    Traceback (most recent call last):
    ValueError: steps must be a whole number, 0 or more, but it is 2.5
    """
    if not (steps >= 0 and steps % 1 == 0):  # ∞ % 1 is nan
        raise ValueError(f"steps must be a whole number, 0 or more, but it is {steps!r}")
