"""Whatever a cell tries, it costs no later answer, and its error is told in its own lines."""

from math import inf

import pytest
from worker_talk import DOUBLE, call, run

from lessons.answers.outcome import Outcome, Trouble
from lessons.classroom.sandbox.sandbox import Worker

EXPERIMENTS = {
    "built-ins": "import builtins\nbuiltins.float = builtins.repr = builtins.len = None\nlen = 3",
    "writing": "import os, json, marshal\nos.write = os._exit = json.dumps = marshal.loads = None",
    "printing": "import sys\nsys.stdout = sys.stderr = sys.stdin = None",
    "closed printing": "import sys\nsys.stdout.close()\nsys.__stdout__.close()",
    "modules": "import sys\nsys.modules.clear()\nsys.path.clear()",
    "depth": "import sys\nsys.setrecursionlimit(50)",
    "endless depth": "def down(): return down()\ntry: down()\nexcept RecursionError: pass",
    "a tracer": "import sys\ndef trace(*_): return trace\nsys.settrace(trace)",
    "collecting": "import gc\ngc.disable()",
    "farewells": "import atexit, time\natexit.register(time.sleep, 100)",
    "an exit": "raise SystemExit",
    "signals": "import signal\nfor n in (2, 14, 15): signal.signal(n, signal.SIG_IGN)",
    "a busy thread": (
        "import threading\ndef on():\n    while True: pass\nthreading.Thread(target=on).start()"
    ),
    "warnings": "import warnings\nwarnings.simplefilter('error')",
    "a name of ours": "call = loads = json = replies = serve = None",
    "a folder": "import os\nos.mkdir('other')\nos.chdir('other')",
    "bad Python": "def broken(:\n    pass",
    "a zero": "\0",
    "half a character": "'\\ud800'; raise Exception('\\ud800')",
}


@pytest.mark.parametrize("what", EXPERIMENTS)
def test_an_experiment_costs_no_later_answer(what: str, worker: Worker) -> None:
    """Whatever a cell has changed, failed or left running, a right function still counts."""
    run(worker, EXPERIMENTS[what])
    assert run(worker, DOUBLE) is None
    assert call(worker, "double", (1.5,), (inf,)) == [Outcome((3.0,)), Outcome((inf,))]


def test_an_error_comes_with_the_learners_own_lines(worker: Worker) -> None:
    """What Python said and the lines of the cell are there, and no line of the worker's."""
    assert run(worker, "a = 1\na / 0") == Trouble(
        "error", "ZeroDivisionError: division by zero", "line 2: a / 0"
    )
    assert run(worker, "def f(x):\n    return x + undefined") is None
    error = "NameError: name 'undefined' is not defined"
    told = Trouble("error", error, "line 2: return x + undefined")
    assert call(worker, "f", (1.0,)) == [Outcome(trouble=told)]


@pytest.mark.parametrize("code", ["-" * 100_000 + "1", "not " * 100_000 + "1", "(" * 100_000])
def test_what_python_cannot_read_is_an_error_of_that_cell(code: str, worker: Worker) -> None:
    """Code too deeply nested for Python's parser is no lack of memory, and costs its cell alone."""
    assert "Error" in run(worker, code).detail
    assert run(worker, "a = 1") is None
