"""The catalogue of mistakes for the browser: the formulas of lessons.mistakes as JavaScript.

Nothing is written twice. What can't be translated stays behind, and LEFT_OUT says what that is.
"""

import re
from collections.abc import Iterator
from functools import partial
from json import dumps
from pathlib import Path

from lessons.exercises.probes import BY_HAND
from lessons.mistakes import Mistake
from lessons.mistakes.derivatives import DA, DA_DZ
from lessons.mistakes.dz import DZ
from lessons.mistakes.forward import SCORE, SIGMOID
from lessons.mistakes.gradients import GRADIENTS
from lessons.mistakes.loss import LOSS
from lessons.properties import PROPERTIES
from lessons.widgets.traced import Traced, translate

QUANTITIES = ("z", "a", "loss", "da", "da_dz", "dz", "dw1", "dw2", "db")
# Those in one line first: one wrong number shows one wrong line, rarely two or three at once.
MISTAKES = sorted(
    (*SCORE, *SIGMOID, *LOSS, *DA, *DA_DZ, *DZ, *GRADIENTS),
    key=lambda mistake: max(map(len, mistake.variants)),
)
text = partial(dumps, ensure_ascii=False)


def lines_of(mistake: Mistake) -> Iterator[tuple[str, str | None]]:
    """Yield each quantity that the mistake changes, with its wrong formula."""
    for variant in mistake.variants:
        for quantity, line in variant.items():
            yield quantity, translate(line)


def laws_of(quantity: str) -> Iterator[tuple[str, str | None]]:
    """Yield each law that a right value keeps, in words and as a condition on the value."""
    for holds, law in PROPERTIES.get(quantity, ()):
        yield law, translate(holds, Traced("value"))


LEFT_OUT = (
    *(each.name for each in MISTAKES if any(line is None for _, line in lines_of(each))),
    *(law for name in QUANTITIES for law, condition in laws_of(name) if condition is None),
)


def mistake_script(mistake: Mistake, quantities: tuple[str, ...]) -> str:
    """Return the mistake as a JavaScript object; empty if it touches none of the quantities."""
    lines: dict[str, list[str]] = {}
    for quantity, formula in lines_of(mistake):
        if formula and quantity in quantities:
            lines.setdefault(quantity, []).append(f"(q) => {formula}")
    made = ", ".join(f"{quantity}: [{', '.join(each)}]" for quantity, each in lines.items())
    return made and (
        f"{{ name: {text(mistake.name)}, title: {text(mistake.title)},\n"
        f"  happened: {text(mistake.happened)},\n"
        f"  tryThis: {text(mistake.try_this)},\n"
        f"  lines: {{ {made} }} }},\n"
    )


def law_script(quantity: str) -> str:
    """Return the laws of the quantity as a JavaScript list of conditions with their words."""
    laws = [f"[(value, q) => {holds}, {text(law)}]" for law, holds in laws_of(quantity) if holds]
    return f"{quantity}: [{', '.join(laws)}],\n"


def guess_script(*quantities: str) -> str:
    """Return JavaScript that judges a guess of one of these quantities (of all, if none is given).

    It defines `nameGuess(quantity, numbers, guess)`, and needs logistic.js beside it.

    >>> "dz-sign" in guess_script("dz"), "dz-sign" in guess_script("z")
    (True, False)
    """
    chosen = quantities or QUANTITIES
    table = "".join(mistake_script(mistake, chosen) for mistake in MISTAKES)
    laws = "".join(map(law_script, chosen))
    code = (Path(__file__).parent / "guesses.js").read_text("utf-8")
    data = (
        f"const BY_HAND = {BY_HAND};\nconst MISTAKES = [\n{table}];\nconst LAWS = {{\n{laws}}};\n"
    )
    return data + re.sub(r"^export ", "", code, flags=re.M)
