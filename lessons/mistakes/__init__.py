"""Every known mistake, once, in the order of the lecture: z → a → loss → da → dz → dw → w."""

from functools import cache

from lessons.exercises import Exercise
from lessons.mistakes.derivatives import DA, DA_DZ
from lessons.mistakes.dz import DZ
from lessons.mistakes.forward import SCORE, SIGMOID
from lessons.mistakes.gradients import GRADIENTS
from lessons.mistakes.loop import LOOP
from lessons.mistakes.loss import LOSS
from lessons.mistakes.mistake import Lines, Mistake, answer, is_broken
from lessons.mistakes.numerics import NUMERICS
from lessons.mistakes.update import UPDATE

BY_LESSON: dict[str, tuple[Mistake, ...]] = {
    "01_recap": (*SCORE, *SIGMOID, *LOSS, *NUMERICS),
    "02_derivatives": (*DA, *DA_DZ, *DZ, *GRADIENTS),
    "03_update_rule": (*LOOP, *UPDATE),
}
MISTAKES: dict[str, Mistake] = {
    mistake.name: mistake for mistakes in BY_LESSON.values() for mistake in mistakes
}


@cache
def candidates(exercise: Exercise) -> tuple[tuple[Mistake, Lines], ...]:
    """Return every mistake with its changed lines, in the order in which to suspect them.

    Some mistakes give the same numbers (a wrong sign in dz, or in the update). So those of
    the exercise's own lesson come first: that is what the learner has just been working on.

    >>> from lessons.exercises import EXERCISES
    >>> candidates(EXERCISES["da"])[0][0].name
    'da-sign'
    """
    likely = [MISTAKES[name] for name in exercise.likely]
    others = [*BY_LESSON.get(exercise.lesson, ()), *MISTAKES.values()]
    ordered = dict.fromkeys(likely if exercise.kind == "number" else [*likely, *others])
    direct = [(mistake, lines) for mistake in ordered for lines in mistake.variants]
    chained = [(mistake, lines) for mistake in ordered for lines in mistake.by_the_chain()]
    return tuple(pair for pair in direct + chained if _possible(exercise, *pair))


def _possible(exercise: Exercise, mistake: Mistake, lines: Lines) -> bool:
    if mistake.at_extremes:
        return bool(exercise.extremes and set(lines) & set(exercise.outputs))
    return bool(exercise.probes and answer(exercise, lines, exercise.probes[0]))


__all__ = ["BY_LESSON", "MISTAKES", "Lines", "Mistake", "answer", "candidates", "is_broken"]
