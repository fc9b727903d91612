"""What each sentence of a card says about the learner's numbers, worked out on its own.

No formula and no predicate of the checks is used: right is what lessons.logistic gives, and a
number that an answer doesn't show is worked back from those that it shows.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import exp, isfinite, log
from types import SimpleNamespace
from typing import Any

from lessons import logistic
from lessons.answers.outcome import Outcomes
from lessons.checking.verdict import Verdict
from lessons.exercises import Exercise, short_name

PARAMETERS = ("w1", "w2", "b")


class UnseenError(Exception):
    """A number that this answer neither shows nor gives away."""


def near(one: Any, other: Any, by: float = 1e-3) -> bool:
    """Whether two numbers are the same as far as a card can tell."""
    return bool(abs(one - other) <= by * (1 + abs(other)))


def right_numbers(given: Mapping[str, float]) -> dict[str, Any]:
    """All that follows from what a function is called with."""
    q: dict[str, Any] = dict(given)
    if {"x1", "w1", "b"} <= q.keys():
        q["z"] = q["w1"] * q["x1"] + q["w2"] * q["x2"] + q["b"]
    if "z" in q:
        q["a"] = logistic.sigmoid(q["z"])
    if "a" in q:
        q["da_dz"] = q["a"] * (1 - q["a"])
    if {"a", "y"} <= q.keys():
        q |= {name: getattr(logistic, name)(q["a"], q["y"]) for name in ("loss", "da", "dz")}
    if {"x1", "dz"} <= q.keys():
        q |= {"dw1": q["x1"] * q["dz"], "dw2": q["x2"] * q["dz"], "db": q["dz"]}
    if {"w1", "dw1", "alpha"} <= q.keys():
        q |= {f"new_{p}": q[p] - q["alpha"] * q[f"d{p}"] for p in PARAMETERS}
    if "steps" in q:
        q |= end_of(q, int(q["steps"]))
    if {"x1", "alpha", "dz"} <= q.keys():
        q["expected_drop"] = q["alpha"] * q["dz"] ** 2 * (1 + q["x1"] ** 2 + q["x2"] ** 2)
    if "other_a" in q:
        q["times_worse"] = q["loss"] / logistic.loss(q["other_a"], q["y"])
    return q


def end_of(q: Mapping[str, float], steps: int) -> dict[str, Any]:
    """Where training ends, and the loss before each step."""
    names = ("x1", "x2", "y", "w1", "w2", "b", "alpha")
    rows = logistic.train(*(q[name] for name in names), steps=steps)
    ends = {f"final_{p}": getattr(rows[-1], p) for p in PARAMETERS}
    return ends | {"losses": [row.loss for row in rows[:-1]]}


class Mine:
    """The learner's numbers for one input: seen, given, or worked back from the seen ones."""

    BACK: Mapping[str, tuple[Callable[["Mine"], Any], ...]] = {
        "dw1": (lambda q: (q.w1 - q.new_w1) / q.alpha,),
        "dw2": (lambda q: (q.w2 - q.new_w2) / q.alpha,),
        "db": (lambda q: (q.b - q.new_b) / q.alpha,),
        "dz": (lambda q: q.db,),
        "loss": (lambda q: q.losses[0],),
        "a": (lambda q: q.dz + q.y, lambda q: exp(-q.loss) if q.y else 1 - exp(-q.loss)),
        "z": (lambda q: log(q.a / (1 - q.a)),),
        "da": (lambda q: q.dz / q.right["da_dz"],),
        "da_dz": (lambda q: q.dz / q.right["da"],),
    }

    def __init__(self, numbers: Mapping[str, Any], right: Mapping[str, Any]) -> None:
        self.numbers, self.right = numbers, right

    def __getattr__(self, name: str) -> Any:
        if name in self.numbers:
            return self.numbers[name]
        for back in self.BACK.get(name, ()):
            try:
                value = back(self)
                if isfinite(value):
                    return value
            except (UnseenError, ArithmeticError, ValueError, TypeError, IndexError):
                continue
        raise UnseenError(name)


class Row:
    """One input: what was given, the learner's numbers, and the right ones.

    `my` is a number that a sentence is about, `of` one that it came from: that is right if unseen.
    """

    def __init__(self, given: Mapping[str, float], seen: dict[str, Any], by: float) -> None:
        self.by = by
        self.right = SimpleNamespace(**right_numbers(given))
        self.my = Mine({**given, **seen}, vars(self.right))
        self.of = SimpleNamespace(**(vars(self.right) | seen))
        self.given, self.seen = given, seen

    def is_right(self, *names: str) -> bool:
        """Whether these numbers are right; lists are compared one by one."""
        return all(same(getattr(self.my, name), getattr(self.right, name)) for name in names)

    def step(self, parameter: str) -> Any:
        """How far a parameter has moved; uphill is below 0 where its slope isn't."""
        return getattr(self.my, parameter) - getattr(self.my, f"new_{parameter}")

    def stayed(self, parameter: str) -> bool:
        """Whether a parameter hasn't moved."""
        return abs(self.step(parameter)) < 2e-6


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return not isinstance(one, list) and not isinstance(other, list) and near(one, other)


class Told:
    """A card, and the numbers that it is about."""

    def __init__(self, exercise: Exercise, outcomes: Outcomes, verdict: Verdict) -> None:
        self.exercise, self.verdict = exercise, verdict
        came = [(probe, outcomes[probe]) for probe in exercise.probes]
        self.failed = any(outcome.trouble for _, outcome in came)
        self.rows = [
            Row(
                dict(zip(exercise.inputs, probe, strict=True)),
                dict(zip(exercise.outputs, outcome.values, strict=True)),
                max(1e-3, 2 * exercise.tolerance),
            )
            for probe, outcome in came
            if not outcome.trouble
        ]

    def sentences(self) -> Iterator[str]:
        """The sentences of the card that may say something about numbers."""
        for text in (self.verdict.title, self.verdict.happened, self.verdict.evidence):
            yield from sentences_in(text)

    def accepts(self, row: Row, output: str) -> bool:
        """Whether an output is right for one input."""
        return self.exercise.accepts(row.seen[output], getattr(row.right, output))

    def is_wrong(self, output: str) -> bool:
        """Whether an output is wrong somewhere."""
        return not all(self.accepts(row, output) for row in self.rows)

    def inputs_of(self, row: Row) -> str:
        """What the function was called with, in words."""
        pairs = [f"{name} = {as_shown(row.given[name])}" for name in self.exercise.inputs]
        return " and ".join(filter(None, [", ".join(pairs[:-1]), pairs[-1]]))

    def same_names(self, row: Row, one: str, other: str) -> bool:
        """Whether two of the learner's numbers are the same."""
        value = getattr(row.of, other, None)
        if value is None:
            raise UnseenError(other)
        return near(getattr(row.my, one), value)

    def outputs_called(self, name: str) -> list[str]:
        """The outputs that a learner knows by this name."""
        return [output for output in self.exercise.outputs if short_name(output) == name]


def as_shown(value: Any) -> str:
    """A number with five digits, as cards write it."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_shown, value))}]"
    return f"{value:z.5g}".replace("-", "−")


def sentences_in(text: str) -> list[str]:
    """A text in single sentences, without the full stops."""
    return [each.rstrip(".") for each in re.split(r"(?<=[.?!]) ", text) if each]
