"""How long does a learner wait for a verdict? Each function exercise, right and wrong.

Measured in one process, without drawing the card: the notebook does that. The yardstick is
what Python itself needs to run the learner's cell again: parse, compile and execute it.
"""

from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from statistics import median
from time import perf_counter
from typing import Any

import IPython  # noqa: F401  # in a notebook it has long been loaded
from right_code import right_code, right_function

from lessons.check import check
from lessons.exercises import EXERCISES, Exercise

TARGET = 50.0  # milliseconds: faster than anyone notices
Row = tuple[str, str, float, float, float, float]


def milliseconds(action: Callable[[], Any]) -> float:
    start = perf_counter()
    with redirect_stdout(StringIO()):
        action()
    return (perf_counter() - start) * 1000


def odd(exercise: Exercise) -> Callable[..., Any]:
    """A wrong answer that fits no known mistake, so that each of them is tried: the worst case."""
    right = right_function(exercise)

    def wrong(value: Any) -> Any:
        return [*map(wrong, value)] if isinstance(value, list) else 1.37 * value + 0.0123

    def function(*probe: float) -> Any:
        values = right(*probe)
        return tuple(map(wrong, values)) if isinstance(values, tuple) else wrong(values)

    return function


def run(cell: str) -> None:
    exec(compile(cell, "cell", "exec"), {})


def rows(times: int = 20) -> Iterator[Row]:
    """Yield exercise, answer, first call, median call, the cell itself (in ms), and the ratio."""
    for exercise in EXERCISES.values():
        if exercise.kind == "function":
            cell = right_code(exercise, {})
            bare = median(milliseconds(partial(run, cell)) for _ in range(times))
            answers = {"right": right_function(exercise), "unknown": odd(exercise)}
            for kind, function in answers.items():
                calls = [
                    milliseconds(partial(check, exercise.name, function)) for _ in range(times + 1)
                ]
                usual = median(calls[1:])
                yield exercise.name, kind, calls[0], usual, bare, usual / bare


def main() -> None:
    """Print the table, and say whether every verdict comes in time."""
    print(f"check: a verdict in at most {TARGET:.0f} ms, against running the learner's cell alone")
    print(f"{'':15}{'answer':9}{'first':>9}{'median':>10}{'the cell':>11}{'ratio':>8}")
    slowest = 0.0
    for name, kind, first, usual, bare, ratio in rows():
        print(f"{name:15}{kind:9}{first:6.1f} ms{usual:7.2f} ms{bare:8.3f} ms{ratio:6.0f} ×")
        slowest = max(slowest, first, usual)
    print(f"slowest: {slowest:.1f} ms, {'in time' if slowest <= TARGET else 'TOO SLOW'}")


if __name__ == "__main__":
    main()
