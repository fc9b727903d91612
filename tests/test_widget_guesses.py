"""Laws of guesses: the browser names the mistakes that Python knows, by the same numbers."""

import json
import subprocess
from math import isclose, isfinite, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.lecture import FORMULAS, Numbers
from lessons.mistakes import MISTAKES
from lessons.properties import PROPERTIES
from lessons.widgets.base import FOLDER
from lessons.widgets.guesses import LEFT_OUT, QUANTITIES, guess_script

RUNNING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
FOR_0 = RUNNING | {"y": 0}
SATURATED = {"x1": 5, "x2": 5, "y": 0, "w1": 5, "w2": 5, "b": 0}

parameter = st.floats(-2, 2)
examples = st.builds(
    lambda **given: given,
    y=st.sampled_from([0, 1]),
    **dict.fromkeys(["x1", "x2", "w1", "w2", "b"], parameter),
)


@pytest.fixture(scope="module")
def browser(node):
    """A function that gives the value of a JavaScript expression about `data`."""
    maths = (FOLDER / "logistic.js").read_text("utf-8").replace("export ", "")

    def evaluate(expression, data):
        program = (
            f"{maths}\n{guess_script()}\nconst data = {json.dumps(data)};\n"
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
        "data.map(worked).map((q) => MISTAKES.map(({ name, lines }) => "
        "[name, Object.entries(lines).map(([k, each]) => [k, each.map((line) => line(q))])]))",
        data,
    )
    for example, table in zip(data, there, strict=True):
        q = Numbers(example)
        for name, lines in table:
            for quantity, values in lines:
                variants = [v[quantity] for v in MISTAKES[name].variants if quantity in v]
                here = [in_python(line, q) for line in variants]
                # Of a mistake that is left out in part, the first forms are there.
                for ours, theirs in zip(here, values, strict=name not in LEFT_OUT):
                    assert agree(ours, theirs), (name, quantity, example)


@settings(max_examples=5)
@given(data=st.lists(st.tuples(examples, st.floats(-3, 3)), min_size=20, max_size=60))
def test_every_law_says_the_same_of_a_number_in_the_browser(browser, data):
    there = browser(
        "data.map(([numbers, value]) => Object.entries(LAWS).map(([name, laws]) => "
        "[name, laws.map(([holds, law]) => [holds(value, worked(numbers)), law])]))",
        data,
    )
    for (example, value), table in zip(data, there, strict=True):
        for name, laws in table:
            holds = {law: rule for rule, law in PROPERTIES.get(name, ())}
            assert all(holds[law](value, Numbers(example)) == said for said, law in laws)


def test_every_mistake_of_every_quantity_is_carried_over_but_those_that_are_listed(browser):
    table = browser("MISTAKES.map(({ name, lines }) => [name, Object.keys(lines)])", None)
    for name, mistake in MISTAKES.items():
        changed = {quantity for variant in mistake.variants for quantity in variant}
        expected = sorted(changed & set(QUANTITIES))
        numerics = mistake.at_extremes or name == "epsilon-misused"
        if expected and not numerics and "new_b" not in changed and name not in LEFT_OUT:
            assert sorted(dict(table)[name]) == expected
    assert set(LEFT_OUT) == {
        "threshold-too-early",
        "loss-dropped-second-term",
        "a prediction lies between 0 and 1",
    }


@settings(max_examples=5)
@given(data=st.lists(examples, min_size=10, max_size=40))
def test_the_right_number_is_right_for_every_quantity(browser, data):
    right = [[q, example, FORMULAS[q](Numbers(example))] for example in data for q in QUANTITIES]
    assert all(browser("data.map((each) => nameGuess(...each).right)", right))


@pytest.mark.parametrize(
    ("quantity", "example", "guess", "title"),
    [
        ("z", RUNNING, 1.0, "b is missing"),
        ("a", RUNNING, 0.2497, "the curve is mirrored: a minus sign is missing"),
        ("loss", RUNNING, -0.2873, "the minus sign in front is missing"),
        ("da", FOR_0, -4.0042, "da has the wrong sign"),
        ("da", FOR_0, 0.0, "the term for y = 0 is missing"),
        ("da_dz", RUNNING, 0.25, "one of the two factors is missing"),
        ("da_dz", RUNNING, -0.11, "z stands where a belongs"),
        ("dz", RUNNING, 0.2497, "dz has the wrong sign"),
        ("dz", FOR_0, -0.75, "dz has the wrong sign"),
        ("dz", RUNNING, -1.333, "this is da, not dz"),
        ("dw1", RUNNING, -0.2497, "one input is used twice"),
        ("dw1", RUNNING | {"x2": 3}, 2, "dz is missing"),
        ("db", RUNNING, 1, "db is always the same number"),
    ],
)
def test_a_wrong_number_is_called_by_the_name_of_its_mistake(
    browser, quantity, example, guess, title
):
    verdict = browser("nameGuess(...data)", [quantity, example, guess])
    assert (verdict["right"], verdict["title"]) == (False, title)


@pytest.mark.parametrize(
    ("quantity", "guess", "hint"),
    [
        ("dz", 1.7, "But dz lies between −1 and 1."),
        ("da_dz", 0.4, "But the slope of σ is never above 0.25."),
        ("dw1", 0.37, "But dw1 has the sign of x1 times dz."),
        ("z", -2.2, "The sign is not right."),
        ("dz", -0.6, "Your number is too far from 0."),
        ("dz", -0.02, "Your number is too near to 0."),
        ("da", -1.34, "You are very near: keep four digits on the way."),
    ],
)
def test_a_wrong_number_that_no_mistake_makes_gets_a_hint_and_no_name(
    browser, quantity, guess, hint
):
    verdict = browser("nameGuess(...data)", [quantity, RUNNING, guess])
    assert (verdict["title"], verdict["happened"]) == ("Not yet", hint)


def test_where_a_has_rounded_only_infinity_is_right_for_da(browser):
    verdicts = browser(
        "data[0].map((guess) => nameGuess('da', data[1], guess))", [[1e9, 1, -5], SATURATED]
    )
    assert not any(verdict["right"] for verdict in verdicts)
    assert "∞" in verdicts[0]["happened"]
    assert browser("nameGuess('da', data, Infinity).right", SATURATED)
    assert browser("nameGuess('da', data, -Infinity).title", SATURATED) == "da has the wrong sign"
