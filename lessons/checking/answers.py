"""How to ask for a learner's answers, wherever they are, and what came of all the calls."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from lessons.answers.function_facts import Facts
from lessons.answers.outcome import Outcome, Outcomes, Trouble
from lessons.exercises.exercise import Exercise, Probe


class Answers(Protocol):
    """What a learner has answered, wherever that is."""

    def choice(self, exercise: Exercise) -> str | Trouble:
        """Return the letter that was chosen."""

    def numbers(self, exercise: Exercise) -> Outcome:
        """Return the numbers that were worked out by hand."""

    def call(
        self, exercise: Exercise, probes: Sequence[Probe], without: Iterable[str] = ()
    ) -> Sequence[Outcome]:
        """Return what the function answers to each probe; helpers it is `without` answer nan."""

    def facts(self, exercise: Exercise) -> Facts:
        """Return what stands out in the function: see QUANTITIES and FUNCTIONS."""

    def repaired(self, exercise: Exercise, helpers: Iterable[str]) -> "Answers | None":
        """Return the same answers with these helpers put right; None where that can't be done."""


def calls(exercise: Exercise) -> tuple[Probe, ...]:
    """Return what to call the function with: every probe, and the first one once more."""
    return (*exercise.all_probes, *exercise.all_probes[:1])


def outcomes_of(exercise: Exercise, came: Sequence[Outcome]) -> Outcomes:
    """Return the outcome of each probe, from those of all `calls`.

    A function that answers the same call differently answers nothing.
    """
    first, again = came[0], came[-1]
    if not again.trouble and repr(again) != repr(first):  # as texts: nan is not nan
        return dict.fromkeys(exercise.all_probes, Outcome(trouble=Trouble("random")))
    return dict(zip(exercise.all_probes, came, strict=False))
