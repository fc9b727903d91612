"""A made-up class: real verdicts on real answers, put together by chance into learners."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from random import Random

from right_code import right_code, right_function, styles
from wrong_code import WRONG_CODE

from lessons.answers.outcome import Trouble
from lessons.checking.local import examine, reference
from lessons.checking.verdict import Verdict, in_trouble
from lessons.classroom.models import Grade, Graded, Learner
from lessons.exercises import EXERCISES, Exercise

NAMES = "Ada Emmy Sofja Katherine Srinivasa Évariste Maryam Zoë Ángel 지수 محمد Łukasz".split()
LESSONS = ("01_recap", "02_derivatives", "03_update_rule")
HELPERS = ("sigmoid", "forward", "loss", "da", "da_dz", "backward", "update")


def grade(name: str, verdict: Verdict, code: str = "", share: float | None = None) -> Grade:
    """One exercise's grade, with full points for what is right unless a share is given."""
    out_of = EXERCISES[name].points
    points = out_of * (share if share is not None else float(verdict.is_right))
    return Grade(name, points, out_of, verdict, sha256(code.encode()).hexdigest()[:16])


def blank(name: str) -> Grade:
    return grade(name, in_trouble(EXERCISES[name], Trouble("blank")))


@cache
def right_grades(name: str) -> list[Grade]:
    exercise = EXERCISES[name]
    if exercise.kind == "choice":
        return [grade(name, examine(exercise, exercise.right_choice), exercise.right_choice)]
    if exercise.kind == "number":
        values = exercise.expected(exercise.probes[0])
        return [grade(name, examine(exercise, values), "by hand")]
    forms: list[dict[str, str]] = [{}, {}, {}, *styles(exercise)]
    return [
        grade(name, examine(exercise, right_function(exercise, form)), right_code(exercise, form))
        for form in forms[:8]
    ]


@cache
def wrong_grades(name: str) -> list[Grade]:
    exercise = EXERCISES[name]
    if exercise.kind == "choice":
        wrong = [letter for letter in exercise.choices if letter != exercise.right_choice]
        return [grade(name, examine(exercise, letter), letter) for letter in wrong]
    if exercise.kind == "number":
        answers: list[object] = [0.123, *[slip.value for slip in exercise.slips], "0.5"]
        return [grade(name, examine(exercise, answer), str(answer)) for answer in answers]
    return [*_known_mistakes(exercise), *_troubles(exercise)]


def _known_mistakes(exercise: Exercise) -> list[Grade]:
    grades = []
    for name, _, code in WRONG_CODE:
        if name == exercise.name and "array" not in code and "random" not in code:
            cell = {helper: reference(EXERCISES[helper]) for helper in HELPERS}
            cell |= {"exp": math.exp, "log": math.log, "log10": math.log10, "__name__": "cell"}
            exec(code, cell)
            verdict = examine(exercise, cell[name])
            share = 0.5 if len(exercise.outputs) > 1 and not verdict.is_right else None
            grades.append(grade(name, verdict, code, share))
    return grades


def _troubles(exercise: Exercise) -> list[Grade]:
    lines = f"def {exercise.signature}:\n    return unknown  # line 2"
    kinds = [
        Trouble("error", "NameError: name 'unknown' is not defined", lines),
        Trouble("too-long", "10"),
        Trouble("nothing"),
    ]
    return [grade(exercise.name, in_trouble(exercise, kind), kind.kind) for kind in kinds]


def learner(number: int, chance: Random) -> Graded:
    """One learner: able or not, more or less far, perhaps with a note or points by hand."""
    able, far = chance.uniform(0.35, 1), chance.choices(range(1, 4), (1, 2, 6))[0]
    grades = [
        _one(name, able, chance) for name, e in EXERCISES.items() if e.lesson in LESSONS[:far]
    ]
    if chance.random() < 0.05:
        grades[-1] = replace(grades[-1], points=1.0, reason="a typing error, nothing more")
    notes = ("notes.docx was not taken: hand in .ipynb or .py files.",)
    name = f"{chance.choice(NAMES)} {number}"
    who = Learner(f"learner_{number:05}", name, str(1000 + number), "moodle")
    return Graded(who, f"{number:064x}", 7, tuple(grades), notes if chance.random() < 0.1 else ())


def _one(name: str, able: float, chance: Random) -> Grade:
    luck = chance.random()
    if luck < able:
        return chance.choice(right_grades(name))
    return blank(name) if luck > 0.93 else chance.choice(wrong_grades(name))


def made_up_class(size: int, seed: int = 1) -> Sequence[Graded]:
    """As many learners as wanted; the same seed gives the same class."""
    chance = Random(seed)
    return [learner(number, chance) for number in range(size)]
