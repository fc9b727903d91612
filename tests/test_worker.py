"""The worker: cells run as in a notebook, and what comes out is plain data, or a death."""

import json
from collections.abc import Iterator
from math import inf, isnan
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import logistic
from lessons.classroom.judging.given import given_to
from lessons.classroom.sandbox.allowances import LIMITS
from lessons.classroom.sandbox.fresh import DiedError, Sandbox, Worker
from lessons.classroom.sandbox.replies import NoReplyError, reply_in

KEYS = sorted((Path(__file__).parents[1] / "solutions").glob("*.ipynb"))
CALCULATES_ON = {"the-lab-what-does-do-15"}  # with what only the reference for an exercise gives
DOUBLE = "def double(x):\n    return 2 * x"


@pytest.fixture
def worker(sandbox: Sandbox) -> Iterator[Worker]:
    with sandbox.start({}) as started:
        yield started


def run(worker: Worker, code: str) -> Any:
    (reply,) = worker.ask({"do": "run", "code": code, "place": "cell 1"}, 20)
    return reply["trouble"]


def call(worker: Worker, name: str, *probes: tuple[float, ...], outputs: str = "x") -> Any:
    request = {"do": "call", "name": name, "probes": probes, "outputs": outputs.split()}
    return worker.ask(request, 5)


def value(worker: Worker, expression: str) -> Any:
    """Return what the worker makes of such an answer: its values, or the kind of trouble."""
    assert run(worker, f"def answer(): return {expression}") is None
    (reply,) = call(worker, "answer", ())
    return reply["values"] if "values" in reply else reply["trouble"][0]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_every_cell_of_the_course_runs(key: Path, sandbox: Sandbox) -> None:
    """Widgets, pictures and checks do nothing in the sandbox, and no cell fails because of that."""
    cells = [cell for cell in nbformat.read(key, as_version=4).cells if cell.cell_type == "code"]
    with sandbox.start(given_to(key.stem)) as worker:
        troubles = [(cell.id, run(worker, cell.source)) for cell in cells]
    assert [trouble for trouble in troubles if trouble[1] and trouble[0] not in CALCULATES_ON] == []


def test_what_a_lesson_hands_out_is_real_and_the_rest_inert(sandbox: Sandbox) -> None:
    """Given functions give the reference's numbers; others of the same module give none."""
    cell = (
        "from lessons import logistic\n"
        "import lessons.logistic as same\n"
        "def given(): return logistic.loss(0.5, 1), same.loss(0.5, 1)\n"
        "def taken(): return logistic.train(2, 1, 1, 0.3, 0.4, 0.1, 0.5, 20)"
    )
    with sandbox.start(given_to("03_update_rule")) as worker:
        assert run(worker, cell) is None
        assert call(worker, "given", (), outputs="a b") == [{"values": [logistic.loss(0.5, 1)] * 2}]
        assert call(worker, "taken", ())[0]["trouble"][0] == "type"


INERT = """
from lessons.check import check, show_progress
from lessons.widgets import DrillWidget
from IPython.display import HTML, display
import lessons.pictures as pictures
w1, w2, b, losses = pictures.anything(1, two=2)
(first, second), third = w1.pair, w2[0]
for step in pictures.steps: raise Exception
with pictures.sheet() as sheet: sheet.title = f"{w1:.3f} {w2!r}"
class Mine(DrillWidget): pass
display(check("sigmoid", abs), -w1 + 2 * w2 ** 3 > b, len(losses), HTML("<b>"))
if w1: raise Exception
"""


@pytest.mark.parametrize("answer", ["w1", "w1 + 1", "(w1,)", "[0.5, w2][1:]", "round(w1, 4)"])
def test_what_is_inert_takes_everything_and_is_no_answer(answer: str, worker: Worker) -> None:
    """The stand-in for the course can be used in any way, but it never turns into a number."""
    assert run(worker, INERT) is None
    assert value(worker, answer) == "type"


