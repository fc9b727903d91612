"""One lesson of one learner: run the cells, ask for each answer right after its cell, judge it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, NamedTuple

from lessons.answers.convert import Trouble
from lessons.checking.diagnose import diagnose
from lessons.checking.judge import FUNCTIONS, QUANTITIES, excuse, judge_choice, judge_numbers
from lessons.checking.run import calls, outcomes_of
from lessons.checking.verdict import Outcomes, Verdict, in_trouble
from lessons.classroom.grading.hidden_inputs import hidden_probes
from lessons.classroom.grading.session import Session
from lessons.classroom.models import Cell
from lessons.exercises import EXERCISES, Exercise, Probe
from lessons.mistakes import MISTAKES

DIED = {
    "too-long": "was stopped, because it never came to an end.",
    "memory": "was stopped, because it asked for too much memory.",
    "ended": "shut Python down.",
    "garbled": "sent back what is no answer, and was stopped.",
    "given-up": "was not run, because the cells before it had used up all the time.",
}
TOO_EARLY = ("NameError", "helper")  # what a function says whose helpers aren't all there yet


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


class Sitting:
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
            if stopped and stopped.kind in DIED:
                self.notes.append(f"{cell.place}: {DIED[stopped.kind]}")
            for name in sorted(names):
                if EXERCISES[name].lesson == self._lesson:
                    self._take(name, self._attempt(EXERCISES[name], cell, stopped))
        self._call_again_what_came_too_early()
        return self._attempts

    def _take(self, name: str, attempt: Attempt) -> None:
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
        verdict, share = self._judged(exercise)
        if stopped and verdict.status == "blank":
            verdict = in_trouble(exercise, stopped)
        return Attempt(verdict, share, cell)

    def _judged(self, exercise: Exercise) -> tuple[Verdict, float]:
        if exercise.kind == "choice":
            verdict = judge_choice(exercise, self._session.choice(exercise))
            return verdict, float(verdict.is_right)
        if exercise.kind == "number":
            outcome = self._session.numbers(exercise)
            verdict = judge_numbers(exercise, outcome)
            return verdict, share(exercise, {exercise.probes[0]: outcome})
        return self._function(exercise)

    def _function(self, exercise: Exercise) -> tuple[Verdict, float]:
        hidden, published = hidden_probes(exercise, self._seed), calls(exercise)
        answers = self._session.call(exercise, published + hidden)  # words are for the first alone
        outcomes = outcomes_of(exercise, answers[: len(published)])
        unseen = dict(zip(hidden, answers[len(published) :], strict=True))
        earned = share(exercise, {p: outcomes[p] for p in exercise.probes} | unseen)
        verdict = diagnose(exercise, outcomes)
        if verdict.is_right and earned < 1:
            return in_trouble(exercise, Trouble("by-heart")), earned
        if verdict.is_right or verdict.status == "blank" or verdict.name in DIED:
            return verdict, earned
        return self._explained(exercise, verdict, outcomes), earned

    def _explained(self, exercise: Exercise, verdict: Verdict, outcomes: Outcomes) -> Verdict:
        """Return the verdict, or a better one if the numbers aren't the function's own fault."""
        facts = self._session.facts(exercise, sorted(QUANTITIES), list(FUNCTIONS))
        excused = excuse(exercise, facts)
        for helper in (name for name in facts.helpers if name in FUNCTIONS and not excused):
            blamed = self._helper(EXERCISES[helper])
            if not blamed.is_right and _explains(blamed.name, exercise, verdict, outcomes):
                return in_trouble(exercise, Trouble("helper", helper))
        return excused or verdict

    def _helper(self, helper: Exercise) -> Verdict:
        return diagnose(helper, outcomes_of(helper, self._session.call(helper, calls(helper))))


def _explains(mistake: str, exercise: Exercise, verdict: Verdict, outcomes: Outcomes) -> bool:
    """Tell whether this mistake, made in a helper, is all that is wrong with the numbers."""
    if verdict.status != "mistake" or mistake not in MISTAKES:
        return verdict.status != "mistake"
    return diagnose(_suspecting(exercise, mistake), outcomes).name == mistake


@cache
def _suspecting(exercise: Exercise, mistake: str) -> Exercise:
    return replace(exercise, likely=(mistake, *exercise.likely))


def share(exercise: Exercise, outcomes: Outcomes) -> float:
    """Return the share of the outputs that are right every time; none if any call failed."""
    if any(outcome.trouble for outcome in outcomes.values()):
        return 0.0
    names = exercise.output_names
    right = [
        all(
            exercise.accepts(outcome.values[place], expected(exercise, probe)[place])
            for probe, outcome in outcomes.items()
        )
        for place in range(len(names))
    ]
    return sum(right) / len(names)


@lru_cache(1000)
def expected(exercise: Exercise, probe: Probe) -> tuple[Any, ...]:
    """Return the right values; those at published inputs are worked out once for a whole class."""
    return exercise.expected(probe)
