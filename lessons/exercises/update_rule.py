"""The exercises of lesson 03: learning."""

from lessons.exercises.exercise import Exercise, Slip
from lessons.exercises.probes import BY_HAND, RUNNING, STEP, STEP_PROBES

LESSON = "03_update_rule"

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
    Exercise(
        name="train",
        lesson=LESSON,
        kind="function",
        task="Repeat the step, and keep the loss before each one.",
        points=4,
        hints=(
            "Three things happen in every turn of the loop: forward, remember the loss, step.",
            "Start with losses = [] before the loop. Everything that repeats is indented inside "
            "the loop; return comes after it.",
        ),
        inputs=(*STEP, "steps"),
        outputs=("final_w1", "final_w2", "final_b", "losses"),
        probes=tuple((*at, 3) for at in STEP_PROBES),
    ),
    Exercise(
        name="tiny_alpha",
        lesson=LESSON,
        kind="choice",
        task="The loss barely moves with α = 0.001. Predict why.",
        points=0,
        hints=("Compare with the drop you would expect: α·dz²·(1 + x1² + x2²).", "It fits."),
        right_choice="b",
        choices={
            "a": "It looks like it, but the loss drops exactly as much as so small a step can "
            "make it. Nothing is broken.",
            "b": "The step is α times the slope. A tiny α makes a tiny step: slow, and right.",
            "c": "The slope is not zero: dz is about −0.25. What is it multiplied by?",
        },
    ),
    Exercise(
        name="expected_drop",
        lesson=LESSON,
        kind="number",
        task="By how much should the loss drop in one step with α = 0.01?",
        points=1,
        hints=(
            "The drop is about α·dz²·(1 + x1² + x2²).",
            "dz² is 0.0624, and 1 + x1² + x2² is 1 + 4 + 1 = 6.",
        ),
        inputs=STEP,
        outputs=("expected_drop",),
        probes=((*RUNNING, 0.01),),
        tolerance=0.0001,
        slips=(
            Slip(
                -0.003741, "The square lost its minus", "Put brackets around −0.2497 before ** 2."
            ),
            Slip(0.014982, "The square is missing", "dz comes in squared: dz times dz."),
            Slip(
                0.000623,
                "The last factor is missing",
                "Work out 1 + x1² + x2², and multiply by it.",
            ),
            Slip(0.374101, "α is missing", "Scale it with the learning rate of this question."),
        ),
    ),
    Exercise(
        name="huge_alpha",
        lesson=LESSON,
        kind="choice",
        task="Predict what α = 100 does to the loss of this one example.",
        points=0,
        hints=("With y = 1, dz is negative. Which way does z move?", "Can z ever overshoot +∞?"),
        right_choice="c",
        choices={
            "a": "Most people say so! But with one example z only ever moves towards its label, "
            "so the loss can't rise, however large α is.",
            "b": "To swing back, z would have to be pulled the other way. Who would pull it? "
            "There is only one example.",
            "c": "With one example z only ever moves towards its label. A huge step just gets "
            "there at once.",
        },
    ),
    Exercise(
        name="two_examples",
        lesson=LESSON,
        kind="choice",
        task="Now there are two examples that disagree. Predict what a large α does.",
        points=0,
        hints=("One pulls z up, the other pulls it down.", "A large step overshoots the balance."),
        right_choice="b",
        choices={
            "a": "That was so with one example. Now a step that helps one of them can "
            "hurt the other.",
            "b": "The two pull against each other. A large step overshoots the balance between "
            "them, and the loss can rise.",
            "c": "Something is learned: the two find a balance when α is small enough.",
        },
    ),
    Exercise(
        name="whole_lecture",
        lesson=LESSON,
        kind="function",
        task="The whole lecture in twelve lines: every number of one step, by its name.",
        points=5,
        hints=(
            "Go down the summary card, one line of code per line of the card.",
            "Work out all slopes before you change w1, w2 or b, and put the new ones "
            "in at the end.",
        ),
        inputs=STEP,
        outputs=tuple("z a loss da da_dz dz dw1 dw2 db new_w1 new_w2 new_b".split()),
        probes=STEP_PROBES,
    ),
)
