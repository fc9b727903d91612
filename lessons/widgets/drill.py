"""The end of every lesson: endless questions to do by hand, judged as they are answered."""

from collections.abc import Collection
from functools import cache
from typing import Any

from traitlets import Bool, Int, TraitError, Unicode, default, observe

from lessons.mistakes.line import LINES, names_in
from lessons.pictures import Picture, sheet
from lessons.progress.store import add_to_drill, drilled
from lessons.widgets.base import CourseWidget, script, styles
from lessons.widgets.edits import edits
from lessons.widgets.guesses import QUANTITIES, guess_script, sentences

# What each level asks, and one question of it for places where no widget runs.
LEVELS = {
    "z": "x1 = 2, x2 = 1, w1 = 0.3, w2 = 0.4, b = 0.1. What is z? (1.1)",
    "forward": "a = 0.75, y = 1. What is the loss? (about 0.2877)",
    "backward": "x1 = 2, x2 = 1, y = 1, a = 0.75. What is dw1? (−0.5)",
    "update": "w1 = 0.3, dw1 = −0.5, α = 0.5. What is the new w1? (0.55)",
}
# The quantities each level asks, with what is given for them, and the lecture's formula.
Asked = dict[str, tuple[str, str]]
BACK, STEP = "x1 x2 y a", "w1 w2 b dw1 dw2 db alpha"
SCORE: Asked = {"z": ("x1 x2 w1 w2 b", "w1·x1 + w2·x2 + b")}
ASKED: dict[str, Asked] = {
    "z": SCORE,
    "forward": SCORE
    | {"a": ("z", "1 / (1 + e^(−z))"), "loss": ("a y", "−( y·log a + (1 − y)·log(1 − a) )")},
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
SECRET = {"x1", "x2", "w1", "w2", "b", "z"}  # unless they are given
MOST = 2**31 - 1


@cache
def data_for(level: str) -> dict[str, Any]:
    """Return what can be asked, and what is said about mistakes that can be made at this level.

    >>> [level for level in LEVELS if "dw-uses-w" in data_for(level)["mistakes"]]
    []
    """
    asked = ASKED[level]
    given = {name for names, _ in asked.values() for name in names.split()}
    parts = [name if name in QUANTITIES else "new_b" for name in asked]
    words = sentences(*parts, hidden=SECRET - given)
    seen = {name: letters_seen(level, name) for name in asked}
    return {"asked": ASKED, **words, **edits(seen)}


def letters_seen(level: str, quantity: str) -> Collection[str]:
    """Return what is given with a question, and what the level asks that follows from it.

    >>> sorted(letters_seen("forward", "a"))
    ['a', 'z']
    """
    asked = ASKED[level]
    seen = set(asked[quantity][0].split())
    for name in LINES:
        if name in asked and seen.issuperset(names_in(LINES[name][0])):
            seen.add(name)
    return seen


FURTHER = {level: {"level": level} for level in LEVELS if level != "z"}


class Level(Unicode):  # type: ignore[type-arg]  # older traitlets know no type arguments
    """The name of a level; anything else is refused with the names there are."""

    def validate(self, obj: Any, value: Any) -> str:
        """Return the level, or raise TraitError."""
        if isinstance(value, str) and value in LEVELS:
            return value
        raise TraitError(f"level must be one of {', '.join(LEVELS)}, but it is {value!r}")


class DrillWidget(CourseWidget):
    """One question after another, with numbers kind enough to do by hand.

    Traits: `level` is "z", "forward", "backward" or "update". `seed` and `question` choose the
    example: the same two always ask the same. `guess` is what is typed, `done` whether this
    question is over. `right` of `tried` answers were right, `streak` in a row, `best` at most:
    counted on from the learner's record of this level. All are settable, and follow the learner.

    >>> drill = DrillWidget("backward", seed=7)
    >>> drill.level, drill.tried, drill.best
    ('backward', 0, 0)
    """

    title = "The drill"
    invitation = "Work out one number after another by hand."
    further = FURTHER
    identity = ("level",)
    _esm = guess_script(*QUANTITIES, "new_b") + script("edits", "guesses", "questions", "drill")
    _css = styles("drill")
    level = Level("z").tag(sync=True)
    seed = Int(1, min=0, max=MOST).tag(sync=True)
    question = Int(0, min=0, max=MOST).tag(sync=True)
    guess = Unicode("").tag(sync=True)
    done = Bool(False).tag(sync=True)
    right = Int(0, min=0, max=MOST).tag(sync=True)
    tried = Int(0, min=0, max=MOST).tag(sync=True)
    streak = Int(0, min=0, max=MOST).tag(sync=True)
    best = Int(0, min=0, max=MOST).tag(sync=True)

    def __init__(self, level: str = "z", **traits: Any) -> None:
        super().__init__(level=level, **traits)
        self._kept = self.right, self.tried

    @classmethod
    def told(cls, **chosen: Any) -> dict[str, Any]:
        """Return what is asked and said at a level, at the first one if none is chosen."""
        return data_for(chosen.get("level", "z"))

    # Whoever comes back goes on from the record, with fresh questions.
    @default("right")
    def _right_before(self) -> int:
        return min(drilled(self.level)["right"], MOST)

    @default("tried")
    def _tried_before(self) -> int:
        return min(drilled(self.level)["tried"], MOST)

    @default("best")
    def _best_before(self) -> int:
        return min(drilled(self.level)["best"], MOST)

    @default("question")
    def _fresh_question(self) -> int:
        return self._tried_before()

    @observe("level")
    def _change_level(self, _: object) -> None:
        self.data = self.told(level=self.level)
        if hasattr(self, "_kept"):
            self._kept = self._right_before(), self._tried_before()
            self.right, self.tried = self._kept
            self.question, self.streak, self.best = self.tried, 0, self._best_before()

    @observe("question", "seed", "level")
    def _ask_anew(self, _: object) -> None:
        if hasattr(self, "_kept"):
            self.guess, self.done = "", False

    @observe("tried")
    def _keep(self, _: object) -> None:
        """Add what is new to the learner's own record."""
        if not hasattr(self, "_kept"):
            return
        right, tried = self.right - self._kept[0], self.tried - self._kept[1]
        self._kept = self.right, self.tried
        if tried > 0:
            add_to_drill(self.level, max(right, 0), tried, self.best)

    @property
    def picture(self) -> Picture:
        """Return a sheet with one question of the level."""
        return sheet("A drill, to do by hand. For example:", LEVELS[self.level])
