"""Learners whose answers look alike where answers seldom do: a hint, never a proof.

Equal answers share a fingerprint. Most right answers are alike, and so are common mistakes, so a
shared fingerprint says nothing by itself. It is *unusual* if only a few learners share it, and no
more than a quarter of those who answered that exercise. Two learners are put into one group if
they share unusual fingerprints in several exercises. Numbers and choices are too short to compare.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from lessons.classroom.models import Grade, Graded
from lessons.exercises import EXERCISES

FEW = 4  # learners who may share an unusual fingerprint
USUAL = 1 / 4  # of those who answered: from here on a fingerprint is usual
SEVERAL = 3  # exercises in which two learners must share one


class Alike(NamedTuple):
    """A group of learners, by key, and the exercises in which at least two of them are alike."""

    learners: tuple[str, ...]
    exercises: tuple[str, ...]


class Fingerprints:
    """All fingerprints of a class, gathered one learner after the other."""

    def __init__(self) -> None:
        self.answered: Counter[str] = Counter()
        self.sharers: dict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, graded: Graded) -> None:
        """Take in the functions that one learner wrote."""
        for grade in graded.grades:
            if grade.fingerprint and _is_written(grade):
                self.answered[grade.exercise] += 1
                sharers = self.sharers[grade.exercise, grade.fingerprint]
                if len(sharers) <= FEW:
                    sharers.append(graded.learner.key)

    def unusual(self) -> Iterable[tuple[str, list[str]]]:
        """Yield each unusual fingerprint's exercise, and who shares it."""
        for (exercise, _), sharers in self.sharers.items():
            if 2 <= len(sharers) <= min(FEW, USUAL * self.answered[exercise]):
                yield exercise, sharers

    def groups(self) -> list[Alike]:
        """Return the groups, those alike in most exercises first."""
        shared: dict[tuple[str, str], set[str]] = defaultdict(set)
        for exercise, sharers in self.unusual():
            for pair in combinations(sorted(sharers), 2):
                shared[pair].add(exercise)
        close = {pair: where for pair, where in shared.items() if len(where) >= SEVERAL}
        found = [_alike(group, close) for group in _joined(close)]
        return sorted(found, key=lambda alike: (-len(alike.exercises), alike))


def _is_written(grade: Grade) -> bool:
    exercise = EXERCISES.get(grade.exercise)
    return bool(exercise and exercise.kind == "function") and grade.verdict.status != "blank"


def _joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return the pairs put together wherever they have a learner in common."""
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(pair).union(*touched))
    return groups


def _alike(group: set[str], close: dict[tuple[str, str], set[str]]) -> Alike:
    where = [exercises for pair, exercises in close.items() if group & set(pair)]
    return Alike(tuple(sorted(group)), tuple(sorted(set().union(*where))))
