"""What the author's marks make of a cell, and how a bad one is refused."""

import ast

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_course import CHECK, EXERCISE, POINTS, learners, lesson

from lessons.authoring.build import build
from lessons.authoring.pipeline import show_answers, strip_answers
from lessons.authoring.source import AuthorError

words = st.from_regex(r"[a-z]{3,8}", fullmatch=True).filter(lambda word: word != "double")
statements = st.builds("{} = {}".format, words.map("name_{}".format), st.integers(10**9, 10**12))
answers = st.lists(statements, min_size=1, max_size=4)


@given(before=st.lists(statements, max_size=3), answer=answers, function=st.booleans())
def test_any_answer_vanishes_and_the_rest_stays_valid_python(before, answer, function):
    """Law: stripping removes the answer's lines, keeps all others, and the cell still parses."""
    indent = "    " if function else ""
    head = [*before, "def double():"] if function else before
    marked = ["# BEGIN SOLUTION", *answer, "# END SOLUTION"]
    source = "\n".join([*head, *(indent + line for line in marked), "last = 1"])
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])

    stripped = strip_answers(notebook).cells[0].source.splitlines()
    shown = show_answers(notebook).cells[0].source.splitlines()

    ast.parse("\n".join(stripped))
    places = [line for line in stripped if "  # your" in line]
    assert [line for line in stripped if line not in places] == [*head, "last = 1"]
    assert shown == [*head, *(indent + line for line in answer), "last = 1"]
    names = list(dict.fromkeys(line.split()[0] for line in answer))
    answered = [f"{name} = ...  # your answer" for name in names]
    assert places == (["    ...  # your code here"] if function else answered)
    assert notebook.cells[0].source == source  # a step changes a copy


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("a, (b, c) = 1, (2, 3)", ["a = ...", "b = ...", "c = ..."]),
        ("a: float = 1.0\na += 1\na = 2", ["a = ..."]),
        ("squares = [i * i for i in range(9)]", ["squares = ..."]),
        ("for step in range(9):\n    print(step)", ["..."]),
    ],
)
def test_each_name_an_answer_assigns_gets_its_own_place(answer, left):
    cells = learners(EXERCISE.replace("double = 2 * 12345", answer)).cells
    assert [line.partition("  #")[0] for line in cells[0].source.splitlines()] == left


def test_cells_are_named_after_their_section_unless_they_have_a_name():
    text = "# %% [markdown]\n# # Two σ-loss curves!\n# %%\n1\n# %% id='mine'\n2\n# %%\n3\n"
    ids = [cell.id for cell in learners("# %%\n0\n" + text + EXERCISE + CHECK).cells]
    curves = [f"two-loss-curves-{number}" for number in (1, 2, 3)]
    assert ids == ["start-1", *curves[:2], "mine", curves[2], "double", "check-double"]


def test_exercises_and_checks_carry_nbgraders_metadata_and_the_registrys_points():
    exercise, check = (cell.metadata for cell in learners(EXERCISE + CHECK).cells)
    assert (exercise.tags, check.tags) == (["exercise"], ["check"])
    assert exercise.nbgrader == {
        "schema_version": 3,
        "grade_id": "double",
        "cell_type": "code",
        "grade": False,
        "locked": False,
        "solution": True,
        "task": False,
    }
    assert check.nbgrader == exercise.nbgrader | {
        "grade_id": "check-double",
        "grade": True,
        "locked": True,
        "solution": False,
        "points": 1,
    }


BAD_MARKS = {
    EXERCISE.replace("double", "duoble"): "unknown exercise 'duoble' (did you mean 'double'?)",
    EXERCISE.replace(
        "exercise=", "exersice="
    ): "unknown mark 'exersice' (did you mean 'exercise'?)",
    EXERCISE.replace('"double"', "double"): "unknown mark",
    EXERCISE.replace("# END SOLUTION", ""): "'# BEGIN SOLUTION' without an end",
    EXERCISE.replace("# BEGIN SOLUTION", ""): "'# END SOLUTION' without a beginning",
    EXERCISE.replace("# END", "# BEGIN"): "a second '# BEGIN SOLUTION'",
    EXERCISE.replace("# END", "#END"): "'#END SOLUTION' is no mark",
    EXERCISE.replace("# END", "  # END"): "differ in indentation",
    EXERCISE.replace("double = 2", "def double(): 2"): "all of 'double' is an answer",
    EXERCISE.replace("= 2", "= ="): "not valid Python",
    EXERCISE + "if True:": "not valid Python",
    EXERCISE.replace(' exercise="double"', ""): "an answer outside an exercise",
    '# %% exercise="double"\ndouble = 2\n': "an exercise without an answer",
    EXERCISE + EXERCISE: "the id 'double' is taken",
    CHECK + EXERCISE: "no exercise 'double' before its check",
    '# %% id="a b"\n1\n': "the id 'a b' is not",
    f'# %% id="{"a" * 65}"\n1\n': "is not 1 to 64",
    "# %%\n" + "x = 1\n" * 16: "16 lines of code",
}


@pytest.mark.parametrize(("source", "problem"), BAD_MARKS.items(), ids=BAD_MARKS.values())
def test_a_bad_mark_is_refused_by_file_cell_and_remedy(tmp_path, source, problem):
    with pytest.raises(AuthorError) as refused:
        build(lesson(tmp_path, source), POINTS)
    message = str(refused.value)
    assert message.startswith("solutions/00_tiny.py, cell ")
    assert problem in message
    assert message.rstrip().endswith(".")
