"""Laws of the graph widget, without a browser."""

import json
import re
import subprocess
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


@pytest.fixture
def lines(node, tmp_path):
    """What the widget's own JavaScript says of every stage of an example."""

    def lines(**example):
        ask = f"STAGES.map((stage) => explained(stage, table({json.dumps(example)})))"
        file = tmp_path / "graph.mjs"
        file.write_text(f"{GraphWidget._esm}console.log(JSON.stringify({ask}));", "utf-8")
        return json.loads(subprocess.run([node, file], capture_output=True, check=True).stdout)

    return lines


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


def test_what_is_round_by_hand_is_said_to_be_so_and_nothing_else_is(lines):
    z, a, *_ = lines(**RUNNING | {"x1": 3, "w1": 0.1, "w2": 0, "b": -0.3})
    assert z.endswith("0.1 · 3 + 0 · 1 + (−0.3) = 0.")
    assert a == "a = σ(z) = σ(0) = 0.5."
    assert lines(**SATURATED | {"y": 1})[1:] == [
        "a = σ(z) = σ(50) ≈ 1.",
        "y = 1, so L = −log a ≈ 0.",
        "da = −y/a + (1 − y)/(1 − a) ≈ −1.",
        "da/dz = a·(1 − a) ≈ 0.",
        "dz = da · da/dz = a − y = almost 1 − 1 ≈ 0.",
        "dw1 = x1·dz = 5 · (almost 0) ≈ 0.",
        "dw2 = x2·dz = 5 · (almost 0) ≈ 0.",
        "db = dz ≈ 0.",
    ]
    loss, da = lines(**SATURATED)[2:4]
    assert loss.endswith("L = −log(1 − a) ≈ 50.")
    assert da.endswith(" = ∞.")
    assert lines(**RUNNING | {"x2": 0})[7] == "dw2 = x2·dz = 0 · (−0.3318) = 0."
