"""The catalogue of mistakes for the browser: its formulas as JavaScript, its sentences as data.

Nothing is written twice: both come from lessons.mistakes, the laws from
lessons.checking.invariants. What is said of one number alone has words of its own:
lessons.mistakes.by_hand.
"""

from collections.abc import Collection, Iterator

from lessons.checking.invariants import INVARIANTS
from lessons.exercises.probes import BY_HAND
from lessons.mistakes import MISTAKES as CATALOGUE
from lessons.mistakes import Mistake
from lessons.mistakes.by_hand import SIGN_LOST, STEPS, by_hand
from lessons.mistakes.derivatives import DA, DA_DZ
from lessons.mistakes.dz import DZ
from lessons.mistakes.forward import SCORE, SIGMOID
from lessons.mistakes.gradients import GRADIENTS
from lessons.mistakes.loss import LOSS
from lessons.widgets.to_javascript import Traced, letters, translate

QUANTITIES = ("z", "a", "loss", "da", "da_dz", "dz", "dw1", "dw2", "db")
# Those in one line first: one wrong number shows one wrong line, rarely two or three at once.
IN_THE_GRAPH = sorted(
    (*SCORE, SIGN_LOST, *SIGMOID, *LOSS, *DA, *DA_DZ, *DZ, *GRADIENTS),
    key=lambda mistake: max(map(len, mistake.variants)),
)
MISTAKES = tuple(map(by_hand, (*IN_THE_GRAPH, *(CATALOGUE[name] for name in STEPS))))


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
