"""The lecture as a table of formulas, one line per quantity, as a learner would type them.

`Numbers` works like a spreadsheet: give it some quantities, ask for any other. Change one line
of the table and everything downstream follows, which is exactly how one mistake behaves.
"""

from collections.abc import Callable, Mapping
from typing import Any

from lessons import logistic
from lessons.common.ieee import Ieee, exp, log

Formula = Callable[["Numbers"], Any]


def sigmoid(z: Any) -> Any:
    """Return σ(z); of an Ieee as its usual formula goes on, which never raises.

    >>> sigmoid(0), sigmoid(Ieee("inf"))
    (0.5, 1.0)
    """
    return 1 / (1 + exp(-z)) if isinstance(z, Ieee) else logistic.sigmoid(z)


class Numbers:
    """Quantities of the lecture, each worked out when it is first asked for.

    >>> q = Numbers(dict(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1, alpha=1))
    >>> round(q.z, 4), round(q.dw1, 4), round(q.new_w1, 4)
    (1.1, -0.4995, 0.7995)
    >>> flipped = Numbers(dict(a=0.75, y=1, x1=2), {"dz": lambda q: q.y - q.a})
    >>> flipped.dw1
    0.5
    """

    def __init__(
        self, given: Mapping[str, Any], changed: Mapping[str, Formula] | None = None
    ) -> None:
        self._given = dict(given)
        self._changed = dict(changed or {})
        self._known = dict(given)

    def __getattr__(self, name: str) -> Any:
        if name not in self._known:
            formula = self._changed.get(name) or FORMULAS.get(name)
            if formula is None:
                raise AttributeError(f"{name} is not given, and nothing here leads to it")
            self._known[name] = formula(self)
        return self._known[name]

    def but(self, **other: Any) -> "Numbers":
        """Return the same table with other values for some of what was given."""
        return Numbers(self._given | other, self._changed)


def run_loop(q: Numbers) -> tuple[Numbers, list[float]]:
    """Return the table after `steps` updates, and the loss before each of them."""
    losses = []
    for _ in range(int(q.steps)):
        losses.append(q.loss)
        q = q.but(w1=q.new_w1, w2=q.new_w2, b=q.new_b)
    return q, losses


FORMULAS: dict[str, Formula] = {
    "z": lambda q: q.w1 * q.x1 + q.w2 * q.x2 + q.b,
    "a": lambda q: sigmoid(q.z),
    "loss": lambda q: -(q.y * log(q.a) + (1 - q.y) * log(1 - q.a)),
    "safe_loss": lambda q: logistic.loss_from_z(q.z, q.y),
    "da": lambda q: -q.y / q.a + (1 - q.y) / (1 - q.a),
    "da_dz": lambda q: q.a * (1 - q.a),
    "dz": lambda q: q.a - q.y,
    "dw1": lambda q: q.x1 * q.dz,
    "dw2": lambda q: q.x2 * q.dz,
    "db": lambda q: q.dz,
    "new_w1": lambda q: q.w1 - q.alpha * q.dw1,
    "new_w2": lambda q: q.w2 - q.alpha * q.dw2,
    "new_b": lambda q: q.b - q.alpha * q.db,
    "loop": run_loop,
    "final_w1": lambda q: q.loop[0].w1,
    "final_w2": lambda q: q.loop[0].w2,
    "final_b": lambda q: q.loop[0].b,
    "losses": lambda q: q.loop[1],
    "times_worse": lambda q: q.loss / q.but(a=q.other_a).loss,
    "expected_drop": lambda q: q.alpha * q.dz**2 * (1 + q.x1**2 + q.x2**2),
}
