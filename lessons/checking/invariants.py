"""What every right value must satisfy: said to a learner whose mistake nobody has catalogued."""

from collections.abc import Callable
from math import log
from typing import Any

from lessons.formulas import Numbers

Invariant = tuple[Callable[[Any, Numbers], bool], str]

INVARIANTS: dict[str, tuple[Invariant, ...]] = {
    "a": (
        (lambda a, q: 0 <= a <= 1, "a prediction lies between 0 and 1"),
        (lambda a, q: (a > 0.5) == (q.z > 0), "a is above 0.5 exactly when z is above 0"),
    ),
    "loss": (
        (lambda loss, q: loss >= 0, "a loss can't be negative"),
        (
            lambda loss, q: (loss < log(2)) == (abs(q.a - q.y) < 0.5),
            "the loss is small when the prediction is near its label, and large when it isn't",
        ),
    ),
    "losses": (
        (
            lambda losses, q: isinstance(losses, list) and len(losses) == q.steps,
            "there is one loss for each step",
        ),
        (lambda losses, q: min(losses) >= 0, "a loss can't be negative"),
        (
            lambda losses, q: losses == sorted(losses, reverse=True),
            "with one example the loss never rises",
        ),
    ),
    "da": (
        (
            lambda da, q: (da < 0) == (q.y == 1),
            "da is negative when y = 1 and positive when y = 0",
        ),
        (lambda da, q: abs(da) >= 1, "da is never smaller in size than 1"),
    ),
    "da_dz": (
        (lambda slope, q: slope >= 0, "σ always goes up, so its slope is positive"),
        (lambda slope, q: slope <= 0.25, "the slope of σ is never above 0.25"),
    ),
    "dz": (
        (lambda dz, q: abs(dz) <= 1, "dz lies between −1 and 1"),
        (
            lambda dz, q: (dz < 0) == (q.y == 1),
            "dz is negative when y = 1 and positive when y = 0",
        ),
    ),
    "dw1": ((lambda dw1, q: dw1 * q.x1 * q.dz > 0, "dw1 has the sign of x1 times dz"),),
    "dw2": ((lambda dw2, q: dw2 * q.x2 * q.dz > 0, "dw2 has the sign of x2 times dz"),),
    "db": ((lambda db, q: abs(db) <= 1, "db lies between −1 and 1"),),
    "new_w1": (
        (
            lambda w1, q: (w1 < q.w1) == (q.dw1 > 0),
            "a step goes downhill: against the sign of the slope",
        ),
    ),
    "new_w2": (
        (
            lambda w2, q: (w2 < q.w2) == (q.dw2 > 0),
            "a step goes downhill: against the sign of the slope",
        ),
    ),
    "new_b": (
        (
            lambda b, q: (b < q.b) == (q.db > 0),
            "a step goes downhill: against the sign of the slope",
        ),
    ),
}


def broken_invariant(output: str, value: Any, right: Numbers) -> str:
    """Return the first law that the value breaks, or nothing.

    >>> broken_invariant("loss", -0.2, Numbers(dict(a=0.81, y=1)))
    "a loss can't be negative"
    """
    for holds, law in INVARIANTS.get(output, ()):
        try:
            if not holds(value, right):
                return law
        except (AttributeError, TypeError, ValueError):  # the law needs what isn't given here
            continue
    return ""
