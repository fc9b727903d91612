"""Laws of the graph widget, without a browser."""

import json
import re
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from traitlets import TraitError

from lessons.graph import build
from lessons.widgets.graph import STAGES, GraphWidget

RUNNING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
SATURATED = {"x1": 5, "x2": 5, "y": 0, "w1": 5, "w2": 5, "b": 0}
VIEW = "application/vnd.jupyter.widget-view+json"

parameter = st.floats(-5, 5)
examples = st.builds(
    lambda **given: given,
    y=st.sampled_from([0, 1]),
    **dict.fromkeys(["x1", "x2", "w1", "w2", "b"], parameter),
)


@given(examples)
def test_values_and_gradients_are_those_of_the_graph(example):
    widget, graph = GraphWidget(**example), build(**example)
    assert widget.values == {node.name: node.value for node in graph.nodes}
    assert widget.gradients == {
        f"d{name}": graph.node(name).gradient for name in ("a", "z", "w1", "w2", "b")
    }


def test_where_a_has_rounded_da_is_infinite_and_dz_stays_right():
    widget = GraphWidget(**SATURATED)
    assert (widget.values["a"], widget.gradients["da"]) == (1, inf)
    assert (widget.gradients["dz"], widget.gradients["dw1"]) == (1, 5)


@pytest.mark.parametrize(
    ("trait", "value", "remedy"),
    [
        ("x1", 5.5, "a number from -5 to 5"),
        ("w2", nan, "a number from -5 to 5"),
        ("b", "much", "a number from -5 to 5"),
        ("y", 0.5, "a whole number from 0 to 1"),
        ("y", 2, "a whole number from 0 to 1"),
        ("shown", -1, "a whole number from 0 to 9"),
        ("shown", "all", "a whole number from 0 to 9"),
        ("shown", None, "a whole number from 0 to 9"),
    ],
)
def test_a_bad_value_is_refused_with_its_name_and_the_remedy_and_changes_nothing(
    trait, value, remedy
):
    widget = GraphWidget()
    before = widget.get_state()
    with pytest.raises(TraitError, match=f"{trait} must be {remedy}, but it is"):
        setattr(widget, trait, value)
    assert widget.get_state() == before


def test_a_label_may_come_as_a_float_and_is_kept_as_a_whole_number():
    assert repr(GraphWidget(y=0.0).y) == "0"


def test_where_no_widget_runs_the_picture_stands_in_without_what_is_still_guessed():
    bundle, _ = GraphWidget(guessing=True)._repr_mimebundle_()
    assert {VIEW, "image/svg+xml", "text/plain"} <= set(bundle)
    assert "dw1" not in bundle["text/plain"]
    assert "dw1 ≈ −0.4995" in GraphWidget().picture.text


def test_the_browser_gets_the_nodes_and_edges_of_the_graph_and_knows_every_stage():
    graph, sent = build(**RUNNING), GraphWidget().data
    assert sent["nodes"] == [[n.name, n.kind, n.formula, n.column, n.row] for n in graph.nodes]
    assert sent["edges"] == [[e.source, e.target, e.formula] for e in graph.edges]
    (stages,) = re.findall(r"^const STAGES = (.*);$", GraphWidget._esm, flags=re.M)
    assert tuple(json.loads(stages)) == STAGES
