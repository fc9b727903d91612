"""How much does the readable code cost? `make bench` prints a small table.

The contestants take turns, many times over, and each keeps its best time: noise only adds.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from math import exp, log1p
from time import perf_counter

os.environ["LESSONS_PROGRESS"] = ""  # nothing measured here is a learner's work

import bench_check
import bench_grading
import bench_widgets

from lessons.logistic import train

Contestants = Mapping[str, Callable[..., object]]


def bare_loop(
    x1: float, x2: float, y: float, w1: float, w2: float, b: float, alpha: float, steps: int
) -> tuple[float, ...]:
    """What `train` computes, with every call inlined, nothing checked and nothing kept."""
    for _ in range(steps):
        z = w1 * x1 + w2 * x2 + b
        if z >= 0:
            a = 1 / (1 + exp(-z))
            loss = (1 - y) * z + log1p(exp(-z))
        else:
            e = exp(z)
            a = e / (1 + e)
            loss = -y * z + log1p(exp(z))
        dz = a - y
        dw1, dw2, db = x1 * dz, x2 * dz, dz
        w1, w2, b = w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db
    return w1, w2, b, loss


def best_times(contestants: Contestants, rounds: int) -> dict[str, float]:
    """Return each contestant's best time in seconds over all rounds."""
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(rounds):
        for name, run in contestants.items():
            start = perf_counter()
            run()
            best[name] = min(best[name], perf_counter() - start)
    return best


def report(title: str, contestants: Contestants, rounds: int) -> None:
    """Print each best time, and how many times longer the first contestant takes."""
    best = best_times(contestants, rounds)
    first, its_time = next(iter(best.items()))
    print(f"{title}\n{'':30}{'best':>10}{first + ' takes':>15}")
    for name, time in best.items():
        print(f"{name:30}{time * 1e6:7.0f} µs{its_time / time:13.2f} ×")


def bench_train() -> None:
    # x1, x2, y, w1, w2, b, alpha, steps
    example = (2.0, 1.0, 1.0, 0.3, 0.4, 0.1, 1.0, 1000)
    loops: Contestants = {"train": train, "bare loop": bare_loop}
    runs = {name: partial(loop, *example) for name, loop in loops.items()}
    report("train, 1,000 steps (a lesson takes at most 200)", runs, rounds=200)


if __name__ == "__main__":
    bench_train()
    print()
    bench_check.main()
    print()
    bench_widgets.main()
    print()
    bench_grading.main()
