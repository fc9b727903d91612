"""The catalogue of mistakes for the browser: its formulas as JavaScript, its sentences as data.

Nothing is written twice: both come from lessons.mistakes, the laws from
lessons.checking.invariants.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from lessons.checking.invariants import INVARIANTS
from lessons.exercises.probes import BY_HAND
from lessons.mistakes import MISTAKES as CATALOGUE
from lessons.mistakes import Mistake
from lessons.mistakes.derivatives import DA, DA_DZ
from lessons.mistakes.dz import DZ
from lessons.mistakes.forward import SCORE, SIGMOID
from lessons.mistakes.gradients import GRADIENTS
from lessons.mistakes.loss import LOSS
from lessons.widgets.to_javascript import Traced, letters, translate

QUANTITIES = ("z", "a", "loss", "da", "da_dz", "dz", "dw1", "dw2", "db")
# Only who works by hand loses the sign of a product; code doesn't.
SIGN_LOST = Mistake(
    name="product-sign-lost",
    title="a sign is lost",
    happened="One product has the wrong sign.",
    try_this="Minus times plus is minus, minus times minus is plus.",
    variants=(
        {"z": lambda q: q.w1 * q.x1 - q.w2 * q.x2 + q.b},
        {"z": lambda q: -q.w1 * q.x1 + q.w2 * q.x2 + q.b},
    ),
)
# What is said about one step by hand, the likeliest mistake first: the catalogue's own words are
# about a program.
STEPS = (
    ("plus-sign", "You added the step.", "Which sign takes you downhill?"),
    (
        "alpha-forgotten",
        "You took the whole slope as a step.",
        "Multiply the slope by α before you subtract it.",
    ),
    ("nothing-updated", "This is the old value.", "Take the step away from it."),
    (
        "old-value-lost",
        "This is the step alone.",
        "A step starts from somewhere: from the old value.",
    ),
    (
        "minus-reversed",
        "You subtracted the old value from the step.",
        "Start with the old value, then take the step away from it.",
    ),
    ("update-copy-paste", "You took another one's slope.", "w1 moves by dw1, w2 by dw2, b by db."),
    ("alpha-divides", "A smaller α should make a smaller step.", "Multiply the slope by α."),
    (
        "step-from-alpha",
        "The slope should be multiplied by α alone.",
        "First the step: α times the slope. Then subtract it from the old value.",
    ),
    ("alpha-hard-coded", "This is the step of another α.", "Use the α that is given."),
)
BY_HAND_STEPS = tuple(
    replace(CATALOGUE[name], happened=happened, try_this=try_this)
    for name, happened, try_this in STEPS
)
# Those in one line first: one wrong number shows one wrong line, rarely two or three at once.
IN_THE_GRAPH = sorted(
    (*SCORE, SIGN_LOST, *SIGMOID, *LOSS, *DA, *DA_DZ, *DZ, *GRADIENTS),
    key=lambda mistake: max(map(len, mistake.variants)),
)
MISTAKES = (*IN_THE_GRAPH, *BY_HAND_STEPS)


def of(quantity: str, hidden: Collection[str] = ()) -> Iterator[tuple[Mistake, list[str]]]:
    """Yield the mistakes that change the quantity, each with its wrong formulas.

    Nobody makes a mistake with a number that is hidden: formulas with such letters are left out.
    """
    for mistake in MISTAKES:
        lines = (variant[quantity] for variant in mistake.variants if quantity in variant)
        formulas = dict.fromkeys(filter(None, map(translate, lines)))
        if possible := [each for each in formulas if not set(hidden) & set(letters(each))]:
            yield mistake, possible


def said(mistake: Mistake) -> list[str]:
    """Return title, what happened and what to try."""
    return [mistake.title, mistake.happened, mistake.try_this]


def sentences(*quantities: str, hidden: Collection[str] = ()) -> dict[str, dict[str, list[str]]]:
    """Return what is said about the mistakes in these quantities, and the laws in words.

    The browser looks for these mistakes only, in this order.

    >>> sentences("z")["mistakes"]["bias-subtracted"][2]
    'Look at the sign in front of b.'
    """
    made = {each.name for name in quantities for each, _ in of(name, hidden)}
    return {
        "mistakes": {each.name: said(each) for each in MISTAKES if each.name in made},
        "laws": {name: [law for _, law in INVARIANTS.get(name, ())] for name in quantities},
    }


def wrong_script(quantity: str) -> str:
    """Return a JavaScript function from right numbers to the wrong ones, under their names."""
    wrong = {mistake.name: ", ".join(formulas) for mistake, formulas in of(quantity)}
    table = "".join(f'  "{name}": [{numbers}],\n' for name, numbers in wrong.items())
    given = ", ".join(letters(*wrong.values()))
    return f"WRONG.{quantity} = ({{ {given} }}) => ({{\n{table}}});\n\n"


def laws_script(quantity: str) -> str:
    """Return a JavaScript function that says which laws a value keeps."""
    laws = [str(translate(law, Traced("value"))) for law, _ in INVARIANTS.get(quantity, ())]
    given = ", ".join(letter for letter in letters(*laws) if letter != "value")
    return f"LAWS.{quantity} = (value, {{ {given} }}) => [{', '.join(laws)}];\n\n"


def guess_script(*quantities: str) -> str:
    """Return the formulas that guesses.js needs to judge a guess of one of these quantities.

    >>> "dz-sign" in guess_script("dz"), "dz-sign" in guess_script("z")
    (True, False)
    """
    start = f"const BY_HAND = {BY_HAND};\nconst [WRONG, LAWS] = [{{}}, {{}}];\n\n"
    return start + "".join(wrong_script(name) + laws_script(name) for name in quantities)
