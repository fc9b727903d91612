"""The inputs on which answers are judged, and the examples that are worked out by hand.

The probes hide nothing: no zeros, no ones, no equal features, both labels, b ≠ 0. Textbook
inputs such as w = 0 and x = (1, 1) would let a third of the known mistakes through.
RANGES says where the grader draws further inputs, which no learner has seen.
"""

EXAMPLE = ("x1", "x2", "y", "w1", "w2", "b")
STEP = (*EXAMPLE, "alpha")

X = ((1.5, -2.0), (-0.7, 3.1), (4.0, 2.5))
W = ((0.5, -0.3, 0.1), (1.2, 0.45, -0.6), (0.9, 0.3, -1.3))
Z_Y = ((1.45, 1.0), (1.45, 0.0), (-2.3, 1.0), (-2.3, 0.0), (6.0, 1.0), (6.0, 0.0))
A_Y = ((0.81, 1.0), (0.81, 0.0), (0.23, 1.0), (0.23, 0.0), (0.996, 1.0), (0.996, 0.0))
STEP_PROBES = tuple(
    (*x, y, *w, alpha)
    for x, w, alpha in zip(X, W, (0.2, 0.35, 0.07), strict=True)
    for y in (1.0, 0.0)
)

# For every input of a function but `y`, which is 0 and 1 in turn, and `steps`, a small number.
RANGES: dict[str, tuple[float, float]] = {
    "x1": (-4, 4),
    "x2": (-4, 4),
    "w1": (-1.2, 1.2),
    "w2": (-1.2, 1.2),
    "b": (-1.2, 1.2),
    "z": (-5, 5),
    "a": (0.03, 0.97),
    "alpha": (0.02, 0.6),
    "dz": (-0.95, 0.95),
    "dw1": (-3, 3),
    "dw2": (-3, 3),
    "db": (-0.95, 0.95),
}

RUNNING = (2.0, 1.0, 1.0, 0.3, 0.4, 0.1)
FRESH = (3.0, 2.0, 0.0, 0.4, -0.5, 0.3)
BY_HAND = 0.002

# What to suspect when a whole graph was filled in by hand.
BY_HAND_MISTAKES = tuple(
    "bias-left-out weights-swapped sigmoid-missing-minus sigmoid-precedence da-sign "
    "da-dropped-second-term da-is-dz dsigma-of-z dsigma-sign dsigma-1-minus-a dz-is-da dz-sign "
    "dz-uses-z dw-without-x dw-is-x dw-swapped dw-copy-paste dw-sign db-copied-from-dw "
    "db-is-constant db-sign".split()
)
