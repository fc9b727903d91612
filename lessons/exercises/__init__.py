"""Every exercise of the course, once: the check, the grader and the release all read it here."""

from lessons.exercises.derivatives import DERIVATIVES
from lessons.exercises.exercise import Exercise, Probe, Slip, short_name
from lessons.exercises.recap import RECAP
from lessons.exercises.start import START
from lessons.exercises.update_rule import UPDATE_RULE
from lessons.exercises.wrong_lines import WRONG_LINES

EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for exercise in (*START, *RECAP, *DERIVATIVES, *UPDATE_RULE, *WRONG_LINES)
}

__all__ = ["EXERCISES", "Exercise", "Probe", "Slip", "short_name"]
