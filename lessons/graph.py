"""The lecture's computation graph as data: x1, w1, x2, w2, b → z → a → L.

Values flow forward. Derivatives flow backward: the derivative at a node is the derivative at the
next node, times the local derivative on the edge between them. That is the chain rule.
"""

from dataclasses import dataclass
from typing import Literal

from lessons.logistic import da, da_dz, dz, forward, loss_from_z

Kind = Literal["input", "parameter", "computed", "label"]


@dataclass(frozen=True)
class Node:
    """One quantity: its value, and its gradient dL/d(name). The label y has no gradient."""

    name: str
    kind: Kind
    formula: str
    column: int
    row: float
    value: float
    gradient: float | None


@dataclass(frozen=True)
class Edge:
    """One arrow from source to target, and its local derivative d(target)/d(source)."""

    source: str
    target: str
    formula: str
    slope: float


@dataclass(frozen=True)
class Graph:
    """All nodes and edges, both in forward order. `dataclasses.asdict` turns it into plain data."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, name: str) -> Node:
        """Return the node called `name`; KeyError if there is none."""
        return {node.name: node for node in self.nodes}[name]

    def path(self, name: str) -> list[Edge]:
        """Return the edges from `name` to L, in forward order; KeyError if none leads there.

        >>> [edge.formula for edge in build(2, 1, 1, 0.3, 0.4, 0.1).path("w1")]
        ['x1', 'a·(1 − a)', '−y/a + (1 − y)/(1 − a)']
        """
        way_out = {edge.source: edge for edge in self.edges}
        path = []
        while name != "L":
            path.append(way_out[name])
            name = way_out[name].target
        return path


# name, kind, formula, column, row
LAYOUT: tuple[tuple[str, Kind, str, int, float], ...] = (
    ("x1", "input", "x1", 0, 0),
    ("w1", "parameter", "w1", 0, 1),
    ("x2", "input", "x2", 0, 2),
    ("w2", "parameter", "w2", 0, 3),
    ("b", "parameter", "b", 0, 4),
    ("z", "computed", "w1·x1 + w2·x2 + b", 1, 2),
    ("a", "computed", "σ(z)", 2, 2),
    ("y", "label", "y", 3, 4),
    ("L", "computed", "L(a, y)", 3, 2),
)


def build(x1: float, x2: float, y: float, w1: float, w2: float, b: float) -> Graph:
    """Return the graph with every value and every derivative filled in.

    Where a has rounded to the wrong label, the edge a → L holds ±∞, as its formula does on any
    computer; dz and everything before it stay right. ValueError as in `lessons.logistic`.

    >>> graph = build(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1)
    >>> round(graph.node("L").value, 4), round(graph.node("w1").gradient, 4)
    (0.2873, -0.4995)
    """
    z, a = forward(x1, x2, w1, w2, b)
    given = {"x1": x1, "w1": w1, "x2": x2, "w2": w2, "b": b, "y": y}
    values = given | {"z": z, "a": a, "L": loss_from_z(z, y)}
    edges = (
        Edge("x1", "z", "w1", w1),
        Edge("w1", "z", "x1", x1),
        Edge("x2", "z", "w2", w2),
        Edge("w2", "z", "x2", x2),
        Edge("b", "z", "1", 1),
        Edge("z", "a", "a·(1 − a)", da_dz(z)),
        Edge("a", "L", "−y/a + (1 − y)/(1 − a)", da(a, y)),
    )
    gradients = walk_back(edges, dz(a, y))
    nodes = (Node(*place, values[place[0]], gradients.get(place[0])) for place in LAYOUT)
    return Graph(tuple(nodes), edges)


def walk_back(edges: tuple[Edge, ...], dz: float) -> dict[str, float]:
    """Return dL/d(name) for every node that has an edge, walking from L back to the inputs."""
    # dz is the product of its two edges too, but there ∞ · 0 can turn up; a − y never fails.
    gradients = {"L": 1.0, "z": dz}
    for edge in reversed(edges):
        gradients.setdefault(edge.source, gradients[edge.target] * edge.slope)
    return gradients
