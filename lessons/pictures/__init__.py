"""Still pictures for the notebooks. Each one also says in words what it shows: print(picture)."""

from lessons.pictures.compose import sheet, stacked
from lessons.pictures.contour import path_on_contour
from lessons.pictures.curves import loss_curves, sigmoid_curve
from lessons.pictures.graph import computation_graph
from lessons.pictures.loss_history import loss_over_steps
from lessons.pictures.picture import Picture

__all__ = [
    "Picture",
    "computation_graph",
    "loss_curves",
    "loss_over_steps",
    "path_on_contour",
    "sheet",
    "sigmoid_curve",
    "stacked",
]
