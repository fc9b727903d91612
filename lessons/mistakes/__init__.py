"""Every known mistake, once, in the order of the lecture: z → a → loss → da → dz → dw → w."""

from lessons.mistakes.derivatives import DA, DA_DZ
from lessons.mistakes.dz import DZ
from lessons.mistakes.forward import SCORE, SIGMOID
from lessons.mistakes.gradients import GRADIENTS
from lessons.mistakes.loop import LOOP
from lessons.mistakes.loss import LOSS
from lessons.mistakes.mistake import FAILURES, Lines, Mistake
from lessons.mistakes.numerics import NUMERICS
from lessons.mistakes.parameters import PARAMETERS
from lessons.mistakes.update import UPDATE

BY_LESSON: dict[str, tuple[Mistake, ...]] = {
    "01_recap": (*SCORE, *SIGMOID, *LOSS, *NUMERICS),
    "02_derivatives": (*DA, *DA_DZ, *DZ, *GRADIENTS),
    "03_update_rule": (*LOOP, *UPDATE, *PARAMETERS),
}
MISTAKES: dict[str, Mistake] = {
    mistake.name: mistake for mistakes in BY_LESSON.values() for mistake in mistakes
}


__all__ = ["BY_LESSON", "FAILURES", "MISTAKES", "Lines", "Mistake"]
