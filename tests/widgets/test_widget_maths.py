"""The browser's maths is Python's: the same numbers and the same refusals, at the extremes too."""

import re
import struct
import subprocess
from inspect import getmembers, isfunction, signature
from itertools import pairwise
from math import copysign, inf, isclose, nan
from pathlib import Path
from random import Random

import pytest

from lessons import logistic, widgets
from lessons.logistic import Step, backward, forward, loss_from_z, update

SOURCE = Path(widgets.__file__).with_name("logistic.js").read_text("utf-8")
FORMULAS = {
    name: formula
    for name, formula in getmembers(logistic, isfunction)
    if formula.__module__ == logistic.__name__
}
CALLS_OF_EACH = 2_000

Numbers = list[float]
Outcome = Numbers | str  # the numbers of an answer, or the sentence that refuses it

# Numbers travel as their 64 bits, since JSON knows neither ∞ nor nan nor −0.
ANSWER_EACH_LINE = """
import { readFileSync } from "node:fs";
import * as formulas from "./logistic.mjs";
const fromBits = (bits) => Buffer.from(bits, "hex").readDoubleLE();
const toBits = (number) => Buffer.from(Float64Array.of(number).buffer).toString("hex");
const flat = (answer) => answer instanceof Object ? Object.values(answer).flatMap(flat) : [answer];
function answer(name, numbers) {
  try { return flat(formulas[name](...numbers.map(fromBits))).map(toBits).join(" "); }
  catch (error) { return error.message; }
}
for (const line of readFileSync(0, "utf8").trim().split("\\n")) {
  const [name, ...numbers] = line.split(" ");
  console.log(answer(name, numbers));
}
"""

EXTREME = [0.0, -0.0, 1.0, -1.0, 5e-324, -5e-324, 2.3e-308, 1e-17, 1 - 2**-53, 1 + 2**-52, 36.7]
EXTREME += [-36.7, 709.8, -709.8, 745.2, -745.2, 1e16, 1e308, -1e308, 1.7e308, inf, -inf, nan]


def any_number(random: Random) -> float:
    size = random.choice([-1, 1]) * 10 ** random.uniform(-323, 308)
    usual = random.uniform(-5, 5), random.uniform(-50, 50), random.uniform(-800, 800)
    return random.choice([*usual, size, random.choice(EXTREME)])


def any_share(random: Random) -> float:
    """A label or a prediction: hard, soft, a hair from an end, or outside."""
    hair = 10 ** random.uniform(-17, 0)
    return random.choice([0.0, 1.0, random.random(), hair, 1 - hair, random.choice(EXTREME)])


def any_rate(random: Random) -> float:
    return random.choice([random.random(), 10 ** random.uniform(-3, 9), random.choice(EXTREME)])


def any_count(random: Random) -> float:
    return float(random.choice([0, 1, 2, 3, 5, 8, 20, -1, 2.5, inf, nan]))


ANY = {"a": any_share, "y": any_share, "alpha": any_rate, "steps": any_count}


def arguments(name: str, random: Random) -> Numbers:
    """Arguments that have nothing to do with each other, or are so alike that they cancel."""
    names = signature(FORMULAS[name]).parameters
    alike = random.choice([1.0, 0.1, 1e16, 1e154, 1e308])
    kind = random.choice([any_number, lambda random: random.choice([1.0, -1.0, alike, -alike])])
    return [ANY.get(each, kind)(random) for each in names]


def in_javascript(name: str) -> str:
    """The name as JavaScript writes it: da_dz becomes daDz."""
    return re.sub("_(.)", lambda after: after[1].upper(), name)


def refusal(sentence: str) -> str:
    """What is refused, and why, without the value: inf in Python is Infinity in JavaScript."""
    what, but = sentence.split(", ")[:-1], sentence.split(", ")[-1]
    assert but.startswith("but it is "), sentence
    return ", ".join(what)


