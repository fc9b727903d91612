"""Functions that come to grief: what their body says, and the name of the verdict they get."""

import math
import time
from collections.abc import Callable
from random import random
from typing import Any


class Moody:
    """An object that claims to equal everything, and fails when it is asked for its value."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True

    def __float__(self) -> float:
        raise RuntimeError("not today")

    @property
    def tolist(self) -> Any:
        raise RuntimeError("not today")


def nested(depth: int) -> Any:
    return 0.5 if depth == 0 else [nested(depth - 1)]


HOLDS_ITSELF: list[Any] = []
HOLDS_ITSELF.append(HOLDS_ITSELF)
FROM_OUTSIDE = "z = 0.3\ndef loss(a, y):\n    return -math.log(a - z)"

# What the function's body says, and the name of the verdict it gets.
BODIES = {
    "return -(y * math.log(a) + (1 - y) * math.log(q))": "NameError",
    "loss = loss(a, y)\n    return loss": "UnboundLocalError",
    "return 1 / (y - y)": "ZeroDivisionError",
    "return math.log(-a)": "ValueError",
    "return math.exp(1000 + a)": "OverflowError",
    "return y * 'a' + a": "TypeError",
    "p, q = a": "TypeError",
    "p, q = [a]": "ValueError",
    "return loss(a, y)": "RecursionError",
    "raise SystemExit": "SystemExit",
    "return [1, 2][3]": "IndexError",
    "q = -math.log(a)": "nothing",
    "print(-math.log(a))": "printed",
    "if y == 1:\n        return -math.log(a)": "nothing",
    "...": "blank",
    "pass": "blank",
    "'''The loss.'''": "blank",
    "return ...": "blank",
    "return": "blank",
    "return '0.2'": "type",
    "return True": "type",
    "return complex(a, y)": "type",
    "return math.log": "type",
    "return {0.5}": "type",
    "return object()": "type",
    "return {'los': 0.5}": "missing",
    "return [[a, y]]": "shape",
    "return nested(6)": "always-the-same",
    "return nested(500)": "shape",
    "return HOLDS_ITSELF": "shape",
    "return Moody()": "unreadable",
    "return 10 ** 5000": "not-finite",
    "return math.nan": "not-finite",
    "yield -math.log(a)": "generator",
    "return random()": "random",
    "while True: pass": "too-long",
    "while True:\n        try: time.sleep(0.01)\n        except: pass": "too-long",
    "time.sleep(60)": "too-long",
}


def notebook(code: str) -> Callable[..., Any]:
    cell = {"math": math, "time": time, "random": random, "nested": nested, "Moody": Moody}
    exec(code, cell := cell | {"HOLDS_ITSELF": HOLDS_ITSELF, "__name__": "cell"})
    return cell["loss"]
