"""Wrong answers as learners write them: the catalogue's number, exercise, verdict and code.

The numbers are those of the 62 known mistakes. `da_dz` and the like call the learner's own
right functions, as in the notebooks; exp and log come from math, or from NumPy.
"""

FORWARD = "def forward(x1, x2, w1, w2, b):\n    "
UPDATE = "def update(w1, w2, b, dw1, dw2, db, alpha):\n    return "
STEP = (
    "def gradient_step(x1, x2, y, w1, w2, b, alpha):\n    z, a = forward(x1, x2, w1, w2, b)\n    "
)
BACKWARD = "def backward(x1, x2, a, y):\n    dz = a - y\n    return dz, "
TRAIN = "def train(x1, x2, y, w1, w2, b, alpha, steps):\n    losses = []\n    "
TURN = (
    "for _ in range(steps):\n        z, a = forward(x1, x2, w1, w2, b)\n"
    "        losses.append(loss(a, y))\n        dz, dw1, dw2, db = backward(x1, x2, a, y)\n"
)
DONE = "    return w1, w2, b, losses"
NEW = "        w1, w2, b = update(w1, w2, b, dw1, dw2, db, alpha)\n"
WHOLE = (
    "def whole_lecture(x1, x2, y, w1, w2, b, alpha):\n    z = w1 * x1 + w2 * x2 + b\n"
    "    a = 1 / (1 + exp(-z))\n    loss = -(y * log(a) + (1 - y) * log(1 - a))\n"
    "    da = -y / a + (1 - y) / (1 - a)\n    da_dz = a * (1 - a)\n    dz = {dz}\n"
    "    dw1, dw2, db = {slopes}\n    w1, w2, b = {new}\n"
    "    return z, a, loss, da, da_dz, dz, dw1, dw2, db, w1, w2, b"
)
SLOPES, DOWN = "x1 * dz, x2 * dz, dz", "w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db"


def sigmoid(formula: str) -> str:
    return f"def sigmoid(z):\n    return {formula}"


def loss(formula: str) -> str:
    return f"def loss(a, y):\n    return {formula}"


def da(formula: str) -> str:
    return f"def da(a, y):\n    return {formula}"


def da_dz(formula: str) -> str:
    return f"def da_dz(z):\n    a = sigmoid(z)\n    return {formula}"


def chain_dz(formula: str) -> str:
    return f"def chain_dz(z, y):\n    a = sigmoid(z)\n    return {formula}"


def whole(dz: str = "a - y", slopes: str = SLOPES, new: str = DOWN) -> str:
    return WHOLE.format(dz=dz, slopes=slopes, new=new)


