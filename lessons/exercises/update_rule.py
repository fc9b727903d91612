"""The exercises of lesson 03: one step downhill."""

from lessons.exercises.exercise import Exercise
from lessons.exercises.probes import BY_HAND, RUNNING, STEP, STEP_PROBES

LESSON = "03_update_rule"
# What its notebook imports for use in answers; the grader lends the same.
LENDS = {"lessons.logistic": ("backward", "forward", "loss")}

UPDATE_RULE = (
    Exercise(
        name="moves_most",
        lesson=LESSON,
        kind="choice",
        task="Predict which parameter moves most in one step.",
        points=0,
        hints=("Each one moves by α times its own slope.", "Which slope is the largest in size?"),
        right_choice="a",
        choices={
            "a": "|dw1| is the largest, because x1 = 2 is the largest input.",
            "b": "dw2 = x2·dz with x2 = 1. Is that the largest of the three slopes?",
            "c": "db = dz. Is that the largest of the three slopes?",
        },
    ),
    Exercise(
        name="step_by_hand",
        lesson=LESSON,
        kind="number",
        task="Take one step by hand, with α = 1.",
        points=3,
        hints=(
            "dw1 = −0.4995, so you subtract a negative number: w1 grows.",
            "w1: 0.3 − 1 · (−0.4995) = 0.3 + 0.4995. The other two go the same way.",
        ),
        inputs=STEP,
        outputs=("new_w1", "new_w2", "new_b"),
        probes=((*RUNNING, 1.0),),
        tolerance=BY_HAND,
        likely=tuple(
            "plus-sign old-value-lost minus-reversed bias-not-updated bias-other-sign "
            "only-bias-updated nothing-updated update-copy-paste update-swapped".split()
        ),
    ),
    Exercise(
        name="update",
        lesson=LESSON,
        kind="function",
        task="Take one step downhill with all three parameters.",
        points=3,
        hints=(
            "New value = old value, minus alpha times its own slope. Three times.",
            "w1 uses dw1, w2 uses dw2, b uses db. Return all three.",
        ),
        inputs=("w1", "w2", "b", "dw1", "dw2", "db", "alpha"),
        outputs=("new_w1", "new_w2", "new_b"),
        probes=(
            (0.5, -0.3, 0.1, -0.285, 0.38, -0.19, 0.2),
            (1.2, 0.45, -0.6, 1.215, -1.62, 0.81, 0.35),
            (-0.7, 2.4, 1.6, 0.33, 0.21, -0.47, 0.07),
        ),
    ),
    Exercise(
        name="after_one_step",
        lesson=LESSON,
        kind="choice",
        task="Predict the prediction a after the step.",
        points=0,
        hints=("The label is 1. Which way should a good step move a?", "Up, towards 1."),
        right_choice="a",
        choices={
            "a": "All three parameters grew, z grew with them, and a moved towards the label 1.",
            "b": "A step downhill lowers the loss. With y = 1, does a lower loss mean a larger or "
            "a smaller a?",
            "c": "The parameters changed, so z changed, so a changed.",
        },
    ),
    Exercise(
        name="gradient_step",
        lesson=LESSON,
        kind="function",
        task="One whole step: forward, backward, update.",
        points=4,
        hints=(
            "Call forward, then backward, then update. Use what each one returns in the next.",
            "z, a = forward(...), then dz, dw1, dw2, db = backward(...), then return update(...).",
        ),
        inputs=STEP,
        outputs=("new_w1", "new_w2", "new_b"),
        probes=STEP_PROBES,
    ),
)
