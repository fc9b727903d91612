"""Every exercise of the course, once: the check, the grader and the release all read it here."""

from collections.abc import Mapping

from lessons.exercises import derivatives, update_rule
from lessons.exercises.derivatives import DERIVATIVES
from lessons.exercises.exercise import Exercise, Probe, Slip, short_name
from lessons.exercises.gradients import GRADIENTS
from lessons.exercises.loop import LOOP
from lessons.exercises.recap import RECAP
from lessons.exercises.start import START
from lessons.exercises.update_rule import UPDATE_RULE
from lessons.exercises.wrong_lines import WRONG_LINES

EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for exercise in (*START, *RECAP, *DERIVATIVES, *GRADIENTS, *UPDATE_RULE, *LOOP, *WRONG_LINES)
}
# For each lesson: the module, and which of its functions the notebook lends to answers.
LENT: dict[str, Mapping[str, tuple[str, ...]]] = {
    lesson.LESSON: lesson.LENDS for lesson in (derivatives, update_rule)
}

__all__ = ["EXERCISES", "LENT", "Exercise", "Probe", "Slip", "short_name"]
