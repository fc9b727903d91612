"""A cell that runs again keeps what the learner has done in its widget, in a real kernel."""

from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from patience import LONG

from lessons.widgets import WIDGETS, DescentWidget, DrillWidget, GraphWidget
from lessons.widgets.base import CourseWidget, Number

CELLS = [{"cellId": "a"}, {}]  # of JupyterLab, and of notebook programs that send no id
DONE: dict[str, dict[str, Any]] = {
    "graph": {"w1": 0.7, "shown": 4, "guessing": True, "guess": "-0.2"},
    "descent": {"alpha": 2.0, "steps": 100, "step": 80, "mistake": "dz-sign"},
    "drill": {"seed": 4, "question": 7, "guess": "1.5", "streak": 3, "best": 5, "tried": 6},
}
MORE = {"descent": {"prediction": "never rises"}, "drill": {"done": True, "right": 4}}


def moved(widget: type[CourseWidget]) -> dict[str, Any]:
    """Every number of a widget, at a quarter of its range."""
    numbers = {name: it for name, it in widget.class_traits().items() if isinstance(it, Number)}
    return {name: (3 * number.low + number.high) / 4 for name, number in numbers.items()}


class Notebook:
    """A kernel that runs cells as a notebook program asks it to."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self.client = client

    def run(self, source: str, **metadata: str) -> str:
        """Run a cell with that metadata; return what it prints, and raise its error."""
        content = {"code": source, "silent": False, "store_history": True}
        content |= {"user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        asked = self.client.session.msg("execute_request", content, metadata=metadata)
        self.client.shell_channel.send(asked)
        printed = ""
        while True:
            told = self.client.get_iopub_msg(timeout=LONG)
            if told["parent_header"].get("msg_id") != asked["header"]["msg_id"]:
                continue
            if told["msg_type"] == "stream":
                printed += told["content"]["text"]
            assert told["msg_type"] != "error", told["content"]["traceback"]
            if told["content"].get("execution_state") == "idle":
                return printed.strip()

    def ask(self, expression: str) -> Any:
        """Return the value of an expression, asked from another cell."""
        return eval(self.run(f"print(repr({expression}))", cellId="elsewhere"))


@pytest.fixture(scope="module")
def kernel() -> Iterator[BlockingKernelClient]:
    manager, client = start_new_kernel(startup_timeout=LONG)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def notebook(kernel: BlockingKernelClient) -> Notebook:
    """A notebook in which no widget has been made yet."""
    fresh = Notebook(kernel)
    fresh.run("import os; os.environ['LESSONS_PROGRESS'] = ''")
    fresh.run("from lessons.widgets import *")
    fresh.run("from lessons.widgets import cell_reruns; cell_reruns.MADE.clear()")
    return fresh


@pytest.mark.parametrize("metadata", CELLS, ids=["with id", "without id"])
@pytest.mark.parametrize("name", WIDGETS)
def test_a_cell_that_runs_again_keeps_its_widgets_state(
    notebook: Notebook, name: str, metadata: dict[str, str]
) -> None:
    """Whatever the browser has told is there again, in a widget of its own; reset() drops it."""
    source = f"w = {WIDGETS[name].__name__}()"
    done = (DONE.get(name) or moved(WIDGETS[name])) | MORE.get(name, {})
    notebook.run(source, **metadata)
    before = notebook.ask("(w.model_id, w.fresh)")
    notebook.run(f"for one in {done!r}.items(): w.set_state(dict([one]))")
    notebook.run(source, **metadata)
    traits = "{name: getattr(w, name) for name in w.own_traits()}"
    assert notebook.ask(traits) == before[1] | done
    assert notebook.ask("w.model_id") != before[0]
    assert notebook.ask("{n: w.get_state()[n] for n in w.own_traits()}") == before[1] | done
    notebook.run("w.reset()")
    assert notebook.ask(traits) == before[1]


def test_an_argument_that_has_changed_wins(notebook: Notebook) -> None:
    """The changed, new or dropped argument counts, and everything else stays as it was left."""
    notebook.run("w = GraphWidget(x1=2, b=0.5)", cellId="a")
    notebook.run("w.set_state(dict(x1=3.0, x2=-1.0, b=4.0, shown=5))")
    notebook.run("w = GraphWidget(x1=1, b=0.5, y=0)", cellId="a")
    assert notebook.ask("(w.x1, w.x2, w.b, w.y, w.shown)") == (1, -1, 4, 0, 5)
    notebook.run("w = GraphWidget(x1=1, y=0)", cellId="a")
    assert notebook.ask("(w.x1, w.x2, w.b, w.y, w.shown)") == (1, -1, 0.1, 0, 5)


def test_what_no_longer_fits_is_dropped(notebook: Notebook) -> None:
    """A run that the cell has made shorter can't go on at a step that it doesn't have."""
    notebook.run("w = DescentWidget(steps=50)", cellId="a")
    notebook.run("w.set_state(dict(step=40))")
    notebook.run("w = DescentWidget(steps=10)", cellId="a")
    assert notebook.ask("(w.steps, w.step)") == (10, 0)


def test_another_level_is_another_drill(notebook: Notebook) -> None:
    """A streak belongs to its level: it is there again with it, and not in another one."""
    notebook.run("w = DrillWidget('z')", cellId="a")
    notebook.run("w.set_state(dict(streak=3, best=3))")
    notebook.run("w = DrillWidget('forward')", cellId="a")
    assert notebook.ask("(w.streak, w.best)") == (0, 0)
    notebook.run("w = DrillWidget('z')", cellId="a")
    assert notebook.ask("(w.streak, w.best)") == (3, 3)


def test_every_place_has_its_own_state(notebook: Notebook) -> None:
    """Two widgets of one cell keep apart, and so do two cells with the same source."""
    for cell in "ab":
        notebook.run("v, w = SigmoidWidget(), SigmoidWidget()", cellId=cell)
        assert notebook.ask("(v.z, w.z)") == (1.1, 1.1)
        notebook.run(f"v.set_state(dict(z={ord(cell) - 96}.0)); w.set_state(dict(z=-4.0))")
    notebook.run("v, w = SigmoidWidget(), SigmoidWidget()", cellId="a")
    assert notebook.ask("(v.z, w.z)") == (1, -4)


@pytest.mark.parametrize("make", [GraphWidget, DescentWidget, DrillWidget])
def test_outside_of_a_notebook_every_widget_starts_anew(make: type[Any]) -> None:
    """A program that makes two widgets gets two fresh ones."""
    first = make()
    name = "seed" if make is DrillWidget else "w1"
    setattr(first, name, 2)
    assert getattr(make(), name) == first.fresh[name] != 2
