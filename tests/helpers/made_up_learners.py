"""A class of made-up learners: their notebooks, and what each answer deserves.

The same size, lessons and seed give the same class, and a larger class begins like a smaller one.
    python tests/helpers/made_up_learners.py submissions/ 30
"""

import json
import math
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from places import ROOT
from right_code import forms, lines_of, right_code
from wrong_code import RIGHT_ON_PAPER, WRONG_CODE

from lessons import logistic
from lessons.answers.convert import outcome_of
from lessons.checking.local import examine
from lessons.checking.run import run
from lessons.exercises import EXERCISES, LENT, Exercise
from lessons.exercises.order import LESSONS

FIRST = "Ada Björn Chloé Dmitri Élodie Fatima Giovanni Hana Iñigo Jürgen Kenji Łucja Mei".split()
LAST = "Okafor Müller 김 O'Brien van-Dijk Şahin Nguyễn Kowalska García Smith Høst Ivanov".split()
NEEDS = {
    "np": "import numpy as np",
    "array": "from numpy import array",
    "random": "from random import random",
    "exp": "from math import exp",
    "log": "from math import log",
    "log10": "from math import log10",
    "EPS": "EPS = 1e-15",
    "stable": "def stable(z):\n    e = math.exp(-abs(z))\n"
    "    return 1 / (1 + e) if z >= 0 else e / (1 + e)",
}
WRONG_GRADIENTS = [
    f"def gradients(x1, x2, dz):\n    return {slopes}"
    for slopes in ("dz, dz, dz", "x2 * dz, x1 * dz, dz", "x1 * dz, x1 * dz, dz", "x1*dz, x2*dz, 1")
]


@dataclass(frozen=True)
class MadeUpLearner:
    """One learner: the code of each answer that was not left blank, in the lessons handed in."""

    name: str
    number: int
    lessons: tuple[str, ...]
    answers: Mapping[str, str]

    @property
    def files(self) -> dict[str, bytes]:
        """Return the notebooks as the learner hands them in, by file name."""
        return {f"{lesson}.ipynb": filled(lesson, self.answers) for lesson in self.lessons}

    @property
    def points(self) -> dict[str, float]:
        """Return what each exercise of the lessons handed in deserves."""
        earned = [deserved(lesson, self.answers) for lesson in self.lessons]
        return {name: points for lesson in earned for name, points in lesson.items()}


def made_up_class(
    size: int, lessons: Sequence[str] = LESSONS, seed: int = 1
) -> Iterator[MadeUpLearner]:
    """Yield learners who are right, wrong or stuck, each as often as suits that learner."""
    for number in range(size):
        random = Random(f"{seed}:{number}")
        name = f"{random.choice(FIRST)} {random.choice(LAST)}"
        known, tried = random.betavariate(4, 1.5), random.betavariate(8, 1)
        numpy = random.random() < 0.3
        answers = {
            exercise.name: right(exercise, random, numpy)
            if random.random() < known
            else wrong(exercise, random)
            for exercise in EXERCISES.values()
            if exercise.lesson in lessons and random.random() < tried
        }
        yield MadeUpLearner(name, 1000 + number, tuple(lessons), answers)


def write_class(folder: Path, size: int, lessons: Sequence[str] = LESSONS, seed: int = 1) -> None:
    """Write the class as Moodle's download: one folder for each learner."""
    for learner in made_up_class(size, lessons, seed):
        home = folder / f"{learner.name}_{learner.number}_assignsubmission_file"
        home.mkdir(parents=True)
        for name, data in learner.files.items():
            (home / name).write_bytes(data)


def filled(lesson: str, answers: Mapping[str, str]) -> bytes:
    """Return a lesson's released notebook with these answers in it."""
    notebook = json.loads(_released(lesson))
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell["source"] = answers[cell["id"]].splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def _released(lesson: str) -> str:
    return (ROOT / "notebooks" / f"{lesson}.ipynb").read_text(encoding="utf-8")


