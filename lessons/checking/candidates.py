"""Every way to be wrong that has a name, and what it answers to an exercise."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, partial
from math import isfinite, isnan, nan
from typing import TYPE_CHECKING, Any

from lessons.answers.outcome import Outcome, Outcomes
from lessons.common.ieee import Ieee
from lessons.exercises.exercise import Exercise, Probe
from lessons.formulas import Formula, Numbers
from lessons.mistakes import BY_LESSON, FAILURES, MISTAKES, Lines, Mistake
from lessons.mistakes.claims import Row
from lessons.mistakes.line import LINES, needed

if TYPE_CHECKING:
    from lessons.mistakes.one_step import OneStep


class Candidate:
    """A mistake made in one way: what it answers to an exercise, worked out once a probe."""

    def __init__(self, exercise: Exercise, mistake: Mistake, lines: Lines) -> None:
        self.mistake = mistake
        self._exercise = exercise
        self.lines = lines
        self._answers: dict[tuple[bool, Probe], tuple[Any, ...]] = {}

    @cached_property
    def _going_on(self) -> Lines:
        """The lines as NumPy works them out, even where they hold a number of their own."""
        return {name: partial(_as_ieee, formula) for name, formula in self.lines.items()}

    @property
    def is_unseen(self) -> bool:
        """Tell whether no changed line is an output, so that only what follows shows the change.

        dz may be among the lines just because it is written by the chain.
        """
        return not set(self.lines) & set(self._exercise.outputs) - {"dz"}

    def answer(self, probe: Probe, going_on: bool = False) -> tuple[Any, ...]:
        """Return every output at a probe; where Python fails nan, or how NumPy goes on."""
        key = going_on, probe
        if key not in self._answers:
            given, lines = (map(Ieee, probe), self._going_on) if going_on else (probe, self.lines)
            self._answers[key] = answer(self._exercise, lines, tuple(given))
        return self._answers[key]

    def fits(self, outcomes: Outcomes, probes: Sequence[Probe], outputs: Sequence[str]) -> bool:
        """Tell whether it answers as the learner does; only these outputs are compared."""
        return all(self._fits_at(probe, outcomes[probe], outputs) for probe in probes)

    def _fits_at(self, probe: Probe, outcome: Outcome, outputs: Sequence[str]) -> bool:
        values = self.answer(probe)
        if outcome.trouble:
            return is_broken(values)
        if is_broken(values):
            values = self.answer(probe, going_on=True)
        return all(
            self._agrees(value, other)
            for value, other, output in zip(
                outcome.values, values, self._exercise.outputs, strict=True
            )
            if output in outputs
        )

    def _agrees(self, value: Any, other: Any) -> bool:
        """Tell whether two values are the same: also nan and nan, or one list and another."""
        if isinstance(value, list) and isinstance(other, list):
            return len(value) == len(other) and all(map(self._agrees, value, other))
        if self._exercise.accepts(value, other):
            return True
        if isinstance(value, list) or isinstance(other, list):
            return False
        return value == other or (isnan(value) and isnan(other))

    def is_true(self, outcomes: Outcomes) -> bool:
        """Tell whether all that the mistake's words claim holds for the learner's numbers."""
        return self.mistake.is_true(tuple(self._rows(outcomes)))

    def _rows(self, outcomes: Outcomes) -> Iterator[Row]:
        for probe in self._exercise.probes:
            if not outcomes[probe].trouble:
                mine = self._exercise.table(probe, self.lines)
                seen = dict(zip(self._exercise.outputs, outcomes[probe].values, strict=True))
                yield Row(mine.but(**seen), self._exercise.table(probe), self._exercise.tolerance)


def _as_ieee(formula: Formula, q: Numbers) -> Any:
    value = formula(q)
    return Ieee(value) if isinstance(value, int | float) else value


@cache
def catalogue(exercise: Exercise) -> tuple[Candidate, ...]:
    """Return every catalogued mistake in each of its ways, in the order in which to suspect them.

    Some mistakes give the same numbers (a wrong sign in dz, or in the update). So those of
    the exercise's own lesson come first: that is what the learner has just been working on.

    >>> from lessons.exercises import EXERCISES
    >>> catalogue(EXERCISES["da"])[0].mistake.name
    'da-sign'
    """
    likely = [MISTAKES[name] for name in exercise.likely]
    others = [*BY_LESSON.get(exercise.lesson, ()), *MISTAKES.values()]
    ordered = dict.fromkeys(likely if exercise.kind == "number" else [*likely, *others])
    direct = [(mistake, lines) for mistake in ordered for lines in mistake.variants]
    chained = [(mistake, lines) for mistake in ordered for lines in mistake.by_the_chain()]
    return tuple(
        Candidate(exercise, *pair) for pair in direct + chained if _possible(exercise, *pair)
    )


@cache
def edits_in(exercise: Exercise, line: str) -> tuple[Candidate, ...]:
    """Return the edits of a line that can be made in an exercise, one of each twins."""
    # Here, because nobody waits for it whose mistakes are in the catalogue.
    from lessons.mistakes.one_step import one_step

    known = exercise.table(exercise.probes[0])
    possible = {name for name in (*exercise.inputs, *LINES) if _is_known(known, name)}
    by_hand = exercise.kind == "number"
    made = (
        next((e for e in twins if e.needs <= possible and (e.by_hand or not by_hand)), None)
        for twins in one_step(line)
    )
    return tuple(
        Candidate(exercise, edit.mistake, lines) for edit in made if edit for lines in _ways(edit)
    )


def _ways(edit: "OneStep") -> Iterator[Lines]:
    yield from edit.mistake.variants
    if not any("dz" in needed(name) for name in edit.needs):
        yield from edit.mistake.by_the_chain()


def _is_known(numbers: Numbers, name: str) -> bool:
    try:
        getattr(numbers, name)
    except FAILURES:
        return True
    except AttributeError:
        return False
    return True


def _possible(exercise: Exercise, mistake: Mistake, lines: Lines) -> bool:
    if mistake.at_extremes:
        return bool(exercise.extremes and set(lines) & set(exercise.outputs))
    return bool(exercise.probes and answer(exercise, lines, exercise.probes[0]))


def answer(exercise: Exercise, lines: Lines, probe: Probe) -> tuple[Any, ...]:
    """Return every output at a probe with these lines changed: nan where Python would fail.

    Empty if the exercise never meets these lines, because what they need isn't given there.
    """
    numbers = exercise.table(probe, lines)
    values = []
    for output in exercise.outputs:
        try:
            values.append(getattr(numbers, output))
        except FAILURES:
            values.append(nan)
        except AttributeError:
            return ()
    return tuple(values)


def failed(outcome: Outcome) -> bool:
    """Tell whether a call gave an error, or a number that is none."""
    return outcome.trouble is not None or is_broken(outcome.values)


def is_broken(values: tuple[Any, ...]) -> bool:
    """Tell whether any value is infinite or nan: there Python stops, and NumPy goes on.

    >>> is_broken((0.5, nan)), is_broken((0.5, [0.1, 0.2]))
    (True, False)
    """
    return any(
        is_broken(tuple(value)) if isinstance(value, list) else not isfinite(value)
        for value in values
    )
