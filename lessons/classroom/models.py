"""What travels through the grader, all of it plain data: a submission goes in, grades come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from lessons.checking.verdict import Verdict


class Learner(NamedTuple):
    """Who handed in: `key` is unique in a batch, `number` is the learner's in that `system`.

    The system is "canvas" or "moodle"; both are empty if the files come from elsewhere.
    """

    key: str
    name: str
    number: str = ""
    system: str = ""


class Source(NamedTuple):
    """One file that a learner handed in: its name as the learner gave it, and its bytes."""

    name: str
    data: bytes


class Cell(NamedTuple):
    """One code cell: where it stands, its text, and the exercise its metadata names, if any."""

    place: str
    text: str
    claims: str = ""


@dataclass(frozen=True)
class Submission:
    """All files of one learner; `notes` are sentences on what could not be taken."""

    learner: Learner
    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Return a number for the content: the same files give the same, any change another."""
        whole = sha256()
        for source in self.sources:
            for part in (source.name.encode("utf-8", "surrogatepass"), source.data):
                whole.update(len(part).to_bytes(8, "big") + part)
        for note in self.notes:
            whole.update(note.encode("utf-8", "surrogatepass") + b"\0")
        return whole.hexdigest()


@dataclass(frozen=True)
class Grade:
    """What one exercise earned, between 0 and `out_of`, and the verdict that says why.

    `fingerprint` tells equal answers from different ones, and nothing else about them. Where a
    teacher gave the points, `reason` is the teacher's; the verdict stays the grader's own.
    """

    exercise: str
    points: float
    out_of: float
    verdict: Verdict
    fingerprint: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Graded:
    """A graded submission. The `seed` is the one its hidden inputs were drawn from.

    It is `settled` if a teacher has given points by hand since its notes were written.
    """

    learner: Learner
    digest: str
    seed: int
    grades: tuple[Grade, ...]
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    settled: bool = False

    @property
    def points(self) -> float:
        """Return the sum of all points."""
        return sum(grade.points for grade in self.grades)

    @property
    def out_of(self) -> float:
        """Return the points that could be had in the lessons that were handed in."""
        return sum(grade.out_of for grade in self.grades)

    def as_plain(self) -> dict[str, Any]:
        """Return dicts, lists, numbers and texts only, ready for JSON."""
        grades = [vars(grade) | {"verdict": dict(vars(grade.verdict))} for grade in self.grades]
        return {
            **vars(self),
            "learner": self.learner._asdict(),
            "grades": grades,
            "notes": list(self.notes),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Graded:
        """Return what `as_plain` was made of."""
        grades = tuple(
            Grade(**(grade | {"verdict": Verdict(**grade["verdict"])})) for grade in plain["grades"]
        )
        return cls(
            **{
                **plain,
                "learner": Learner(**plain["learner"]),
                "grades": grades,
                "notes": tuple(plain["notes"]),
            }
        )


def ungraded(learner: Learner, reason: str, notes: Iterable[str] = ()) -> Graded:
    """Return what is noted of a submission that could not be graded: no points, and why.

    Its digest is empty, so it is like no submission, and the next run tries again.
    """
    return Graded(learner, "", 0, (), (*notes, f"This could not be graded: {reason}"))
