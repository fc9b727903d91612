"""What a class did, as counts: however many learners there are, this stays small."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lessons.classroom.findings import (
    Completion,
    Finding,
    completion_of,
    finding_of,
    in_short,
    is_finished,
)
from lessons.classroom.gradebook.effective import needs_attention
from lessons.classroom.models import Graded, Learner
from lessons.classroom.reports.similarity import Fingerprints
from lessons.exercises.order import place_of
from lessons.mistakes import MISTAKES

LISTED = 300  # learners: longer lists are left to the files for spreadsheets
NAMED = 10  # learners named beside a mistake
ATTENTION = 100  # learners who need attention
NOTES = 10  # of one learner
BLANK = "There is no answer in what was handed in."
COMPARED = 1000  # learners: in larger classes chance alone makes answers alike

IN_ORDER = {name: place for place, name in enumerate(MISTAKES)}


@dataclass
class Found:
    """Who made a mistake: how many learners, the first of them, and where."""

    learners: int = 0
    named: list[Learner] = field(default_factory=list)
    exercises: Counter[str] = field(default_factory=Counter)


class Standing(NamedTuple):
    """One learner's line in the list of all."""

    learner: Learner
    points: float
    out_of: float
    done: int
    asked: int
    by_hand: int


@dataclass
class Counts:
    """The whole class in counts; a few lists that end after their first lines."""

    learners: int = 0
    shares: Counter[int] = field(default_factory=Counter)
    outcomes: dict[str, Counter[Completion]] = field(default_factory=lambda: defaultdict(Counter))
    found: dict[Finding, Found] = field(default_factory=lambda: defaultdict(Found))
    standings: list[Standing] = field(default_factory=list)
    troubled: int = 0
    attention: list[tuple[Learner, tuple[str, ...]]] = field(default_factory=list)
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
    first: dict[str, Learner] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, graded: Graded) -> None:
        """Count one learner."""
        self.learners += 1
        for grade in graded.grades:
            self.outcomes[grade.exercise][completion_of(grade)] += 1
        if graded.out_of:
            self.shares[min(100, max(0, int(100 * graded.points / graded.out_of)))] += 1
        self._find(graded)
        self._look_after(graded)
        if len(self.standings) <= LISTED:
            self.standings.append(_standing(graded))
        if self.learners <= COMPARED:
            self.fingerprints.add(graded)
            self.first[graded.learner.key] = graded.learner
            self.names[graded.learner.name] += 1

    def _find(self, graded: Graded) -> None:
        where: dict[Finding, list[str]] = defaultdict(list)
        for grade in graded.grades:
            if finding := finding_of(grade):
                where[finding].append(grade.exercise)
        for finding, exercises in where.items():
            found = self.found[finding]
            found.learners += 1
            found.exercises.update(exercises)
            if len(found.named) < NAMED:
                found.named.append(graded.learner)

    def _look_after(self, graded: Graded) -> None:
        if needs_attention(graded):
            self.troubled += 1
            if len(self.attention) < ATTENTION:
                reasons = tuple(map(in_short, graded.notes[:NOTES])) or (BLANK,)
                self.attention.append((graded.learner, reasons))

    def called(self, learner: Learner) -> str:
        """Return a learner's name; with the key, unless no other learner can be meant."""
        alone = self.learners <= COMPARED and self.names[learner.name] == 1
        return learner.name if alone else f"{learner.name} ({learner.key})"

    def median(self) -> int:
        """Return the percentage that half of the learners reach; 0 if there are none."""
        seen, half = 0, sum(self.shares.values()) / 2
        for percent in sorted(self.shares):
            seen += self.shares[percent]
            if seen >= half:
                return percent
        return 0

    def findings(self, kind: str) -> list[tuple[Finding, Found]]:
        """Return what went wrong, the most frequent first, ties in the order of the lecture."""
        chosen = [pair for pair in self.found.items() if pair[0].kind == kind]
        return sorted(chosen, key=lambda pair: (-pair[1].learners, _place(*pair), pair[0]))


def count(all_graded: Iterable[Graded]) -> Counts:
    """Return the counts of all learners, who come by one at a time."""
    counts = Counts()
    for graded in all_graded:
        counts.add(graded)
    return counts


def _standing(graded: Graded) -> Standing:
    done = sum(map(is_finished, graded.grades))
    by_hand = sum(bool(grade.reason) for grade in graded.grades)
    asked = len(graded.grades)
    return Standing(graded.learner, graded.points, graded.out_of, done, asked, by_hand)


def _place(finding: Finding, found: Found) -> tuple[int, int]:
    """Return where the lecture comes to a finding."""
    return IN_ORDER.get(finding.name, len(IN_ORDER)), min(map(place_of, found.exercises))
