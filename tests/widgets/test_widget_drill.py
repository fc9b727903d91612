"""The drill's questions: kind numbers, right answers accepted, mistakes named."""

import json
import re
import subprocess
from contextlib import suppress
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import exp, isclose, log
from typing import Any

import pytest

from lessons.formulas import FORMULAS, Numbers
from lessons.mistakes import Mistake
from lessons.mistakes.by_hand import STEPS
from lessons.widgets.drill import ASKED as TABLE
from lessons.widgets.drill import LEVELS, DrillWidget, data_for
from lessons.widgets.guesses import MISTAKES as CATALOGUE
from lessons.widgets.guesses import sentences

Question = dict[str, Any]
ASKED = {
    "z": {"z"},
    "forward": {"z", "a", "loss"},
    "backward": {"da", "da_dz", "dz", "dw1", "dw2", "db"},
    "update": {"new w1", "new w2", "new b"},
}
SEEDS, EACH = range(40), 10
HELD = {mistake.name: mistake for mistake in CATALOGUE}
# One mistake of each quantity that a hand makes again and again.
SLIPS = {
    "z": ["bias-left-out", "weights-swapped"],
    "a": ["sigmoid-missing-minus"],
    "loss": ["loss-missing-minus", "log-base-10"],
    "da": ["da-sign"],
    "da_dz": ["dsigma-sign"],
    "dz": ["dz-sign"],
    "dw1": ["dw-copy-paste", "dw-sign"],
    "dw2": ["dw-copy-paste", "dw-sign"],
    "db": ["db-sign"],
}


def in_node(node: str, expression: str, data: object) -> Any:
    """The value of a JavaScript expression of `data`, beside the drill's own functions."""
    words = {level: data_for(level) for level in LEVELS}
    program = (
        f"{DrillWidget._esm}\nconst [words, data] = [{json.dumps(words)}, {json.dumps(data)}];\n"
        "const ask = (level, seed, number) =>"
        " ({ ...question(words[level].asked[level], seed, number), level });\n"
        f"console.log(JSON.stringify({expression}));"
    )
    command = [node, "--input-type=module", "-"]
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def questions(node: str) -> list[Question]:
    """Many questions of every level."""
    places = [[level, seed, number] for level in LEVELS for seed in SEEDS for number in range(EACH)]
    asked = in_node(
        node,
        "data.map((place) => ask(...place))"
        ".map((asked) => ({ ...asked, spelled: spelledOut(asked) }))",
        places,
    )
    assert isinstance(asked, list)
    return asked


def judged(node: str, pairs: list[tuple[Question, float]]) -> list[dict[str, Any]]:
    return in_node(
        node, "data.map(([asked, guess]) => judge(asked, guess, words[asked.level]))", pairs
    )  # type: ignore[no-any-return]


def formula_name(quantity: str) -> str:
    return quantity.replace(" ", "_")


def decimals(value: float) -> int:
    return len(f"{value:.10f}".rstrip("0").split(".")[1])


def test_numbers_are_kind(questions: list[Question]) -> None:
    """Features are small whole numbers but 0, 1 and twins; the rest has a digit or two.

    A seedling's hours of sun and litres are above 0.
    """
    for asked in questions:
        q, known = asked["q"], asked["known"]
        sizes = {abs(q["x1"]), abs(q["x2"])}
        assert len(sizes) == 2
        assert sizes <= {2, 3, 4, 5}
        assert asked["level"] != "z" or min(q["x1"], q["x2"]) > 0
        assert abs(q["w1"]) != abs(q["w2"])
        assert all(0.1 <= abs(q[name]) <= 0.9 for name in ("w1", "w2", "b"))
        assert all(decimals(q[name]) <= 1 for name in ("x1", "x2", "w1", "w2", "b", "z", "alpha"))
        assert q["y"] in {0, 1}
        assert 0.05 < q["a"] < 0.95
        assert abs(q["a"] - 0.5) >= 0.05
        assert q["alpha"] not in {0, 1}
        assert all(decimals(value) <= 2 for value in known.values())


def test_every_level_asks_all_of_its_own(questions: list[Question]) -> None:
    """A level asks each of its quantities, again and again, and no others."""
    for level, quantities in ASKED.items():
        asked = [question["quantity"] for question in questions if question["level"] == level]
        assert set(asked) == quantities
        assert all(asked.count(quantity) > len(asked) / 12 for quantity in quantities)


def test_questions_are_endless_and_repeatable(node: str) -> None:
    """The same place asks the same, another number or seed something else."""
    places = [["z", seed, number] for seed in range(1, 11) for number in range(50)]
    once, again = (in_node(node, "data.map((p) => ask(...p))", places) for _ in range(2))
    assert once == again
    assert len({json.dumps(asked) for asked in once}) > 0.99 * len(places)


def test_answers_are_the_lectures(questions: list[Question]) -> None:
    """From what is given alone, the lecture's formula in Python has the same answer."""
    for asked in questions:
        numbers = Numbers(asked["known"])
        right = getattr(numbers, formula_name(asked["quantity"]))
        assert isclose(right, asked["answer"], rel_tol=1e-9, abs_tol=1e-12), asked


