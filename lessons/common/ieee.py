"""Numbers that go on where Python's stop: log(0) is −∞ and 1/0 is ∞, as in NumPy and PyTorch.

The functions take both kinds: of a plain float they raise what `math` raises, of an Ieee they
answer what the standard for floating-point arithmetic (IEEE 754) lays down.
"""

import math
from collections.abc import Callable
from typing import Any

Operation = Callable[..., Any]


class Ieee(float):
    """A float that never raises: what is too large is ±∞, and what can't be worked out is nan.

    >>> Ieee(1) / 0, Ieee(0) / 0, log(Ieee(0)), exp(Ieee(1000))
    (inf, nan, -inf, inf)
    """

    __slots__ = ()


def _going_on(operation: Operation) -> Operation:
    """Return the operation as Ieee numbers do it."""

    def operate(*numbers: Any) -> Any:
        try:
            value = operation(*map(float, numbers))
        except OverflowError:
            return Ieee(math.inf)
        except ValueError:
            return Ieee(math.nan)
        return Ieee(math.nan if isinstance(value, complex) else value)

    return operate


def _divided(above: float, below: float) -> float:
    if below:
        return above / below
    return above * math.copysign(math.inf, below)


def _raised(base: float, power: float) -> Any:
    try:
        return base**power
    except (OverflowError, ZeroDivisionError):
        too_large = math.copysign(math.inf, base) if power % 2 == 1 else math.inf
        return math.nan if base < 0 and power % 1 else too_large


def _swapped(operation: Operation) -> Operation:
    return lambda one, other: operation(other, one)


_ARITHMETIC: dict[str, Operation] = {
    "add": float.__add__,
    "sub": float.__sub__,
    "mul": float.__mul__,
    "truediv": _divided,
    "pow": _raised,
}
for _name, _operation in _ARITHMETIC.items():
    setattr(Ieee, f"__{_name}__", _going_on(_operation))
    setattr(Ieee, f"__r{_name}__", _going_on(_swapped(_operation)))
for _name in ("neg", "abs"):
    setattr(Ieee, f"__{_name}__", _going_on(getattr(float, f"__{_name}__")))


def _either(plain: Operation, of_ieee: Operation | None = None) -> Operation:
    """Return a function of both kinds of numbers."""
    going_on = _going_on(of_ieee or plain)
    return lambda value, *more: (going_on if isinstance(value, Ieee) else plain)(value, *more)


def _log(plain: Operation) -> Operation:
    return _either(plain, lambda value, *base: plain(value, *base) if value else -math.inf)


exp, tanh = map(_either, (math.exp, math.tanh))
log, log2, log10 = map(_log, (math.log, math.log2, math.log10))