WRONG_CODE = [
    (1, "sigmoid", "sigmoid-precedence", sigmoid("1 / 1 + exp(-z)")),
    (2, "sigmoid", "sigmoid-missing-minus", sigmoid("1 / (1 + exp(z))")),
    (3, "sigmoid", "sigmoid-plus-precedence", sigmoid("1 / 1 + exp(z)")),
    (4, "sigmoid", "sigmoid-dropped-one", sigmoid("1 / exp(-z)")),
    (5, "sigmoid", "sigmoid-one-inside-exp", sigmoid("exp(z) / exp(1 + z)")),
    (6, "forward", "sigmoid-twice", FORWARD + "z = w1*x1 + w2*x2 + b\n    a = sigmoid(z)\n"
     "    return z, sigmoid(a)"),
    (7, "forward", "no-sigmoid", FORWARD + "z = w1*x1 + w2*x2 + b\n    return z, z"),
    (8, "sigmoid", "threshold-too-early", sigmoid("1 if z >= 0 else 0")),
    (8, "forward", "threshold-too-early", FORWARD + "z = w1*x1 + w2*x2 + b\n"
     "    return z, round(sigmoid(z))"),
    (9, "forward", "bias-left-out", FORWARD + "z = w1*x1 + w2*x2\n    return z, sigmoid(z)"),
    (10, "forward", "weights-swapped", FORWARD + "z = w2*x1 + w1*x2 + b\n    return z, sigmoid(z)"),
    (11, "forward", "shape", FORWARD + "z = array([w1, w2]) * array([x1, x2]) + b\n"
     "    return z, 1 / (1 + 2.718281828 ** -z)"),
    (12, "loss", "loss-missing-minus", loss("y*log(a) + (1-y)*log(1-a)")),
    (13, "loss", "loss-minus-on-first-term-only", loss("-y*log(a) + (1-y)*log(1-a)")),
    (14, "loss", "loss-dropped-second-term", loss("-y * log(a)")),
    (15, "loss", "loss-1-minus-log", loss("-(y*log(a) + (1-y)*(1-log(a)))")),
    (16, "loss", "loss-log-of-1-minus-y", loss("-(y*log(a) + (1-y)*log(1-y))")),
    (17, "loss", "loss-label-and-prediction-swapped", loss("-(a*log(y) + (1-a)*log(1-y))")),
    (18, "loss", "loss-terms-swapped", loss("-(y*log(1-a) + (1-y)*log(a))")),
    (19, "loss", "loss-is-a-difference", loss("y - a")),
    (20, "loss", "log-base-10", loss("-(y*log10(a) + (1-y)*log10(1-a))")),
    (20, "da", "da-log-base-10", da("(-y/a + (1-y)/(1-a)) / log(10)")),
    (21, "loss", "squared-error", loss("(a - y)**2 / 2")),
    (22, "loss", "shape", loss("-array([y, 1 - y]) * array([log(a), log(1 - a)])")),
    (24, "da", "da-sign", da("y/a - (1-y)/(1-a)")),
    (25, "da", "da-dropped-second-term", da("-y/a")),
    (26, "da", "da-inner-minus", da("-y/a - (1-y)/(1-a)")),
    (27, "da_dz", "dsigma-of-z", da_dz("z * (1 - z)")),
    (28, "da_dz", "dsigma-of-a", da_dz("sigmoid(a) * (1 - sigmoid(a))")),
    (29, "da_dz", "dsigma-sign", da_dz("-exp(-z) / (1 + exp(-z))**2")),
    (30, "da_dz", "dsigma-1-minus-a", da_dz("1 - a")),
    (31, "chain_dz", "dsigma-counted-twice", chain_dz("da(a, y) * da_dz(z) * a * (1 - a)")),
    (32, "chain_dz", "dz-is-da", chain_dz("da(a, y)")),
    (33, "chain_dz", "dz-is-da-dz", chain_dz("da_dz(z)")),
    (34, "dz", "dz-sign", "def dz(a, y):\n    return y - a"),
    (35, "whole_lecture", "two-flips-cancel", whole("y - a", new=DOWN.replace("-", "+"))),
    (36, "dz", "mse-gradient", "def dz(a, y):\n    return (a - y) * a * (1 - a)"),
    (37, "chain_dz", "dz-uses-z", chain_dz("z - y")),
    (38, "backward", "dw-without-x", BACKWARD + "dz, dz, dz"),
    (39, "backward", "dw-uses-a", BACKWARD + "a * dz, a * dz, dz"),
    (40, "backward", "dw-swapped", BACKWARD + "x2 * dz, x1 * dz, dz"),
    (41, "backward", "dw-copy-paste", BACKWARD + "x1 * dz, x1 * dz, dz"),
    (42, "backward", "db-copied-from-dw", BACKWARD + "x1 * dz, x2 * dz, x1 * dz"),
    (43, "backward", "db-is-constant", BACKWARD + "x1 * dz, x2 * dz, 1"),
    (44, "backward", "shape", BACKWARD + "x1 * dz, x2 * dz, array([dz, dz])"),
    (45, "update", "plus-sign", UPDATE + DOWN.replace("-", "+")),
    (45, "whole_lecture", "plus-sign", whole(new=DOWN.replace("-", "+"))),
    (46, "update", "alpha-forgotten", UPDATE + "w1 - dw1, w2 - dw2, b - db"),
    (47, "update", "alpha-hard-coded", UPDATE + DOWN.replace("alpha", "0.01")),
    (48, "update", "old-value-lost", UPDATE + "-alpha * dw1, -alpha * dw2, -alpha * db"),
    (49, "update", "bias-not-updated", UPDATE + "w1 - alpha * dw1, w2 - alpha * dw2, b"),
    (50, "update", "bias-other-sign", UPDATE + DOWN.replace("b -", "b +")),
    (51, "gradient_step", "sequential-update", STEP + "w1 = w1 - alpha * x1 * (a - y)\n"
     "    z, a = forward(x1, x2, w1, w2, b)\n    w2 = w2 - alpha * x2 * (a - y)\n"
     "    z, a = forward(x1, x2, w1, w2, b)\n    return w1, w2, b - alpha * (a - y)"),
    (52, "train", "update-outside-loop", TRAIN + TURN + NEW.replace("        ", "    ") + DONE),
    (54, "dz", "global", "a = 0.81\ndef dz(p, y):\n    return a - y"),
    (56, "train", "random", TRAIN + "w1, w2 = random(), random()\n    " + TURN + NEW + DONE),
    (57, "loss", "log-of-zero", loss("-(y*log(a) + (1-y)*log(1-a))")),
    (58, "dz", "chain-rule-through-da",
     "def dz(a, y):\n    return (-y/a + (1-y)/(1-a)) * a * (1-a)"),
    (59, "sigmoid", "exp-overflow", sigmoid("1 / (1 + exp(-z))")),
    (60, "loss", "epsilon-misused", loss("-(y*log(a + 1e-5) + (1-y)*log(1 - a + 1e-5))")),
]  # fmt: skip

NOT_IN_THE_NUMBERS = {
    23: "a belief about the loss; what a function returns can't show it",
    53: "floats can't be changed in place; test_troubles shows it with a list",
    55: "a mix-up of data sets; the course has one example",
    61: "a belief; the choice huge_alpha asks about it",
    62: "a belief; the choice tiny_alpha asks about it",
}
RIGHT_ON_PAPER = {57, 58, 59}  # only a remark on a right answer
QUIET_IN_NUMPY = {59}  # there e^800 is inf, and 1/inf the right 0
