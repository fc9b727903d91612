"""The one exercise of lesson 00."""

from lessons.exercises.exercise import Exercise
from lessons.exercises.probes import BY_HAND, EXAMPLE, RUNNING

LESSON = "00_start"

START = (
    Exercise(
        name="first_z",
        lesson=LESSON,
        kind="number",
        task="Work out the score z of the seedling.",
        points=1,
        hints=(
            "Three numbers are added: one for the sun, one for the water, and b.",
            "0.3 · 2 is 0.6 and 0.4 · 1 is 0.4. What is still missing?",
        ),
        inputs=EXAMPLE,
        outputs=("z",),
        probes=(RUNNING,),
        tolerance=BY_HAND,
        likely=("bias-left-out", "weights-swapped", "same-feature-twice", "bias-subtracted"),
        on_purpose=("bias-left-out",),
    ),
)
