"""Laws of guesses: the browser names the mistakes that Python knows, by the same numbers."""

import json
import re
import subprocess
from math import isclose, isfinite, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.checking.invariants import INVARIANTS
from lessons.exercises.probes import EXAMPLE
from lessons.formulas import FORMULAS, Numbers
from lessons.mistakes import MISTAKES as CATALOGUE
from lessons.mistakes import by_hand
from lessons.widgets.base import FOLDER
from lessons.widgets.edits import edits
from lessons.widgets.guesses import MISTAKES as HELD
from lessons.widgets.guesses import QUANTITIES, guess_script, sentences

SCRIPTS = ("logistic", "edits", "guesses")
MISTAKES = CATALOGUE | {mistake.name: mistake for mistake in HELD}
RUNNING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
FOR_0 = RUNNING | {"y": 0}
SURE = {"x1": 2, "x2": 1, "y": 0, "w1": 2, "w2": 1, "b": 0.25}
SATURATED = {"x1": 5, "x2": 5, "y": 0, "w1": 5, "w2": 5, "b": 0}

SCORE = "w1·x1 + w2·x2 + b"
# Where one of these slopes was guessed, nothing is known of the other two.
SLOPES = {"dw1": "w1", "dw2": "w2", "db": "b"}
# Of one number nobody can say that it is so for others, or how it changes.
SEVERAL = (
    r"\b(?:[Ee]very value|values|[Yy]our predictions|whenever|came out|all your|have the"
    r"|Your \w+ (?:is|are|has) (?:right for|0 for|never|always|the same|large when|small when)"
    r"|never exceeds|goes above|grows (?:far|without)|lie|slopes have|unbounded)\b"
)
CODE = r"\b(?:Python|code|function|returned?|math\.|exp\()"

parameter = st.floats(-2, 2)
examples = st.builds(
    lambda **given: given,
    y=st.sampled_from([0, 1]),
    **dict.fromkeys(["x1", "x2", "w1", "w2", "b"], parameter),
)


