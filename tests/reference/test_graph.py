"""Laws of the computation graph."""

from dataclasses import asdict
from math import inf, isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.graph import Graph, build
from lessons.logistic import backward, da, forward, loss, loss_from_z

NODES = ("x1", "w1", "x2", "w2", "b", "z", "a", "L")
LEAVES = ("x1", "x2", "w1", "w2", "b")
moderate = st.floats(-1.5, 1.5)
examples = st.fixed_dictionaries(dict.fromkeys(LEAVES, moderate) | {"y": st.sampled_from([0, 1])})


def loss_with(numbers: dict[str, float], name: str, nudge: float) -> float:
    """The loss when the node called `name` is nudged and all that follows is computed again."""
    leaves = {leaf: numbers[leaf] + nudge * (leaf == name) for leaf in LEAVES}
    z, a = forward(**leaves)
    if name == "a":
        return loss(a + nudge, numbers["y"])
    return loss_from_z(z + nudge * (name == "z"), numbers["y"]) + nudge * (name == "L")


@given(examples, st.sampled_from(NODES))
def test_every_gradient_is_the_slope_of_the_loss_in_that_node(numbers, name):
    h = 1e-5
    slope = (loss_with(numbers, name, h) - loss_with(numbers, name, -h)) / (2 * h)
    assert isclose(build(**numbers).node(name).gradient, slope, rel_tol=1e-5, abs_tol=1e-7)


@given(examples, st.sampled_from(NODES))
def test_every_gradient_is_the_product_of_the_local_derivatives_on_the_way_to_the_loss(
    numbers, name
):
    graph = build(**numbers)
    product = prod(edge.slope for edge in graph.path(name))
    assert isclose(graph.node(name).gradient, product, rel_tol=1e-9, abs_tol=1e-15)


@given(examples)
def test_values_and_gradients_are_those_of_the_lecture(numbers):
    graph = build(**numbers)
    y, leaves = numbers["y"], {name: numbers[name] for name in LEAVES}
    z, a = forward(**leaves)
    expected = leaves | {"z": z, "a": a, "y": y, "L": loss_from_z(z, y)}
    assert {node.name: node.value for node in graph.nodes} == expected
    gradients = tuple(graph.node(name).gradient for name in ("z", "w1", "w2", "b"))
    assert gradients == backward(numbers["x1"], numbers["x2"], a, y)
    assert graph.node("a").gradient == da(a, y)


@pytest.mark.parametrize(("b", "y", "da", "dz"), [(800, 0, inf, 1), (-800, 1, -inf, -1)])
def test_where_a_has_rounded_da_is_infinite_and_dz_still_right(b, y, da, dz):
    graph = build(x1=2, x2=-1, y=y, w1=0, w2=0, b=b)
    assert graph.node("a").gradient == da == graph.path("a")[0].slope
    assert [graph.node(name).gradient for name in ("z", "w1", "w2", "b")] == [dz, 2 * dz, -dz, dz]
    assert graph.node("L").value == 800


def test_the_label_has_no_gradient_and_no_way_to_be_blamed():
    graph = build(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1)
    assert graph.node("y").gradient is None
    with pytest.raises(KeyError):
        graph.path("y")


def test_every_edge_leads_to_a_later_column_and_no_two_nodes_share_a_place():
    graph = build(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1)
    for edge in graph.edges:
        assert graph.node(edge.source).column < graph.node(edge.target).column
    assert len({(node.column, node.row) for node in graph.nodes}) == len(graph.nodes)


def test_plain_data_holds_the_whole_graph():
    graph: Graph = build(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1)
    plain = asdict(graph)
    assert [node["name"] for node in plain["nodes"]] == [node.name for node in graph.nodes]
    assert plain["edges"][0] == {"source": "x1", "target": "z", "formula": "w1", "slope": 0.3}
