"""Lesson 02: the computation graph alive, forward and back, step by step or guessed."""

from functools import cache
from typing import Any

from traitlets import Bool, Unicode

from lessons.exercises.probes import EXAMPLE
from lessons.graph import LAYOUT, Graph, build
from lessons.pictures import Picture, computation_graph
from lessons.pictures.graph_text import DIVIDES_BY_0
from lessons.widgets.base import CourseWidget, Number, Whole, script, styles
from lessons.widgets.edits import edits
from lessons.widgets.guesses import QUANTITIES, guess_script, sentences

STAGES = ("z", "a", "L", "da", "da_dz", "dz", "dw1", "dw2", "db")
GRADIENTS = ("da", "dz", "dw1", "dw2", "db")


def shape() -> dict[str, Any]:
    """Return the nodes and edges of lessons.graph, without their numbers."""
    edges = build(0, 0, 0, 0, 0, 0).edges
    return {
        "nodes": [list(place) for place in LAYOUT],
        "edges": [[edge.source, edge.target, edge.formula] for edge in edges],
        "dividesBy0": DIVIDES_BY_0,
        "given": "x1, w1, x2, w2, b and y are given. Step forward to work out z.",
        "choose": "Choose an arrow to see what it does.",
        "first": "First step forward.",
        "found": "All six are found.",
        "told": "All six are shown. Press clear to find them yourself.",
    }


@cache
def said_of_slopes() -> dict[str, Any]:
    """Return what is said about a guess; by then every number but the slopes is shown."""
    slopes = STAGES[3:]
    return sentences(*slopes) | edits(dict.fromkeys(slopes, (*EXAMPLE, *QUANTITIES)))


class GraphWidget(CourseWidget):
    """The graph x1, w1, x2, w2, b → z → a → L with its values and gradients.

    Traits `x1`, `x2`, `w1`, `w2`, `b` (from −5 to 5) and the label `y` (0 or 1); `shown`, how
    many of the nine stages z, a, L, da, da/dz, dz, dw1, dw2, db stand there (0 to 9);
    `guessing`, whether each gradient is guessed before it is shown; `guess`, what is typed
    there. Anything else raises TraitError. `values` and `gradients` are worked out from them.

    >>> widget = GraphWidget(y=0)
    >>> round(widget.values["a"], 4), round(widget.gradients["dw1"], 4)
    (0.7503, 1.5005)
    """

    title = "The computation graph"
    invitation = "Step forward to the loss and back to the slopes, or guess each slope first."
    _esm = guess_script(*STAGES[3:]) + script("edits", "guesses", "graph_view", "graph")
    _css = styles("graph")
    x1 = Number(2, low=-5, high=5)
    x2 = Number(1, low=-5, high=5)
    w1 = Number(0.3, low=-5, high=5)
    w2 = Number(0.4, low=-5, high=5)
    b = Number(0.1, low=-5, high=5)
    y = Whole(1, low=0, high=1)
    shown = Whole(0, low=0, high=len(STAGES))
    guessing = Bool(False).tag(sync=True)
    guess = Unicode("").tag(sync=True)

    @classmethod
    def told(cls, **_chosen: Any) -> dict[str, Any]:
        """Return the graph without its numbers, and what is said about a guess."""
        return shape() | said_of_slopes()

    @property
    def graph(self) -> Graph:
        """Return the graph as data, as lessons.graph builds it."""
        return build(self.x1, self.x2, self.y, self.w1, self.w2, self.b)

    @property
    def values(self) -> dict[str, float]:
        """Return the value of every node: x1, w1, x2, w2, b, z, a, y, L."""
        return {node.name: node.value for node in self.graph.nodes}

    @property
    def gradients(self) -> dict[str, float]:
        """Return da, dz, dw1, dw2 and db; da is ±∞ where a has rounded to the wrong label."""
        slopes = {f"d{node.name}": node.gradient for node in self.graph.nodes}
        return {name: slope for name in GRADIENTS if (slope := slopes[name]) is not None}

    @property
    def picture(self) -> Picture:
        """Return the graph with its numbers; without its gradients while they are guessed."""
        example = self.x1, self.x2, self.y, self.w1, self.w2, self.b
        return computation_graph(*example, gradients=not self.guessing)
