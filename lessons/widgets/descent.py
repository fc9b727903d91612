"""Lesson 03: choose a start and a learning rate, and follow gradient descent step by step."""

from typing import Any

from traitlets import Dict, Enum, TraitError, observe, validate

from lessons.formulas import Numbers
from lessons.logistic import Step, train
from lessons.mistakes import MISTAKES
from lessons.pictures import Picture, path_on_contour
from lessons.widgets.base import CourseWidget, Number, Whole, script, styles
from lessons.widgets.descent_rules import HIDING, TO_TRY, rules, told

PARTS = ("run", "words", "plots", "contour")
PREDICTIONS = ("never rises", "never falls", "rises and falls")


class DescentWidget(CourseWidget):
    """The loss at every step, and the path of the weights over lines of equal loss.

    Traits, settable, and they follow the pointer: `alpha` (0.001 to 100), the start `w1`, `w2`, `b`
    (−3 to 3), the inputs `x1`, `x2` (−10 to 10), the label `y` (0 or 1), `steps` (1 to 200), and
    `step`, the one that is shown (0 to `steps`). With `examples` = "two", a second example with
    the same inputs and the other label pulls the other way. `mistake` is "", or "plus-sign",
    "alpha-forgotten", "bias-not-updated", "old-value-lost", "sequential-update", "dz-sign" or
    "dw-without-x"; `prediction`, what it is said to do to the loss: "", "never rises", "never
    falls" or "rises and falls". Anything else raises TraitError.
    `ipywidgets.jslink((slider, "value"), (widget, "alpha"))` ties a slider of your own to a
    trait, in the browser alone.

    >>> widget = DescentWidget(alpha=1, steps=10)
    >>> len(widget.history), round(widget.history[1].w1, 4)
    (11, 0.7995)
    >>> widget.mistake = "plus-sign"
    >>> round(widget.history[1].w1, 4)
    -0.1995
    """

    title = "Gradient descent, step by step"
    invitation = "Choose a start and a learning rate, then run."
    _esm = rules() + script(*(f"descent_{part}" for part in PARTS), "descent")
    _css = styles("descent")
    alpha = Number(0.5, low=0.001, high=100)
    w1 = Number(0.3, low=-3, high=3)
    w2 = Number(0.4, low=-3, high=3)
    b = Number(0.1, low=-3, high=3)
    x1 = Number(2, low=-10, high=10)
    x2 = Number(1, low=-10, high=10)
    y = Whole(1, low=0, high=1)
    examples = Enum(["one", "two"], default_value="one").tag(sync=True)
    steps = Whole(50, low=1, high=200)
    step = Whole(0, low=0, high=200)
    mistake = Enum(["", *TO_TRY], default_value="").tag(sync=True)
    prediction = Enum(["", *PREDICTIONS], default_value="").tag(sync=True)
    data = Dict(
        {
            "mistakes": {name: told(MISTAKES[name]) for name in TO_TRY},
            "hiding": [[words, list(mistakes)] for _, words, mistakes in HIDING],
            "drag": " Drag the start, or use its sliders.",
            "choose": "Choose a mistake, predict what it does to the loss, then watch it.",
            "predict": "First predict: what will the loss do? "
            "The dashed line is the run without the mistake.",
            "towards": "With one example it can't: every step moves z towards the label.",
            "luck": "Here the mistake does no harm, by luck. Choose other numbers and compare.",
        }
    ).tag(sync=True)

    @validate("step")
    def _step_exists(self, proposal: Any) -> int:
        step: int = proposal["value"]
        if step > self.steps:
            raise TraitError(f"step must be from 0 to steps = {self.steps}, but it is {step}")
        return step

    @observe("steps")
    def _stay_in_the_run(self, _change: Any) -> None:
        self.step = min(self.step, self.steps)

    @property
    def label(self) -> float:
        """Return y; for two examples that disagree 0.5, which has their mean loss and slopes."""
        return 0.5 if self.examples == "two" else self.y

    @property
    def history(self) -> list[Step]:
        """Return the rows of `lessons.logistic.train`, or those the chosen mistake makes."""
        example = {"x1": self.x1, "x2": self.x2, "y": self.label}
        start = {"w1": self.w1, "w2": self.w2, "b": self.b, "alpha": self.alpha}
        if not self.mistake:
            return train(**example, **start, steps=self.steps)
        rows, q = [], Numbers(example | start, MISTAKES[self.mistake].variants[0])
        for _ in range(self.steps + 1):
            row = (q.w1, q.w2, q.b, q.z, q.a, q.safe_loss, q.dz, q.dw1, q.dw2, q.db)
            rows.append(Step(*row))
            q = q.but(w1=q.new_w1, w2=q.new_w2, b=q.new_b)
        return rows

    @property
    def picture(self) -> Picture:
        """Return the path of the whole run over lines of equal loss."""
        return path_on_contour(self.history, self.x1, self.x2, self.label)
