"""The names and cells of one learner, as the kernel of a notebook would keep them."""

from __future__ import annotations

import os
import sys
from io import StringIO

from lessons.answers.call import call, file_of, silence, trouble_of
from lessons.answers.convert import choice_in, function_in, outcome_by_hand
from lessons.answers.function_facts import inspect_function
from lessons.answers.outcome import Outcome, Trouble, UnusableError
from lessons.classroom.sandbox.inside.restrict import BLANK_LINES, Printed, builtins_apart
from lessons.classroom.sandbox.inside.stubs import INERT, StandIn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    Reply = dict[str, Any]

OUT_OF_MEMORY = 86  # the exit status that says so
AWAIT_ALLOWED = 0x2000  # ast.PyCF_ALLOW_TOP_LEVEL_AWAIT: in a notebook a cell may await
IS_COROUTINE = 0x80  # inspect.CO_COROUTINE

# A learner's code may put something else in their places.
leave, set_trace, set_depth = os._exit, sys.settrace, sys.setrecursionlimit
DEPTH = sys.getrecursionlimit()


class Kernel:
    """Runs cells, and answers what they have come to."""

    def __init__(self, provided: dict[str, str], most_printed: int) -> None:
        self._most_printed = most_printed
        self._texts: dict[str, str] = {}
        main = type(sys)("__main__")
        self._names = vars(main)
        apart = builtins_apart()
        vars(apart).update(display=INERT, get_ipython=INERT)
        self._names["__builtins__"] = apart
        for name in [name for name in sys.modules if name.startswith("lessons")]:
            del sys.modules[name]
        sys.modules.update(__main__=main, builtins=apart)
        sys.meta_path.insert(0, StandIn(provided))

    def replies(self, do: str, **request: Any) -> Iterator[Reply]:
        """Do one request; yield its replies."""
        self._printed = sys.stdout = sys.stderr = Printed(self._most_printed)
        sys.stdin = StringIO(BLANK_LINES)
        set_trace(None)
        set_depth(DEPTH)
        if "warnings" in sys.modules:  # the notebook's own check keeps quiet, too
            sys.modules["warnings"].simplefilter("ignore")
        ways: dict[str, Callable[..., Iterator[Reply]]] = {
            "run": self._run,
            "call": self._call,
            "numbers": self._numbers,
            "choice": self._choice,
            "facts": self._facts,
        }
        return ways[do](**request)

    def _run(self, code: str, place: str) -> Iterator[Reply]:
        file = f"<{place}>"
        self._texts[file] = code
        yield self._guarded(file, _execute, code, file, self._names)

    def _call(
        self,
        name: str,
        probes: Sequence[Sequence[float]],
        outputs: Sequence[str],
        without: Sequence[tuple[str, int]] = (),
    ) -> Iterator[Reply]:
        kept = {helper: self._names[helper] for helper, _ in without if helper in self._names}
        for probe in probes:
            self._names.update((helper, silence(count)) for helper, count in without)
            file = file_of(self._answer(name))
            yield self._guarded(file, self._call_once, name, probe, outputs)
        for helper, _ in without:
            self._names.pop(helper, None)
        self._names.update(kept)

    def _call_once(self, name: str, probe: Sequence[float], outputs: Sequence[str]) -> Reply:
        function = self._function(name)
        return _as_reply(call(function, probe, outputs, self._printed, (BaseException,)))

    def _numbers(self, name: str, outputs: Sequence[str]) -> Iterator[Reply]:
        yield self._guarded("", lambda: _as_reply(outcome_by_hand(self._answer(name), outputs)))

    def _choice(self, name: str) -> Iterator[Reply]:
        yield self._guarded("", lambda: _as_choice(choice_in(self._answer(name))))

    def _facts(self, name: str, **asked: Sequence[str]) -> Iterator[Reply]:
        yield self._guarded("", lambda: inspect_function(self._function(name), **asked)._asdict())

    def _answer(self, name: str) -> Any:
        return self._names.get(name, ...)

    def _function(self, name: str) -> Callable[..., Any]:
        function = function_in(self._answer(name))
        if isinstance(function, Trouble):
            raise UnusableError(function.kind, function.detail)
        return function

    def _guarded(self, file: str, act: Callable[..., Reply], *arguments: Any) -> Reply:
        """Return the reply; whatever is raised becomes a trouble, with the lines that led to it."""
        try:
            return act(*arguments)
        except UnusableError as unusable:
            return {"trouble": unusable.trouble}
        except MemoryError:
            leave(OUT_OF_MEMORY)
        except BaseException as error:
            self._show_lines()
            return {"trouble": trouble_of(error, file)}

    def _show_lines(self) -> None:
        """Have Python find the cells' lines, as it does in a notebook."""
        from linecache import cache

        for file, text in self._texts.items():
            cache[file] = len(text), None, text.splitlines(keepends=True), file


def _execute(code: str, file: str, names: dict[str, Any]) -> Reply:
    try:
        compiled = compile(code, file, "exec", AWAIT_ALLOWED, dont_inherit=True)
    except MemoryError:  # Python's word for brackets in brackets in brackets
        raise SyntaxError("too deeply nested for Python to read") from None
    waiting = eval(compiled, names)
    if compiled.co_flags & IS_COROUTINE:
        from asyncio import run

        run(waiting)
    return {"trouble": None}


def _as_reply(outcome: Outcome) -> Reply:
    return {"trouble": outcome.trouble} if outcome.trouble else {"values": outcome.values}


def _as_choice(chosen: str | Trouble) -> Reply:
    return {"text": chosen} if isinstance(chosen, str) else {"trouble": chosen}