AS_IN_A_NOTEBOOK = {
    "the module is the main one": "assert __name__ == '__main__'\nimport __main__\n__main__.double",
    "data classes": "from dataclasses import dataclass\n@dataclass\nclass A: x: 'int' = 0\nA(1)",
    "waiting": "import asyncio\nawait asyncio.sleep(0)\nassert await asyncio.sleep(0, 7) == 7",
    "asking": "assert input('Your name? ') == ''",
    "asking on and on": "try:\n    while True: input()\nexcept EOFError: pass",
    "showing": "display(1)\nget_ipython().run_line_magic('matplotlib', 'inline')",
    "errors and warnings": "import sys, warnings\nprint(1, file=sys.stderr)\nwarnings.warn('old')",
    "a file": "open('data.txt', 'w').write('1')\nassert open('data.txt').read() == '1'",
    "a thread": "import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()",
}


@pytest.mark.parametrize("what", AS_IN_A_NOTEBOOK)
def test_a_cell_finds_what_a_notebook_has(what: str, worker: Worker) -> None:
    """What works in a notebook works in the sandbox, as far as answers may need it."""
    assert run(worker, DOUBLE) is None
    assert run(worker, AS_IN_A_NOTEBOOK[what]) is None


def test_plots_and_arrays_work(worker: Worker) -> None:
    """NumPy is there and has the memory it needs; a plot does nothing, and does it at once."""
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('plot.png')\nplt.show()"
    assert run(worker, f"import numpy as np\n{plot}") is None
    assert value(worker, "np.float32(0.5)") == value(worker, "np.array([[0.5]])") == [0.5]


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
    assert call(worker, "double", (1.5,), (inf,)) == [{"values": [3.0]}, {"values": [inf]}]


def test_an_error_comes_with_the_learners_own_lines(worker: Worker) -> None:
    """What Python said and the lines of the cell are there, and no line of the worker's."""
    assert run(worker, "a = 1\na / 0") == [
        "error",
        "ZeroDivisionError: division by zero",
        "line 2: a / 0",
    ]
    assert run(worker, "def f(x):\n    return x + undefined") is None
    error = "NameError: name 'undefined' is not defined"
    assert call(worker, "f", (1.0,)) == [
        {"trouble": ["error", error, "line 2: return x + undefined"]}
    ]


def test_every_kind_of_answer_can_be_asked_for(worker: Worker) -> None:
    """Numbers, a choice, and what a function looks like; a name that is nowhere is blank."""
    assert run(worker, "a = 0.5\nletter = ' B. '\nz = 1\ndef f(y, x): return z + double(x)") is None
    assert run(worker, DOUBLE) is None
    ask = worker.ask
    assert ask({"do": "numbers", "name": "a", "outputs": ["a"]}, 5) == [{"values": [0.5]}]
    assert ask({"do": "choice", "name": "letter"}, 5) == [{"text": "b"}]
    names = {"inputs": ["x", "y"], "quantities": ["z"], "exercises": ["double"]}
    facts = {"parameters": "y, x", "leaked": ["z"], "helpers": ["double"]}
    assert ask({"do": "facts", "name": "f", **names}, 5) == [facts]
    for request in (
        {"do": "choice"},
        {"do": "numbers", "outputs": ["a"]},
        {"do": "facts", **names},
    ):
        assert ask({**request, "name": "nowhere"}, 5) == [{"trouble": ["blank", "", ""]}]


def test_what_came_before_a_death_is_kept(worker: Worker) -> None:
    """A call that never ends doesn't take the replies of the earlier ones along."""
    assert run(worker, "def f(x):\n    while x > 1: pass\n    return x") is None
    with pytest.raises(DiedError) as died:
        worker.ask({"do": "call", "name": "f", "probes": [(0.5,), (2,)], "outputs": ["x"]}, 1)
    assert (died.value.kind, died.value.replies) == ("time", [{"values": [0.5]}])


FORGE = """
import os
def double(x):
    for number in range(3, 64):
        try:
            os.write(number, b'{"values": [3.0]}\\n' * 2)
        except OSError:
            pass
    return 0.0
"""


def test_a_forger_is_found_out(worker: Worker) -> None:
    """A line that nobody has asked for ends the conversation."""
    assert run(worker, FORGE) is None
    with pytest.raises(DiedError) as died:
        call(worker, "double", (1.5,))
    assert died.value.kind == "garbage"


