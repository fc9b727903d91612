"""The release: what learners open, the executed key, and everything it refuses."""

import ast
import json
import re
import shutil
import subprocess
import sys
from copy import deepcopy
from functools import reduce
from pathlib import Path

import jupytext
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom import execute
from lessons.classroom.addresses import address_of
from lessons.classroom.leaks import refuse_leaks
from lessons.classroom.marks import AuthorError
from lessons.classroom.release import build, complaints, read_source, write, write_whole
from lessons.classroom.steps import learner_steps, show_answers, strip_answers

GOLDEN = Path(__file__).parent / "golden_release"
ROOT = Path(__file__).parents[1]
OURS = address_of(ROOT).removeprefix("https://github.com/")
POINTS = {"double": 1, "by_hand": 2}
EXERCISE = '# %% exercise="double"\n# BEGIN SOLUTION\ndouble = 2 * 12345\n# END SOLUTION\n'
CHECK = '# %% check="double"\nprint(double)\n'


@pytest.fixture(scope="module")
def golden() -> dict[str, str]:
    return build(GOLDEN, POINTS)


@pytest.fixture
def course(tmp_path: Path, golden: dict[str, str]) -> Path:
    """A folder with the golden course, freshly released."""
    write(tmp_path, golden)
    return tmp_path


def lesson(tmp_path: Path, source: str) -> Path:
    (tmp_path / "solutions").mkdir()
    shutil.copy(GOLDEN / "pyproject.toml", tmp_path)
    (tmp_path / "solutions/00_tiny.py").write_text(source, encoding="utf-8")
    return tmp_path


def learners(source: str) -> nbformat.NotebookNode:
    authored = jupytext.reads(source, fmt="py:percent")
    return reduce(lambda notebook, step: step(notebook), learner_steps(POINTS), authored)


def both(golden: dict[str, str]) -> list[nbformat.NotebookNode]:
    return [nbformat.reads(text, as_version=4) for text in golden.values()]


def test_the_golden_source_gives_the_golden_notebooks_byte_for_byte(golden):
    for name, text in golden.items():
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), name


def test_the_same_source_gives_the_same_bytes_twice(golden):
    assert build(GOLDEN, POINTS) == golden


def test_both_notebooks_are_valid_and_end_in_a_newline(golden):
    for text in golden.values():
        nbformat.validate(nbformat.reads(text, as_version=4))
        assert text.endswith("}\n")


def test_learner_and_key_differ_in_the_exercises_and_the_outputs_alone(golden):
    opened, key = both(golden)
    assert opened.metadata == key.metadata
    for mine, theirs in zip(opened.cells, key.cells, strict=True):
        same = {"id", "cell_type", "metadata"} | (set() if mine.id in POINTS else {"source"})
        assert {part: mine[part] for part in same} == {part: theirs[part] for part in same}
        assert (mine.source != theirs.source) == (mine.id in POINTS)
        assert not mine.get("outputs")


def test_a_key_holds_no_mark_and_a_learner_no_answer(golden):
    opened, key = golden.values()
    assert "SOLUTION" not in opened + key
    assert "sum([x, x])" in key
    assert "sum([x, x])" not in opened


def test_a_key_holds_nothing_that_differs_between_runs_or_machines(golden):
    key = golden["solutions/00_tiny.ipynb"]
    assert not re.search(
        r"0x[0-9a-f]{6}|Traceback|\\u001b|jupyter\.widget-view\"|iopub|ipykernel_|/tmp", key
    )


words = st.from_regex(r"[a-z]{3,8}", fullmatch=True).filter(lambda word: word != "double")
statements = st.builds("{} = {}".format, words.map("name_{}".format), st.integers(10**9, 10**12))
answers = st.lists(statements, min_size=1, max_size=4)
functions = st.builds(lambda body: ["def double():", *(f"    {line}" for line in body)], answers)


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


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("z = w1 * x1", "NameError: name 'w1' is not defined"),
        ("import time; time.sleep(60)", "timed out"),
        ("import os; os._exit(1)", "died"),
    ],
)
def test_a_key_that_fails_is_refused_with_its_cell_and_the_reason(
    tmp_path, monkeypatch, code, reason
):
    monkeypatch.setattr(execute, "SECONDS_PER_CELL", 3)
    with pytest.raises(AuthorError, match=rf"00_tiny\.py, cell 'broken': .*{reason}"):
        build(lesson(tmp_path, f'# %%\n1\n# %% id="broken"\n{code}\n# %%\n2\n'), POINTS)


def test_a_key_runs_in_this_python_and_in_an_empty_folder(tmp_path):
    source = "# %%\nimport os, sys\nprint(sys.executable, [f for f in os.listdir() if f[0] != '.'])"
    text = build(lesson(tmp_path, source), {})["solutions/00_tiny.ipynb"]
    printed = json.loads(text)["cells"][1]["outputs"][0]["text"]
    assert printed[0].startswith(f"{sys.executable} [")
    assert "tests" not in printed[0]


@pytest.mark.parametrize(
    "leak",
    [
        "# %% [markdown]\n# Just write `double = 2*12345`.",
        "# %%\nprint(1)  # double =  2 * 12345",
        '# %% tags=["double = 2 * 12345"]\n1',
    ],
)
def test_a_leaked_answer_is_refused_wherever_it_stands(tmp_path, leak):
    with pytest.raises(AuthorError, match=r"notebooks/00_tiny\.ipynb, cell 'start-1': .*12345"):
        build(lesson(tmp_path, EXERCISE + CHECK + leak), POINTS)


