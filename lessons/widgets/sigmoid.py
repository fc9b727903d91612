"""Lesson 01: drag z; a, the slope of σ and both losses move together."""

from traitlets import Dict

from lessons.logistic import da_dz, loss_from_z, sigmoid
from lessons.pictures import Picture, loss_curves, sigmoid_curve, stacked
from lessons.widgets.base import CourseWidget, Number, script, styles


class SigmoidWidget(CourseWidget):
    """The curve σ with its tangent, and the loss of its prediction for either label.

    Trait `z`, from −8 to 8: settable, and it follows the pointer; anything else raises TraitError.
    `a`, `slope` and `losses` are worked out from it.

    >>> widget = SigmoidWidget(z=1.1)
    >>> round(widget.a, 4), round(widget.slope, 4)
    (0.7503, 0.1874)
    """

    title = "From the score to the loss"
    invitation = (
        "Drag z, or press the arrow keys. See how σ turns the score into a prediction a, how steep "
        "it is there, and what the prediction costs if the label is 1, or 0."
    )
    _esm = script("sigmoid")
    _css = styles("sigmoid")
    z = Number(1.1, low=-8, high=8)
    data = Dict(
        {
            "rising": "It rises from 0 on the left to 1 on the right. "
            "A dot marks z, and a line its slope.",
            "crossing": "If y = 1 it falls from left to right, if y = 0 it rises. "
            "A dot on each marks a.",
        }
    ).tag(sync=True)

    @property
    def a(self) -> float:
        """Return the prediction σ(z)."""
        return sigmoid(self.z)

    @property
    def slope(self) -> float:
        """Return the slope a·(1 − a) of σ at z."""
        return da_dz(self.z)

    @property
    def losses(self) -> tuple[float, float]:
        """Return the loss if y = 1, and the loss if y = 0."""
        return loss_from_z(self.z, 1), loss_from_z(self.z, 0)

    @property
    def picture(self) -> Picture:
        """Return σ with its tangent at z, and below it both losses of the prediction there."""
        return stacked(sigmoid_curve(self.z, slope=True), loss_curves(self.a))
