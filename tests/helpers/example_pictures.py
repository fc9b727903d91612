"""One picture of each kind, with the lecture's running example."""

import pytest

from lessons.logistic import train
from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sheet,
    sigmoid_curve,
)

SEEDLING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
HISTORY = train(**SEEDLING, alpha=1, steps=10)
PICTURES = {
    "sigmoid": lambda: sigmoid_curve(1.1, slope=True),
    "loss": lambda: loss_curves(0.75),
    "graph": lambda: computation_graph(**SEEDLING),
    "steps": lambda: loss_over_steps(HISTORY, [0.7, 1e-9], labels=["yours", "reference"]),
    "path": lambda: path_on_contour(HISTORY, x1=2, x2=1, y=1),
    "sheet": lambda: sheet("A drill.", "What is z?"),
}
each_picture = pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)
