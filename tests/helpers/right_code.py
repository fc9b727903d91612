"""Right answers in many styles: each line of the lecture in every form that learners write.

What has no form here is typed as lessons/formulas.py has it, so a new quantity needs none.
"""

import inspect
import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from lessons.checking.local import reference
from lessons.differences import slope
from lessons.exercises import EXERCISES, Exercise, short_name
from lessons.formulas import FORMULAS
from lessons.logistic import loss, loss_from_z

LINES: dict[str, list[str]] = {
    "z": ["w1*x1 + w2*x2 + b", "b + x2*w2 + x1*w1", "sum([w1*x1, w2*x2, b])",
          "np.dot([w1, w2], [x1, x2]) + b", "np.array([w1, w2]) @ np.array([x1, x2]) + b"],
    "a": ["1 / (1 + exp(-z))", "sigmoid(z)", "exp(z) / (1 + exp(z))", "(1 + math.tanh(z/2)) / 2",
          "1 / (1 + math.e ** -z)", "stable(z)", "(1 + exp(-z)) ** -1", "1 / (1 + np.exp(-z))",
          "min(max(sigmoid(z), EPS), 1 - EPS)", "1 - 1 / (1 + exp(z))",
          "np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))"],
    "loss": ["-(y*log(a) + (1-y)*log(1-a))", "-y*log(a) - (1-y)*log(1-a)",
             "-log(a) if y else -log(1-a)", "-log(a) if y == 1 else -math.log1p(-a)",
             "-log(y*a + (1-y)*(1-a))", "-log(a**y * (1-a)**(1-y))",
             "y*log(1/a) + (1-y)*log(1/(1-a))", "-(y*log(a + EPS) + (1-y)*log(1 - a + EPS))",
             "-(y*np.log(a) + (1-y)*np.log(1-a))", "-np.sum([y*np.log(a), (1-y)*np.log(1-a)])",
             "-(y*np.log(np.clip(a, EPS, 1-EPS)) + (1-y)*np.log(1-np.clip(a, EPS, 1-EPS)))"],
    "da": ["-y/a + (1-y)/(1-a)", "-(y/a) + (1-y)/(1-a)", "-(y/a - (1-y)/(1-a))", "(a-y)/(a*(1-a))",
           "-1/a if y else 1/(1-a)", "(1-y)/(1-a) - y/a", "-np.divide(y, a) + np.divide(1-y, 1-a)"],
    "da_dz": ["a * (1-a)", "a - a**2", "sigmoid(z) * sigmoid(-z)", "exp(-z) / (1+exp(-z))**2",
              "1 / (exp(z) + 2 + exp(-z))", "(1-a) * a", "np.prod([a, 1-a])"],
    "dz": ["a - y", "-(y - a)", "da * da_dz", "-y + a", "np.subtract(a, y)", "a*(1-y) - y*(1-a)",
           "(-y/a + (1-y)/(1-a)) * a * (1-a)", "a - 1 if y else a"],
    "dw1": ["x1 * dz", "dz * x1", "dz / (1/x1)"],
    "dw2": ["x2 * dz", "dz * x2", "(np.array([x1, x2]) * dz)[1]"],
    "db": ["dz", "1 * dz", "dz + 0"],
    "new_w1": ["w1 - alpha*dw1", "-alpha*dw1 + w1", "w1 + alpha*(-dw1)", "w1 - dw1*alpha"],
    "new_w2": ["w2 - alpha*dw2", "w2 + -alpha*dw2"],
    "new_b": ["b - alpha*db", "b - db*alpha"],
}  # fmt: skip
# What learners write besides the lines that they need.
ON_THE_WAY = {"chain_dz": {"da", "da_dz"}, "gradient_step": set(LINES), "train": set(LINES)}
AROUND_THE_LINES = {"loop", "final_w1", "final_w2", "final_b", "losses"}


def stable(z: float) -> float:
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def forms(line: str) -> list[str]:
    """Every form of a line; `lambda q: q.a - q.y` is typed as a - y."""
    formula = inspect.getsource(FORMULAS[line]).partition("lambda q: ")[2].rstrip(",\n")
    return LINES.get(line) or [formula.replace("q.", "")]


def lines_of(exercise: Exercise) -> list[str]:
    """The lines that a function of this exercise is made of: all that its outputs lead through."""
    table = exercise.table(exercise.probes[0])
    for output in exercise.outputs:
        getattr(table, output)
    wanted = table._known.keys() - set(exercise.inputs) - AROUND_THE_LINES
    wanted |= ON_THE_WAY.get(exercise.name, set())
    return [line for line in FORMULAS if line in wanted]


def styles(exercise: Exercise) -> Iterator[dict[str, str]]:
    """Every form of each line; dz = da · da_dz only where these two stand above it."""
    lines = lines_of(exercise)
    for line in lines:
        for form in forms(line):
            if "da_dz" in lines or "da_dz" not in form:
                yield {line: form}


def right_code(exercise: Exercise, style: dict[str, str]) -> str:
    rows = [
        f"{short_name(line)} = {style.get(line, forms(line)[0])}" for line in lines_of(exercise)
    ]
    start = f"def f({', '.join(exercise.inputs)}):"
    if exercise.name == "train":
        rows.insert(3, "losses.append(loss)")
        rows = ["losses = []", "for _ in range(steps):", *(f"    {row}" for row in rows)]
    return "\n    ".join([start, *rows, f"return {', '.join(exercise.output_names)}"])


def right_function(
    exercise: Exercise, style: dict[str, str] | None = None, **more: Any
) -> Callable[..., Any]:
    """The function as it stands in a notebook, with the usual imports and a constant around it."""
    cell = {"math": math, "np": np, "exp": math.exp, "log": math.log, "stable": stable}
    cell |= {"sigmoid": reference(EXERCISES["sigmoid"]), "EPS": 1e-15, "__name__": "cell"}
    exec(right_code(exercise, style or {}), cell := cell | more)
    return cell["f"]


# Every slope measured as the lessons do it, and not one of them worked out.
MEASURED = {
    "a": "slope(lambda z: loss_from_z(z, 0), z)",
    "da": "slope(lambda a: loss_of(a, y), a)",
    "da_dz": "slope(sigmoid, z)",
    "dz": "slope(lambda z: loss_from_z(z, y), log(a / (1 - a)))",
    "dw1": "dz * slope(lambda w1: w1 * x1, 0.5)",
    "dw2": "dz * slope(lambda w2: w2 * x2, 0.5)",
}
DELTA = {"loss": "-(y*log(a + 1e-7) + (1-y)*log(1 - a + 1e-7))"}


def ways(exercise: Exercise) -> dict[str, Callable[..., Any]]:
    """Right functions whose numbers differ by what computers and honest habits make of them."""
    numpy = {"exp": np.exp, "log": np.log}
    in_numpy = right_function(exercise, **numpy)
    cast = {line: f"np.float32({forms(line)[0]})" for line in lines_of(exercise)}
    measuring = {"slope": slope, "loss_from_z": loss_from_z, "loss_of": loss}

    def single(*probe: float) -> Any:
        return in_numpy(*(v if isinstance(v, int) else np.float32(v) for v in probe))

    return {
        "double": right_function(exercise),
        "single": single,
        "single by its first number": lambda first, *rest: in_numpy(np.float32(first), *rest),
        "single line by line": right_function(exercise, cast, **numpy),
        "measured slopes": right_function(exercise, MEASURED, **measuring),
        "a δ in the logs": right_function(exercise, DELTA),
    }
