"""Logistic regression on one example with two features, as the lecture writes it.

forward   x1, x2, w1, w2, b → z → a → loss
backward  da → da_dz → dz → dw1, dw2, db
update    w := w − α·dw, then again: train

Plain Python, no NumPy: every quantity is one float. Source of all formulas: the lecture
"Logistic Regression Gradient Descent" (one training example, natural logarithm).
Bad input raises ValueError that names the argument: nan or ∞, a or y outside [0, 1], alpha ≤ 0.
"""

from math import exp, inf, log, log1p
from typing import NamedTuple

from lessons.validation import (
    require_0_to_1,
    require_finite,
    require_learning_rate,
    require_steps,
)


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
    require_finite(z=z)
    if z >= 0:
        return 1 / (1 + exp(-z))
    e = exp(z)
    return e / (1 + e)


def forward(x1: float, x2: float, w1: float, w2: float, b: float) -> tuple[float, float]:
    """Return the score z = w1·x1 + w2·x2 + b (any finite number) and the prediction a = σ(z).

    >>> z, a = forward(x1=2, x2=1, w1=0.3, w2=0.4, b=0.1)
    >>> round(z, 4), round(a, 4)
    (1.1, 0.7503)
    """
    require_finite(x1=x1, x2=x2, w1=w1, w2=w2, b=b)
    z = w1 * x1 + w2 * x2 + b
    return z, sigmoid(z)


def loss(a: float, y: float) -> float:
    """Return L = −( y·log a + (1 − y)·log(1 − a) ), in [0, ∞].

    At a = 0 or 1 one log is −∞; with factor 0 it counts as 0. So exactly right costs 0, else ∞.
    log1p(−a) is log(1 − a): the same number, but exact even where a is tiny.

    >>> round(loss(0.75, y=1), 4), round(loss(0.75, y=0), 4), loss(1.0, y=0)
    (0.2877, 1.3863, inf)
    """
    require_0_to_1(a=a, y=y)
    if a in (0, 1):
        return 0.0 if a == y else inf
    return -(y * log(a) + (1 - y) * log1p(-a))


def loss_from_z(z: float, y: float) -> float:
    """Return the same L from the score z: accurate even where a has rounded to 0 or 1.

    −log σ(z) = log(1 + e^(−z)) and −log(1 − σ(z)) = log(1 + e^z), the softplus form.

    >>> round(loss_from_z(1.1, y=1), 4), loss_from_z(800, y=0), loss_from_z(800, y=1)
    (0.2873, 800.0, 0.0)
    """
    require_0_to_1(y=y)
    require_finite(z=z)
    if z > 0:
        return (1 - y) * z + log1p(exp(-z))
    return -y * z + log1p(exp(z))


def da(a: float, y: float) -> float:
    """Return da = dL/da = −y/a + (1 − y)/(1 − a); ±∞ where a is exactly wrong.

    Where a is exactly right one term is 0/0, and counts as 0.

    >>> round(da(0.75, y=1), 4), da(0.75, y=0)
    (-1.3333, 4.0)
    """
    require_0_to_1(a=a, y=y)
    if a == 0:
        return 1.0 if y == 0 else -inf
    if a == 1:
        return -1.0 if y == 1 else inf
    return -y / a + (1 - y) / (1 - a)


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
    require_0_to_1(a=a, y=y)
    require_finite(x1=x1, x2=x2)
    dz = a - y
    return dz, x1 * dz, x2 * dz, dz


def update(
    w1: float, w2: float, b: float, dw1: float, dw2: float, db: float, alpha: float
) -> tuple[float, float, float]:
    """Return w1 − α·dw1, w2 − α·dw2 and b − α·db: the parameters one step later.

    >>> [round(p, 4) for p in update(0.3, 0.4, 0.1, dw1=-0.5, dw2=-0.25, db=-0.25, alpha=1)]
    [0.8, 0.65, 0.35]
    """
    require_learning_rate(alpha)
    require_finite(dw1=dw1, dw2=dw2, db=db)
    w1, w2, b = w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db
    require_finite(w1=w1, w2=w2, b=b)
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
    require_steps(steps)
    x1, x2, y, w1, w2, b, alpha = map(float, (x1, x2, y, w1, w2, b, alpha))
    history = []
    for _ in range(int(steps) + 1):
        z, a = forward(x1, x2, w1, w2, b)
        dz, dw1, dw2, db = backward(x1, x2, a, y)
        history.append(Step(w1, w2, b, z, a, loss_from_z(z, y), dz, dw1, dw2, db))
        w1, w2, b = update(w1, w2, b, dw1, dw2, db, alpha)
    return history
