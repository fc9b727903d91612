"""Cells run in the worker as in a notebook; what the course shows there stays inert."""

from pathlib import Path

import nbformat
import pytest
from places import ROOT
from worker_talk import DOUBLE, call, run, value

from lessons import logistic
from lessons.answers.outcome import Outcome
from lessons.classroom.grading.provided import provided_to
from lessons.classroom.sandbox.sandbox import Sandbox, Worker

KEYS = sorted((ROOT / "solutions").glob("*.ipynb"))
CALCULATES_ON = {"the-lab-what-does-do-15"}  # with what only the reference for an exercise gives


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_every_cell_of_the_course_runs(key: Path, sandbox: Sandbox) -> None:
    """Widgets, pictures and checks do nothing in the sandbox, and no cell fails because of that."""
    cells = [cell for cell in nbformat.read(key, as_version=4).cells if cell.cell_type == "code"]
    with sandbox.start(provided_to(key.stem)) as worker:
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
    with sandbox.start(provided_to("03_update_rule")) as worker:
        assert run(worker, cell) is None
        assert call(worker, "given", (), outputs="a b") == [Outcome((logistic.loss(0.5, 1),) * 2)]
        assert call(worker, "taken", ())[0].trouble.kind == "type"


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
