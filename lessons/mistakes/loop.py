"""Mistakes in the training loop."""

from collections.abc import Callable

from lessons.formulas import Numbers, run_loop
from lessons.mistakes.claims import Claim, Row, either, every
from lessons.mistakes.mistake import Mistake

Loop = tuple[Numbers, list[float]]


def _after(q: Numbers, steps: int) -> Loop:
    """Return what a right loop with another number of steps returns."""
    return run_loop(q.but(steps=steps))


def _first_and_second(q: Numbers) -> list[float]:
    """Return the losses when each turn takes the first step again: the first, then one for all."""
    first, second = _after(q, 2)[1]
    return [first] + [second] * (int(q.steps) - 1)


def _old_slopes(q: Numbers) -> Numbers:
    """Return where a loop ends that works its slopes out only once, before it starts."""
    far = q.alpha * q.steps
    return q.but(w1=q.w1 - far * q.dw1, w2=q.w2 - far * q.dw2, b=q.b - far * q.db)


def _drifting(q: Numbers, **keep: float) -> Loop:
    """Return the end and the losses when some parameters are set back after every step."""
    losses = []
    for _ in range(int(q.steps)):
        losses.append(q.loss)
        q = q.but(w1=q.new_w1, w2=q.new_w2, b=q.new_b).but(**keep)
    return q, losses


def _ends(where: Callable[[Numbers], Numbers]) -> Claim:
    """Return the claim that the parameters end as they do there, with all steps right."""

    def fact(row: Row) -> bool:
        end = where(row.right)
        return all(
            row.same(getattr(row.mine, f"final_{name}"), getattr(end, name))
            for name in ("w1", "w2", "b")
        )

    return every(fact)


def _count(of: Callable[[int], int]) -> Claim:
    """Return the claim that there are so many losses for a number of steps."""
    return every(lambda row: len(row.mine.losses) == of(int(row.mine.steps)))


LOOP = (
    Mistake(
        name="loop-does-nothing",
        title="nothing happens in the loop",
        happened="You returned the parameters just as they came in, and no losses.",
        try_this="Three things belong into each turn of the loop: forward, note the loss, step.",
        variants=({"loop": lambda q: (q, [])},),
        claims=(_ends(lambda q: q), _count(lambda steps: 0)),
    ),
    Mistake(
        name="update-outside-loop",
        title="the parameters change only once",
        happened="However many steps you ask for, the parameters change only once.",
        try_this="Is the update inside the loop? And do the new values go into the next turn?",
        variants=({"loop": lambda q: (_after(q, 1)[0], [q.loss] * int(q.steps))},),
        claims=(_ends(lambda q: _after(q, 1)[0]),),
    ),
    Mistake(
        name="step-forgets",
        title="every step starts from the beginning",
        happened="Each turn of the loop uses the first parameters again, so nothing adds up.",
        try_this="Give the new values the names w1, w2 and b, so that the next turn "
        "starts from them.",
        variants=(
            {"loop": lambda q: (q, [q.loss] * int(q.steps))},
            {"loop": lambda q: (_after(q, 1)[0], _first_and_second(q))},
        ),
        claims=(either(_ends(lambda q: q), _ends(lambda q: _after(q, 1)[0])),),
    ),
    Mistake(
        name="slopes-outside-loop",
        title="the slopes are worked out only once",
        happened="Your slopes stay those of the first parameters, so every step is the same.",
        try_this="After each update, z and a are new, and so are the slopes. "
        "What has to move into the loop?",
        variants=(
            {"loop": lambda q: (_old_slopes(q), [q.loss] * int(q.steps))},
            {
                "loop": lambda q: (
                    _old_slopes(q),
                    [_old_slopes(q.but(steps=k)).loss for k in range(int(q.steps))],
                )
            },
        ),
        claims=(_ends(_old_slopes),),
    ),
    Mistake(
        name="returns-too-early",
        title="return stands inside the loop",
        happened="Your function leaves the loop after its first turn.",
        try_this="Check the indentation of return: it comes after the loop.",
        variants=({"loop": lambda q: _after(q, 1)},),
        claims=(_count(lambda steps: 1),),
    ),
    Mistake(
        name="one-step-too-many",
        title="the loop runs a wrong number of times",
        happened="You take one step too many or too few.",
        try_this="range(steps) makes as many turns as steps says: 0, 1, … up to steps − 1.",
        variants=(
            {"loop": lambda q: _after(q, int(q.steps) + 1)},
            {"loop": lambda q: _after(q, int(q.steps) - 1)},
        ),
        claims=(either(_count(lambda steps: steps - 1), _count(lambda steps: steps + 1)),),
    ),
    Mistake(
        name="loss-after-step",
        title="the losses are one step late",
        happened="You noted each loss after the step, "
        "so the first one, before any learning, is missing.",
        try_this="In each turn: forward, note the loss, and only then step.",
        variants=({"losses": lambda q: _after(q, int(q.steps) + 1)[1][1:]},),
    ),
    Mistake(
        name="loss-outside-loop",
        title="every loss is the same",
        happened="It looks as if the loss was worked out once, before the loop.",
        try_this="After each step the prediction is new, and so is its loss. "
        "What has to move into the loop?",
        variants=({"losses": lambda q: [q.loss] * int(q.steps)},),
        claims=(every(lambda row: len(set(row.mine.losses)) == 1),),
    ),
    Mistake(
        name="loss-too-often",
        title="one loss too many",
        happened="The list has one more loss than there are steps.",
        try_this="Note one loss in each turn of the loop, before the step, and none "
        "after the loop.",
        variants=({"losses": lambda q: _after(q, int(q.steps) + 1)[1]},),
        claims=(_count(lambda steps: steps + 1),),
    ),
    Mistake(
        name="losses-empty",
        title="the losses were not kept",
        happened="The list holds no losses, or only the last one.",
        try_this="Append the loss to the list in every turn of the loop, "
        "and make the list before the loop starts.",
        variants=(
            {"losses": lambda q: []},
            {"losses": lambda q: run_loop(q)[1][-1:]},
        ),
        claims=(either(_count(lambda steps: 0), _count(lambda steps: 1)),),
    ),
    Mistake(
        name="parameter-reset",
        title="a parameter falls back in every turn",
        happened="One of the three doesn't keep its new value from turn to turn.",
        try_this="All three of w1, w2 and b must take their new values at the end of every turn.",
        variants=(
            {"loop": lambda q: _drifting(q, b=q.b)},
            {"loop": lambda q: _drifting(q, w1=q.w1)},
            {"loop": lambda q: _drifting(q, w2=q.w2)},
        ),
        claims=(
            every(
                lambda row: any(
                    row.same(getattr(row.mine, f"final_{p}"), getattr(row.mine, p))
                    for p in ("w1", "w2", "b")
                )
            ),
        ),
    ),
    Mistake(
        name="starts-elsewhere",
        title="training starts somewhere else",
        happened="You didn't start from the parameters that were given.",
        try_this="w1, w2 and b come in as arguments. Leave them as they are before the loop.",
        variants=(
            {"loop": lambda q: _after(q.but(w1=0.0, w2=0.0, b=0.0), int(q.steps))},
            {"loop": lambda q: _after(q.but(b=0.0), int(q.steps))},
        ),
    ),
)
