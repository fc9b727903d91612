"""Laws of one-step edits in the browser: called by name only where nothing else is meant."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from math import isclose, isfinite, nan
from random import Random
from typing import Any, NamedTuple

import pytest

from lessons.exercises.probes import EXAMPLE
from lessons.formulas import Formula, Numbers
from lessons.mistakes import FAILURES
from lessons.mistakes.edits import Edit
from lessons.mistakes.line import GIVEN, LINES
from lessons.mistakes.one_step import EXAMPLES, formula
from lessons.widgets.drill import ASKED, LEVELS, DrillWidget, data_for, letters_seen
from lessons.widgets.edits import LIKELY, TRY, kind_of, made_by_hand, pieces_in, words_of_all
from lessons.widgets.graph import STAGES, GraphWidget
from lessons.widgets.guesses import QUANTITIES

NOT_YET = "Not yet"
EDITED = "It looks as if "
QUESTIONS, EXAMPLES_IN_THE_GRAPH = 25, 6
ALL_SEEN = frozenset((*EXAMPLE, *QUANTITIES))
IN_CODE = r"\b(?:Python|code|function|line)"


class Asked(NamedTuple):
    """What a widget asks: a line, what is known and seen, and what the browser is asked with."""

    line: str
    known: dict[str, float]
    seen: frozenset[str]
    y: float
    judge: list[Any]


class Guess(NamedTuple):
    """A typed number with what the browser says of it: with the edits, and without them."""

    asked: Asked
    number: float
    told: dict[str, Any]
    before: dict[str, Any]


@cache
def edits_seen(line: str, seen: frozenset[str]) -> list[tuple[Edit, Formula]]:
    """Every edit of a line that can be made there, one kind after the other."""
    edits = [edit for edit, _ in made_by_hand(line, set(seen))]
    kinds = list(dict.fromkeys(map(kind_of, edits)))
    edits.sort(key=lambda edit: kinds.index(kind_of(edit)))
    return [(edit, formula(edit.text)) for edit in edits]


def value(line: Formula, numbers: Numbers) -> float:
    try:
        return float(line(numbers))
    except FAILURES:
        return nan


def run(node: str, script: str, expression: str, data: object) -> Any:
    program = (
        f"{script}\nconst data = {json.dumps(data)};\nconsole.log(JSON.stringify({expression}))"
    )
    command = [node, "--input-type=module", "-"]
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def questions(node: str) -> list[Asked]:
    """Real questions of the drill, and slopes that the graph asks for."""
    return [*in_the_drill(node), *in_the_graph()]


def in_the_drill(node: str) -> Iterator[Asked]:
    places = [[level, seed, 7] for level in LEVELS for seed in range(QUESTIONS)]
    ask = f"data.map(([l, ...place]) => [l, question({json.dumps(ASKED)}[l], ...place)])"
    for level, asked in run(node, DrillWidget._esm, ask, places):
        quantity = asked["quantity"]
        line, seen = quantity.replace(" ", "_"), frozenset(letters_seen(level, quantity))
        yield Asked(line, asked["known"], seen, asked["q"]["y"], [level, asked])


def in_the_graph() -> Iterator[Asked]:
    chance = Random(3)
    for place in range(EXAMPLES_IN_THE_GRAPH):
        known = {name: chance.randint(-15, 15) / 10 for name in EXAMPLE} | {"y": place % 2}
        yield from (Asked(each, known, ALL_SEEN, known["y"], ["", each]) for each in STAGES[3:])


def judged(node: str, made: list[tuple[Asked, float]]) -> list[Guess]:
    """What the browser says of each number, with the edits and without them."""
    words = {level: data_for(level) for level in LEVELS} | {"": GraphWidget.told()}
    script = f"{DrillWidget._esm}\nconst words = {json.dumps([words, without_edits(words)])};"
    say = (
        "data.map(([known, [level, asked], guess]) => words.map(({ [level]: said }) =>"
        " level ? judge(asked, guess, said) : nameGuess(asked, known, guess, said)))"
    )
    told = run(node, script, say, [(asked.known, asked.judge, number) for asked, number in made])
    return [Guess(*pair, *both) for pair, both in zip(made, told, strict=True)]


@pytest.fixture(scope="module")
def guesses(node: str, questions: list[Asked]) -> list[Guess]:
    """Every number that an edit of a real question gives, in as many digits as a hand writes."""
    made = {
        (at, number)
        for at, asked in enumerate(questions)
        for _, line in edits_seen(asked.line, asked.seen)
        if isfinite(exact := value(line, Numbers(asked.known)))
        for number in (exact, *(round(exact, digits) for digits in range(5)))
    }
    return judged(node, [(questions[at], number) for at, number in sorted(made)])


def without_edits(words: dict[str, Any]) -> dict[str, Any]:
    """The same words, with no edit in any line."""
    none = {"lines": {line: {} for line in (*QUANTITIES, *ASKED["update"])}}
    return {level: said | {"edits": {**said["edits"], **none}} for level, said in words.items()}


def decimals(number: float) -> int:
    return 0 if number == int(number) else len(repr(number).partition(".")[2])


def is_typed(number: float, made: float) -> bool:
    """Tell whether it is that number, or is it rounded: to three decimals, and three digits."""
    digits = decimals(number)
    rounding = 0.51 * 10**-digits if digits > 2 and abs(number) >= 10 ** (2 - digits) else 0
    return abs(number - made) < max(1e-6 * abs(made), rounding)


def is_believed(edit: Edit, number: float) -> bool:
    """Tell whether it is an edit that many make, or a number that few things make."""
    return decimals(number) > 1 or kind_of(edit).split()[0] in LIKELY


def is_very_near(number: float, right: float) -> bool:
    return abs(number - right) <= 0.005 + 0.05 * abs(right)


def fitting(guess: Guess) -> list[Edit]:
    numbers = Numbers(guess.asked.known)
    edits = edits_seen(guess.asked.line, guess.asked.seen)
    return [edit for edit, line in edits if is_typed(guess.number, value(line, numbers))]


@cache
def effect(text: str, y: float) -> tuple[str, ...]:
    """What a line gives elsewhere, with the same label."""
    given = [dict(zip(GIVEN, example, strict=True)) | {"y": y} for example in EXAMPLES]
    return tuple(f"{value(formula(text), Numbers(each)) + 0:.9g}" for each in given)


def words_of(edit: Edit) -> dict[str, Any]:
    """What is said of an edit, made in Python."""
    words = words_of_all(edit)
    old, new = pieces_in(words, edit)
    title, looks = (text.format(old=old, new=new) for text in words[:2])
    return {"title": title, "happened": f"{EDITED}{looks}."}


def test_what_was_said_before_is_said_still(guesses: list[Guess]) -> None:
    """A right number, and one that a known mistake makes, keep their words."""
    known = [guess for guess in guesses if guess.before["title"] != NOT_YET]
    assert len(known) > 1000
    assert [guess for guess in known if guess.told != guess.before] == []


def test_only_one_edit_is_named_and_no_other_is_meant(guesses: list[Guess]) -> None:
    """Python finds the same edit in the browser's words, or none, or several that differ."""
    named = 0
    for guess in guesses:
        if guess.before["title"] != NOT_YET:
            continue
        made = fitting(guess)
        meant = {effect(edit.text, guess.asked.y) for edit in made}
        right = float(getattr(Numbers(guess.asked.known), guess.asked.line))
        believed = [edit for edit in made if is_believed(edit, guess.number)]
        if believed and len(meant) == 1 and not is_very_near(guess.number, right):
            named += 1
            said = words_of(believed[0])
            assert {key: guess.told[key] for key in said} == said, guess
        else:
            assert guess.told == guess.before, guess
    assert named > 5000


