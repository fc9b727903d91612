"""The lecture's computation graph as a picture: values flow right, derivatives flow left."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lessons.graph import Edge, Graph, Node, build
from lessons.pictures.graph_text import (
    DIVIDES_BY_0,
    Say,
    backward_words,
    divides_by_0,
    forward_words,
    local,
    question,
    way_back,
)
from lessons.pictures.picture import Picture, equation, picture
from lessons.pictures.svg import (
    BACKWARD,
    FORWARD,
    QUIET,
    WIDTH,
    Point,
    arrow,
    bent,
    box,
    write,
)

HEIGHT = 404
COLUMNS = (61, 286, 431, 580)
TOP, ROW = 30, 80
SIZES = {"z": (98, 104), "a": (50, 104), "L": (58, 104), "y": (70, 32)}
SMALL = (104, 32)
LETTERS, SMALLER, SMALLEST = 12, 11.4, 10.6
PORT = 20  # between the arrows that arrive at z
APART = 5  # from the middle of a pair of arrows to each of the two
LEGEND = 228


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

    def draw() -> Iterator[Element]:
        yield from forward_shapes(graph, say_value, shift=-APART if backward else 0)
        if backward:
            yield from backward_shapes(graph, say_slope)

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


def forward_shapes(graph: Graph, say: Say, shift: float) -> Iterator[Element]:
    for node in graph.nodes:
        yield from node_shapes(node, say)
    for edge in graph.edges:
        alone = graph.node(edge.source).kind == "input"
        yield from arrow(bent(*ends(graph, edge), 0 if alone else shift), FORWARD)
    (x, low), (_, high) = centre(graph.node("y")), centre(graph.node("L"))
    yield from arrow([(x, low - SIZES["y"][1] / 2), (x, high + SIZES["L"][1] / 2)], FORWARD)
    yield from arrow([(LEGEND, 20), (LEGEND + 32, 20)], FORWARD)
    yield from write((LEGEND + 42, 20), "forward: values", FORWARD, size=LETTERS, anchor="start")


def node_shapes(node: Node, say: Say) -> Iterator[Element]:
    x, y = centre(node)
    given = node.kind in ("input", "label")
    yield box((x, y), size(node), QUIET if given else FORWARD, "#eceff2" if given else "white")
    if node.kind == "computed":
        yield from write((x, y), node.formula.replace(" + b", "\n+ b"), size=LETTERS)
        above = (x, y - size(node)[1] / 2 - 13)
        yield from write(above, say(node.name, node.value), FORWARD, bold=True, size=LETTERS)
    else:
        words = equation(node.name, node.value)
        letters = (
            LETTERS if len(words) <= 12 else SMALLEST
        )  # a longer one would not fit into its box
        yield from write((x, y), words, FORWARD, bold=True, size=letters)


def backward_shapes(graph: Graph, say: Say) -> Iterator[Element]:
    for edge, gradient in way_back(graph):
        start, end = ends(graph, edge)
        yield from arrow(bent(start, end, APART), BACKWARD, back=True)
        yield from local_words(start, end, local(edge, say))
        source = graph.node(edge.source)
        x, y = centre(source)
        below, words = (x, y + size(source)[1] / 2 + 15), say(f"d{source.name}", gradient)
        letters = (
            LETTERS if len(words) <= 14 else SMALLEST
        )  # a longer one would come close to the edge
        yield from write(below, words, BACKWARD, bold=True, size=letters)
    yield from arrow([(LEGEND, 42), (LEGEND + 32, 42)], BACKWARD, back=True)
    meaning = "backward: derivatives, multiplied along the edges"
    yield from write((LEGEND + 42, 42), meaning, BACKWARD, size=LETTERS, anchor="start")
    if divides_by_0(graph) and say is equation:
        corner = (WIDTH - 10, HEIGHT - 12)
        yield from write(corner, DIVIDES_BY_0, BACKWARD, size=SMALLER, anchor="end")


def local_words(start: Point, end: Point, words: str) -> Iterator[Element]:
    """Yield the local derivative below its edge; on a level edge in short lines."""
    (x0, y), (x1, _) = start, end
    if start[1] != end[1]:
        beside = (x0 + 8, y + APART + 11)
        yield from write(beside, words, BACKWARD, size=SMALLER, anchor="start")
        return
    lines = words.replace("+ (", "+\n(").replace(" = ", "\n= ").replace(" ≈ ", "\n≈ ")
    middle = ((x0 + x1) / 2, y + 12 + 8 * len(lines.split("\n")))
    yield from write(middle, lines, BACKWARD, size=SMALLER)
