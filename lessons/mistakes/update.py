"""Mistakes in the update rule."""

from collections.abc import Callable

from lessons.mistakes.claims import every, opposite, stepped
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
        happened="Your step is as long as it should be, but it leads to where the loss grows.",
        try_this="Which sign takes you downhill? If your signs are right, look whether two "
        "arguments have changed places.",
        variants=(UPHILL,),
        claims=(
            stepped("w1", lambda q: -q.alpha * q.dw1),
            stepped("w2", lambda q: -q.alpha * q.dw2),
            stepped("b", lambda q: -q.alpha * q.db),
        ),
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
        claims=(
            every(lambda row: row.is_right("new_w1", "new_w2", "new_b")),
            opposite("dz"),
        ),
    ),
    Mistake(
        name="alpha-forgotten",
        title="α is missing",
        happened="You took the whole slope as a step.",
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
        happened="α should be multiplied with the slope, and with nothing else.",
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
)
