"""Logistic regression on one example with two features, as the lecture writes it.

forward   x1, x2, w1, w2, b → z → a → loss
backward  da → da_dz → dz → dw1, dw2, db
update    w := w − α·dw, then again: train

Plain Python, no NumPy: every quantity is one float. Source of all formulas: the lecture
"Logistic Regression Gradient Descent" (one training example, natural logarithm).
Bad input raises ValueError that names the argument: nan or ∞, a or y outside [0, 1], alpha ≤ 0.
Constants are written 1.0, not 1, because Python computes float with float fastest.
"""

from math import exp, inf, isfinite, log, log1p
from typing import NamedTuple

from lessons.validation import require_0_to_1, require_finite, require_learning_rate


class Step(NamedTuple):
    """One row of training: the parameters before the step, and everything they lead to."""

    w1: float
    w2: float
    b: float
    z: float
    a: float
    loss: float
    dz: float
    dw1: float
    dw2: float
    db: float


def sigmoid(z: float) -> float:
    """Return a = 1 / (1 + e^(−z)), in [0, 1], for a finite z.

    For z < 0 it is written e^z / (1 + e^z): the same number, but e^z can't overflow.

    >>> sigmoid(0), round(sigmoid(1.1), 4), sigmoid(-800)
    (0.5, 0.7503, 0.0)
    """
    if not isfinite(z):
        require_finite(z=z)
    if z >= 0.0:
        return 1.0 / (1.0 + exp(-z))
    e = exp(z)
    return e / (1.0 + e)


def forward(x1: float, x2: float, w1: float, w2: float, b: float) -> tuple[float, float]:
    """Return the score z = w1·x1 + w2·x2 + b (any finite number) and the prediction a = σ(z).

    >>> z, a = forward(x1=2, x2=1, w1=0.3, w2=0.4, b=0.1)
    >>> round(z, 4), round(a, 4)
    (1.1, 0.7503)
    """
    z = w1 * x1 + w2 * x2 + b
    try:
        return z, sigmoid(z)
    except ValueError:  # z is not finite: say which of the five is to blame
        require_finite(x1=x1, x2=x2, w1=w1, w2=w2, b=b)
        raise


def loss(a: float, y: float) -> float:
    """Return L = −( y·log a + (1 − y)·log(1 − a) ), in [0, ∞].

    A term with factor 0 counts as 0: exactly right costs 0, exactly wrong costs ∞.

    >>> round(loss(0.75, y=1), 4), round(loss(0.75, y=0), 4), loss(1.0, y=0)
    (0.2877, 1.3863, inf)
    """
    require_0_to_1(a=a, y=y)
    log_a = log(a) if a > 0.0 else -inf
    log_1_minus_a = log1p(-a) if a < 1.0 else -inf
    return 0.0 - (y and y * log_a) - (1.0 - y and (1.0 - y) * log_1_minus_a)


def loss_from_z(z: float, y: float) -> float:
    """Return the same L from the score z: accurate even where a has rounded to 0 or 1.

    −log σ(z) = log(1 + e^(−z)) and −log(1 − σ(z)) = log(1 + e^z), the softplus form.

    >>> round(loss_from_z(1.1, y=1), 4), loss_from_z(800, y=0), loss_from_z(800, y=1)
    (0.2873, 800.0, 0.0)
    """
    if not (0.0 <= y <= 1.0 and isfinite(z)):
        require_0_to_1(y=y)
        require_finite(z=z)
    if z > 0.0:
        return (1.0 - y) * z + log1p(exp(-z))
    return -y * z + log1p(exp(z))


def da(a: float, y: float) -> float:
    """Return da = dL/da = −y/a + (1 − y)/(1 − a); ±∞ where a is exactly wrong.

    >>> round(da(0.75, y=1), 4), da(0.75, y=0)
    (-1.3333, 4.0)
    """
    require_0_to_1(a=a, y=y)
    towards_1 = y / a if a > 0.0 else (y and inf)
    towards_0 = (1.0 - y) / (1.0 - a) if a < 1.0 else (1.0 - y and inf)
    return -towards_1 + towards_0


def da_dz(z: float) -> float:
    """Return da/dz = a·(1 − a), where a = σ(z); in [0, 0.25].

    1 − a is written σ(−z): the same number, but exact even where a has rounded to 1.

    >>> round(da_dz(1.1), 4), da_dz(0)
    (0.1874, 0.25)
    """
    return sigmoid(z) * sigmoid(-z)


def dz(a: float, y: float) -> float:
    """Return dz = dL/dz = da · da/dz = a − y, in [−1, 1]: prediction minus truth.

    >>> dz(0.75, y=1), dz(0.75, y=0)
    (-0.25, 0.75)
    """
    require_0_to_1(a=a, y=y)
    return a - y


def backward(x1: float, x2: float, a: float, y: float) -> tuple[float, float, float, float]:
    """Return dz, dw1 = x1·dz, dw2 = x2·dz and db = dz: the slopes of L in z, w1, w2 and b.

    >>> [round(slope, 4) for slope in backward(x1=2, x2=1, a=0.75, y=1)]
    [-0.25, -0.5, -0.25, -0.25]
    """
    dz = a - y
    dw1, dw2 = x1 * dz, x2 * dz
    if not (0.0 <= a <= 1.0 and 0.0 <= y <= 1.0 and isfinite(dw1 + dw2)):
        require_0_to_1(a=a, y=y)
        require_finite(x1=x1, x2=x2)
    return dz, dw1, dw2, dz


def update(
    w1: float, w2: float, b: float, dw1: float, dw2: float, db: float, alpha: float
) -> tuple[float, float, float]:
    """Return w1 − α·dw1, w2 − α·dw2 and b − α·db: the parameters one step later.

    >>> [round(p, 4) for p in update(0.3, 0.4, 0.1, dw1=-0.5, dw2=-0.25, db=-0.25, alpha=1)]
    [0.8, 0.65, 0.35]
    """
    w1, w2, b = w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db
    if not (alpha > 0.0 and isfinite(w1 + w2 + b)):  # alpha = ∞ or nan makes w1 so as well
        require_learning_rate(alpha)
        require_finite(dw1=dw1, dw2=dw2, db=db, w1=w1, w2=w2, b=b)
    return w1, w2, b


def train(
    x1: float, x2: float, y: float, w1: float, w2: float, b: float, alpha: float, steps: int
) -> list[Step]:
    """Return the history of forward, backward, update, repeated `steps` times.

    Row k holds the parameters after k steps and all they lead to, so there are steps + 1 rows.

    >>> history = train(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1, alpha=1, steps=10)
    >>> len(history), round(history[1].w1, 4), history[10].loss < 0.1 < history[0].loss
    (11, 0.7995, True)
    """
    if not (0 <= steps < inf and steps == int(steps)):
        raise ValueError(f"steps must be a whole number, 0 or more, but it is {steps!r}")
    x1, x2, y, w1, w2, b, alpha = map(float, (x1, x2, y, w1, w2, b, alpha))
    history = []
    for _ in range(int(steps) + 1):
        z, a = forward(x1, x2, w1, w2, b)
        dz, dw1, dw2, db = backward(x1, x2, a, y)
        row = w1, w2, b, z, a, loss_from_z(z, y), dz, dw1, dw2, db
        history.append(tuple.__new__(Step, row))  # the same as Step(*row), but faster
        w1, w2, b = update(w1, w2, b, dw1, dw2, db, alpha)
    return history
