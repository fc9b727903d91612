"""Watch the cells of a notebook, to know an answer that is still the old one, or isn't there.

Where a cell ended with an error, a check would judge what an earlier run has left behind; where
it hasn't run at all, Python's own words don't say what to do. Outside of IPython there are no
cells, and nothing is watched.
"""

import ast
import sys
from functools import cache
from traceback import walk_tb
from types import TracebackType
from typing import Any, NamedTuple

from lessons.answers.call import trouble_of
from lessons.answers.outcome import Trouble
from lessons.checking.card import card_for, show
from lessons.checking.cell_source import names_given, names_given_above, names_read, nodes_at
from lessons.checking.local import examine
from lessons.checking.no_answer import not_finished, not_run, old_answer, without_quotes
from lessons.checking.verdict import Verdict, explain
from lessons.exercises import EXERCISES, Exercise


class Cell(NamedTuple):
    """A cell that is running, and the answers as they were before it."""

    source: str
    before: dict[str, Any]


class Stopped(NamedTuple):
    """What stopped the cell of an answer, and where; what it was then, and whether it was new."""

    why: str
    lines: str
    answer: Any
    new: bool


class Told(NamedTuple):
    """An error that has been shown as a card, and what the card says."""

    error: BaseException
    verdict: Verdict


class Cells:
    """The cells of a notebook: which ones are running, and which answers were stopped by errors."""

    def __init__(self, shell: Any) -> None:
        self._names: dict[str, Any] = shell.user_ns
        self._running: list[Cell] = []
        self._stopped: dict[str, Stopped] = {}
        self._told: Told | None = None
        self._shown_elsewhere, self._show_there = shell.custom_exceptions, shell.CustomTB
        shell.events.register("pre_run_cell", self._begins)
        shell.events.register("post_run_cell", self._ends)
        shell.set_custom_exc((*self._shown_elsewhere, NameError), self._fails)

    def unanswered(self, exercise: Exercise, answer: Any) -> Verdict | None:
        """Return what to say instead of a judgement, if this answer is not what the cell says."""
        stopped = self._stopped.get(exercise.name)
        if not stopped or answer is not stopped.answer or not self._is_read_now(exercise.name):
            return None
        if examine(exercise, answer).status == "blank":
            return not_finished(exercise, stopped.why, stopped.lines)
        return None if stopped.new else old_answer(exercise, stopped.why, stopped.lines)

    def _is_read_now(self, name: str) -> bool:
        """Tell whether the running cell takes the answer from its name, as an earlier cell left it.

        A letter typed into the check is the very same object as that letter in an answer.
        """
        source = self._running[-1].source if self._running else ""
        return name in names_read(source) - names_given(source)

    def _begins(self, info: Any) -> None:
        answers = {name: self._names[name] for name in EXERCISES if name in self._names}
        self._running.append(Cell(info.raw_cell, answers))

    def _ends(self, result: Any) -> None:
        """Note for each answer that the cell is about whether an error stopped it."""
        cell = self._running.pop() if self._running else None
        if cell is None or result is None:  # this was imported by it; it was interrupted
            return
        before_it_ran, while_it_ran = result.error_before_exec, result.error_in_exec
        error = while_it_ran if before_it_ran is None else before_it_ran
        for name in EXERCISES.keys() & names_given(cell.source):
            if error is None:
                self._stopped.pop(name, None)
            else:
                why, new = self._why(EXERCISES[name], error), self._came(name, cell, error)
                self._stopped[name] = Stopped(*why, self._names.get(name, ...), new)
        if self._told and error is self._told.error:  # a card never stops Run All
            result.error_in_exec = None
        self._told = None

    def _came(self, name: str, cell: Cell, error: BaseException) -> bool:
        """Tell whether the cell gave this name a value before the error came."""
        if self._names.get(name, ...) is not cell.before.get(name, ...):
            return True
        lines = [n for frame, n in walk_tb(error.__traceback__) if frame.f_locals is self._names]
        line = lines[0] if lines else getattr(error, "lineno", None)
        return name in names_given_above(cell.source, line or 0)

    def _why(self, exercise: Exercise, error: BaseException) -> tuple[str, str]:
        """Return what stopped a cell and what to do about it, and the lines where it happened."""
        if self._told and error is self._told.error:
            return self._told.verdict.happened, ""
        trouble = trouble_of(error, self._file_of(error))
        _, happened, try_this = explain(trouble, exercise)
        if exercise.kind == "choice":
            _, _, try_this = explain(Trouble("not-a-choice"), exercise)
        return f"{happened} {try_this}", trouble.lines

    def _file_of(self, error: BaseException) -> str:
        """Return what Python calls the cell that it couldn't read, or where the error came up."""
        if isinstance(error, SyntaxError):
            return error.filename or ""
        frames = (frame for frame, _ in walk_tb(error.__traceback__))
        return next((f.f_code.co_filename for f in frames if f.f_locals is self._names), "")

    def _fails(
        self, shell: Any, kind: type, error: NameError, steps: TracebackType, tb_offset: Any = None
    ) -> Any:
        """Show a card about a name of the course, and every other error as it would be shown."""
        if issubclass(kind, self._shown_elsewhere):
            return self._show_there(kind, error, steps, tb_offset)
        verdict = self._about(error, steps)
        if verdict is None:
            return shell.showtraceback((kind, error, steps), tb_offset=tb_offset)
        self._told = Told(error, verdict)
        return show(card_for(verdict))

    def _about(self, error: NameError, steps: TracebackType) -> Verdict | None:
        *_, (frame, line) = walk_tb(steps)
        unknown = error.name or ""
        if frame.f_locals is not self._names or not self._running:  # inside a function, say
            return None
        for node in nodes_at(self._running[-1].source, line):
            if exercise := _checked(node, unknown):
                stopped = self._stopped.get(exercise.name)
                if not stopped:
                    return not_run(exercise)
                return not_finished(exercise, stopped.why, stopped.lines)
            if exercise := _chosen(node, unknown):
                return without_quotes(exercise, unknown)
        return None


def _checked(node: ast.AST, unknown: str) -> Exercise | None:
    """Return the exercise if this is its check, and its name is the one that is unknown."""
    match node:
        case ast.Call(ast.Name("check"), [*_, ast.Name(name)]) if name == unknown:
            return EXERCISES.get(name)
    return None


def _chosen(node: ast.AST, unknown: str) -> Exercise | None:
    """Return the exercise if this answers it with one of its letters, without quotes."""
    match node:
        case ast.Assign([ast.Name(answer)], ast.Name(letter)) | ast.Call(
            ast.Name("check"), [ast.Constant(str(answer)), ast.Name(letter)]
        ) if letter == unknown:
            exercise = EXERCISES.get(answer)
            return exercise if exercise and letter.lower() in exercise.choices else None
    return None


@cache
def watched_cells() -> Cells | None:
    """Return the cells of this notebook, watched from now on; None outside of IPython."""
    ipython = sys.modules.get("IPython")  # a plain Python needn't load it for this
    shell = ipython.get_ipython() if ipython else None
    return Cells(shell) if shell else None
