"""The lecture's computation graph as a picture: values flow right, derivatives flow left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.graph import Edge, Graph, Node, build
from lessons.pictures.graph_words import (
    DIVIDES_BY_0,
    Say,
    backward_words,
    divides_by_0,
    forward_words,
    local,
    question,
    way_back,
)
from lessons.pictures.picture import BACKWARD, FORWARD, QUIET, Picture, equation, picture
from lessons.pictures.shapes import Point, arrow, bent, box, canvas, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT = 720, 404
COLUMNS = (66, 322, 490, 664)
TOP, ROW = 30, 80
SIZES = {"z": (112, 104), "a": (60, 104), "L": (64, 104), "y": (76, 32)}
SMALL = (112, 32)
PORT = 20  # between the arrows that arrive at z
APART = 5  # from the middle of a pair of arrows to each of the two


@picture
def computation_graph(
    x1: float,
    x2: float,
    y: float,
    w1: float,
    w2: float,
    b: float,
    values: bool = True,
    gradients: bool = True,
) -> Picture:
    """Return the graph x1, w1, x2, w2, b → z → a → L with its numbers.

    gradients=False leaves the way back out. With values=False too it is the empty graph: both
    ways, with a ? for every number that is yours to fill in.

    >>> print(computation_graph(2, 1, 1, 0.3, 0.4, 0.1).text.splitlines()[-1])
    On the edge w1 → z stands x1 = 2, so dw1 ≈ −0.4995.
    """
    graph = build(x1, x2, y, w1, w2, b)
    say_value = equation if values else question
    say_slope = equation if gradients else question
    backward = gradients or not values
    words = [*forward_words(graph, say_value)]
    words += backward_words(graph, say_slope) if backward else []

    def draw(ax: Axes) -> None:
        canvas(ax, WIDTH, HEIGHT)
        draw_forward(ax, graph, say_value, shift=-APART if backward else 0)
        if backward:
            draw_backward(ax, graph, say_slope)

    return Picture("\n".join(words), draw, WIDTH, HEIGHT)


def centre(node: Node) -> Point:
    return COLUMNS[node.column], TOP + ROW * node.row


def ends(graph: Graph, edge: Edge) -> tuple[Point, Point]:
    """Return where the edge leaves its source and where it arrives at its target."""
    source, target = graph.node(edge.source), graph.node(edge.target)
    (x0, y0), (x1, y1) = centre(source), centre(target)
    port = (source.row - target.row) * PORT
    return (x0 + size(source)[0] / 2, y0), (x1 - size(target)[0] / 2, y1 + port)


def size(node: Node) -> Point:
    return SIZES.get(node.name, SMALL)


def draw_forward(ax: Axes, graph: Graph, say: Say, shift: float) -> None:
    for node in graph.nodes:
        draw_node(ax, node, say)
    for edge in graph.edges:
        alone = graph.node(edge.source).kind == "input"
        arrow(ax, bent(*ends(graph, edge), 0 if alone else shift), FORWARD)
    (x, low), (_, high) = centre(graph.node("y")), centre(graph.node("L"))
    arrow(ax, [(x, low - SIZES["y"][1] / 2), (x, high + SIZES["L"][1] / 2)], FORWARD)
    arrow(ax, [(250, 20), (284, 20)], FORWARD)
    write(ax, (294, 20), "forward: values", FORWARD, align="left")


def draw_node(ax: Axes, node: Node, say: Say) -> None:
    x, y = centre(node)
    given = node.kind in ("input", "label")
    box(ax, (x, y), size(node), QUIET if given else FORWARD, "#eceff2" if given else "white")
    if node.kind == "computed":
        write(ax, (x, y), node.formula.replace(" + b", "\n+ b"))
        write(ax, (x, y - size(node)[1] / 2 - 13), say(node.name, node.value), FORWARD, bold=True)
    else:
        words = equation(node.name, node.value)
        points = 9.5 if len(words) <= 12 else 8.2  # a longer one would not fit into its box
        write(ax, (x, y), words, FORWARD, bold=True, points=points)


def draw_backward(ax: Axes, graph: Graph, say: Say) -> None:
    for edge, gradient in way_back(graph):
        start, end = ends(graph, edge)
        arrow(ax, bent(start, end, APART), BACKWARD, back=True)
        draw_local(ax, start, end, local(edge, say))
        source = graph.node(edge.source)
        x, y = centre(source)
        below = (x, y + size(source)[1] / 2 + 15)
        write(ax, below, say(f"d{source.name}", gradient), BACKWARD, bold=True)
    arrow(ax, [(250, 42), (284, 42)], BACKWARD, back=True)
    write(
        ax, (294, 42), "backward: derivatives, multiplied along the edges", BACKWARD, align="left"
    )
    if divides_by_0(graph) and say is equation:
        write(ax, (WIDTH - 10, HEIGHT - 12), DIVIDES_BY_0, BACKWARD, points=9, align="right")


def draw_local(ax: Axes, start: Point, end: Point, words: str) -> None:
    """Write the local derivative below its edge; on a level edge in short lines."""
    (x0, y), (x1, _) = start, end
    if start[1] != end[1]:
        write(ax, (x0 + 8, y + APART + 11), words, BACKWARD, points=9, align="left")
        return
    lines = words.replace("+ (", "+\n(").replace(" = ", "\n= ").replace(" ≈ ", "\n≈ ")
    write(ax, ((x0 + x1) / 2, y + 12 + 8 * len(lines.split("\n"))), lines, BACKWARD, points=9)
