"""The computation graph in words: the text twin of its picture, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isinf

from lessons.graph import Edge, Graph
from lessons.pictures.picture import equation

Say = Callable[[str, float], str]

DIVIDES_BY_0 = "a has rounded, so da divides by 0; dz = a − y needs no division"


def question(name: str, value: float) -> str:
    return f"{name} = ?"


def local(edge: Edge, say: Say) -> str:
    """Say what stands on the edge: its formula and its number, once if they are the same."""
    if say is question:
        return "?"
    return "1" if edge.formula == "1" else say(edge.formula, edge.slope)


def forward_words(graph: Graph, say: Say) -> Iterator[str]:
    yield "The computation graph x1, w1, x2, w2, b → z → a → L. The label y goes into L."
    given = [equation(node.name, node.value) for node in graph.nodes if node.kind != "computed"]
    yield f"Given: {', '.join(given)}."
    for node in graph.nodes:
        if node.kind == "computed":
            name = node.formula if node.name == "L" else f"{node.name} = {node.formula}"
            yield f"Forward: {say(name, node.value)}."


def backward_words(graph: Graph, say: Say) -> Iterator[str]:
    yield "Backward: each derivative is the next one times what stands on the edge between."
    for edge, gradient in way_back(graph):
        arrives = say(f"d{edge.source}", gradient)
        yield f"On the edge {edge.source} → {edge.target} stands {local(edge, say)}, so {arrives}."
    if divides_by_0(graph):
        yield f"{DIVIDES_BY_0}."


def way_back(graph: Graph) -> Iterator[tuple[Edge, float]]:
    """Yield the edges the lecture walks back, not those to x1 and x2, with what arrives there."""
    for edge in reversed(graph.edges):
        source = graph.node(edge.source)
        if source.kind != "input" and source.gradient is not None:
            yield edge, source.gradient


def divides_by_0(graph: Graph) -> bool:
    return isinf(graph.path("a")[0].slope)
