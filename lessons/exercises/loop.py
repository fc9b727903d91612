"""The exercises of lesson 03: the step in a loop, what α does, and the whole lecture."""

from lessons.exercises.exercise import Exercise, Slip
from lessons.exercises.probes import RUNNING, STEP, STEP_PROBES

LESSON = "03_update_rule"

LOOP = (
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
