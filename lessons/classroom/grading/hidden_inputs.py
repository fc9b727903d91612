"""Inputs that no learner has seen: whoever looks the published ones up is found out here."""

from collections.abc import Iterator
from random import Random

from lessons.exercises.exercise import Exercise, Probe
from lessons.exercises.probes import RANGES
from lessons.formulas import Numbers

HOW_MANY = 6


def hidden_probes(exercise: Exercise, seed: str) -> tuple[Probe, ...]:
    """Return inputs for a function, drawn from the seed: the same seed gives the same ones.

    Everything but y and steps keeps away from zero, where mistakes hide, and every prediction from
    0 and 1, where digits are lost. LookupError for an input without a range.

    >>> from lessons.exercises import EXERCISES
    >>> hidden_probes(EXERCISES["dz"], "7") == hidden_probes(EXERCISES["dz"], "7")
    True
    """
    if exercise.kind != "function":
        return ()
    chance = Random(f"{seed} {exercise.name}")
    return tuple(_unpublished(exercise, turn, chance) for turn in range(HOW_MANY))


def _unpublished(exercise: Exercise, turn: int, chance: Random) -> Probe:
    while True:
        probe = tuple(_draw(name, turn, chance) for name in exercise.inputs)
        if probe not in exercise.all_probes and _is_well_conditioned(exercise, probe):
            return probe


def _is_well_conditioned(exercise: Exercise, probe: Probe) -> bool:
    """Tell whether every prediction on the way is as far from 0 and 1 as those that are drawn.

    Nearer to 1 the difference 1 − a loses its digits: a right formula in another form, or in
    single precision, gives other numbers there.
    """
    low, high = RANGES["a"]
    return all(low <= a <= high for a in _predictions(exercise.table(probe)))


def _predictions(q: Numbers) -> Iterator[float]:
    """Yield the prediction, if there is one, and the one before every further step of a loop."""
    if hasattr(q, "a"):
        yield q.a
    for _ in range(1, getattr(q, "steps", 1)):
        q = q.but(w1=q.new_w1, w2=q.new_w2, b=q.new_b)
        yield q.a


def _draw(name: str, turn: int, chance: Random) -> float:
    if name == "y":
        return float(turn % 2)
    if name == "steps":
        return chance.randint(2, 9)
    if name not in RANGES:
        raise LookupError(f"{name} has no range yet: add one to RANGES in exercises/probes.py.")
    low, high = RANGES[name]
    value = 0.0
    while abs(value) < 0.02:
        value = round(chance.uniform(low, high), 5)
    return value
