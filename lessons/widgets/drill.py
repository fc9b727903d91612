"""The end of every lesson: endless questions to do by hand, judged as they are answered."""

from typing import Any

from traitlets import Int, TraitError, Unicode, observe

from lessons.memory import drilled, remember_drill
from lessons.pictures import Picture
from lessons.widgets.base import Lively, script, styles
from lessons.widgets.guesses import guess_script

# What each level asks, and one question of it for places where no widget runs.
LEVELS = {
    "z": "x1 = 2, x2 = 1, w1 = 0.3, w2 = 0.4, b = 0.1. What is z? (1.1)",
    "forward": "a = 0.75, y = 1. What is the loss? (about 0.2877)",
    "backward": "x1 = 2, x2 = 1, y = 1, a = 0.75. What is dw1? (−0.5)",
    "update": "w1 = 0.3, dw1 = −0.5, α = 0.5. What is the new w1? (0.55)",
}
MOST = 2**31 - 1


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
    _esm = guess_script() + script("questions", "drill")
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
        """Return the drill in words, with one question of its level."""
        return Picture(f"A drill, to do by hand. For example: {LEVELS[self.level]}")
