"""Mistakes in the update rule."""

from collections.abc import Callable

from lessons.mistakes.mistake import Lines, Mistake


def each(rule: Callable[[float, float, float], float]) -> Lines:
    """Return the three update lines, all with the same wrong rule(w, dw, alpha)."""
    return {
        "new_w1": lambda q: rule(q.w1, q.dw1, q.alpha),
        "new_w2": lambda q: rule(q.w2, q.dw2, q.alpha),
        "new_b": lambda q: rule(q.b, q.db, q.alpha),
    }


def fixed(alpha: float) -> Lines:
    """Return the update lines with a learning rate of their own."""
    return each(lambda w, dw, _: w - alpha * dw)


def weights_only(lines: Lines) -> Lines:
    """Return the lines for w1 and w2 without the one for b."""
    return {name: line for name, line in lines.items() if name != "new_b"}


UPHILL = each(lambda w, dw, alpha: w + alpha * dw)

UPDATE = (
    Mistake(
        name="plus-sign",
        title="this step goes uphill",
        happened="You added the slope. It points to where the loss grows, so the loss rises "
        "with every step.",
        try_this="Which sign takes you downhill? If your signs are right, look whether two "
        "arguments have changed places.",
        variants=(UPHILL, weights_only(UPHILL)),
    ),
    Mistake(
        name="two-flips-cancel",
        title="two flipped signs cancel",
        happened="Your new parameters are right: with dz = y − a and a plus in the "
        "update you climb "
        "the log-likelihood, which is the same as going down the loss. But dz here means the slope "
        "of the loss, and yours has the opposite sign.",
        try_this="Keep to the lecture: let dz be the slope of the loss, and subtract. Flip both.",
        variants=({"dz": lambda q: q.y - q.a, **UPHILL},),
    ),
    Mistake(
        name="alpha-forgotten",
        title="α is missing",
        happened="You took the whole slope as a step. The learning rate makes no difference.",
        try_this="How long should the step be? Scale the slope before you subtract it.",
        variants=(fixed(1.0), weights_only(fixed(1.0)), {"new_b": fixed(1.0)["new_b"]}),
    ),
    Mistake(
        name="alpha-hard-coded",
        title="α is a fixed number",
        happened="Your step has the same length whatever α is given: moving a slider "
        "would change nothing.",
        try_this="Use the alpha that comes in as an argument.",
        variants=tuple(fixed(alpha) for alpha in (0.5, 0.1, 0.05, 0.01, 0.001)),
    ),
    Mistake(
        name="alpha-divides",
        title="the slope is divided by α",
        happened="A smaller α should make a smaller step. Yours gets longer.",
        try_this="Scale the slope with α: twice the learning rate, twice the step.",
        variants=(each(lambda w, dw, alpha: w - dw / alpha),),
    ),
    Mistake(
        name="old-value-lost",
        title="the old value is lost",
        happened="You returned the step itself. The parameter has forgotten where it stood.",
        try_this="A step starts from somewhere: from the current value.",
        variants=(
            each(lambda w, dw, alpha: -alpha * dw),
            each(lambda w, dw, alpha: alpha * dw),
        ),
    ),
    Mistake(
        name="step-from-alpha",
        title="the parts of the rule are mixed up",
        happened="Python read your line in another order than you meant: the slope should be "
        "multiplied by α alone.",
        try_this="First the step: α times the slope. Then subtract it from the old value.",
        variants=(
            each(lambda w, dw, alpha: (w - alpha) * dw),
            each(lambda w, dw, alpha: w - alpha - dw),
            each(lambda w, dw, alpha: alpha * (w - dw)),
            each(lambda w, dw, alpha: w * alpha - dw),
        ),
    ),
    Mistake(
        name="minus-reversed",
        title="the difference is turned around",
        happened="You subtracted the old value from the step.",
        try_this="Start with the old value, then take the step away from it.",
        variants=(each(lambda w, dw, alpha: alpha * dw - w),),
    ),
    Mistake(
        name="bias-not-updated",
        title="b doesn't learn",
        happened="w1 and w2 moved, and b stayed where it was.",
        try_this="b is a parameter too. The same rule holds for it.",
        variants=({"new_b": lambda q: q.b},),
    ),
    Mistake(
        name="bias-other-sign",
        title="b goes uphill",
        happened="w1 and w2 went downhill, and b went up.",
        try_this="The same rule holds for all three. Compare their signs.",
        variants=({"new_b": UPHILL["new_b"]},),
    ),
    Mistake(
        name="only-bias-updated",
        title="the weights don't learn",
        happened="b moved, and at least one weight stayed where it was.",
        try_this="The rule has three lines, one for each parameter. Did each one get "
        "its new value?",
        variants=(
            {"new_w1": lambda q: q.w1, "new_w2": lambda q: q.w2},
            {"new_w1": lambda q: q.w1},
            {"new_w2": lambda q: q.w2},
        ),
    ),
    Mistake(
        name="nothing-updated",
        title="nothing has moved",
        happened="You returned the parameters just as they came in.",
        try_this="Work out each new value, and return the new ones.",
        variants=(each(lambda w, dw, alpha: w),),
    ),
    Mistake(
        name="update-copy-paste",
        title="one slope is used twice",
        happened="Two parameters moved by the same slope.",
        try_this="Did you copy a line and forget to change it? Each parameter has its own slope.",
        variants=(
            {"new_w2": lambda q: q.w2 - q.alpha * q.dw1},
            {"new_b": lambda q: q.b - q.alpha * q.dw1},
            {"new_b": lambda q: q.b - q.alpha * q.dw2},
            {"new_w1": lambda q: q.w1 - q.alpha * q.dw2},
        ),
    ),
    Mistake(
        name="update-swapped",
        title="the slopes are swapped",
        happened="w1 and w2 were each moved by the other one's slope.",
        try_this="Match the little numbers: w1 moves by dw…?",
        variants=(
            {
                "new_w1": lambda q: q.w1 - q.alpha * q.dw2,
                "new_w2": lambda q: q.w2 - q.alpha * q.dw1,
            },
        ),
    ),
    Mistake(
        name="update-uses-dz",
        title="every parameter moves by dz",
        happened="You moved the weights by dz itself. Their inputs are missing.",
        try_this="Each parameter has its own slope. Which one belongs to w1?",
        variants=(
            {
                "new_w1": lambda q: q.w1 - q.alpha * q.dz,
                "new_w2": lambda q: q.w2 - q.alpha * q.dz,
            },
        ),
    ),
    Mistake(
        name="sequential-update",
        title="the slopes are not all from the same place",
        happened="You changed one parameter, and then worked out the slope of the next one "
        "with the new value already in it.",
        try_this="Work out all slopes first, from the same old parameters. Only then change them.",
        variants=(
            {
                "new_w2": lambda q: q.w2 - q.alpha * q.but(w1=q.new_w1).dw2,
                "new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1, w2=q.new_w2).db,
            },
            {
                "new_w2": lambda q: q.w2 - q.alpha * q.but(w1=q.new_w1).dw2,
                "new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1).db,
            },
            {"new_b": lambda q: q.b - q.alpha * q.but(w1=q.new_w1, w2=q.new_w2).db},
        ),
    ),
)
