"""What is said about one number worked out by hand: the catalogue's own words are about code.

A function shows what it does with every example. One number shows no more than itself, so nothing
is said here of other numbers, of both labels, or of Python.
"""

from dataclasses import replace
from typing import NamedTuple

from lessons.mistakes.mistake import Mistake


class Words(NamedTuple):
    """What is said of a mistake in one number; where nothing stands, the catalogue's words do."""

    happened: str = ""
    try_this: str = ""
    title: str = ""


WRONG_SIGN = "The size is right, and the sign is wrong."
ONE_WEIGHT = "z = w1·x1 + w2·x2 + b. A little more of one weight: how much more of z?"
# Only who works by hand loses the sign of a product; code doesn't.
SIGN_LOST = Mistake(
    name="product-sign-lost",
    title="a sign is lost",
    happened="One product has the wrong sign.",
    try_this="Minus times plus is minus, minus times minus is plus.",
    variants=(
        {"z": lambda q: q.w1 * q.x1 - q.w2 * q.x2 + q.b},
        {"z": lambda q: -q.w1 * q.x1 + q.w2 * q.x2 + q.b},
    ),
)
# Instead of the catalogue's words where those are about several numbers, or about code.
ONE_NUMBER = {
    "same-feature-twice": Words(try_this="Did you copy a term? Read z aloud, feature by feature."),
    "sigmoid-precedence": Words(
        "This is (1 / 1) + e^(−z), which is above 1: dividing comes before adding.",
        "Work out all that stands under the bar first. Only then divide.",
    ),
    "sigmoid-missing-minus": Words(
        "This is how sure we are of the label 0.",
        "A high score should give a prediction near 1. Look at the exponent.",
    ),
    "sigmoid-plus-precedence": Words(
        "This is (1 / 1) + e^z: the exponent has lost its sign, and dividing comes before adding.",
        "Work out e^(−z) first, then all that stands under the bar. Only then divide.",
    ),
    "sigmoid-dropped-one": Words(
        "The 1 that is added to e^(−z) is missing.",
        "What stands under the bar when z = 0? The result must be 0.5 there.",
    ),
    "sigmoid-only-the-power": Words(
        "This is e^(−z) alone: one part of what stands under the bar.",
        "Write down the whole fraction, from the 1 above the bar to the end.",
    ),
    "sigmoid-one-inside-exp": Words(
        "This is e^z / e^(1 + z), which is 0.3679 whatever z is.",
        "The 1 is added to the power of e, not to its exponent.",
    ),
    "sigmoid-exponent-one-minus-z": Words(
        "You raised e to the power 1 − z.", "The 1 is added to the power of e, not to its exponent."
    ),
    "sigmoid-twice": Words(
        "You took σ of something that already is a σ.",
        "Count how often z is squeezed. Once is enough.",
    ),
    "no-sigmoid": Words("This is z. A score can be any number; a prediction lies between 0 and 1."),
    "threshold-too-early": Words(
        "You decided yes or no. That no longer says how sure the prediction is.",
        "Keep the soft value of a. Deciding comes at the very end.",
    ),
    "loss-missing-minus": Words(
        "Your loss is negative. The log of a number below 1 is negative, and a loss can't be."
    ),
    "loss-minus-on-first-term-only": Words(
        "The minus has not reached the term for y = 0.",
        "The minus stands in front of a bracket that holds both terms.",
    ),
    "loss-dropped-second-term": Words("The label is 0, and you left out the term for it."),
    "loss-ignores-label": Words(
        "The label is 0 or 1, and switches one of the two terms off.",
        "Which of the two terms is left here? Look at y.",
    ),
    "loss-1-minus-log": Words("You took the log first and subtracted after."),
    "loss-label-and-prediction-swapped": Words(
        "You took the log of the label, and multiplied by the prediction."
    ),
    "loss-terms-swapped": Words(
        "You took the term of the other label.",
        "With y = 1 a loss is small when a is near 1. Which log does that?",
    ),
    "loss-is-a-difference": Words(
        "You subtracted the two. A difference hardly minds being confident and wrong."
    ),
    "loss-is-a-distance": Words(
        "You measured how far a is from y. Being confident and wrong should cost more."
    ),
    "log-base-10": Words(try_this="In this course log is the natural logarithm."),
    "log-base-2": Words(try_this="In this course log is the natural logarithm."),
    "squared-error": Words("You squared the distance. That is another loss."),
    "da-sign": Words(WRONG_SIGN),
    "da-dropped-second-term": Words(
        "The label is 0, and you left out the term for it.",
        "The loss has two terms, and each has a slope. Which one is on here?",
    ),
    "da-inner-minus": Words(WRONG_SIGN),
    "da-transcript-brackets": Words(
        "Read aloud, the formula loses its brackets: only y is divided by 1 then."
    ),
    "da-half-brackets": Words("With half its brackets it is another fraction."),
    "da-dropped-first-term": Words(
        "The label is 1, and you left out the term for it.",
        "The loss has two terms, and each has a slope. Which one is on here?",
    ),
    "da-ignores-label": Words("The label is not in it."),
    "da-is-dz": Words("This is dL/dz. That is one edge further back than da."),
    "da-is-loss": Words("This is the loss itself."),
    "dsigma-of-z": Words("This is z·(1 − z)."),
    "dsigma-of-a": Words(
        "You took σ of a. But a already is σ(z).", "z is squeezed once: that gives a. Go on with a."
    ),
    "dsigma-1-minus-a": Words("You kept only one of the two factors."),
    "dsigma-no-brackets": Words("Multiplying comes before subtracting, so a · 1 − a is 0."),
    "dsigma-added": Words("This is a + (1 − a), which is 1."),
    "dz-is-da-dz": Words("This is da/dz: the label is not in it."),
    "dz-label-fixed": Words("This is a − 1, whatever the label is.", "Test it with y = 0."),
    "dz-uses-z": Words("You compared z with the label. z can be any number."),
    "dz-is-a-distance": Words("A distance has no sign, so it can't say which way to go."),
    "dz-squared": Words("A square has no sign, so it can't say which way to go."),
    "dz-ignores-label": Words("This is the prediction alone."),
    "dw-copy-paste": Words(
        "You took the feature of the other weight.",
        "Match the little numbers: each weight has its own feature.",
        title="the other input is used",
    ),
    "dw-without-x": Words("This is dz itself.", ONE_WEIGHT, title="the input is missing"),
    "dw-is-x": Words(
        "This is how much z moves with the weight. How much the loss moves with z is missing.",
        "The path from the loss to the weight has two parts. Multiply them.",
    ),
    "dw-uses-a": Words(
        try_this="Look at the edge from the weight to z. What is the weight multiplied by?"
    ),
    "dw-uses-w": Words(try_this=ONE_WEIGHT),
    "dw-swapped": Words(
        "You took the feature of the other weight.",
        "Match the little numbers: each weight has its own feature.",
        title="the other input is used",
    ),
    "dw-added": Words(
        try_this="If z moves 2 times as fast as the weight, how fast does the loss move then?"
    ),
    "dw-from-da": Words(
        "You started from da. The edge from a back to z is missing on the way.",
        "Weights and bias hang on z. Which slope belongs to z?",
    ),
    "dw-sign": Words(WRONG_SIGN, title="the slope has the wrong sign"),
    "db-is-constant": Words("dz/db is 1, but db means dL/db.", title="db is a fixed number"),
    "db-sign": Words(WRONG_SIGN),
}
# What is said about one step by hand, the likeliest mistake first.
STEPS = {
    "plus-sign": Words(
        "The step went the wrong way.",
        "Two signs matter: the one of the slope, and the one before α in the rule.",
    ),
    "alpha-forgotten": Words(try_this="Multiply the slope by α before you subtract it."),
    "nothing-updated": Words("This is the old value.", "Take the step away from it."),
    "old-value-lost": Words(
        "This is the step alone.", "A step starts from somewhere: from the old value."
    ),
    "minus-reversed": Words(),
    "update-copy-paste": Words(
        "You took another one's slope.",
        "w1 moves by dw1, w2 by dw2, b by db.",
        title="another slope is used",
    ),
    "alpha-divides": Words("A smaller α should make a smaller step.", "Multiply the slope by α."),
    "step-from-alpha": Words("The slope should be multiplied by α alone."),
    "alpha-hard-coded": Words(
        "This is the step of another α.", "Use the α that is given.", title="another α is used"
    ),
}


def by_hand(mistake: Mistake) -> Mistake:
    """Return the mistake with what is said of it where one number shows it.

    >>> from lessons.mistakes import MISTAKES
    >>> by_hand(MISTAKES["da-is-loss"]).happened
    'This is the loss itself.'
    """
    words = (ONE_NUMBER | STEPS).get(mistake.name, Words())
    return replace(
        mistake,
        title=words.title or mistake.title,
        happened=words.happened or mistake.happened,
        try_this=words.try_this or mistake.try_this,
    )
