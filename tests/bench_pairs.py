"""Each widget beside its twin: the same picture by `interact` and matplotlib inline.

The twins draw the course's own pictures, as wide as the widgets, with nothing that only costs
time: no layout engine, no double pixels, one slider. The drill's twin prints its verdict.
"""

from typing import NamedTuple

from lab_page import cell
from playwright.sync_api import Locator, Page

SETUP = """\
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatLogSlider, FloatSlider, Text, interact
from lessons import pictures, widgets
from lessons.logistic import sigmoid, train

wide = {"width": "500px"}"""
SIGMOID = """\
def show_sigmoid(z):
    _, (left, right) = plt.subplots(1, 2, figsize=(7.4, 2.7))
    pictures.sigmoid_curve(z, slope=True).draw(left)
    pictures.loss_curves(sigmoid(z)).draw(right)
    plt.show()

interact(show_sigmoid, z=FloatSlider(0, min=-8, max=8, step=0.1, layout=wide));"""
GRAPH = """\
def show_graph(w1):
    _, axes = plt.subplots(figsize=(7.2, 4))
    pictures.computation_graph(2, 1, 1, w1, 0.4, 0.1).draw(axes)
    plt.show()

interact(show_graph, w1=FloatSlider(0.3, min=-5, max=5, step=0.1, layout=wide));"""
DESCENT = """\
def show_descent(alpha):
    _, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.4))
    history = train(2, 1, 1, 0.3, 0.4, 0.1, alpha, steps=50)
    pictures.loss_over_steps(history).draw(left)
    pictures.path_on_contour(history, 2, 1, 1).draw(right)
    plt.show()

interact(show_descent, alpha=FloatLogSlider(0.5, min=-3, max=2, step=0.05, layout=wide));"""
DRILL = """\
def show_verdict(answer):
    try:
        print("Right" if abs(float(answer) - 1.1) < 0.005 else "Not yet: work it out once more.")
    except ValueError:
        print("This is no number yet. Type a number such as −0.25.")

interact(show_verdict, answer=Text(continuous_update=False));"""


class Contestant(NamedTuple):
    """One side of a pair on the page: its output, the handle in it, and the place that changes."""

    output: Locator
    handle: Locator
    place: str  # "" where a new image comes, which tells by itself when it has loaded
    is_field: bool


class Pair(NamedTuple):
    """A widget and its twin, as cells, and the label of the widget's handle."""

    name: str
    widget: str
    twin: str
    label: str

    def contestants(self, page: Page) -> tuple[Contestant, Contestant]:
        """Find the widget and its twin on the page."""
        is_field = self.name == "drill"
        first_lines = self.widget, self.twin.splitlines()[0]
        ours, twin = (cell(page, line).locator(".jp-Cell-outputArea") for line in first_lines)
        handle = ours.get_by_label(self.label, exact=True)
        twin_handle = twin.get_by_role("textbox" if is_field else "slider")
        return (
            Contestant(ours, handle, ".lr-words" if is_field else ".lr svg", is_field),
            Contestant(twin, twin_handle, ".widget-output" if is_field else "", is_field),
        )


PAIRS = (
    Pair("sigmoid", "widgets.SigmoidWidget(z=0)", SIGMOID, "z, the score"),
    Pair("graph", "widgets.GraphWidget(shown=9)", GRAPH, "w1"),
    Pair("descent", "widgets.DescentWidget()", DESCENT, "α"),
    Pair("drill", 'widgets.DrillWidget("z")', DRILL, "What is z?"),
)
CELLS = [SETUP, *(source for pair in PAIRS for source in (pair.widget, pair.twin))]
