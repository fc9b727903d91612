"""The lines of an update for the browser: the lecture's, a mistake's, and what hides it."""

from itertools import starmap

from lessons.formulas import FORMULAS, Formula
from lessons.mistakes import MISTAKES, Mistake
from lessons.widgets.to_javascript import letters, translate

TO_TRY = (
    "plus-sign",
    "alpha-forgotten",
    "bias-not-updated",
    "old-value-lost",
    "sequential-update",
    "dz-sign",
    "dw-without-x",
)
MENU = {"plus-sign": "plus instead of minus"}  # where the title tells what is to be predicted
LINES = ("dz", "dw1", "dw2", "db", "new_w1", "new_w2", "new_b")


# Where a wrong line gives the result of the right one, what is said then, and of which mistakes.
SLOPES = ("plus-sign", "alpha-forgotten", "sequential-update", "dz-sign")
HIDING: tuple[tuple[Formula, str, tuple[str, ...]], ...] = (
    (
        lambda q: q.x1 == 0 or q.x2 == 0,
        "an input is 0, so its weight never moves",
        SLOPES,
    ),
    (
        lambda q: q.w1 == 0 and q.w2 == 0,
        "w1 = w2 = 0, so the first step loses no old weight",
        ("old-value-lost",),
    ),
    (
        lambda q: abs(q.dz) < 1e-4,
        "dz is almost 0, so hardly anything moves",
        (*SLOPES, "bias-not-updated", "dw-without-x"),
    ),
    (
        lambda q: q.x1 == 1 and q.x2 == 1,
        "x1 = x2 = 1, so they change no slope",
        ("dw-without-x",),
    ),
    (lambda q: q.alpha == 1, "α = 1, so forgetting α changes nothing", ("alpha-forgotten",)),
)


def rule(name: str, formula: Formula) -> str:
    """Return a line of the lecture's table for the browser: to work out, and to read.

    >>> rule("new_b", FORMULAS["new_b"])
    'new_b: [b - alpha * db, "b − alpha·db"]'
    >>> rule("loop", FORMULAS["loop"])
    ''
    """
    value = translate(formula)
    if value is None:
        return ""
    value = value.replace("1.0 * ", "")
    words = value.replace(" * ", "·").replace("-", "−")
    return f'{name}: [{value}, "{words}"]'


def rules() -> str:
    """Return the lines of the lecture, those a mistake puts in their place, and what hides it."""
    tables = {"": {name: FORMULAS[name] for name in LINES}}
    tables |= {name: dict(MISTAKES[name].variants[0]) for name in TO_TRY}
    written = {n: ", ".join(filter(None, starmap(rule, t.items()))) for n, t in tables.items()}
    table = "".join(f'  "{name}": {{ {lines} }},\n' for name, lines in written.items())
    used = ", ".join(letters(*(translate(f) or "" for t in tables.values() for f in t.values())))
    hiding = [str(translate(hides)) for hides, *_ in HIDING]
    given = ", ".join(letters(*hiding))
    return (
        f"const RULES = ({{ {used} }}) => ({{\n{table}}});\n\n"
        f"const HIDING = ({{ {given} }}) => [{', '.join(hiding)}];\n\n"
    )


def told(mistake: Mistake) -> list[str]:
    """Return what the menu calls a mistake, and what happened."""
    return [MENU.get(mistake.name, mistake.title), mistake.happened]
