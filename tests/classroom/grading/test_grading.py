"""The laws of judging from afar: the grader sees what the notebook's own check sees."""

from dataclasses import replace
from typing import Any

import pytest
from right_code import right_code
from unhurried import Clock
from wrong_code import RIGHT_ON_PAPER, WRONG_CODE

from lessons.checking.local import examine
from lessons.classroom.grading.submission import grade
from lessons.classroom.models import Grade, Graded, Learner, Source, Submission
from lessons.classroom.sandbox.sandbox import Sandbox
from lessons.exercises import EXERCISES, Exercise

pytestmark = pytest.mark.usefixtures("clock")
FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
IMPORTS = "import math\nfrom math import exp, log, log10\n"
NUMPY = "from numpy import array\n"


def submission(*cells: str) -> Submission:
    text = "\n\n".join(f"# %%\n{cell}" for cell in cells)
    return Submission(Learner("ann", "Ann"), (Source("work.py", text.encode()),))


def right(exercise: Exercise) -> str:
    return right_code(exercise, {}).replace("def f(", f"def {exercise.name}(", 1)


def cells_around(name: str, code: str) -> list[str]:
    """The learner's notebook: all the other functions are right, and this one is as it is."""
    others = [right(exercise) for exercise in FUNCTIONS if exercise.name != name]
    return [IMPORTS + (NUMPY if "array" in code else ""), *others, code]


def graded(sandbox: Sandbox, name: str, *cells: str, seed: int = 1) -> Grade:
    lesson = EXERCISES[name].lesson
    whole: Graded = grade(submission(*cells), seed, sandbox, [lesson])
    return next(each for each in whole.grades if each.exercise == name)


@pytest.mark.parametrize(
    ("name", "mistake", "code"), WRONG_CODE, ids=[f"{e}-{mistake}" for e, mistake, _ in WRONG_CODE]
)
def test_the_grade_says_what_the_check_says(
    name: str, mistake: str, code: str, sandbox: Sandbox
) -> None:
    """Each known mistake gets the same verdict in the grader as in the notebook, word for word.

    But for the lines of a traceback: what is run here is no cell, so it has none to show.
    """
    cells = cells_around(name, code)
    scope: dict[str, Any] = {"__name__": "cell"}
    exec("\n".join(cells), scope)
    grade_of_it = graded(sandbox, name, *cells)
    in_the_notebook = examine(EXERCISES[name], scope[name])
    assert replace(grade_of_it.verdict, lines="") == replace(in_the_notebook, lines="")
    assert (grade_of_it.points == grade_of_it.out_of) == (mistake in RIGHT_ON_PAPER)


@pytest.mark.parametrize("seed", range(3))
def test_right_answers_get_all_points_whatever_the_seed(seed: int, sandbox: Sandbox) -> None:
    """All right functions earn all their points, with any hidden inputs."""
    cells = [IMPORTS, *map(right, FUNCTIONS)]
    result = grade(submission(*cells), seed, sandbox)
    earned = {each.exercise: each.points for each in result.grades}
    assert {e.name: earned[e.name] for e in FUNCTIONS} == {e.name: e.points for e in FUNCTIONS}


def test_what_is_known_by_heart_earns_nothing(sandbox: Sandbox) -> None:
    """A table of the published inputs and their answers is no formula."""
    exercise = EXERCISES["dz"]
    table = {probe: exercise.expected(probe)[0] for probe in exercise.all_probes}
    found = graded(sandbox, "dz", f"TABLE = {table}", "def dz(a, y): return TABLE.get((a, y), 0)")
    assert (found.verdict.name, found.points) == ("by-heart", 0)
    assert found.verdict.evidence == ""


def test_a_part_of_the_outputs_earns_a_part_of_the_points(sandbox: Sandbox) -> None:
    """Who gets z right and a wrong has half of forward."""
    code = "def forward(x1, x2, w1, w2, b):\n    return w1 * x1 + w2 * x2 + b, 0.5"
    assert graded(sandbox, "forward", code).points == EXERCISES["forward"].points / 2


def test_the_last_answer_counts_and_a_blank_one_is_none(sandbox: Sandbox) -> None:
    """Of several cells the last one counts, unless nothing is in it."""
    wrong, blank = "def dz(a, y): return y - a", "def dz(a, y): ..."
    assert graded(sandbox, "dz", right(EXERCISES["dz"]), wrong).verdict.name == "dz-sign"
    assert graded(sandbox, "dz", wrong, right(EXERCISES["dz"]), blank).verdict.is_right


