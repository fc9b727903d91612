"""Mistakes on the way forward: the score z and the prediction a."""

from lessons.common.ieee import exp
from lessons.formulas import sigmoid
from lessons.mistakes.claims import every, is_
from lessons.mistakes.mistake import Mistake

SCORE = (
    Mistake(
        name="bias-left-out",
        title="b is missing",
        happened="Your z is too small or too large by exactly b.",
        try_this="Count the terms of z: two products, and one more number. "
        "Which of the five inputs have you not used?",
        variants=({"z": lambda q: q.w1 * q.x1 + q.w2 * q.x2},),
        claims=(every(lambda row: row.same(row.mine.z, row.right.z - row.right.b)),),
    ),
    Mistake(
        name="weights-swapped",
        title="the weights are swapped",
        happened="Each weight is multiplied by the other one's feature.",
        try_this="Match the little numbers: w1 belongs to x1, and w2 belongs to …?",
        variants=({"z": lambda q: q.w2 * q.x1 + q.w1 * q.x2 + q.b},),
    ),
    Mistake(
        name="same-feature-twice",
        title="one feature is used twice",
        happened="Both weights are multiplied by the same feature, so the other one is never seen.",
        try_this="Did you copy a term and forget to change it? Read z aloud, feature by feature.",
        variants=(
            {"z": lambda q: q.w1 * q.x1 + q.w2 * q.x1 + q.b},
            {"z": lambda q: q.w1 * q.x2 + q.w2 * q.x2 + q.b},
        ),
    ),
    Mistake(
        name="bias-subtracted",
        title="b is subtracted",
        happened="Your z differs from the right one by exactly two times b.",
        try_this="Look at the sign in front of b.",
        variants=({"z": lambda q: q.w1 * q.x1 + q.w2 * q.x2 - q.b},),
        claims=(every(lambda row: row.same(row.mine.z, row.right.z - 2 * row.right.b)),),
    ),
    Mistake(
        name="z-multiplied",
        title="the two terms are multiplied",
        happened="You multiplied the two products with each other.",
        try_this="Each feature adds its own share to the score. Which sign joins the terms?",
        variants=({"z": lambda q: q.w1 * q.x1 * q.w2 * q.x2 + q.b},),
    ),
)

SIGMOID = (
    Mistake(
        name="sigmoid-precedence",
        title="brackets are missing under the fraction bar",
        happened="Python divides before it adds, so it read (1 / 1) + e^(−z). "
        "Your prediction comes out above 1.",
        try_this="Everything under the fraction bar needs one pair of brackets around it. "
        "Test it with z = 0: the result must be 0.5.",
        variants=({"a": lambda q: 1 / 1 + exp(-q.z)},),
        claims=(every(lambda row: row.mine.a > 1),),
    ),
    Mistake(
        name="sigmoid-missing-minus",
        title="the curve is mirrored: a minus sign is missing",
        happened="A high score gives a prediction near 0. You get how sure we are of the label 0.",
        try_this="Try a large z, such as 10. The prediction should come near 1. Look at "
        "the exponent.",
        variants=({"a": lambda q: sigmoid(-q.z)},),
        claims=(is_("a", lambda q: sigmoid(-q.z)),),
    ),
    Mistake(
        name="sigmoid-plus-precedence",
        title="brackets and a minus sign are missing",
        happened="Two slips in one line: Python read (1 / 1) + e^z, and the exponent has "
        "lost its sign. "
        "The result grows without bound.",
        try_this="First put brackets around everything under the fraction bar. "
        "Then compare z = 10 and z = −10: which one should be near 1?",
        variants=({"a": lambda q: 1 / 1 + exp(q.z)},),
    ),
    Mistake(
        name="sigmoid-dropped-one",
        title="the 1 under the fraction bar is missing",
        happened="You divide by e^(−z) alone, which is e^z: it grows far above 1.",
        try_this="Something is added to e^(−z) under the bar. Test it with z = 0: it "
        "must give 0.5.",
        variants=({"a": lambda q: 1 / exp(-q.z)},),
        claims=(is_("a", lambda q: exp(q.z)),),
    ),
    Mistake(
        name="sigmoid-only-the-power",
        title="the fraction is missing",
        happened="You gave back e^(−z) alone: one part of what stands under the bar.",
        try_this="Write down the whole fraction, from the 1 above the bar to the end. "
        "Test it with z = 0: it must give 0.5.",
        variants=({"a": lambda q: exp(-q.z)},),
        claims=(is_("a", lambda q: exp(-q.z)),),
    ),
    Mistake(
        name="sigmoid-one-inside-exp",
        title="the 1 slipped into the exponent",
        happened="Your prediction is the same for every z: e^z / e^(1 + z) always is 0.3679.",
        try_this="The 1 is added outside of exp(...). Check where its brackets close.",
        variants=({"a": lambda q: exp(q.z) / exp(1 + q.z)},),
        claims=(is_("a", lambda q: exp(-1)),),
    ),
    Mistake(
        name="sigmoid-exponent-one-minus-z",
        title="the 1 slipped into the exponent",
        happened="You raised e to the power 1 − z. There the 1 doesn't do what it does under "
        "the bar.",
        try_this="The 1 is added outside of exp(...). Check where its brackets close.",
        variants=({"a": lambda q: 1 / exp(1 - q.z)}, {"a": lambda q: 1 / (1 + exp(1 - q.z))}),
    ),
    Mistake(
        name="sigmoid-twice",
        title="σ is applied twice",
        happened="Your predictions all lie between 0.5 and 0.7311: σ was taken of something that "
        "already is a σ.",
        try_this="Follow z through your code and count how often it is squeezed. Once is enough.",
        variants=({"a": lambda q: sigmoid(sigmoid(q.z))},),
        claims=(every(lambda row: 0.5 <= row.mine.a <= 0.7311),),
    ),
    Mistake(
        name="no-sigmoid",
        title="the prediction is still the score",
        happened="You gave z back as the prediction. A score can be any number; "
        "a prediction lies between 0 and 1.",
        try_this="One step is missing between z and a: the one that squeezes.",
        variants=({"a": lambda q: q.z},),
        claims=(is_("a", lambda q: q.z),),
    ),
    Mistake(
        name="threshold-too-early",
        title="the prediction is already rounded to 0 or 1",
        happened="You decided yes or no. Then nobody can tell a sure prediction from a "
        "hesitant one, "
        "and there is no slope left to learn from.",
        try_this="Keep the soft value of a while you learn. Deciding comes at the very end.",
        variants=(
            {"a": lambda q: 1.0 if q.z >= 0 else 0.0},
            {"a": lambda q: float(round(sigmoid(q.z)))},
        ),
        claims=(every(lambda row: row.mine.a in (0, 1)),),
    ),
)
