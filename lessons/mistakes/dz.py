"""Mistakes in dz: the chain rule, and its short form."""

from lessons.mistakes.claims import every, is_
from lessons.mistakes.mistake import Mistake

DZ = (
    Mistake(
        name="dz-is-da",
        title="this is da, not dz",
        happened="In this course dz means dL/dz. You stopped one edge too early, at dL/da.",
        try_this="One more factor lies between a and z. Multiply by it.",
        variants=({"dz": lambda q: q.da},),
        claims=(is_("dz", lambda q: q.da),),
    ),
    Mistake(
        name="dz-is-da-dz",
        title="this is da/dz, only one link of the chain",
        happened="Your dz doesn't know the label: it is the same for y = 1 and y = 0.",
        try_this="In this course dz means dL/dz. The loss has to come in, and with it the label.",
        variants=({"dz": lambda q: q.da_dz},),
        claims=(is_("dz", lambda q: q.a * (1 - q.a)),),
    ),
    Mistake(
        name="dz-added",
        title="the slopes are added",
        happened="You added da and da/dz. Slopes along a path are multiplied.",
        try_this="If a moves 3 times as fast as z, and the loss 2 times as fast as a, "
        "how fast does the loss move?",
        variants=({"dz": lambda q: q.da + q.da_dz},),
    ),
    Mistake(
        name="dz-divided",
        title="the slopes are divided",
        happened="You divided da by da/dz. Slopes along a path are multiplied.",
        try_this="If a moves 3 times as fast as z, and the loss 2 times as fast as a, "
        "how fast does the loss move?",
        variants=({"dz": lambda q: q.da / q.da_dz},),
    ),
    Mistake(
        name="dz-sign",
        title="dz has the wrong sign",
        happened="Your dz has the right size and the wrong sign: it is truth minus prediction. "
        "A prediction that is too high must give a positive dz.",
        try_this="Take y = 0: when z grows, does the loss rise or fall? Which sign should dz have?",
        variants=({"dz": lambda q: q.y - q.a},),
        claims=(is_("dz", lambda q: q.y - q.a),),
    ),
    Mistake(
        name="mse-gradient",
        title="the slope of the squared error",
        happened="Your dz has a factor a·(1 − a) too many. That is how the slope of the squared "
        "error looks, and it almost vanishes when the prediction is confident and wrong.",
        try_this="With the log loss that factor cancels. Multiply da and da/dz on paper and see.",
        variants=({"dz": lambda q: (q.a - q.y) * q.a * (1 - q.a)},),
        claims=(is_("dz", lambda q: (q.a - q.y) * q.a * (1 - q.a)),),
    ),
    Mistake(
        name="dsigma-counted-twice",
        title="the sigmoid is crossed twice",
        happened="Your dz has the factor a·(1 − a) once too often.",
        try_this="dL/da ends at a. From a to z there is one edge: multiply by da/dz once.",
        variants=({"dz": lambda q: q.da * q.da_dz * q.da_dz},),
        claims=(is_("dz", lambda q: (q.a - q.y) * q.a * (1 - q.a)),),
    ),
    Mistake(
        name="dz-uses-z",
        title="the score stands where the prediction belongs",
        happened="You compared z with the label. z can be any number, so your dz is unbounded.",
        try_this="The label is 0 or 1. Compare it with something that lies between 0 and 1.",
        variants=({"dz": lambda q: q.z - q.y},),
        claims=(is_("dz", lambda q: q.z - q.y),),
    ),
    Mistake(
        name="dz-is-a-distance",
        title="dz has lost its sign",
        happened="Your dz is never negative, so it can't say which way to go.",
        try_this="Keep the sign of the difference.",
        variants=({"dz": lambda q: abs(q.a - q.y)},),
        claims=(every(lambda row: row.mine.dz >= 0),),
    ),
    Mistake(
        name="dz-squared",
        title="the difference is squared",
        happened="Your dz is never negative, so it can't say which way to go.",
        try_this="That is an error, not its slope. Leave the difference as it is.",
        variants=({"dz": lambda q: (q.a - q.y) ** 2},),
        claims=(every(lambda row: row.mine.dz >= 0),),
    ),
    Mistake(
        name="dz-label-fixed",
        title="the label is always taken to be 1",
        happened="Your dz is a − 1, whatever the label is.",
        try_this="The label comes in through the brackets. Test your function with y = 0.",
        variants=({"dz": lambda q: q.a - 1},),
        claims=(is_("dz", lambda q: q.a - 1),),
    ),
    Mistake(
        name="dz-ignores-label",
        title="the label is not used",
        happened="Your dz is the prediction alone, so it is never negative.",
        try_this="dz compares two numbers: the prediction and the truth.",
        variants=({"dz": lambda q: q.a},),
        claims=(is_("dz", lambda q: q.a),),
    ),
)
