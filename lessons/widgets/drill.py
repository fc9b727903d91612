"""The end of every lesson: endless questions to do by hand, judged as they are answered."""

from typing import Any

from traitlets import Int, TraitError, Unicode, observe

from lessons.lecture import Formula
from lessons.memory import drilled, remember_drill
from lessons.pictures import Picture, sheet
from lessons.widgets.base import Lively, script, styles
from lessons.widgets.guesses import guess_script, text
from lessons.widgets.traced import translate

# What each level asks, and one question of it for places where no widget runs.
LEVELS = {
    "z": "x1 = 2, x2 = 1, w1 = 0.3, w2 = 0.4, b = 0.1. What is z? (1.1)",
    "forward": "a = 0.75, y = 1. What is the loss? (about 0.2877)",
    "backward": "x1 = 2, x2 = 1, y = 1, a = 0.75. What is dw1? (−0.5)",
    "update": "w1 = 0.3, dw1 = −0.5, α = 0.5. What is the new w1? (0.55)",
}
# The quantities each level asks, with what is given for them, and the lecture's formula.
Asked = dict[str, tuple[tuple[str, ...], str]]
BACK = ("x1", "x2", "y", "a")
STEP = ("w1", "w2", "b", "dw1", "dw2", "db", "alpha")
SCORE: Asked = {"z": (("x1", "x2", "w1", "w2", "b"), "w1·x1 + w2·x2 + b")}
ASKED: dict[str, Asked] = {
    "z": SCORE,
    "forward": SCORE
    | {
        "a": (("z",), "1 / (1 + e^(−z))"),
        "loss": (("a", "y"), "−( y·log a + (1 − y)·log(1 − a) )"),
    },
    "backward": {
        "da": (BACK, "−y/a + (1 − y)/(1 − a)"),
        "da_dz": (BACK, "a·(1 − a)"),
        "dz": (BACK, "a − y"),
        "dw1": (BACK, "x1·dz = x1·(a − y)"),
        "dw2": (BACK, "x2·dz = x2·(a − y)"),
        "db": (BACK, "dz = a − y"),
    },
    "update": {
        "new w1": (STEP, "w1 − alpha·dw1"),
        "new w2": (STEP, "w2 − alpha·dw2"),
        "new b": (STEP, "b − alpha·db"),
    },
}
LOST = (
    "The old value is lost",
    "This is the step alone.",
    "A step starts from somewhere: from the old value.",
)
# The slips of an update, from the old value, α and the slope to their number, and what is said.
SLIPS: tuple[tuple[Formula, str, str, str], ...] = (
    (
        lambda q: q.old + q.alpha * q.slope,
        "This step goes uphill",
        "You added the step.",
        "Which sign takes you downhill?",
    ),
    (
        lambda q: q.old - q.slope,
        "α is missing",
        "You took the whole slope as a step.",
        "Multiply the slope by α before you subtract it.",
    ),
    (lambda q: q.alpha * q.slope, *LOST),
    (lambda q: -q.alpha * q.slope, *LOST),
)
MOST = 2**31 - 1


def to_ask() -> str:
    """Return what the browser can ask, and which slips it knows, as JavaScript."""
    levels = {level: list(quantities) for level, quantities in ASKED.items()}
    quantities = {name: each for asked in ASKED.values() for name, each in asked.items()}
    slips = "".join(f"[(q) => {translate(wrong)}, {text(said)}],\n" for wrong, *said in SLIPS)
    return (
        f"const LEVELS = {text(levels)};\nconst QUANTITIES = {text(quantities)};\n"
        f"const SLIPS = [\n{slips}];\n"
    )


class Level(Unicode):  # type: ignore[type-arg]  # older traitlets know no type arguments
    """The name of a level; anything else is refused with the names there are."""

    def validate(self, obj: Any, value: Any) -> str:
        """Return the level, or raise TraitError."""
        if isinstance(value, str) and value in LEVELS:
            return value
        raise TraitError(f"level must be one of {', '.join(LEVELS)}, but it is {value!r}")


class DrillWidget(Lively):
    """One question after another, with numbers kind enough to do by hand.

    Traits: `level` is "z", "forward", "backward" or "update". `seed` and `question` choose the
    example: the same two always ask the same. `right` of `tried` answers were right, `streak`
    in a row, `best` at most. All are settable, and follow the learner.

    >>> drill = DrillWidget("backward", seed=7)
    >>> drill.level, drill.tried, drill.best
    ('backward', 0, 0)
    """

    title = "The drill"
    invitation = "Work out one number after another by hand."
    _esm = to_ask() + guess_script() + script("questions", "drill")
    _css = styles("drill")
    level = Level("z").tag(sync=True)
    seed = Int(1, min=0, max=MOST).tag(sync=True)
    question = Int(0, min=0, max=MOST).tag(sync=True)
    right = Int(0, min=0, max=MOST).tag(sync=True)
    tried = Int(0, min=0, max=MOST).tag(sync=True)
    streak = Int(0, min=0, max=MOST).tag(sync=True)
    best = Int(0, min=0, max=MOST).tag(sync=True)

    def __init__(self, level: str = "z", **traits: Any) -> None:
        super().__init__(level=level, **traits)
        self._kept = self.right, self.tried
        if "question" not in traits:  # whoever comes back finds fresh questions
            self.question = min(drilled(level)["tried"], MOST)

    @observe("tried")
    def _keep(self, _: object) -> None:
        """Add what is new to the learner's own record."""
        if not hasattr(self, "_kept"):
            return
        right, tried = self.right - self._kept[0], self.tried - self._kept[1]
        self._kept = self.right, self.tried
        if tried > 0:
            remember_drill(self.level, max(right, 0), tried, self.best)

    @property
    def picture(self) -> Picture:
        """Return a sheet with one question of the level."""
        return sheet("A drill, to do by hand. For example:", LEVELS[self.level])