@pytest.mark.parametrize(
    "answer",
    [
        "type('N', (float,), {'__eq__': lambda *_: True, '__float__': lambda _: 0.25})(0.5)",
        "type('N', (int,), {'__class__': float})(0)",
        "type('N', (), {'__float__': lambda _: 0.5})()",
        "type('N', (), {'tolist': lambda _: 1 / 0})()",
        "type('N', (), {'tolist': exit})()",
        "type('N', (dict,), {'__contains__': lambda *_: True})()",
        "10 ** 5000",
        "float('nan')",
    ],
)
def test_odd_objects_come_out_as_plain_numbers_or_not_at_all(answer: str, worker: Worker) -> None:
    """Whatever an answer pretends to be, the grader gets a float or the kind of trouble."""
    got = value(worker, answer)
    assert isinstance(got, str) or [type(number) for number in got] == [float]


def test_a_large_request_and_a_large_reply_arrive_whole(worker: Worker) -> None:
    """No size of cell or answer within the limits blocks the line."""
    assert run(worker, f"text = '{'x' * 2_000_000}'\ndef f(n): return [n] * 5000") is None
    ((reply),) = call(worker, "f", (0.1,), outputs="losses")
    assert reply["values"] == [[0.1] * 5000]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
parts = st.sampled_from(["trouble", "values", "text", "parameters", "leaked", "helpers"])
asked = st.sampled_from(["run", "call", "numbers", "choice", "facts"])


def survives(line: bytes, do: str) -> None:
    try:
        reply = reply_in(line, do)
    except NoReplyError:
        return
    for text in reply.get("trouble") or []:
        assert len(text) <= LIMITS.text_characters
        assert all(c.isprintable() or c == "\n" for c in text)
        text.encode()
    for item in reply.get("values", []):
        assert all(isinstance(n, float) for n in (item if isinstance(item, list) else [item]))


@given(st.binary(), asked)
def test_no_bytes_can_break_the_reader(line: bytes, do: str) -> None:
    """Every line is a reply of the right shape, or no reply; nothing else is raised."""
    survives(line, do)


@given(st.dictionaries(parts, anything, min_size=1), asked)
def test_no_json_can_break_the_reader(reply: dict[str, Any], do: str) -> None:
    """The same for lines that look much more like a reply."""
    survives(json.dumps(reply).encode(), do)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"values":' * 100_000,
        b'{"values": [' + b"9" * 100_000 + b"}",
        b'{"values": [true]}',
        b'{"values": ["0.5"]}',
        b'{"values": [[[0.5]]]}',
        b'{"values": [0.5], "values": 1}',
        b'{"trouble": NaN}',
        b'{"trouble": ["error", "no lines"]}',
        b'{"values": [' + b",".join([b"1"] * 20_000) + b"]}",
        b'{"values": [0.5], "points": 10}',
        b"\xff\xfe",
        b"",
    ],
    ids=range(13),
)
def test_a_malformed_reply_is_none(line: bytes) -> None:
    """Deep, long, untrue, incomplete, overfull: each is refused."""
    with pytest.raises(NoReplyError):
        reply_in(line, "call")


def test_numbers_arrive_as_they_are(worker: Worker) -> None:
    """Floats come through to the last bit, huge integers as infinity, nan as nan."""
    assert value(worker, "0.1 + 0.2") == [0.1 + 0.2]
    assert value(worker, "5e-324") == [5e-324]
    assert value(worker, "-10 ** 400") in ([-inf], [inf])
    assert isnan(value(worker, "float('nan')")[0])


@pytest.mark.parametrize("code", ["-" * 100_000 + "1", "not " * 100_000 + "1", "(" * 100_000])
def test_what_python_cannot_read_is_an_error_of_that_cell(code: str, worker: Worker) -> None:
    """Code too deeply nested for Python's parser is no lack of memory, and costs its cell alone."""
    assert "Error" in run(worker, code)[1]
    assert run(worker, "a = 1") is None