def right(exercise: Exercise, random: Random, numpy: bool) -> str:
    """Return a right answer, in a style of its own if it is a function."""
    if exercise.kind == "choice":
        return f'{exercise.name} = "{exercise.right_choice}"'
    if exercise.kind == "number":
        return _numbers(exercise, exercise.expected(exercise.probes[0]))
    style = {line: random.choice(_forms(exercise, line, numpy)) for line in lines_of(exercise)}
    return _with_needs(right_code(exercise, style).replace("def f(", f"def {exercise.name}("))


def _forms(exercise: Exercise, line: str, numpy: bool) -> list[str]:
    """Return the forms of a line that stand alone in this lesson."""
    unknown = {"da_dz"} | ({"sigmoid"} if exercise.lesson != "02_derivatives" else set())
    unknown |= set() if numpy else {"np"}
    return [form for form in forms(line) if not unknown & set(re.findall(r"\w+", form))]


def wrong(exercise: Exercise, random: Random) -> str:
    """Return a wrong answer that a learner might give."""
    if exercise.kind == "choice":
        others = sorted(exercise.choices.keys() - {exercise.right_choice})
        return f'{exercise.name} = "{random.choice(others)}"'
    if exercise.kind == "number":
        first, *rest = exercise.expected(exercise.probes[0])
        slipped = [slip.value for slip in exercise.slips] or [-first, first + 1]
        return _numbers(exercise, (random.choice(slipped), *rest))
    nothing = f"def {exercise.name}({', '.join(exercise.inputs)}):\n    return 0"
    return _with_needs(random.choice(_wrong_codes().get(exercise.name, [nothing])))


@cache
def _wrong_codes() -> dict[str, list[str]]:
    codes = {"gradients": WRONG_GRADIENTS}
    for exercise, name, code in WRONG_CODE:
        if name not in RIGHT_ON_PAPER:
            codes.setdefault(exercise, []).append(code)
    return codes


def _numbers(exercise: Exercise, values: Sequence[float]) -> str:
    return f"{exercise.name} = {', '.join(f'{value:.5g}' for value in values)}"


def _with_needs(code: str) -> str:
    words = set(re.findall(r"(?<!\.)\b\w+", code))
    return "\n".join([*(line for name, line in NEEDS.items() if name in words), code])


def deserved(lesson: str, answers: Mapping[str, str]) -> dict[str, float]:
    """Return the points that each exercise of a lesson deserves, by the course's own check."""
    scope: dict[str, Any] = {"math": math, "__name__": "cell"}
    lent = LENT.get(lesson, {}).get("lessons.logistic", ())
    scope |= {name: getattr(logistic, name) for name in lent}
    earned = {}
    for cell in json.loads(filled(lesson, answers))["cells"]:
        exercise = EXERCISES.get(cell["id"])
        if exercise:
            exec("".join(cell["source"]), scope)
            earned[exercise.name] = exercise.points * share(exercise, scope[exercise.name])
    return earned


def share(exercise: Exercise, answer: Any) -> float:
    """Return 1 for a right answer, else the share of its outputs right on every probe."""
    if examine(exercise, answer).is_right:
        return 1.0
    if exercise.kind == "choice":
        return 0.0
    if exercise.kind == "function":
        came = run(answer, exercise.probes, exercise.outputs)
        outcomes = dict(zip(exercise.probes, came, strict=True))
    else:
        outcomes = {exercise.probes[0]: outcome_of(answer, exercise.outputs)}
    rows = [
        list(map(exercise.accepts, outcomes[probe].values, exercise.expected(probe)))
        for probe in exercise.probes
    ]
    width = len(exercise.outputs)
    return sum(map(all, zip(*rows, strict=False))) / width if all(rows) else 0.0


if __name__ == "__main__":
    write_class(Path(sys.argv[1]), int(sys.argv[2]))
