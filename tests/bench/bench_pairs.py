"""Each widget beside its twin: the same picture by `interact` and matplotlib inline.

The twins show the same numbers and curves, as wide as the widgets, in the fewest lines, with
nothing that only costs time: no layout engine, no double pixels, one slider.
"""

from typing import NamedTuple

from lab_page import cell
from playwright.sync_api import Locator, Page

SETUP = """\
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatLogSlider, FloatSlider, Text, interact
from lessons import widgets
from lessons.graph import build
from lessons.logistic import da_dz, loss, loss_from_z, sigmoid, train

wide = {"width": "500px"}"""
SIGMOID = """\
def show_sigmoid(z):
    a, slope, grid = sigmoid(z), da_dz(z), [k / 20 for k in range(-160, 161)]
    _, (left, right) = plt.subplots(1, 2, figsize=(7.4, 2.7))
    left.plot(grid, [sigmoid(each) for each in grid])
    left.plot([z - 1, z + 1], [a - slope, a + slope])
    left.plot([z], [a], "o")
    for y in (0, 1):
        right.plot(grid, [loss_from_z(each, y) for each in grid], label=f"y = {y}")
        right.plot([z], [loss(a, y)], "o")
    left.set_title(f"z = {z:.2f}, a = {a:.4f}, slope {slope:.4f}")
    right.legend()
    plt.show()

interact(show_sigmoid, z=FloatSlider(0, min=-8, max=8, step=0.1, layout=wide));"""
GRAPH = """\
def show_graph(w1):
    _, axes = plt.subplots(figsize=(7.2, 4))
    whole = build(2, 1, 1, w1, 0.4, 0.1)
    places = {node.name: (node.column, -node.row) for node in whole.nodes}
    for edge in whole.edges:
        start, end = places[edge.source], places[edge.target]
        axes.annotate("", end, start, arrowprops={"arrowstyle": "->"})
        x, y = ((one + other) / 2 for one, other in zip(start, end))
        axes.text(x, y, f"{edge.formula} = {edge.slope:.4f}", fontsize=8)
    for node in whole.nodes:
        words = f"{node.name} = {node.value:.4f}\\nd{node.name} = {node.gradient or 0:.4f}"
        axes.text(*places[node.name], words, ha="center", bbox={"facecolor": "white"})
    axes.set(xlim=(-0.5, 3.5), ylim=(-5, 1))
    axes.set_axis_off()
    plt.show()

interact(show_graph, w1=FloatSlider(0.3, min=-5, max=5, step=0.1, layout=wide));"""
DESCENT = """\
def show_descent(alpha):
    _, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.4))
    history = train(2, 1, 1, 0.3, 0.4, 0.1, alpha, steps=50)
    left.plot([step.loss for step in history])
    ticks = [k / 6 for k in range(-12, 37)]
    surface = [[loss_from_z(2 * w1 + w2 + history[-1].b, 1) for w1 in ticks] for w2 in ticks]
    right.contourf(ticks, ticks, surface)
    right.plot([step.w1 for step in history], [step.w2 for step in history], "-o")
    plt.show()

interact(show_descent, alpha=FloatLogSlider(0.5, min=-3, max=2, step=0.05, layout=wide));"""


class Contestant(NamedTuple):
    """One side of a pair on the page: its output, the handle in it, and the place that changes."""

    output: Locator
    handle: Locator
    place: str  # "" where a new image comes, which tells by itself when it has loaded


class Pair(NamedTuple):
    """A widget and its twin, as cells, and the label of the widget's handle."""

    name: str
    widget: str
    twin: str
    label: str

    def contestants(self, page: Page) -> tuple[Contestant, Contestant]:
        """Find the widget and its twin on the page."""
        first_lines = self.widget, self.twin.splitlines()[0]
        ours, twin = (cell(page, line).locator(".jp-Cell-outputArea") for line in first_lines)
        handle = ours.get_by_label(self.label, exact=True)
        twin_handle = twin.get_by_role("slider")
        return Contestant(ours, handle, ".lr svg"), Contestant(twin, twin_handle, "")


PAIRS = (
    Pair("sigmoid", "widgets.SigmoidWidget(z=0)", SIGMOID, "z, the score"),
    Pair("graph", "widgets.GraphWidget(shown=9)", GRAPH, "w1"),
    Pair("descent", "widgets.DescentWidget()", DESCENT, "α"),
)
CELLS = [SETUP, *(source for pair in PAIRS for source in (pair.widget, pair.twin))]
