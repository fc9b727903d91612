"""The exercises of lesson 02: walking the graph backwards, from the loss to dz."""

from lessons.exercises.exercise import Exercise, Slip
from lessons.exercises.probes import A_Y, BY_HAND, EXAMPLE, RUNNING, Z_Y

LESSON = "02_derivatives"
# What its notebook imports for use in answers; the grader lends the same.
LENDS = {
    "lessons.logistic": ("forward", "loss", "sigmoid"),
    "lessons.differences": ("slope", "slopes"),
}

DERIVATIVES = (
    Exercise(
        name="nudge_w1",
        lesson=LESSON,
        kind="number",
        task="Measure how fast the loss moves when you nudge w1.",
        points=1,
        hints=(
            "Divide the change of the loss by the size of the nudge.",
            "The loss gets smaller when w1 grows, so the slope has a minus sign.",
        ),
        inputs=EXAMPLE,
        outputs=("dw1",),
        probes=(RUNNING,),
        tolerance=BY_HAND,
        slips=(
            Slip(-0.000499, "This is the change, not yet the slope", "Divide it by the nudge."),
            Slip(0.000499, "This is the change, not yet the slope", "Divide it by the nudge."),
            Slip(0.4995, "The size is right, the sign is not", "Did the loss rise or fall?"),
            Slip(-2.002, "The other way round", "Divide the change by the nudge."),
        ),
    ),
    Exercise(
        name="sign_of_da",
        lesson=LESSON,
        kind="choice",
        task="Predict the sign of da when y = 1.",
        points=0,
        hints=(
            "The truth is 1. If a moves up, is that better or worse?",
            "Better: a smaller loss.",
        ),
        right_choice="b",
        choices={
            "a": "A positive slope would mean: a larger a costs more. But the truth is 1, "
            "so moving a up brings it nearer to the truth.",
            "b": "Moving a up brings it nearer to 1, so the loss falls: the slope is negative.",
            "c": "A slope of zero would mean that a doesn't matter to the loss.",
        },
    ),
    Exercise(
        name="da",
        lesson=LESSON,
        kind="function",
        task="How fast does the loss change when the prediction a moves?",
        points=2,
        hints=(
            "One term for each part of the loss. Which sign must it have when y = 1?",
            "The slope of log(a) is 1/a. The slope of log(1 - a) is −1/(1 − a). "
            "Keep the minus sign in front of the loss, and keep your brackets.",
        ),
        inputs=("a", "y"),
        outputs=("da",),
        probes=A_Y,
        clues=((0.81, 0.3),),
    ),
    Exercise(
        name="steepest",
        lesson=LESSON,
        kind="number",
        task="Work out the slope of σ at z = 0, where it is steepest.",
        points=1,
        hints=("At z = 0 the prediction a is 0.5.", "0.5 times what is missing to 1."),
        inputs=("z",),
        outputs=("da_dz",),
        probes=((0.0,),),
        tolerance=BY_HAND,
        slips=(
            Slip(0.5, "This is a itself", "The slope has two factors, and a is one of them."),
            Slip(0, "This is z·(1 − z)", "The slope is written with a. What is a at z = 0?"),
            Slip(1, "The two factors are added", "How much there is, times what is missing."),
        ),
    ),
    Exercise(
        name="da_dz",
        lesson=LESSON,
        kind="function",
        task="How fast does the prediction a change when the score z moves?",
        points=2,
        hints=(
            "First work out a from z. The slope is written with a alone.",
            "Two factors: a, and what is missing from a to 1.",
        ),
        inputs=("z",),
        outputs=("da_dz",),
        probes=((1.45,), (-0.8,), (3.7,), (-6.5,)),
    ),
    Exercise(
        name="chain_dz",
        lesson=LESSON,
        kind="function",
        task="Multiply along the path: dz = da · da/dz.",
        points=2,
        hints=(
            "You need a first. Then da from a and y, and da/dz from z.",
            "Multiply the two slopes. Nothing else is needed.",
        ),
        inputs=("z", "y"),
        outputs=("dz",),
        probes=Z_Y,
        likely=("dsigma-counted-twice",),
    ),
    Exercise(
        name="dz",
        lesson=LESSON,
        kind="function",
        task="The same dz in its short form.",
        points=2,
        hints=(
            "Compare your numbers of dz with a and y: what do you do to a to get dz?",
            "Prediction minus truth.",
        ),
        inputs=("a", "y"),
        outputs=("dz",),
        probes=A_Y,
        extremes=((1.0, 0.0), (1.0, 1.0)),
    ),
)
