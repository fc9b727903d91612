"""Lesson 03: choose a start and a learning rate, and follow gradient descent step by step."""

import re
from itertools import starmap
from typing import Any

from traitlets import Dict, Enum, Int, List, TraitError, observe, validate

from lessons.lecture import FORMULAS, Formula, Numbers
from lessons.logistic import Step, train
from lessons.mistakes import MISTAKES
from lessons.pictures import Picture, path_on_contour
from lessons.widgets.base import Lively, Number, script, styles
from lessons.widgets.traced import translate

PARTS = ("run", "words", "plots", "contour")
TO_TRY = (
    "plus-sign",
    "alpha-forgotten",
    "bias-not-updated",
    "old-value-lost",
    "sequential-update",
    "dz-sign",
)
LINES = ("dz", "dw1", "dw2", "db", "new_w1", "new_w2", "new_b")


def to_show(name: str) -> dict[str, str]:
    """Return what the widget says about a mistake, in the words of the catalogue."""
    mistake = MISTAKES[name]
    return {"name": name, "title": mistake.title, "happened": mistake.happened}


# Where a wrong line gives the same result as the right one, and what the widget says then.
HIDING: tuple[tuple[Formula, str], ...] = (
    (lambda q: q.x1 == q.x2, "x1 = x2, so dw1 and dw2 are the same, even when they are swapped"),
    (lambda q: q.x1 == 0, "x1 = 0, so w1 never moves, right or wrong"),
    (lambda q: q.x1 == 1, "x1 = 1, so dw1 and db are the same, even when x1 is forgotten"),
    (lambda q: q.x2 == 0, "x2 = 0, so w2 never moves, right or wrong"),
    (lambda q: q.x2 == 1, "x2 = 1, so dw2 and db are the same, even when x2 is forgotten"),
    (
        lambda q: abs(q.w1) + abs(q.w2) == 0,
        "w1 = w2 = 0, so the first step can't show swapped inputs or a lost old weight",
    ),
    (lambda q: abs(q.dz) < 1e-4, "dz is almost 0 at the start, so hardly anything moves"),
    (lambda q: q.alpha == 1, "α = 1, so forgetting α changes nothing"),
)


def rule(name: str, formula: Formula) -> str:
    """Return a line of the lecture's table for the browser: to work out, and to read.

    >>> rule("new_b", FORMULAS["new_b"])
    'new_b: { value: (q) => (q.b - (q.alpha * q.db)), text: "b − alpha·db" }'
    >>> rule("db", lambda q: q.dz if q.z > 0 else 0)
    ''
    """
    value = translate(formula)
    if value is None:
        return ""
    text = re.sub(r"[()]|q\.|1\.0 \* ", "", value).replace(" * ", "·").replace("-", "−")
    return f'{name}: {{ value: (q) => {value}, text: "{text}" }}'


def rules() -> str:
    """Return the lines of the lecture, those a mistake puts in their place, and what hides it."""
    tables = {"": {name: FORMULAS[name] for name in LINES}}
    tables |= {name: dict(MISTAKES[name].variants[0]) for name in TO_TRY}
    table = "".join(
        f'"{name}": {{ {", ".join(filter(None, starmap(rule, lines.items())))} }},\n'
        for name, lines in tables.items()
    )
    hiding = "".join(f'[(q) => {translate(hides)}, "{words}"],\n' for hides, words in HIDING)
    return f"const RULES = {{\n{table}}};\nconst HIDING = [\n{hiding}];\n"


class DescentWidget(Lively):
    """The loss at every step, and the path of the weights over lines of equal loss.

    Traits, settable, and they follow the hand: `alpha` (0.001 to 100), the start `w1`, `w2`, `b`
    (−3 to 3), the inputs `x1`, `x2` (−10 to 10), the label `y` (0 or 1), `steps` (1 to 200), and
    `step`, the one that is shown. With `examples` = "two", a second example with the same
    inputs and the other label pulls the other way. `mistake` is "" or one of TO_TRY.

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
    y = Enum([0, 1], default_value=1).tag(sync=True)
    examples = Enum(["one", "two"], default_value="one").tag(sync=True)
    steps = Int(50, min=1, max=200).tag(sync=True)
    step = Int(0, min=0).tag(sync=True)
    mistake = Enum(["", *TO_TRY], default_value="").tag(sync=True)
    mistakes = List(Dict(), [to_show(name) for name in TO_TRY]).tag(sync=True)

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