@pytest.fixture(scope="module")
def browser(node):
    """A function that gives the value of a JavaScript expression about `data`."""
    both = "\n".join((FOLDER / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    code = guess_script(*QUANTITIES) + both.replace("export ", "")
    seen = dict.fromkeys(QUANTITIES, (*EXAMPLE, *QUANTITIES))
    words = json.dumps(sentences(*QUANTITIES) | edits(seen))

    def evaluate(expression, data):
        program = (
            f"{code}\nconst [words, data] = [{words}, {json.dumps(data)}];\n"
            f"console.log(JSON.stringify({expression}, (_, v) => "
            "typeof v === 'number' && !isFinite(v) ? String(v) : v));"
        )
        run = [node, "--input-type=commonjs", "-"]
        done = subprocess.run(run, input=program, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return evaluate


def in_python(formula, *arguments):
    try:
        return float(formula(*arguments))
    except (ArithmeticError, ValueError):
        return nan


def agree(here, there):
    """Where Python stops, a browser says Infinity or NaN; else the numbers are the same."""
    if not isfinite(here):
        return not isfinite(float(there))
    return isclose(here, float(there), rel_tol=1e-9, abs_tol=1e-12)


@settings(max_examples=5)
@given(data=st.lists(examples, min_size=20, max_size=60))
def test_every_wrong_formula_gives_the_browser_the_number_it_gives_python(browser, data):
    there = browser(
        "data.map(worked).map((q) => Object.entries(WRONG).map(([k, wrong]) => [k, wrong(q)]))",
        data,
    )
    for example, table in zip(data, there, strict=True):
        q = Numbers(example)
        for quantity, wrong in table:
            for name, values in wrong.items():
                variants = [v[quantity] for v in MISTAKES[name].variants if quantity in v]
                for line in variants:
                    ours = in_python(line, q)
                    assert any(agree(ours, each) for each in values), (name, quantity, example)
                assert len(values) <= len(variants)


@settings(max_examples=5)
@given(data=st.lists(st.tuples(examples, st.floats(-3, 3)), min_size=20, max_size=60))
def test_every_law_says_the_same_of_a_number_in_the_browser(browser, data):
    there = browser(
        "data.map(([numbers, value]) => Object.entries(LAWS).map(([name, laws]) => "
        "[name, laws(value, worked(numbers)), words.laws[name]]))",
        data,
    )
    for (example, value), table in zip(data, there, strict=True):
        assert [name for name, *_ in table] == list(QUANTITIES)
        for name, kept, said in table:
            laws = INVARIANTS.get(name, ())
            assert kept == [holds(value, Numbers(example)) for holds, _ in laws]
            assert said == [law for _, law in laws]


def test_every_mistake_of_every_quantity_is_carried_over_with_its_words(browser):
    asked = "Object.entries(WRONG).map(([k, wrong]) => [k, Object.keys(wrong(worked(data)))])"
    carried = dict(browser(asked, RUNNING))
    for name, mistake in MISTAKES.items():
        changed = {quantity for variant in mistake.variants for quantity in variant}
        numerics = mistake.at_extremes or name == "epsilon-misused"
        if not numerics and changed <= set(QUANTITIES):
            assert {quantity for quantity in carried if name in carried[quantity]} == changed
            words = [mistake.title, mistake.happened, mistake.try_this]
            assert sentences(*changed)["mistakes"][name] == words


@pytest.mark.parametrize("quantity", [*QUANTITIES, "new_b"])
def test_what_is_said_of_one_number_is_about_one_number(quantity):
    for words in sentences(quantity)["mistakes"].values():
        for text in words:
            assert re.findall(SEVERAL, text) == [], text
            assert re.findall(CODE, text) == [], text
            if quantity in SLOPES:
                others = set(SLOPES) - {quantity}
                assert others & set(re.findall(r"\w+", text.replace(SCORE, ""))) == set(), text


def test_words_for_one_number_are_for_mistakes_that_one_number_can_show():
    assert set(by_hand.ONE_NUMBER) | set(by_hand.STEPS) <= {mistake.name for mistake in HELD}
    for name, words in (by_hand.ONE_NUMBER | by_hand.STEPS).items():
        old = CATALOGUE[name]
        assert words.title != old.title
        assert words.happened != old.happened
        assert words.try_this != old.try_this


@settings(max_examples=5)
@given(data=st.lists(examples, min_size=10, max_size=40))
def test_the_right_number_is_right_for_every_quantity(browser, data):
    right = [[q, example, FORMULAS[q](Numbers(example))] for example in data for q in QUANTITIES]
    assert all(browser("data.map((each) => nameGuess(...each, words).right)", right))


@pytest.mark.parametrize(
    ("quantity", "example", "guess", "title"),
    [
        ("z", RUNNING, 1.0, "b is missing"),
        ("z", RUNNING, 0.3, "a sign is lost"),
        ("z", RUNNING, -0.1, "a sign is lost"),
        ("a", RUNNING, 0.2497, "the curve is mirrored: a minus sign is missing"),
        ("loss", RUNNING, -0.2873, "the minus sign in front is missing"),
        ("da", FOR_0, -4.0042, "da has the wrong sign"),
        ("da", FOR_0, 0.0, "the term for y = 0 is missing"),
        ("da_dz", RUNNING, 0.25, "one of the two factors is missing"),
        ("da_dz", RUNNING, -0.11, "z stands where a belongs"),
        ("dz", RUNNING, 0.2497, "dz has the wrong sign"),
        ("dz", FOR_0, -0.75, "dz has the wrong sign"),
        ("dz", RUNNING, -1.333, "this is da, not dz"),
        ("dw1", RUNNING, -0.2497, "the other input is used"),
        ("dw1", RUNNING | {"x2": 3}, 2, "dz is missing"),
        ("db", RUNNING, 1, "db is a fixed number"),
        ("z", {"x1": 3, "x2": 4, "y": 1, "w1": -0.4, "w2": 0.3, "b": 0.4}, 0, "b is missing"),
        ("da_dz", SURE, -0.0052, "da/dz has the wrong sign"),
        ("da_dz", SURE, 1, "the two factors are added"),
        ("dz", SURE, 0.01, "this is da/dz, only one link of the chain"),
    ],
)
def test_a_wrong_number_is_called_by_the_name_of_its_mistake(
    browser, quantity, example, guess, title
):
    verdict = browser("nameGuess(...data, words)", [quantity, example, guess])
    assert (verdict["right"], verdict["title"]) == (False, title)


@pytest.mark.parametrize(
    ("quantity", "guess", "hint"),
    [
        ("dz", 1.7, "Remember: dz lies between −1 and 1."),
        ("da_dz", 0.4, "Remember: the slope of σ is never above 0.25."),
        ("dw1", 0.37, "Remember: dw1 has the sign of x1 times dz."),
        ("z", -2.2, "The sign is not right."),
        ("dz", -0.6, "Your number is too far from 0."),
        ("dz", -0.02, "Your number is too near to 0."),
        ("da", -1.34, "You are very near: keep four digits on the way."),
        ("da", -1.39, "You are very near: keep four digits on the way."),
    ],
)
def test_a_wrong_number_that_no_mistake_makes_gets_a_hint_and_no_name(
    browser, quantity, guess, hint
):
    verdict = browser("nameGuess(...data, words)", [quantity, RUNNING, guess])
    assert (verdict["title"], verdict["happened"]) == ("Not yet", hint)


def test_a_small_number_is_not_rounded_to_0(browser):
    guess = browser("nameGuess('dz', data, 0, words)", SURE | {"b": 2})  # there da/dz is 0.0009
    assert guess["title"] == "Not yet"


def test_where_a_has_rounded_only_infinity_is_right_for_da(browser):
    verdicts = browser(
        "data[0].map((guess) => nameGuess('da', data[1], guess, words))", [[1e9, 1, -5], SATURATED]
    )
    assert not any(verdict["right"] for verdict in verdicts)
    assert "∞" in verdicts[0]["happened"]
    assert browser("nameGuess('da', data, Infinity, words).right", SATURATED)
    assert (
        browser("nameGuess('da', data, -Infinity, words).title", SATURATED)
        == "da has the wrong sign"
    )
