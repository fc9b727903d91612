"""Mistakes in the first two slopes on the way back: da and da/dz."""

from lessons.common.ieee import log
from lessons.formulas import FORMULAS, sigmoid
from lessons.mistakes.claims import either, every, is_, opposite
from lessons.mistakes.mistake import Mistake

DA = (
    Mistake(
        name="da-sign",
        title="da has the wrong sign",
        happened="Every value has the right size and the wrong sign.",
        try_this="The loss starts with a minus. Take y = 1: when a moves up, does the loss "
        "rise or fall?",
        variants=({"da": lambda q: q.y / q.a - (1 - q.y) / (1 - q.a)},),
        claims=(opposite("da"),),
    ),
    Mistake(
        name="da-dropped-second-term",
        title="the term for y = 0 is missing",
        happened="Your da is 0 whenever y = 0, so nothing could be learned from such an example.",
        try_this="The loss has two terms, and each has a slope. Test your function with y = 0.",
        variants=({"da": lambda q: -q.y / q.a},),
        claims=(every(lambda row: row.mine.y == 1 or row.mine.da == 0),),
    ),
    Mistake(
        name="da-inner-minus",
        title="the minus inside log(1 − a) is lost",
        happened="Your da is right for y = 1 and has the wrong sign for y = 0.",
        try_this="When a moves up, 1 − a moves down. That flips one sign.",
        variants=({"da": lambda q: -q.y / q.a - (1 - q.y) / (1 - q.a)},),
        claims=(
            every(lambda row: row.same(row.mine.da, row.right.da * (1 if row.mine.y else -1))),
        ),
    ),
    Mistake(
        name="da-transcript-brackets",
        title="brackets are missing: −y/a + 1 − y/1 − a",
        happened="Read aloud, the formula loses its brackets. Python then divides only the nearest "
        "number: y by 1, not 1 − y by 1 − a.",
        try_this="Put a pair of brackets around everything above the bar, and another around "
        "everything below it.",
        variants=({"da": lambda q: -q.y / q.a + 1 - q.y / 1 - q.a},),
    ),
    Mistake(
        name="da-half-brackets",
        title="one pair of brackets is missing",
        happened="The second fraction is only half in brackets, so Python reads another fraction.",
        try_this="Two pairs are needed: around what is above the bar, and around what is below it.",
        variants=({"da": lambda q: -q.y / q.a + 1 - q.y / (1 - q.a)},),
    ),
    Mistake(
        name="da-dropped-first-term",
        title="the term for y = 1 is missing",
        happened="Your da is 0 whenever y = 1.",
        try_this="The loss has two terms, and each has a slope. Test your function with y = 1.",
        variants=({"da": lambda q: (1 - q.y) / (1 - q.a)},),
        claims=(every(lambda row: row.mine.y == 0 or row.mine.da == 0),),
    ),
    Mistake(
        name="da-ignores-label",
        title="da doesn't know the label",
        happened="Your da is the same for y = 1 and y = 0.",
        try_this="The loss has a term for each label, and each has a slope. Where does y choose?",
        variants=({"da": lambda q: -1 / q.a}, {"da": lambda q: 1 / (1 - q.a)}),
        claims=(either(is_("da", lambda q: -1 / q.a), is_("da", lambda q: 1 / (1 - q.a))),),
    ),
    Mistake(
        name="da-is-dz",
        title="this is already dz",
        happened="You returned dL/dz. That is one edge further back than da.",
        try_this="Stop at a: da asks how the loss changes when a moves, before σ comes in.",
        variants=({"da": lambda q: q.a - q.y},),
        claims=(is_("da", lambda q: q.a - q.y),),
    ),
    Mistake(
        name="da-is-loss",
        title="this is the loss, not its slope",
        happened="You returned the loss itself.",
        try_this="da asks how fast the loss changes. The slope of log(a) is 1/a: no log is left.",
        variants=({"da": lambda q: -(q.y * log(q.a) + (1 - q.y) * log(1 - q.a))},),
        claims=(is_("da", FORMULAS["loss"]),),
    ),
    Mistake(
        name="da-log-base-10",
        title="another logarithm",
        happened="Your da is too small by a factor of 2.302585, the natural log of 10.",
        try_this="The log of the loss is the natural one. Its slope is 1/a, with no other factor.",
        variants=({"da": lambda q: (-q.y / q.a + (1 - q.y) / (1 - q.a)) / log(10)},),
        claims=(every(lambda row: row.same(row.mine.da * log(10), row.right.da)),),
    ),
)

DA_DZ = (
    Mistake(
        name="dsigma-of-z",
        title="z stands where a belongs",
        happened="You wrote z·(1 − z). The slope of σ is never negative and never above 0.25.",
        try_this="The slope is written with the prediction. Work out a first.",
        variants=({"da_dz": lambda q: q.z * (1 - q.z)},),
        claims=(is_("da_dz", lambda q: q.z * (1 - q.z)),),
    ),
    Mistake(
        name="dsigma-of-a",
        title="σ is applied once too often",
        happened="You took σ of a. But a already is σ(z), so all your slopes lie between "
        "0.196 and 0.25.",
        try_this="Follow the names: a function of z takes z itself, and a needs no second σ.",
        variants=({"da_dz": lambda q: sigmoid(q.a) * (1 - sigmoid(q.a))},),
        claims=(every(lambda row: 0.196 <= row.mine.da_dz <= 0.25),),
    ),
    Mistake(
        name="dsigma-sign",
        title="da/dz has the wrong sign",
        happened="Your slope is negative. But σ always goes up when z goes up.",
        try_this="Two minus signs meet in this slope: one from the fraction, one from e^(−z). "
        "Together they cancel.",
        variants=({"da_dz": lambda q: -q.a * (1 - q.a)},),
        claims=(every(lambda row: row.mine.da_dz < 0),),
    ),
    Mistake(
        name="dsigma-1-minus-a",
        title="one of the two factors is missing",
        happened="You kept only one of the two factors of da/dz.",
        try_this="At z = 0 the slope must be 0.25, and a is 0.5 there. "
        "What do you multiply 0.5 by to get 0.25?",
        variants=({"da_dz": lambda q: 1 - q.a}, {"da_dz": lambda q: q.a}),
    ),
    Mistake(
        name="dsigma-no-brackets",
        title="brackets are missing around 1 − a",
        happened="Your slope is always 0. That is what a · 1 − a gives: Python multiplies before "
        "it subtracts.",
        try_this="The second factor is a whole difference: put brackets around it.",
        variants=({"da_dz": lambda q: q.a * 1 - q.a},),
        claims=(every(lambda row: row.mine.da_dz == 0),),
    ),
    Mistake(
        name="dsigma-added",
        title="the two factors are added",
        happened="Your slope is always 1, and that is what a + (1 − a) gives.",
        try_this="The slope is a product. At z = 0 it must be 0.25.",
        variants=({"da_dz": lambda q: q.a + (1 - q.a)},),
        claims=(every(lambda row: row.same(row.mine.da_dz, 1)),),
    ),
    Mistake(
        name="dsigma-is-squared",
        title="one of the two factors is used twice",
        happened="You multiplied a factor by itself.",
        try_this="The two factors are different: how much there is, and how much is missing to 1.",
        variants=({"da_dz": lambda q: q.a * q.a}, {"da_dz": lambda q: (1 - q.a) * (1 - q.a)}),
    ),
)