def by_python(name: str, numbers: Numbers) -> Outcome:
    try:
        answer = FORMULAS[name](*numbers)
    except ValueError as error:
        return refusal(str(error))
    return list(answer) if isinstance(answer, tuple) else [answer]


def by_browser(line: str) -> Outcome:
    if "must be" in line:
        return refusal(line)
    return [struct.unpack("<d", bytes.fromhex(bits))[0] for bits in line.split()]


@pytest.fixture(scope="module")
def answers(node: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """For each formula: pairs of arguments and what JavaScript answers, all from one Node."""
    random = Random(1701)
    calls = {name: [arguments(name, random) for _ in range(CALLS_OF_EACH)] for name in FORMULAS}
    lines = [
        " ".join([in_javascript(name), *(struct.pack("<d", number).hex() for number in numbers)])
        for name in FORMULAS
        for numbers in calls[name]
    ]
    folder = tmp_path_factory.mktemp("node")
    (folder / "logistic.mjs").write_text(SOURCE, "utf-8")
    (folder / "answer.mjs").write_text(ANSWER_EACH_LINE, "utf-8")
    command = [node, folder / "answer.mjs"]
    said = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    outcomes = map(by_browser, said.stdout.splitlines())
    return {name: [(numbers, next(outcomes)) for numbers in calls[name]] for name in FORMULAS}


def agree(here: Outcome, there: Outcome) -> bool:
    """The same refusal, or the same numbers and signs to 1e-12, or to 4 of the smallest floats."""
    if isinstance(here, str) or isinstance(there, str):
        return here == there
    return len(here) == len(there) and all(
        isclose(one, other, rel_tol=1e-12, abs_tol=2e-323)
        and copysign(1, one) == copysign(1, other)
        for one, other in zip(here, there, strict=True)
    )


def test_the_browser_has_each_formula_with_its_arguments() -> None:
    """logistic.js exports the reference's functions, with the same arguments in the same order."""
    exports = re.findall(r"^export function (\w+)\((.*)\)", SOURCE, re.MULTILINE)
    wanted = {in_javascript(name): list(signature(f).parameters) for name, f in FORMULAS.items()}
    assert {name: arguments.split(", ") for name, arguments in exports} == wanted


@pytest.mark.parametrize("name", sorted(set(FORMULAS) - {"train"}))
def test_javascript_answers_as_python_does(name: str, answers: dict[str, list]) -> None:
    """Whatever the input, both give the same numbers to 1e-12, or refuse the same argument."""
    assert sum(isinstance(answer, list) for _, answer in answers[name]) > CALLS_OF_EACH / 5
    for numbers, answer in answers[name]:
        assert agree(by_python(name, numbers), answer), (numbers, answer)


def test_training_in_javascript_is_the_formulas_one_after_the_other(
    answers: dict[str, list],
) -> None:
    """Each row of a training is what Python makes of its parameters, and of the row before.

    (Compared over many steps, two trainings part ways: at a large alpha a last bit grows.)
    """
    trained = 0
    for numbers, answer in answers["train"]:
        if isinstance(answer, str):
            assert answer == by_python("train", numbers), numbers
            continue
        assert not isinstance(by_python("train", numbers), str), numbers
        x1, x2, y, *start, alpha, steps = numbers
        rows = [Step(*answer[i : i + 10]) for i in range(0, len(answer), 10)]
        assert len(rows) == steps + 1
        assert list(rows[0][:3]) == start
        for row in rows:
            z, a = forward(x1, x2, row.w1, row.w2, row.b)
            assert agree([z, a, loss_from_z(z, y)], [row.z, row.a, row.loss]), numbers
            assert backward(x1, x2, row.a, y) == row[6:], numbers
        for row, after in pairwise(rows):
            assert update(*row[:3], *row[7:], alpha) == after[:3], numbers
        trained += len(rows)
    assert trained > CALLS_OF_EACH
