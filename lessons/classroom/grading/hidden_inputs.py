"""Inputs that no learner has seen: whoever looks the published ones up is found out here."""

from random import Random

from lessons.exercises.exercise import Exercise, Probe
from lessons.exercises.probes import RANGES

HOW_MANY = 6


def hidden_probes(exercise: Exercise, seed: str) -> tuple[Probe, ...]:
    """Return inputs for a function, drawn from the seed: the same seed gives the same ones.

    Everything but y and steps keeps away from zero, where mistakes hide. LookupError for an input
    without a range.

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
        if probe not in exercise.all_probes:
            return probe


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
