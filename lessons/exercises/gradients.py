"""The exercises of lesson 02: from dz to the slopes of the parameters, and the exit ticket."""

from lessons.exercises.exercise import Exercise
from lessons.exercises.probes import A_Y, BY_HAND, BY_HAND_MISTAKES, EXAMPLE, FRESH, X

LESSON = "02_derivatives"

GRADIENTS = (
    Exercise(
        name="larger_slope",
        lesson=LESSON,
        kind="choice",
        task="Predict which weight the loss feels more, when x1 = 2 and x2 = 1.",
        points=0,
        hints=("z = w1·x1 + w2·x2 + b. Nudge w1 by 0.01: how far does z move?", "And w2?"),
        right_choice="a",
        choices={
            "a": "w1 is multiplied by x1 = 2, so a nudge of w1 moves z twice as far.",
            "b": "w2 is multiplied by x2 = 1. Which of the two features is larger?",
            "c": "The size of the weight itself doesn't matter. What is each weight multiplied by?",
        },
    ),
    Exercise(
        name="gradients",
        lesson=LESSON,
        kind="function",
        task="Share dz out: the slopes dw1, dw2 and db.",
        points=3,
        hints=(
            "z = w1·x1 + w2·x2 + b. If w1 moves by a little, how much does z move?",
            "z moves x1 times as much as w1, and exactly as much as b.",
        ),
        inputs=("x1", "x2", "dz"),
        outputs=("dw1", "dw2", "db"),
        probes=tuple((*x, dz) for x, dz in zip(X, (-0.19, 0.81, 0.4), strict=True)),
    ),
    Exercise(
        name="backward",
        lesson=LESSON,
        kind="function",
        task="The whole way back: dz, dw1, dw2, db.",
        points=3,
        hints=(
            "Four lines, one for each number you return. dz comes first: the others need it.",
            "Inside this function dz is a number. Write dz = ... with a and y, then use it.",
        ),
        inputs=("x1", "x2", "a", "y"),
        outputs=("dz", "dw1", "dw2", "db"),
        probes=tuple((*x, a, y) for x, (a, y) in zip(X * 2, A_Y, strict=True)),
    ),
    Exercise(
        name="edge_of_sigmoid",
        lesson=LESSON,
        kind="choice",
        task="Exit ticket: find the edge that carries the slope a·(1 − a).",
        points=1,
        hints=("It is the slope of σ.", "σ turns z into a."),
        right_choice="b",
        choices={
            "a": "From w1 to z there is a product. Its slope is the input x1.",
            "b": "σ turns z into a, and a·(1 − a) is the slope of σ.",
            "c": "From a to L there are the two logs. Their slope has fractions in it.",
        },
    ),
    Exercise(
        name="fresh_graph",
        lesson=LESSON,
        kind="number",
        task="Exit ticket: fill in the whole graph for a fresh example.",
        points=4,
        hints=(
            "Go right first: z, then a. Then come back: da, da_dz, dz, and the three slopes.",
            "y = 0 here, so da has only its second term, and dz = a − 0.",
        ),
        inputs=EXAMPLE,
        outputs=("z", "a", "da", "da_dz", "dz", "dw1", "dw2", "db"),
        probes=(FRESH,),
        tolerance=BY_HAND,
        likely=BY_HAND_MISTAKES,
    ),
)
