"""The edits of a line as mistakes that can be named from their numbers alone.

Edits with the same effect are twins: they give the same numbers wherever the lecture's quantities
belong to one example, so no numbers tell them apart, and the likeliest of them is named.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import combinations
from typing import Any, NamedTuple

from lessons.common import ieee
from lessons.formulas import Formula, Numbers, sigmoid
from lessons.mistakes.claims import is_
from lessons.mistakes.edit_words import is_seen_in_a_number, words_for
from lessons.mistakes.edits import Edit, edits_of
from lessons.mistakes.line import GIVEN, LINES, moved_to, names_in, needed
from lessons.mistakes.mistake import FAILURES, Mistake

FUNCTIONS = {name: getattr(ieee, name) for name in ("exp", "log", "log2", "log10", "tanh")}
FUNCTIONS |= {"sigmoid": sigmoid, "abs": abs, "round": round, "int": int, "__builtins__": {}}
# Lines that say the same of several parameters: whoever slips in one may slip in the others.
LIKE = (("dw1", "dw2"), ("new_w1", "new_w2", "new_b"))
# x1, x2, y, w1, w2, b, alpha: both labels, and no two quantities alike by chance.
EXAMPLES = (
    (1.37, -0.83, 1, 0.61, 0.47, -0.29, 0.73),
    (-1.71, 0.59, 0, -0.41, 1.13, 0.89, 1.19),
    (0.67, 1.93, 1, -1.27, 0.31, 0.53, 0.37),
    (1.09, -1.43, 0, 0.79, -0.97, 1.61, 0.23),
    (-0.71, -1.87, 1, 1.49, -0.43, -1.03, 0.91),
    (1.79, 0.43, 0, -0.57, -1.31, 0.77, 1.51),
)
NO_PRODUCT = re.compile(r"[\d)] ?\(")  # Python would call a number


class OneStep(NamedTuple):
    """An edit as a mistake: the lines that it makes, and the quantities that they need then.

    `by_hand` tells whether it is told also of one number that was worked out by hand.
    """

    edit: Edit
    texts: Mapping[str, str]
    needs: frozenset[str]
    mistake: Mistake
    by_hand: bool


class _Letters(dict[str, Any]):
    """The names that a formula may use: each is worked out when it is met."""

    def __init__(self, q: Numbers) -> None:
        super().__init__()
        self._q = q

    def __missing__(self, name: str) -> Any:
        if name in FUNCTIONS:
            raise KeyError(name)
        return getattr(self._q, name)


@cache
def formula(text: str) -> Formula:
    """Return the formula that a line of text is; SyntaxError if it is none.

    >>> formula("w1 * x1 + b")(Numbers({"w1": 0.5, "x1": 2, "b": 0.25}))
    1.25
    """
    code = compile(text, "<line>", "eval")

    def work_out(q: Numbers) -> Any:
        value = eval(code, FUNCTIONS, _Letters(q))
        if not isinstance(value, int | float):
            raise ValueError(f"{text} is no real number")
        return value

    return work_out


@cache
def one_step(line: str) -> tuple[tuple[OneStep, ...], ...]:
    """Return the edits of a line, alone and with its like lines; twins stand together.

    >>> "da_dz: this is z" in {twins[0].mistake.title for twins in one_step("da_dz")}
    True
    """
    twins: dict[tuple[tuple[str, tuple[str, ...]], ...], list[OneStep]] = {}
    edits: dict[str, Edit] = {}
    for edit in edits_of(line):
        edits.setdefault(edit.text, edit)
    for edit in edits.values():
        for names in _together(line):
            texts = {name: moved_to(name, line, edit.text) for name in names}
            effects = {name: _effect(name, text) for name, text in texts.items()}
            wrong = all(any(e) and e != _effect(n, LINES[n][0]) for n, e in effects.items())
            if wrong and not set(names) & _all_needed(" ".join(texts.values())):
                twins.setdefault(tuple(effects.items()), []).append(_step(edit, texts))
    return tuple(map(tuple, twins.values()))


def _together(line: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines in which the same slip can be: this one, then with those that follow it."""
    yield (line,)
    for group in LIKE:
        if line in group:
            later = group[group.index(line) + 1 :]
            for more in range(1, len(later) + 1):
                yield from ((line, *others) for others in combinations(later, more))


def _step(edit: Edit, texts: Mapping[str, str]) -> OneStep:
    words = words_for(edit, tuple(texts))
    lines = {name: formula(text) for name, text in texts.items()}
    name = f"{edit.kind.replace(' ', '-')}-in-{'-'.join(texts)}"
    claims = tuple(is_(line, lines[line]) for line in texts if edit.kind == "value")
    mistake = Mistake(name, words.title, words.looks, words.try_this, (lines,), claims)
    needs = frozenset(names_in(" ".join(texts.values())))
    return OneStep(edit, texts, needs, mistake, is_seen_in_a_number(edit))


def _all_needed(text: str) -> frozenset[str]:
    return frozenset[str]().union(*map(needed, names_in(text)))


@cache
def _effect(line: str, text: str) -> tuple[str, ...]:
    """Return what a text gives in some examples, and nothing where it gives no number.

    Nor does it where it needs a number that comes after its own line.
    """
    if NO_PRODUCT.search(text) or line in _all_needed(text):
        return ()
    try:
        return tuple(map(partial(_shown, formula(text)), _examples()))
    except SyntaxError:
        return ()


def _shown(formula: Formula, example: Numbers) -> str:
    try:
        return f"{formula(example) + 0:.9g}"  # −0 + 0 is 0
    except FAILURES:
        return ""


@cache
def _examples() -> tuple[Numbers, ...]:
    return tuple(Numbers(dict(zip(GIVEN, example, strict=True))) for example in EXAMPLES)
