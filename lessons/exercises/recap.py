"""The exercises of lesson 01: from numbers to a loss."""

from lessons.exercises.exercise import Exercise, Slip
from lessons.exercises.probes import A_Y, BY_HAND, EXAMPLE, FRESH, W, X

LESSON = "01_recap"

RECAP = (
    Exercise(
        name="sigmoid_of_0",
        lesson=LESSON,
        kind="number",
        task="Work out σ(0) by hand.",
        points=1,
        hints=("Any number to the power 0 is 1, so e^(−0) is 1.", "1 / (1 + 1) is …"),
        inputs=("z",),
        outputs=("a",),
        probes=((0.0,),),
        tolerance=BY_HAND,
        slips=(
            Slip(1, "This is e^(−0), one part of it", "What is done with it in the fraction?"),
            Slip(2, "This is what stands under the bar", "And the whole fraction?"),
        ),
    ),
    Exercise(
        name="sigmoid_of_10",
        lesson=LESSON,
        kind="choice",
        task="Predict σ(10).",
        points=0,
        hints=("e^(−10) is about 0.00005.", "1 / (1 + 0.00005): a little below …"),
        right_choice="b",
        choices={
            "a": "σ squeezes every score into the space between 0 and 1, so it can't be 10.",
            "b": "σ(10) = 0.99995. It comes as near to 1 as you like, and never gets there.",
            "c": "Very nearly. But e^(−10) is small, not zero, so σ(10) stays just below 1.",
        },
    ),
    Exercise(
        name="sigmoid",
        lesson=LESSON,
        kind="function",
        task="Turn a score z into a prediction a between 0 and 1.",
        points=2,
        hints=(
            "Say the formula aloud: one, divided by (one plus e to the minus z).",
            "math.exp(-z) is e^(−z). Which part of your line is below the fraction bar? "
            "Everything below the bar needs one pair of brackets around it.",
        ),
        inputs=("z",),
        outputs=("a",),
        probes=((1.45,), (-0.8,), (3.7,), (-6.5,), (20.0,)),
        extremes=((-800.0,), (800.0,)),
    ),
    Exercise(
        name="forward",
        lesson=LESSON,
        kind="function",
        task="Work out the score z, then the prediction a = σ(z).",
        points=3,
        hints=(
            "Two lines: first z from the weights, the features and b; then a from z.",
            "Each weight goes with its own feature. Return both numbers: return z, a",
        ),
        inputs=("x1", "x2", "w1", "w2", "b"),
        outputs=("z", "a"),
        probes=tuple((*x, *w) for x, w in zip(X, W, strict=True)),
    ),
    Exercise(
        name="which_is_worse",
        lesson=LESSON,
        kind="choice",
        task="Predict which prediction costs more when y = 0.",
        points=0,
        hints=("The truth is 0. Which prediction is further from it?", "Which one was surer?"),
        right_choice="a",
        choices={
            "a": "It was surer, and wrong. Being confident and wrong costs the most.",
            "b": "0.6 is wrong too, but only a little. Which of the two was surer of the "
            "wrong thing?",
            "c": "Both say 1 when the truth is 0, but the loss also looks at how sure they were.",
        },
    ),
    Exercise(
        name="times_worse",
        lesson=LESSON,
        kind="number",
        task="How many times larger is the loss of a = 0.9 than the loss of a = 0.6, when y = 0?",
        points=1,
        hints=(
            "When y = 0 the loss is −log(1 − a). Work it out for both, then divide.",
            "−log(0.1) = 2.303 and −log(0.4) = 0.916.",
        ),
        inputs=("a", "other_a", "y"),
        outputs=("times_worse",),
        probes=((0.9, 0.6, 0.0),),
        tolerance=0.01,
        slips=(
            Slip(
                0.398, "The other way round", "How often does the smaller one fit into the larger?"
            ),
            Slip(1.5, "You divided the predictions", "Work out the two losses first."),
            Slip(1.386, "You subtracted the losses", "How many times asks for a division."),
            Slip(0.2063, "These are the losses for y = 1", "The label is 0: which term is on?"),
        ),
    ),
    Exercise(
        name="loss",
        lesson=LESSON,
        kind="function",
        task="Work out how surprised we are: the loss of a prediction a when the label is y.",
        points=3,
        hints=(
            "Two terms, one for y = 1 and one for y = 0. The label switches one of them off.",
            "Write the bracket first: y times the log of a, plus (1 - y) times the log of (1 - a). "
            "Then put one minus sign in front of the whole bracket.",
        ),
        inputs=("a", "y"),
        outputs=("loss",),
        probes=A_Y,
        clues=((0.81, 0.3), (0.23, 0.6)),
        extremes=((1.0, 1.0), (0.0, 0.0)),
    ),
    Exercise(
        name="drill_z",
        lesson=LESSON,
        kind="number",
        task="Exit ticket: the score z of a fresh example.",
        points=1,
        hints=("z = w1·x1 + w2·x2 + b. Mind the sign of w2.", "1.2 − 1.0 + …"),
        inputs=EXAMPLE,
        outputs=("z",),
        probes=(FRESH,),
        tolerance=BY_HAND,
        likely=("bias-left-out", "weights-swapped", "same-feature-twice", "bias-subtracted"),
        slips=(
            Slip(2.5, "The sign of w2 is lost", "w2 is negative: what happens to its product?"),
        ),
    ),
    Exercise(
        name="drill_a",
        lesson=LESSON,
        kind="number",
        task="Exit ticket: the prediction a of the same example.",
        points=1,
        hints=("a = σ(z). You may use sigmoid.", "e^(−0.5) is about 0.6065."),
        inputs=EXAMPLE,
        outputs=("a",),
        probes=(FRESH,),
        tolerance=BY_HAND,
        likely=(
            "sigmoid-missing-minus",
            "sigmoid-precedence",
            "sigmoid-dropped-one",
            "sigmoid-only-the-power",
        ),
        slips=(Slip(0.5, "This is the score z", "One step is missing: the one that squeezes."),),
    ),
    Exercise(
        name="drill_loss",
        lesson=LESSON,
        kind="number",
        task="Exit ticket: its loss, with y = 0.",
        points=1,
        hints=("y = 0, so only the second term is left.", "The loss is −log(1 − a)."),
        inputs=EXAMPLE,
        outputs=("loss",),
        probes=(FRESH,),
        tolerance=BY_HAND,
        likely=("loss-missing-minus", "loss-terms-swapped", "log-base-10", "squared-error"),
    ),
)
