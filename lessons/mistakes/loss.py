"""Mistakes in the loss."""

from lessons.common.ieee import log, log10
from lessons.mistakes.claims import either, every, is_
from lessons.mistakes.mistake import Mistake

LOSS = (
    Mistake(
        name="loss-missing-minus",
        title="the minus sign in front is missing",
        happened="Your loss is negative. The log of a number below 1 is negative, "
        "and a loss never is.",
        try_this="What has to stand in front of the whole bracket to turn it positive?",
        variants=({"loss": lambda q: q.y * log(q.a) + (1 - q.y) * log(1 - q.a)},),
        claims=(every(lambda row: row.mine.loss < 0),),
    ),
    Mistake(
        name="loss-minus-on-first-term-only",
        title="the minus sign reaches only the first term",
        happened="Your loss is right for y = 1, and negative for y = 0.",
        try_this="The minus stands in front of a bracket that holds both terms. "
        "Are your brackets there, and is every sign inside them right?",
        variants=({"loss": lambda q: -q.y * log(q.a) + (1 - q.y) * log(1 - q.a)},),
        claims=(every(lambda row: row.is_right("loss") if row.mine.y else row.mine.loss < 0),),
    ),
    Mistake(
        name="loss-dropped-second-term",
        title="the term for y = 0 is missing",
        happened="Your loss is right for y = 1. For y = 0 it is 0, whatever you predict.",
        try_this="Which term should be switched on when y = 0?",
        variants=(
            {"loss": lambda q: -q.y * log(q.a)},
            {"loss": lambda q: -log(q.a) if q.y else 0.0},
        ),
        claims=(every(lambda row: row.is_right("loss") if row.mine.y else row.mine.loss == 0),),
    ),
    Mistake(
        name="loss-ignores-label",
        title="the label is not used",
        happened="Your loss is the same for y = 1 and y = 0.",
        try_this="How does the formula choose between its two terms? Look for y.",
        variants=(
            {"loss": lambda q: -log(q.a)},
            {"loss": lambda q: -log(1 - q.a)},
            {"loss": lambda q: -(log(q.a) + log(1 - q.a))},
        ),
        claims=(
            either(
                is_("loss", lambda q: -log(q.a)),
                is_("loss", lambda q: -log(1 - q.a)),
                is_("loss", lambda q: -log(q.a) - log(1 - q.a)),
            ),
        ),
    ),
    Mistake(
        name="loss-1-minus-log",
        title="1 − log(a) instead of the log of 1 − a",
        happened="For y = 0 you took the log first and subtracted after.",
        try_this="For y = 0 we want the log of how sure we were of the label 0. "
        "What goes inside the log?",
        variants=(
            {"loss": lambda q: -(q.y * log(q.a) + (1 - q.y) * (1 - log(q.a)))},
            {"loss": lambda q: -(q.y * log(q.a) + (1 - q.y) * 1 - log(q.a))},
        ),
    ),
    Mistake(
        name="loss-log-of-1-minus-y",
        title="the second log holds the label",
        happened="You took log(1 − y). Labels are 0 or 1, so that log is 0 or breaks down.",
        try_this="A log measures a prediction. Which of a and y is the prediction?",
        variants=({"loss": lambda q: -(q.y * log(q.a) + (1 - q.y) * log(1 - q.y))},),
    ),
    Mistake(
        name="loss-label-and-prediction-swapped",
        title="label and prediction are swapped",
        happened="You took the log of the label. Labels are 0 or 1, and log(0) does not exist.",
        try_this="Labels multiply; predictions go inside the log.",
        variants=({"loss": lambda q: -(q.a * log(q.y) + (1 - q.a) * log(1 - q.y))},),
    ),
    Mistake(
        name="loss-terms-swapped",
        title="the two terms are swapped",
        happened="Your loss is large when the prediction is right and small when it is wrong.",
        try_this="Take y = 1. The loss should shrink when a comes near 1. Which log does that?",
        variants=({"loss": lambda q: -(q.y * log(1 - q.a) + (1 - q.y) * log(q.a))},),
        claims=(
            every(lambda row: (row.mine.loss < log(2)) == (abs(row.mine.a - row.mine.y) > 0.5)),
        ),
    ),
    Mistake(
        name="loss-is-a-difference",
        title="a difference is not a loss",
        happened="You subtracted the two. That can be negative, and it hardly punishes "
        "a prediction that is confident and wrong.",
        try_this="The loss is a surprise. It is measured with logs: one for y = 1 and "
        "one for y = 0.",
        variants=({"loss": lambda q: q.y - q.a}, {"loss": lambda q: q.a - q.y}),
        claims=(every(lambda row: row.same(abs(row.mine.loss), abs(row.mine.y - row.mine.a))),),
    ),
    Mistake(
        name="loss-is-a-distance",
        title="a distance instead of the loss",
        happened="You measured how far a is from y. It never exceeds 1, so being confident and "
        "wrong costs hardly more than being unsure.",
        try_this="The loss is a surprise. It is measured with logs: one for y = 1 and "
        "one for y = 0.",
        variants=({"loss": lambda q: abs(q.y - q.a)},),
        claims=(is_("loss", lambda q: abs(q.y - q.a)),),
    ),
    Mistake(
        name="loss-is-a-times-y",
        title="a times y is not the loss",
        happened="L(a, y) is read “the loss of a and y”. You multiplied the two.",
        try_this="The brackets name what goes in. The formula itself has two logs.",
        variants=({"loss": lambda q: q.a * q.y},),
        claims=(is_("loss", lambda q: q.a * q.y),),
    ),
    Mistake(
        name="log-base-10",
        title="another logarithm",
        happened="Your loss is too small by a factor of 2.302585, which is the natural log of 10.",
        try_this="In this course log is the natural logarithm: math.log, with one argument.",
        variants=({"loss": lambda q: -(q.y * log10(q.a) + (1 - q.y) * log10(1 - q.a))},),
        claims=(every(lambda row: row.same(row.mine.loss * log(10), row.right.loss)),),
    ),
    Mistake(
        name="log-base-2",
        title="another logarithm",
        happened="Your loss is too large by a factor of 1.442695: it is counted in bits.",
        try_this="In this course log is the natural logarithm: math.log, with one argument.",
        variants=({"loss": lambda q: -(q.y * log(q.a, 2) + (1 - q.y) * log(1 - q.a, 2))},),
        claims=(every(lambda row: row.same(row.mine.loss * log(2), row.right.loss)),),
    ),
    Mistake(
        name="squared-error",
        title="the squared error instead of the log loss",
        happened="Your loss never exceeds 1. That is another loss. "
        "With a sigmoid it has flat stretches where learning stalls.",
        try_this="This lesson uses the loss with the two logs.",
        variants=(
            {"loss": lambda q: (q.a - q.y) ** 2 / 2},
            {"loss": lambda q: (q.a - q.y) ** 2},
        ),
        claims=(every(lambda row: 0 <= row.mine.loss <= 1),),
    ),
)
