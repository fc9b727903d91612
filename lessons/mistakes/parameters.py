"""Mistakes in which parameter moves, and by which slope."""

from itertools import permutations

from lessons.mistakes.claims import borrowed, either, every, moved, stayed, stepped
from lessons.mistakes.mistake import Mistake
from lessons.mistakes.update import UPHILL, each

PARAMETERS = (
    Mistake(
        name="bias-not-updated",
        title="b doesn't learn",
        happened="w1 and w2 moved, and b stayed where it was.",
        try_this="b is a parameter too. The same rule holds for it.",
        variants=({"new_b": lambda q: q.b},),
        claims=(
            stayed("b"),
            moved("w1", "w2"),
        ),
    ),
    Mistake(
        name="bias-other-sign",
        title="b goes uphill",
        happened="w1 and w2 went downhill, and b went uphill.",
        try_this="The same rule holds for all three. Compare their signs.",
        variants=({"new_b": UPHILL["new_b"]},),
        claims=(
            every(lambda row: row.is_right("new_w1", "new_w2")),
            stepped("b", lambda q: -q.alpha * q.db),
        ),
    ),
    Mistake(
        name="only-bias-updated",
        title="a weight doesn't learn",
        happened="b moved, and at least one weight stayed where it was.",
        try_this="The rule has three lines, one for each parameter. Did each one get "
        "its new value?",
        variants=(
            {"new_w1": lambda q: q.w1, "new_w2": lambda q: q.w2},
            {"new_w1": lambda q: q.w1},
            {"new_w2": lambda q: q.w2},
        ),
        claims=(
            moved("b"),
            either(stayed("w1"), stayed("w2")),
        ),
    ),
    Mistake(
        name="nothing-updated",
        title="nothing has moved",
        happened="You returned the parameters just as they came in.",
        try_this="Work out each new value, and return the new ones.",
        variants=(each(lambda w, dw, alpha: w),),
        claims=(stayed("w1", "w2", "b"),),
    ),
    Mistake(
        name="update-copy-paste",
        title="one slope is used twice",
        happened="Two parameters moved by the same slope.",
        try_this="Did you copy a line and forget to change it? Each parameter has its own slope.",
        variants=(
            {"new_w2": lambda q: q.w2 - q.alpha * q.dw1},
            {"new_b": lambda q: q.b - q.alpha * q.dw1},
            {"new_b": lambda q: q.b - q.alpha * q.dw2},
            {"new_w1": lambda q: q.w1 - q.alpha * q.dw2},
        ),
        claims=(either(*(borrowed(*pair) for pair in permutations(("w1", "w2", "b"), 2))),),
    ),
    Mistake(
        name="update-swapped",
        title="the slopes are swapped",
        happened="w1 and w2 were each moved by the other one's slope.",
        try_this="Match the little numbers: w1 moves by dw…?",
        variants=(
            {
                "new_w1": lambda q: q.w1 - q.alpha * q.dw2,
                "new_w2": lambda q: q.w2 - q.alpha * q.dw1,
            },
        ),
        claims=(
            stepped("w1", lambda q: q.alpha * q.dw2),
            stepped("w2", lambda q: q.alpha * q.dw1),
        ),
    ),
    Mistake(
        name="update-uses-dz",
        title="every parameter moves by dz",
        happened="You moved the weights by dz itself. Their inputs are missing.",
        try_this="Each parameter has its own slope. Which one belongs to w1?",
        variants=(
            {
                "new_w1": lambda q: q.w1 - q.alpha * q.dz,
                "new_w2": lambda q: q.w2 - q.alpha * q.dz,
            },
        ),
        claims=(
            stepped("w1", lambda q: q.alpha * q.dz),
            stepped("w2", lambda q: q.alpha * q.dz),
            stepped("b", lambda q: q.alpha * q.dz),
        ),
    ),
    Mistake(
        name="sequential-update",
        title="the slopes are not all from the same place",
        happened="You changed one parameter, and then worked out the slope of the next one "
        "with the new value already in it.",
        try_this="Work out all slopes first, from the same old parameters. Only then change them.",
        variants=(
            {
                "new_w2": lambda q: q.w2 - q.alpha * q.but(w1=q.new_w1).dw2,
                "new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1, w2=q.new_w2).db,
            },
            {
                "new_w2": lambda q: q.w2 - q.alpha * q.but(w1=q.new_w1).dw2,
                "new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1).db,
            },
            {"new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1, w2=q.new_w2).db},
        ),
    ),
)