def test_the_answer_spelled_out_adds_up(questions: list[Question]) -> None:
    """The formula with the numbers put in has the value that is written behind it."""
    for asked in questions:
        *_, filled, value = re.split(r" (?::=|=|≈) ", asked["spelled"].replace("−", "-"))
        filled = re.sub(r"log ([\d.]+)", r"log(\1)", filled).replace("e^", "exp")
        result = eval(filled.replace("·", "*"), {"exp": exp, "log": log})
        assert isclose(result, float(value), abs_tol=5.1e-5), asked["spelled"]


def test_right_answers_are_accepted(node: str, questions: list[Question]) -> None:
    """Whoever is right within 1 % or 0.005 is right, and whoever is further off is not."""

    def off(asked: Question, share: float) -> float:
        answer = float(asked["answer"])
        return answer + share * max(0.005, 0.01 * abs(answer))

    for share, accepted in ((0, True), (0.99, True), (-0.99, True), (1.01, False), (-1.01, False)):
        verdicts = judged(node, [(asked, off(asked, share)) for asked in questions])
        assert {verdict["right"] for verdict in verdicts} == {accepted}


@pytest.mark.parametrize(
    ("quantity", "name"), [(key, name) for key, names in SLIPS.items() for name in names]
)
def test_a_known_mistake_is_named(
    node: str, questions: list[Question], quantity: str, name: str
) -> None:
    """The number that a known mistake leads to is called by that mistake's name."""
    mistake = HELD[name]
    changed = next(each for each in mistake.variants if quantity in each)
    pairs = [
        (asked, float(getattr(Numbers(asked["known"], changed), quantity)))
        for asked in questions
        if asked["quantity"] == quantity
    ]
    titles = [verdict["title"] for verdict in judged(node, pairs)]
    assert set(titles) <= {each.title for each in CATALOGUE}
    assert titles.count(mistake.title) > 0.9 * len(titles)  # else two mistakes meet by chance


@pytest.mark.parametrize("name", STEPS)
def test_a_wrong_step_is_named(node: str, questions: list[Question], name: str) -> None:
    """Each mistake of the catalogue that one step can show is named, or right by chance."""
    mistake = HELD[name]
    titles = [verdict["title"] for verdict in judged(node, wrong_answers(questions, mistake))]
    assert set(titles) <= {HELD[each].title for each in STEPS} | {"Right"}
    assert titles.count(mistake.title) > 0.9 * (len(titles) - titles.count("Right"))


def test_a_step_by_another_slope_is_never_unknown(node: str, questions: list[Question]) -> None:
    """Whichever of the two other slopes was taken, the answer says more than “Not yet”."""
    pairs = [
        (asked, q[name] - q["alpha"] * q[other])
        for asked in questions
        if asked["level"] == "update"
        for q, name in [(asked["known"], asked["quantity"].removeprefix("new "))]
        for other in {"dw1", "dw2", "db"} - {f"d{name}"}
    ]
    assert "Not yet" not in {verdict["title"] for verdict in judged(node, pairs)}


def wrong_answers(questions: list[Question], mistake: Mistake) -> list[tuple[Question, float]]:
    """Every question with each number that the mistake makes of it."""
    found = []
    for asked in questions:
        name = formula_name(asked["quantity"])
        for variant in mistake.variants:
            with suppress(ArithmeticError, ValueError, KeyError, AttributeError):
                found.append((asked, float(variant[name](Numbers(asked["known"])))))
    return found


def test_answers_may_be_rounded_to_two_decimals(node: str, questions: list[Question]) -> None:
    """Halves go up or down as the learner likes."""
    ways = [ROUND_HALF_UP, ROUND_HALF_DOWN]
    rounded = [(asked, hundredths(asked["answer"], way)) for asked in questions for way in ways]
    assert all(verdict["right"] for verdict in judged(node, rounded))


def test_a_rounded_mistake_keeps_its_name(node: str, questions: list[Question]) -> None:
    """A wrong number is known by two decimals, too, unless another one rounds to the same."""
    few = questions[::8]
    made = [(each, *wrong) for each in CATALOGUE for wrong in wrong_answers(few, each)]
    exact = judged(node, [(asked, wrong) for _, asked, wrong in made])
    rounded = judged(
        node, [(asked, hundredths(wrong, ROUND_HALF_EVEN)) for _, asked, wrong in made]
    )
    named = [
        (mistake.title, after["title"])
        for (mistake, *_), before, after in zip(made, exact, rounded, strict=True)
        if before["title"] == mistake.title
    ]
    assert len(named) > 1000
    assert sum(title == after for title, after in named) > 0.9 * len(named)


def hundredths(value: float, way: str) -> float:
    return float(Decimal(f"{value:.9f}").quantize(Decimal("0.01"), way))


def test_no_mistake_is_made_with_a_number_that_is_not_given(questions: list[Question]) -> None:
    """What is said of a wrong answer never speaks of a letter that the question hides."""
    assert "dw-uses-w" in sentences("dw1")["mistakes"]
    assert not {"dw-uses-w", "db-uses-b", "dz-uses-z"} & set(data_for("backward")["mistakes"])


def test_python_and_the_browser_know_the_same_levels() -> None:
    """Each level that can be set is one that the browser can ask."""
    assert DrillWidget().data["asked"] == TABLE
    assert {level: set(quantities) for level, quantities in TABLE.items()} == ASKED
    assert list(TABLE) == list(LEVELS)
    assert all(formula_name(quantity) in FORMULAS for asked in ASKED.values() for quantity in asked)
