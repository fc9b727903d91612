"""One lesson of one learner: run the cells, ask for each answer right after its cell, judge it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lessons.answers.outcome import Trouble
from lessons.checking.judge import judge
from lessons.checking.messages import TROUBLES
from lessons.checking.python_errors import words_for
from lessons.checking.verdict import Verdict, in_trouble
from lessons.classroom.grading.hidden_inputs import hidden_probes
from lessons.classroom.grading.session import Session
from lessons.classroom.models import Cell
from lessons.exercises import EXERCISES, Exercise

TOO_EARLY = ("NameError", "helper")  # what a function says whose helpers aren't all there yet
MISSING = "ModuleNotFoundError"  # what a cell says that needs more than the sandbox has


class Attempt(NamedTuple):
    """One answer: the verdict on it, the share of the points that it earns, and its cell."""

    verdict: Verdict
    share: float
    cell: Cell

    @property
    def counts(self) -> bool:
        """Tell whether it is an answer at all: not blank, not unread, no stray use of the name."""
        stray = self.verdict.name == "not-a-function" and not self.cell.claims
        return self.verdict.status != "blank" and self.verdict.name != "given-up" and not stray


class LessonGrader:
    """Judges the answers that a notebook gives to the exercises of one lesson."""

    def __init__(self, session: Session, lesson: str, seed: str) -> None:
        self._session = session
        self._lesson = lesson
        self._seed = seed
        self._attempts: dict[str, Attempt] = {}
        self.notes: list[str] = []

    def attempts(self, cells: Mapping[Cell, Collection[str]]) -> dict[str, Attempt]:
        """Return the attempt that counts for each exercise: the last one that is not blank.

        `cells` come with the names of the exercises that each may answer.
        """
        for cell, names in cells.items():
            stopped = self._session.run(cell)
            if note := _note(stopped):
                self.notes.append(f"{cell.place}: {note}")
            for name in sorted(names):
                if EXERCISES[name].lesson == self._lesson:
                    self._take(name, self._attempt(EXERCISES[name], cell, stopped))
        self._call_again_what_came_too_early()
        return self._attempts

    def _take(self, name: str, attempt: Attempt) -> None:
        if attempt.verdict.name == MISSING:
            self.notes.append(f"{attempt.cell.place}: {attempt.verdict.title}.")
        if name in self._attempts and _is_scratch(name, attempt, self._attempts[name]):
            return
        if attempt.counts or (name not in self._attempts and attempt.cell.claims == name):
            self._attempts[name] = attempt

    def _call_again_what_came_too_early(self) -> None:
        """Give functions a second call whose helpers stood further down in the notebook."""
        for name, attempt in list(self._attempts.items()):
            if EXERCISES[name].kind == "function" and attempt.verdict.name in TOO_EARLY:
                again = self._attempt(EXERCISES[name], attempt.cell, None)
                if again.share >= attempt.share:
                    self._take(name, again)

    def _attempt(self, exercise: Exercise, cell: Cell, stopped: Trouble | None) -> Attempt:
        hidden = hidden_probes(exercise, self._seed)
        verdict, share = judge(exercise, self._session, hidden)
        if stopped and verdict.status == "blank":
            verdict = in_trouble(exercise, stopped)
        return Attempt(verdict, share, cell)


def _is_scratch(name: str, attempt: Attempt, before: Attempt) -> bool:
    """Tell whether a cell only uses the name of a number that another cell is there to answer."""
    return (
        EXERCISES[name].kind == "number"
        and attempt.cell.claims != name == before.cell.claims
        and before.counts
        and before.share >= attempt.share
    )


def _note(stopped: Trouble | None) -> str:
    """Return what a teacher should know of a cell that stopped, if there is anything."""
    if stopped and stopped.kind == "error":
        return f"{words_for(stopped.detail)[0]}." if stopped.detail.startswith(MISSING) else ""
    return TROUBLES[stopped.kind].note if stopped else ""