def test_chance_hardly_ever_makes_an_edit(node: str, questions: list[Asked]) -> None:
    """Of numbers with three decimals that come from nowhere, one in a hundred has a name."""
    chance = Random(9)
    made = [(asked, round(chance.uniform(-2, 2), 3)) for asked in questions for _ in range(20)]
    named = [guess for guess in judged(node, made) if guess.told["happened"].startswith(EDITED)]
    assert len(named) <= 0.01 * len(made)


def test_every_formula_gives_the_browser_the_number_it_gives_python(node: str) -> None:
    """What stands as for an old calculator is worked out as Python works out the line."""
    pairs = [pair for line in LINES for pair in made_by_hand(line, {*GIVEN, *LINES})]
    known = [dict(zip(GIVEN, example, strict=True)) for example in EXAMPLES]
    tables = [{n: float(getattr(Numbers(each), n)) for n in (*GIVEN, *LINES)} for each in known]
    work_out = "data[0].map((each) => data[1].map((q) => workOut(each, q)))"
    there = run(node, DrillWidget._esm, work_out, [[each for _, each in pairs], tables])
    for (edit, _), numbers in zip(pairs, there, strict=True):
        for number, table in zip(numbers, tables, strict=True):
            here = value(formula(edit.text), Numbers(table))
            assert isclose(here, number, rel_tol=1e-9) if isfinite(here) else number is None, edit


@pytest.mark.parametrize("line", [*STAGES[3:], "z", "a", "loss", "new_w1", "new_w2", "new_b"])
def test_what_is_said_gives_no_line_away_and_is_about_no_code(line: str) -> None:
    """The right line is in none of its edits' words, and nothing is open in them."""
    right = {text.replace(" ", "") for text in LINES[line] if " " in text}
    for edit, _ in made_by_hand(line, {*GIVEN, *QUANTITIES}):
        said = " ".join((*words_of(edit).values(), TRY[words_of_all(edit).try_this]))
        plain = said.replace("−", "-").replace("·", "*").replace("σ", "sigmoid")
        assert not [text for text in right if text in plain.replace(" ", "")], said
        assert not re.search(IN_CODE, said), said
        assert not set("{}_") & set(said), said


def test_only_what_is_seen_is_in_an_edit() -> None:
    """No edit of a question is made of a letter that this question doesn't give or lead to."""
    sent = data_for("forward")["edits"]["lines"]
    letters = {
        line: {word for each in kinds.values() for *_, text in each for word in text.split()}
        for line, kinds in sent.items()
    }
    assert letters["a"] & set(ALL_SEEN) == {"z"}
    assert letters["loss"] & set(ALL_SEEN) == {"a", "y"}