def test_a_name_used_again_spoils_nothing(sandbox: Sandbox) -> None:
    """An answer is asked for right after its cell: what later cells do to its name is too late."""
    found = graded(sandbox, "dz", right(EXERCISES["dz"]), "dz = -0.25")
    assert found.verdict.is_right


NUMBER = '# %% nbgrader={{"grade_id": "drill_z", "solution": true}}\ndrill_z = {}'


@pytest.mark.parametrize(("own", "later", "share"), [(0.5, 99, 1), (99, 0.5, 1), (99, 98, 0)])
def test_a_scratch_cell_takes_no_number_away(
    own: float, later: float, share: int, sandbox: Sandbox
) -> None:
    """A number that its own cell gives right stays, whatever is put into its name further down."""
    found = graded(sandbox, "drill_z", NUMBER.format(own), f"drill_z = {later}")
    assert found.points == found.out_of * share


BAD_SIGMOIDS = {
    "unreadable": "def sigmoid(z): return １ / (1 + exp(-z))",
    "text": "def sigmoid(z): return str(1 / (1 + exp(-z)))",
    "none": "def sigmoid(z): print(1 / (1 + exp(-z)))",
    "mirrored": "def sigmoid(z): return 1 / (1 + exp(z))",
}


@pytest.mark.parametrize("helper", BAD_SIGMOIDS.values(), ids=BAD_SIGMOIDS)
def test_what_needs_no_helper_earns_its_share(helper: str, sandbox: Sandbox) -> None:
    """However wrong sigmoid is, a z that is right every time has half of forward."""
    code = "def forward(x1, x2, w1, w2, b):\n    z = w1*x1 + w2*x2 + b\n    return z, sigmoid(z)"
    found = graded(sandbox, "forward", IMPORTS, helper, code)
    assert found.points == EXERCISES["forward"].points / 2
    assert "sigmoid" in found.verdict.happened


@pytest.mark.parametrize(
    "code",
    [
        "import nowhere_at_all\ndef dz(a, y): return a - y",
        "def dz(a, y):\n    import nowhere_at_all\n    return a - y",
    ],
)
def test_a_module_that_is_missing_here_is_told_to_both(code: str, sandbox: Sandbox) -> None:
    """What runs on the learner's computer needn't run here: the teacher may look."""
    result = grade(submission(right(EXERCISES["da"]), code), 1, sandbox)
    (found,) = (each.verdict for each in result.grades if each.exercise == "dz")
    assert found.title == "The module nowhere_at_all is missing here"
    assert len(result.notes) == 1
    assert result.notes[0].endswith(f": {found.title}.")


def test_a_helper_may_stand_further_down(sandbox: Sandbox) -> None:
    """In a kernel the order of cells doesn't matter once all have run."""
    helper = "def sigma(z): return 1 / (1 + 2.718281828459045 ** -z)"
    assert graded(sandbox, "sigmoid", "def sigmoid(z): return sigma(z)", helper).verdict.is_right


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("while True: pass", "too-long"),
        ("import os\n    os._exit(0)", "ended"),
        ("return [0.0] * 10**10", "memory"),
    ],
)
def test_what_dies_costs_itself_only(body: str, name: str, sandbox: Sandbox, clock: Clock) -> None:
    """After an answer that never comes back, the next one is graded as if nothing had been."""
    clock.takes = {"da": 1000} if name == "too-long" else {}
    cells = submission(f"def da(a, y):\n    {body}", right(EXERCISES["dz"]))
    found = {each.exercise: each for each in grade(cells, 1, sandbox).grades}
    assert found["da"].verdict.name == name
    assert found["dz"].verdict.is_right


@pytest.mark.parametrize("cell", ["1 / 0", "def (", "while True: pass", "import os; os._exit(1)"])
def test_a_cell_that_fails_takes_no_other_down(cell: str, sandbox: Sandbox, clock: Clock) -> None:
    """Whatever happens in one cell, the answers before and after it stand."""
    clock.takes = {"while True": 1000}
    cells = submission(right(EXERCISES["da"]), cell, right(EXERCISES["dz"]))
    result = grade(cells, 1, sandbox)
    assert {each.exercise for each in result.grades if each.verdict.is_right} == {"da", "dz"}
    assert bool(result.notes) == (cell.startswith(("while", "import")))


def test_the_reference_answers_nothing(sandbox: Sandbox) -> None:
    """Importing the reference for the very thing that is asked earns no point."""
    for name in ("sigmoid", "dz", "update"):
        found = graded(sandbox, name, f"from lessons.logistic import {name} as it", f"{name} = it")
        assert found.points == 0
