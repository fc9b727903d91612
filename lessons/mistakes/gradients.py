"""Mistakes in sharing dz out: dw1, dw2 and db."""

from lessons.mistakes.claims import constant, every, is_, opposite
from lessons.mistakes.mistake import Mistake

GRADIENTS = (
    Mistake(
        name="dw-without-x",
        title="the inputs are missing",
        happened="You gave dz itself for dw1 and dw2.",
        try_this="z = w1·x1 + w2·x2 + b. If w1 moves by a little, z moves by how many "
        "times as much?",
        variants=({"dw1": lambda q: q.dz, "dw2": lambda q: q.dz},),
        claims=(is_("dw1", lambda q: q.dz), is_("dw2", lambda q: q.dz)),
    ),
    Mistake(
        name="dw-is-x",
        title="dz is missing",
        happened="You returned how much z moves with each weight. "
        "How much the loss moves with z is still missing.",
        try_this="Follow the path from the loss to w1: it has two parts. Multiply them.",
        variants=({"dw1": lambda q: q.x1, "dw2": lambda q: q.x2},),
        claims=(
            is_("dw1", lambda q: q.x1),
            is_("dw2", lambda q: q.x2),
        ),
    ),
    Mistake(
        name="dw-uses-a",
        title="a stands where the input belongs",
        happened="You multiplied dz by the prediction. But the weight is attached to its feature.",
        try_this="Look at the edge from w1 to z in the graph. What is w1 multiplied by?",
        variants=({"dw1": lambda q: q.a * q.dz, "dw2": lambda q: q.a * q.dz},),
        claims=(
            is_("dw1", lambda q: q.a * q.dz),
            is_("dw2", lambda q: q.a * q.dz),
        ),
    ),
    Mistake(
        name="dw-uses-w",
        title="the weight stands where the input belongs",
        happened="You multiplied dz by the weight itself.",
        try_this="z = w1·x1 + …: if w1 moves by a little, z moves by how many times as much?",
        variants=({"dw1": lambda q: q.w1 * q.dz, "dw2": lambda q: q.w2 * q.dz},),
        claims=(
            is_("dw1", lambda q: q.w1 * q.dz),
            is_("dw2", lambda q: q.w2 * q.dz),
        ),
    ),
    Mistake(
        name="dw-from-da",
        title="the sigmoid was skipped",
        happened="You shared out da. The edge from a back to z is missing on the way.",
        try_this="The weights hang on z. Which slope belongs to z?",
        variants=(
            {"dw1": lambda q: q.x1 * q.da, "dw2": lambda q: q.x2 * q.da, "db": lambda q: q.da},
            {"dw1": lambda q: q.x1 * q.da, "dw2": lambda q: q.x2 * q.da},
        ),
        claims=(
            is_("dw1", lambda q: q.x1 * q.da),
            is_("dw2", lambda q: q.x2 * q.da),
        ),
    ),
    Mistake(
        name="dw-swapped",
        title="the inputs are swapped",
        happened="dw1 and dw2 are each scaled by the other one's feature.",
        try_this="Match the little numbers: w1 is attached to …?",
        variants=({"dw1": lambda q: q.x2 * q.dz, "dw2": lambda q: q.x1 * q.dz},),
        claims=(
            is_("dw1", lambda q: q.x2 * q.dz),
            is_("dw2", lambda q: q.x1 * q.dz),
        ),
    ),
    Mistake(
        name="dw-copy-paste",
        title="one input is used twice",
        happened="dw1 and dw2 came out the same.",
        try_this="Did you copy a line and forget to change it? Each weight has its own feature.",
        variants=({"dw2": lambda q: q.x1 * q.dz}, {"dw1": lambda q: q.x2 * q.dz}),
        claims=(every(lambda row: row.same(row.mine.dw1, row.mine.dw2)),),
    ),
    Mistake(
        name="dw-sign",
        title="the slopes have the wrong sign",
        happened="dw1 and dw2 have the right size and the wrong sign.",
        try_this="No minus is needed here. The minus of the update comes later.",
        variants=(
            {"dw1": lambda q: -q.x1 * q.dz, "dw2": lambda q: -q.x2 * q.dz},
            {
                "dw1": lambda q: -q.x1 * q.dz,
                "dw2": lambda q: -q.x2 * q.dz,
                "db": lambda q: -q.dz,
            },
        ),
        claims=(opposite("dw1", "dw2"),),
    ),
    Mistake(
        name="dw-added",
        title="input and slope are added",
        happened="You added the input to dz. Slopes along a path are multiplied.",
        try_this="If z moves 2 times as fast as w1, and the loss dz times as fast as z, "
        "how fast does the loss move?",
        variants=({"dw1": lambda q: q.x1 + q.dz, "dw2": lambda q: q.x2 + q.dz},),
        claims=(
            is_("dw1", lambda q: q.x1 + q.dz),
            is_("dw2", lambda q: q.x2 + q.dz),
        ),
    ),
    Mistake(
        name="db-copied-from-dw",
        title="db is multiplied by an input",
        happened="Your db has a feature in it. But b stands alone in z.",
        try_this="z = w1·x1 + w2·x2 + b. If b moves by a little, z moves by how much?",
        variants=({"db": lambda q: q.x1 * q.dz}, {"db": lambda q: q.x2 * q.dz}),
        claims=(
            every(
                lambda row: (
                    row.same(row.mine.db, row.mine.x1 * row.mine.dz)
                    or row.same(row.mine.db, row.mine.x2 * row.mine.dz)
                )
            ),
        ),
    ),
    Mistake(
        name="db-uses-b",
        title="db is multiplied by b",
        happened="Your db has b itself in it.",
        try_this="z = w1·x1 + w2·x2 + b. If b moves by a little, z moves by how much?",
        variants=({"db": lambda q: q.b * q.dz},),
        claims=(is_("db", lambda q: q.b * q.dz),),
    ),
    Mistake(
        name="db-is-constant",
        title="db is 1 or 0, whatever dz is",
        happened="z moves as much as b: that slope is 1. "
        "But db means dL/db: how fast the loss moves.",
        try_this="Follow the whole path from the loss to b, and multiply along it.",
        variants=({"db": lambda q: 1.0}, {"db": lambda q: 0.0}),
        claims=(constant("db"),),
    ),
    Mistake(
        name="db-sign",
        title="db has the wrong sign",
        happened="Your db has the right size and the wrong sign.",
        try_this="b is added in z. Raising b raises z: compare the signs of db and dz.",
        variants=({"db": lambda q: -q.dz},),
        claims=(opposite("db"),),
    ),
)
