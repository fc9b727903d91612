"""The answer that stands in this very notebook, with the helpers that it calls."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import FunctionType
from typing import Any

from lessons.answers.call import silence
from lessons.answers.convert import choice_in, function_in, outcome_by_hand
from lessons.answers.function_facts import Facts, inspect_function
from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.judge import judge
from lessons.checking.run import run
from lessons.checking.verdict import Verdict, in_trouble
from lessons.exercises import EXERCISES, Exercise, Probe
from lessons.exercises.order import FUNCTIONS, QUANTITIES


class LocalAnswers:
    """The answer to one exercise; what else the notebook has to say is found through it."""

    def __init__(self, exercise: Exercise, answer: Any) -> None:
        self._exercise = exercise
        self._answer = answer

    def choice(self, exercise: Exercise) -> str | Trouble:
        """Return the letter that was chosen."""
        return choice_in(self._answer_to(exercise))

    def numbers(self, exercise: Exercise) -> Outcome:
        """Return the numbers that were worked out by hand."""
        return outcome_by_hand(self._answer_to(exercise), exercise.output_names)

    def call(
        self, exercise: Exercise, probes: Sequence[Probe], without: Iterable[str] = ()
    ) -> Sequence[Outcome]:
        """Return what the function answers to each probe; helpers it is `without` answer nan."""
        function = function_in(self._answer_to(exercise))
        if isinstance(function, Trouble):
            return [Outcome(trouble=function)] * len(probes)
        if without:
            silent = {name: silence(len(EXERCISES[name].outputs)) for name in without}
            function = _among(function, silent)
        return run(function, probes, exercise.output_names)

    def facts(self, exercise: Exercise) -> Facts:
        """Return what stands out in the function; nothing if it is none."""
        function = function_in(self._answer_to(exercise))
        if isinstance(function, Trouble):
            return Facts()
        return inspect_function(function, exercise.inputs, QUANTITIES, FUNCTIONS)

    def repaired(self, exercise: Exercise, helpers: Iterable[str]) -> "LocalAnswers":
        """Return the same function among right helpers."""
        right = {name: reference(EXERCISES[name]) for name in helpers}
        return LocalAnswers(exercise, _among(self._answer_to(exercise), right))

    def _answer_to(self, exercise: Exercise) -> Any:
        if exercise is self._exercise:
            return self._answer
        return self._answer.__globals__[exercise.name]


def _among(function: Any, helpers: Mapping[str, Callable[..., Any]]) -> Callable[..., Any]:
    """Return the same function among other helpers."""
    return FunctionType(
        function.__code__,
        {**function.__globals__, **helpers},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )


def examine(exercise: Exercise, answer: Any) -> Verdict:
    """Return the verdict on an answer, whatever object it is.

    >>> examine(EXERCISES["dz"], lambda a, y: y - a).name
    'dz-sign'
    >>> examine(EXERCISES["first_z"], 1.1).status
    'right'
    """
    try:
        return judge(exercise, LocalAnswers(exercise, answer)).verdict
    except Exception:  # an answer can be any object, and some refuse even to be looked at
        return in_trouble(exercise, Trouble("unreadable", f"a {type(answer).__name__}"))


def reference(exercise: Exercise) -> Callable[..., Any]:
    """Return the right function for an exercise.

    >>> reference(EXERCISES["dz"])(0.75, y=1)
    -0.25
    """

    def right(*values: float, **named: float) -> Any:
        probe = values + tuple(named[name] for name in exercise.inputs[len(values) :])
        results = exercise.expected(probe)
        return results if len(results) > 1 else results[0]

    return right
