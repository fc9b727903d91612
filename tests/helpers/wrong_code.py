"""Wrong answers as learners write them: exercise, verdict and code.

`da_dz` and the like call the learner's own right functions, as in the notebooks; exp and log
come from math, or from NumPy. Beliefs are not here, as what a function returns can't show them.
"""

from lessons.mistakes import MISTAKES

FORWARD = "def forward(x1, x2, w1, w2, b):\n    "
UPDATE = "def update(w1, w2, b, dw1, dw2, db, alpha):\n    return "
STEP = (
    "def gradient_step(x1, x2, y, w1, w2, b, alpha):\n    z, a = forward(x1, x2, w1, w2, b)\n    "
)
BACKWARD = "def backward(x1, x2, a, y):\n    dz = a - y\n    return dz, "
TRAIN = "def train(x1, x2, y, w1, w2, b, alpha, steps):\n    losses = []\n    "
NOTE = "        losses.append(loss(a, y))\n"
TURN = (
    "for _ in range(steps):\n        z, a = forward(x1, x2, w1, w2, b)\n"
    + NOTE
    + "        dz, dw1, dw2, db = backward(x1, x2, a, y)\n"
)
DONE = "    return w1, w2, b, losses"
NEW = "        w1, w2, b = update(w1, w2, b, dw1, dw2, db, alpha)\n"
LAST = "loss(forward(x1, x2, w1, w2, b)[1], y)"
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
    ("sigmoid", "sigmoid-precedence", sigmoid("1 / 1 + exp(-z)")),
    ("sigmoid", "sigmoid-missing-minus", sigmoid("1 / (1 + exp(z))")),
    ("sigmoid", "sigmoid-plus-precedence", sigmoid("1 / 1 + exp(z)")),
    ("sigmoid", "sigmoid-dropped-one", sigmoid("1 / exp(-z)")),
    ("sigmoid", "sigmoid-only-the-power", sigmoid("exp(-z)")),
    ("sigmoid", "sigmoid-one-inside-exp", sigmoid("exp(z) / exp(1 + z)")),
    ("sigmoid", "sigmoid-exponent-one-minus-z", sigmoid("1 / (1 + exp(1 - z))")),
    ("forward", "sigmoid-twice", FORWARD + "z = w1*x1 + w2*x2 + b\n    a = sigmoid(z)\n"
     "    return z, sigmoid(a)"),
    ("forward", "no-sigmoid", FORWARD + "z = w1*x1 + w2*x2 + b\n    return z, z"),
    ("sigmoid", "threshold-too-early", sigmoid("1 if z >= 0 else 0")),
    ("forward", "threshold-too-early", FORWARD + "z = w1*x1 + w2*x2 + b\n"
     "    return z, round(sigmoid(z))"),
    ("forward", "bias-left-out", FORWARD + "z = w1*x1 + w2*x2\n    return z, sigmoid(z)"),
    ("forward", "weights-swapped", FORWARD + "z = w2*x1 + w1*x2 + b\n    return z, sigmoid(z)"),
    ("forward", "same-feature-twice", FORWARD + "z = w1*x1 + w2*x1 + b\n    return z, sigmoid(z)"),
    ("forward", "bias-subtracted", FORWARD + "z = w1*x1 + w2*x2 - b\n    return z, sigmoid(z)"),
    ("forward", "z-multiplied", FORWARD + "z = w1*x1*w2*x2 + b\n    return z, sigmoid(z)"),
    ("forward", "shape", FORWARD + "z = array([w1, w2]) * array([x1, x2]) + b\n"
     "    return z, 1 / (1 + 2.718281828 ** -z)"),
    ("loss", "loss-missing-minus", loss("y*log(a) + (1-y)*log(1-a)")),
    ("loss", "loss-minus-on-first-term-only", loss("-y*log(a) + (1-y)*log(1-a)")),
    ("loss", "loss-dropped-second-term", loss("-y * log(a)")),
    ("loss", "loss-1-minus-log", loss("-(y*log(a) + (1-y)*(1-log(a)))")),
    ("loss", "loss-log-of-1-minus-y", loss("-(y*log(a) + (1-y)*log(1-y))")),
    ("loss", "loss-label-and-prediction-swapped", loss("-(a*log(y) + (1-a)*log(1-y))")),
    ("loss", "loss-terms-swapped", loss("-(y*log(1-a) + (1-y)*log(a))")),
    ("loss", "loss-is-a-difference", loss("y - a")),
    ("loss", "log-base-10", loss("-(y*log10(a) + (1-y)*log10(1-a))")),
    ("da", "da-log-base-10", da("(-y/a + (1-y)/(1-a)) / log(10)")),
    ("loss", "squared-error", loss("(a - y)**2 / 2")),
    ("loss", "loss-ignores-label", loss("-(log(a) + log(1-a))")),
    ("loss", "loss-is-a-distance", loss("abs(y - a)")),
    ("loss", "loss-is-a-times-y", loss("a * y")),
    ("loss", "log-base-2", loss("-(y*log(a) + (1-y)*log(1-a)) / log(2)")),
    ("loss", "shape", loss("-array([y, 1 - y]) * array([log(a), log(1 - a)])")),
    ("da", "da-sign", da("y/a - (1-y)/(1-a)")),
    ("da", "da-dropped-second-term", da("-y/a")),
    ("da", "da-inner-minus", da("-y/a - (1-y)/(1-a)")),
    ("da", "da-transcript-brackets", da("-y/a + 1-y/1-a")),
    ("da", "da-half-brackets", da("-y/a + 1-y/(1-a)")),
    ("da", "da-dropped-first-term", da("(1-y)/(1-a)")),
    ("da", "da-ignores-label", da("-1 / a")),
    ("da", "da-is-dz", da("a - y")),
    ("da", "da-is-loss", da("-(y*log(a) + (1-y)*log(1-a))")),
    ("da_dz", "dsigma-of-z", da_dz("z * (1 - z)")),
    ("da_dz", "dsigma-of-a", da_dz("sigmoid(a) * (1 - sigmoid(a))")),
    ("da_dz", "dsigma-sign", da_dz("-exp(-z) / (1 + exp(-z))**2")),
    ("da_dz", "dsigma-1-minus-a", da_dz("1 - a")),
    ("da_dz", "dsigma-no-brackets", da_dz("a * 1 - a")),
    ("da_dz", "dsigma-added", da_dz("a + (1 - a)")),
    ("da_dz", "dsigma-is-squared", da_dz("a * a")),
    ("chain_dz", "dsigma-counted-twice", chain_dz("da(a, y) * da_dz(z) * a * (1 - a)")),
    ("chain_dz", "dz-is-da", chain_dz("da(a, y)")),
    ("chain_dz", "dz-is-da-dz", chain_dz("da_dz(z)")),
    ("chain_dz", "dz-added", chain_dz("da(a, y) + da_dz(z)")),
    ("chain_dz", "dz-divided", chain_dz("da(a, y) / da_dz(z)")),
    ("dz", "dz-sign", "def dz(a, y):\n    return y - a"),
    ("whole_lecture", "two-flips-cancel", whole("y - a", new=DOWN.replace("-", "+"))),
    ("dz", "mse-gradient", "def dz(a, y):\n    return (a - y) * a * (1 - a)"),
    ("dz", "dz-is-a-distance", "def dz(a, y):\n    return abs(a - y)"),
    ("dz", "dz-squared", "def dz(a, y):\n    return (a - y)**2"),
    ("dz", "dz-ignores-label", "def dz(a, y):\n    return a"),
    ("chain_dz", "dz-uses-z", chain_dz("z - y")),
    ("backward", "dw-without-x", BACKWARD + "dz, dz, dz"),
    ("backward", "dw-uses-a", BACKWARD + "a * dz, a * dz, dz"),
    ("backward", "dw-swapped", BACKWARD + "x2 * dz, x1 * dz, dz"),
    ("backward", "dw-copy-paste", BACKWARD + "x1 * dz, x1 * dz, dz"),
    ("backward", "dw-is-x", BACKWARD + "x1, x2, dz"),
    ("backward", "dw-sign", BACKWARD + "-x1 * dz, -x2 * dz, dz"),
    ("backward", "dw-added", BACKWARD + "x1 + dz, x2 + dz, dz"),
    ("whole_lecture", "dw-uses-w", whole(slopes="w1 * dz, w2 * dz, dz")),
    ("whole_lecture", "dw-from-da", whole(slopes="x1 * da, x2 * da, da")),
    ("backward", "db-copied-from-dw", BACKWARD + "x1 * dz, x2 * dz, x1 * dz"),
    ("backward", "db-is-constant", BACKWARD + "x1 * dz, x2 * dz, 1"),
    ("backward", "db-sign", BACKWARD + "x1 * dz, x2 * dz, -dz"),
    ("whole_lecture", "db-uses-b", whole(slopes="x1 * dz, x2 * dz, b * dz")),
    ("backward", "shape", BACKWARD + "x1 * dz, x2 * dz, array([dz, dz])"),
    ("update", "plus-sign", UPDATE + DOWN.replace("-", "+")),
    ("whole_lecture", "plus-sign", whole(new=DOWN.replace("-", "+"))),
    ("update", "alpha-forgotten", UPDATE + "w1 - dw1, w2 - dw2, b - db"),
    ("update", "alpha-hard-coded", UPDATE + DOWN.replace("alpha", "0.01")),
    ("update", "old-value-lost", UPDATE + "-alpha * dw1, -alpha * dw2, -alpha * db"),
    ("update", "bias-not-updated", UPDATE + "w1 - alpha * dw1, w2 - alpha * dw2, b"),
    ("update", "bias-other-sign", UPDATE + DOWN.replace("b -", "b +")),
    ("update", "alpha-divides", UPDATE + DOWN.replace("alpha *", "1 / alpha *")),
    ("update", "step-from-alpha", UPDATE + DOWN.replace("alpha *", "alpha -")),
    ("update", "minus-reversed", UPDATE + "alpha * dw1 - w1, alpha * dw2 - w2, alpha * db - b"),
    ("update", "only-bias-updated", UPDATE + "w1, w2, b - alpha * db"),
    ("update", "nothing-updated", UPDATE + "w1, w2, b"),
    ("update", "update-copy-paste", UPDATE + DOWN.replace("dw2", "dw1")),
    ("update", "update-swapped", UPDATE + "w1 - alpha * dw2, w2 - alpha * dw1, b - alpha * db"),
    ("whole_lecture", "update-uses-dz", whole(new=DOWN.replace("dw1", "dz").replace("dw2", "dz"))),
    ("gradient_step", "sequential-update", STEP + "w1 = w1 - alpha * x1 * (a - y)\n"
     "    z, a = forward(x1, x2, w1, w2, b)\n    w2 = w2 - alpha * x2 * (a - y)\n"
     "    z, a = forward(x1, x2, w1, w2, b)\n    return w1, w2, b - alpha * (a - y)"),
    ("train", "loop-does-nothing", TRAIN + "for _ in range(steps):\n        pass\n" + DONE),
    ("train", "update-outside-loop", TRAIN + TURN + NEW.replace("        ", "    ") + DONE),
    ("train", "step-forgets", TRAIN + TURN + DONE),
    ("train", "slopes-outside-loop", TRAIN + "z, a = forward(x1, x2, w1, w2, b)\n"
     "    dz, dw1, dw2, db = backward(x1, x2, a, y)\n"
     "    for _ in range(steps):\n" + NOTE + NEW + DONE),
    ("train", "returns-too-early", TRAIN + TURN + NEW + "    " + DONE),
    ("train", "one-step-too-many", TRAIN + TURN.replace("steps", "steps + 1") + NEW + DONE),
    ("train", "loss-after-step", TRAIN + TURN.replace(NOTE, "") + NEW
     + NOTE.replace("loss(a, y)", LAST) + DONE),
    ("train", "loss-outside-loop", TRAIN + f"first = {LAST}\n    "
     + TURN.replace("loss(a, y)", "first") + NEW + DONE),
    ("train", "loss-too-often", TRAIN + TURN + NEW + f"    losses.append({LAST})\n" + DONE),
    ("train", "losses-empty", TRAIN + TURN.replace(NOTE, "") + NEW + DONE),
    ("train", "parameter-reset", TRAIN + TURN + NEW.replace("w2, b =", "w2, _ =") + DONE),
    ("train", "starts-elsewhere", TRAIN + "w1 = w2 = b = 0\n    " + TURN + NEW + DONE),
    ("dz", "global", "a = 0.81\ndef dz(p, y):\n    return a - y"),
    ("train", "random", TRAIN + "w1, w2 = random(), random()\n    " + TURN + NEW + DONE),
    ("loss", "log-of-zero", loss("-(y*log(a) + (1-y)*log(1-a))")),
    ("dz", "chain-rule-through-da",
     "def dz(a, y):\n    return (-y/a + (1-y)/(1-a)) * a * (1-a)"),
    ("sigmoid", "exp-overflow", sigmoid("1 / (1 + exp(-z))")),
    ("sigmoid", "exp-overflow-positive", sigmoid("exp(z) / (1 + exp(z))")),
    ("loss", "epsilon-misused", loss("-(y*log(a + 1e-5) + (1-y)*log(1 - a + 1e-5))")),
    ("loss", "epsilon-misused", loss("-(y*log(a + 1e-6) + (1-y)*log(1 - a + 1e-6))")),
    ("loss", "epsilon-in-the-log", loss("-(y*log(a + 1e-7) + (1-y)*log(1 - a + 1e-7))")),
    # One step away from a line: named by the line and by what it looks as if had happened to it.
    ("forward", "name-in-z", FORWARD + "z = w1*x1 + w2*x2 + 1\n    return z, sigmoid(z)"),
    ("forward", "doubled-in-z", FORWARD + "z = 0\n    for w, x in ((w1, x1), (w2, x2)):\n"
     "        z += w*x + b\n    return z, sigmoid(z)"),
    ("loss", "minus-in-loss", "def loss(a, y):\n    if y:\n        return log(a)\n"
     "    return -log(1 - a)"),
    ("da", "minus-lost-in-da", da("y/a + (1-y)/(1-a)")),
    ("da", "value-in-da", da("a * (1-a)")),
    ("dz", "dz-label-fixed", "def dz(a, y):\n    return a - 1"),
    ("backward", "doubled-in-dw1-dw2", BACKWARD + "x1**2 * dz, x2**2 * dz, dz"),
    ("backward", "name-in-dw2", "def backward(x1, x2, a, y):\n    dz = a - y\n    dw1 = x1 * dz\n"
     "    return dz, dw1, x2 * dw1, dz"),
    ("update", "sign-in-new_w1-new_w2", UPDATE + "w1 + alpha*dw1, w2 + alpha*dw2, b - alpha*db"),
    ("update", "name-in-new_w2", "def update(w1, w2, b, dw1, dw2, db, alpha):\n"
     "    w1 = w1 - alpha*dw1\n    w2 = w1 - alpha*dw2\n    return w1, w2, b - alpha*db"),
    ("update", "swapped-in-new_w1-new_w2-new_b", UPDATE + "dw1 - alpha*w1, dw2 - alpha*w2, "
     "db - alpha*b"),
    ("train", "value-in-loss", TRAIN + TURN.replace("loss(a, y)", "z") + NEW + DONE),
    ("train", "step-forgets", TRAIN + "first = w1, w2, b\n    slopes = backward(x1, x2, "
     "forward(x1, x2, *first)[1], y)[1:]\n    for _ in range(steps):\n        a = forward(x1, x2, "
     "w1, w2, b)[1]\n" + NOTE + "        w1, w2, b = update(*first, *slopes, alpha)\n" + DONE),
    # Two slips at once: the first wrong link is the one that is told.
    ("whole_lecture", "dz-sign", whole("y - a", slopes="dz, dz, dz")),
    ("whole_lecture", "dw-swapped", whole(slopes="x2 * dz, x1 * dz, dz", new="w1, w2, b")),
    ("backward", "dz-is-da-dz", "def backward(x1, x2, a, y):\n    dz = a * (1 - a)\n"
     "    return dz, x2 * dz, x1 * dz, 1"),
]  # fmt: skip

# Right on paper: only a remark on a right answer, and in NumPy, where e^800 is inf, not even that.
RIGHT_ON_PAPER = {mistake.name for mistake in MISTAKES.values() if mistake.at_extremes}
QUIET_IN_NUMPY = {"exp-overflow"}
