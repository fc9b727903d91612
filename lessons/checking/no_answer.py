"""What is said where there is nothing new to judge: a cell has not run, or ended with an error."""

from lessons.checking.verdict import Verdict
from lessons.exercises.exercise import Exercise

MEND = "Mend that cell, and run it until no error comes. Then run this one again."


def not_run(exercise: Exercise) -> Verdict:
    """Return what is said to a check of a name that Python doesn't know.

    >>> from lessons.exercises import EXERCISES
    >>> not_run(EXERCISES["loss"]).happened
    "Python doesn't know loss yet."
    """
    return Verdict(
        exercise.name,
        "blank",
        "not-run",
        "There is no answer yet",
        f"Python doesn't know {exercise.name} yet.",
        "Run the cell with your answer first, then run this one again.",
    )


def not_finished(exercise: Exercise, why: str, lines: str = "") -> Verdict:
    """Return what is said where the cell of an answer stopped, and none was there before.

    `why` says what stopped it and what to do, `lines` are the learner's own that it came to.
    """
    return Verdict(
        exercise.name,
        "trouble",
        "not-finished",
        "There is no answer yet",
        f"Your last cell with {exercise.name} ended with an error.",
        MEND,
        why,
        lines,
    )


def old_answer(exercise: Exercise, why: str, lines: str = "") -> Verdict:
    """Return the same where an older answer is still there."""
    return Verdict(
        exercise.name,
        "trouble",
        "old-answer",
        "This is still your old answer",
        f"Your last cell with {exercise.name} ended with an error, so nothing new came of it.",
        MEND,
        why,
        lines,
    )


def without_quotes(exercise: Exercise, letter: str) -> Verdict:
    """Return what is said to the letter of a choice that stands there as if it were a name.

    >>> from lessons.exercises import EXERCISES
    >>> without_quotes(EXERCISES["sigmoid_of_10"], "b").try_this
    'Write it with quotes: "b". Then run this cell again.'
    """
    return Verdict(
        exercise.name,
        "trouble",
        "without-quotes",
        "A letter needs quotes",
        f"Without quotes Python looks for something called {letter}, and there is none.",
        f'Write it with quotes: "{letter}". Then run this cell again.',
    )
