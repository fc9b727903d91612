"""Forms that are right on paper, and what computers make of very large or very sure numbers."""

from lessons.common.ieee import exp, log
from lessons.mistakes.mistake import Lines, Mistake


def shifted(low: float, high: float) -> Lines:
    """Return the loss with a small number added inside each log."""
    return {"loss": lambda q: -(q.y * log(q.a + low) + (1 - q.y) * log(1 - q.a + high))}


NUMERICS = (
    Mistake(
        name="exp-overflow",
        title="e^(−z) gets too large for the computer",
        happened="For z below −709, e^(−z) has more than 308 digits and Python gives up.",
        try_this="For negative z, write the same fraction with e^z above and below the bar.",
        variants=({"a": lambda q: 1 / (1 + exp(-q.z))},),
        at_extremes=True,
    ),
    Mistake(
        name="exp-overflow-positive",
        title="e^z gets too large for the computer",
        happened="For z above 709, e^z has more than 308 digits and Python gives up.",
        try_this="For positive z, write the fraction with e^(−z).",
        variants=({"a": lambda q: exp(q.z) / (1 + exp(q.z))},),
        at_extremes=True,
    ),
    Mistake(
        name="log-of-zero",
        title="log(0) does not exist",
        happened="When a is exactly 0 or 1, one of the logs is log(0), even if its factor is 0.",
        try_this="The loss can also be worked out straight from z: see loss_from_z in "
        "lessons.logistic.",
        variants=({"loss": lambda q: -(q.y * log(q.a) + (1 - q.y) * log(1 - q.a))},),
        at_extremes=True,
    ),
    Mistake(
        name="epsilon-in-the-log",
        title="log(a + δ) keeps log(0) away",
        happened="Every loss is off by a tiny bit, and a perfect prediction costs a little less "
        "than 0. That is fine here, and many books do it.",
        try_this="The loss can also be worked out straight from z: see loss_from_z in "
        "lessons.logistic.",
        variants=tuple(shifted(eps, eps) for eps in (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-14, 1e-15)),
        at_extremes=True,
    ),
    Mistake(
        name="chain-rule-through-da",
        title="the long form divides by zero",
        happened="From z ≈ 37 on, a has rounded to 1, and da divides by 1 − a = 0.",
        try_this="The short form of dz has no division. That is why everybody uses it.",
        variants=({"dz": lambda q: (-q.y / q.a + (1 - q.y) / (1 - q.a)) * q.a * (1 - q.a)},),
        at_extremes=True,
    ),
    Mistake(
        name="epsilon-misused",
        title="a safety number that changes the result",
        happened="You shifted a by a small number before the log. "
        "That keeps log(0) away, but every loss is now a little wrong.",
        try_this="Leave a as it is. If you must protect the log, clip a at the very ends, "
        "and don't shift it.",
        variants=tuple(
            shifted(low, high)
            for eps in (1e-3, 1e-4, 1e-5, 1e-6)
            for low, high in ((eps, eps), (-eps, eps), (eps, -eps))
        ),
    ),
)