def test_an_answer_in_an_output_or_in_the_notebooks_metadata_is_a_leak():
    authored = read_source(GOLDEN / "solutions/00_tiny.py")
    clean = nbformat.read(GOLDEN / "notebooks/00_tiny.ipynb", as_version=4)
    refuse_leaks([authored], {"clean": clean})

    stream = nbformat.v4.new_output("stream", text="1 return sum([x,x])")
    in_output, in_metadata = deepcopy(clean), deepcopy(clean)
    in_output.cells[1].outputs = [stream]
    in_metadata.metadata.hint = {"for": ["return sum([x, x])"]}
    for leaking in (in_output, in_metadata):
        with pytest.raises(AuthorError, match="shows a line of an answer"):
            refuse_leaks([authored], {"leaking": leaking})


def test_a_line_the_author_gives_away_and_a_short_formula_are_no_leaks():
    given_away = EXERCISE.replace("double = 2 * 12345", "double = 2 * 12345\ny = x * z")
    source = given_away + "# %%\ndouble = 2 * 12345\n# %% [markdown]\n# So `y = x * z`."
    authored = jupytext.reads(source, fmt="py:percent")
    refuse_leaks([authored], {"fine": learners(source)})


def test_a_fresh_release_gives_no_complaint(course, golden):
    assert complaints(course, golden) == []


def test_a_hand_edit_is_named_with_its_first_cell_and_the_remedy(course, golden):
    for name, text in golden.items():
        (course / name).write_text(text.replace("sum(", "max(").replace("half", "third"))
    opened, key = complaints(course, golden)
    assert "notebooks/00_tiny.ipynb is stale or was edited by hand" in opened
    assert "cell 'by_hand'" in opened
    assert "cell 'double'" in key
    assert opened.endswith("make release")


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda path: path.unlink(), "is missing"),
        (lambda path: path.write_text("<<<<<<<"), "it is no notebook"),
        (lambda path: path.write_text("[]"), "it is no notebook"),
        (lambda path: path.write_text(path.read_text() + "\n"), "metadata or layout"),
        (lambda path: path.with_name("07_gone.ipynb").write_text(""), "07_gone.ipynb is left over"),
    ],
)
def test_whatever_happens_to_a_notebook_one_complaint_says_so(course, golden, damage, complaint):
    damage(course / "notebooks/00_tiny.ipynb")
    (sentence,) = complaints(course, golden)
    assert complaint in sentence


def test_an_interrupted_write_leaves_the_old_file_whole_and_nothing_else(tmp_path):
    path = tmp_path / "00_tiny.ipynb"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new, but it breaks off here: \ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_says_what_is_wrong_and_fails(tmp_path):
    command = [sys.executable, "-m", "lessons.classroom", "release", "--check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Run this in the course's own folder" in done.stderr


def test_a_fork_changes_its_address_in_one_place(golden):
    """With another address in pyproject.toml, all links and all fetching are the fork's own."""
    for text in golden.values():
        for link in (
            "[Open in Colab](https://colab.research.google.com/github/another-teacher/"
            "another_course/blob/main/notebooks/00_tiny.ipynb)",
            "[Open on Binder](https://mybinder.org/v2/gh/another-teacher/another_course/main"
            "?urlpath=lab/tree/notebooks/00_tiny.ipynb)",
            "[Open in the browser](https://another-teacher.github.io/another_course/)",
            '\\"https://github.com/another-teacher/another_course/archive/refs/heads/main.zip\\"',
        ):
            assert text.count(link) == 1
        assert not re.search(r"!\[|<img", text)  # a picture from elsewhere would call home
        assert OURS not in text


def test_our_own_address_stands_in_pyproject_and_where_the_release_wrote_it():
    """No source holds the address; whatever holds it is built from pyproject.toml."""
    names = subprocess.check_output(
        ["git", "grep", "-lI", "--untracked", OURS], cwd=ROOT, text=True
    )
    built = re.compile(r"(notebooks|solutions)/\d\d_\w+\.ipynb|README\.md|pyproject\.toml")
    assert [name for name in names.split() if not built.fullmatch(name)] == []


def test_the_readmes_links_are_the_release_s_own(tmp_path):
    """The release writes the links between the README's two comments and leaves all else."""
    course, before = (
        lesson(tmp_path, "# %%\n1"),
        "# A\n<!-- links, so -->{}<!-- end of links -->\nB\n",
    )
    (course / "README.md").write_text(before.format("\nstale\n"))
    built = build(course, POINTS)
    (complaint,) = [one for one in complaints(course, built) if "README" in one]
    assert "its links" in complaint
    write(course, built)
    assert complaints(course, build(course, POINTS)) == []
    shown = re.sub(
        r"(?m)^\[Open in Colab\].*another_course.*\n", "", (course / "README.md").read_text()
    )
    assert shown == before.format("\n")


@pytest.mark.parametrize("address", ["", "https://example.org/course", "https://github.com/me"])
def test_an_address_that_leads_nowhere_is_refused(tmp_path, address):
    """Without an address of the one known form, nothing is built, and the place is named."""
    course = lesson(tmp_path, EXERCISE)
    (course / "pyproject.toml").write_text(f'[project.urls]\nRepository = "{address}"\n')
    with pytest.raises(AuthorError, match=r"pyproject\.toml, \[project\.urls\].*Write https"):
        build(course, POINTS)


if (
    __name__ == "__main__"
):  # python tests/test_release.py: accept a wanted change of the golden files
    write(GOLDEN, build(GOLDEN, POINTS))
