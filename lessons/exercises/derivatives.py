"""The exercises of lesson 02: walking the graph backwards."""

from lessons.exercises.exercise import Exercise, Slip
from lessons.exercises.probes import A_Y, BY_HAND, EXAMPLE, FRESH, RUNNING, Z_Y, X

LESSON = "02_derivatives"

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
            Slip(1, "The two factors are added", "How much there is *times* what is missing."),
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
        likely=tuple(
            "bias-left-out weights-swapped sigmoid-missing-minus sigmoid-precedence da-sign "
            "da-dropped-second-term da-is-dz dsigma-of-z dsigma-sign dsigma-1-minus-a dz-is-da "
            "dz-sign dz-uses-z dw-without-x dw-is-x dw-swapped dw-copy-paste dw-sign "
            "db-copied-from-dw db-is-constant db-sign".split()
        ),
    ),
)
