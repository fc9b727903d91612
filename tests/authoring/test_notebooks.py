"""The course's own notebooks: released from their sources, running to the end, and well built."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import nbformat
import pytest
from nbformat import NotebookNode
from places import ROOT, TESTS

from lessons.authoring.build import build, complaints
from lessons.exercises import EXERCISES

LESSONS = sorted(path.stem for path in ROOT.glob("solutions/[0-9][0-9]_*.py"))
SANITIZE = TESTS / "helpers" / "nbval_sanitize.cfg"

# nbval gives a busy machine five seconds to bring an output, and has no option for more.
PATIENT = """def pytest_collection_modifyitems(items):
    for cell in items:
        cell.output_timeout = 600
"""

each_lesson = pytest.mark.parametrize("lesson", LESSONS)
each_notebook = pytest.mark.parametrize(
    "name",
    [f"{folder}/{lesson}.ipynb" for folder in ("notebooks", "solutions") for lesson in LESSONS],
)


def read(name: str) -> NotebookNode:
    return nbformat.read(ROOT / name, as_version=4)


def cells(name: str, kind: str) -> list[NotebookNode]:
    return [cell for cell in read(name).cells if cell.cell_type == kind]


def prose(name: str) -> str:
    """The Markdown of a notebook, its fenced code left out."""
    text = "\n\n".join(cell.source for cell in cells(name, "markdown"))
    return re.sub(r"(?ms)^```.*?^```", "", text)


def words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def nbval(folder: str, workplace: Path, *options: str | Path) -> None:
    """Run copies of a folder's notebooks, far from the course's other files."""
    for path in (ROOT / folder).glob("*.ipynb"):
        shutil.copy(path, workplace)
    (workplace / "conftest.py").write_text(PATIENT)
    pytest_alone = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."]
    limits = [f"--nbval-{what}-timeout=600" for what in ("cell", "kernel-startup")]
    done = subprocess.run(
        [*pytest_alone, "--nbval-current-env", *limits, *options],
        cwd=workplace,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_course_has_its_four_lessons():
    assert LESSONS == ["00_start", "01_recap", "02_derivatives", "03_update_rule"]


def test_no_notebook_is_stale_or_edited_by_hand():
    points = {name: exercise.points for name, exercise in EXERCISES.items()}
    assert complaints(ROOT, build(ROOT, points)) == []


def test_every_key_runs_and_gives_the_outputs_it_stores(tmp_path):
    nbval("solutions", tmp_path, "--nbval", "--nbval-sanitize-with", SANITIZE)


def test_every_learners_notebook_runs_to_the_end_before_anything_is_filled_in(tmp_path):
    nbval("notebooks", tmp_path, "--nbval-lax")


@each_notebook
def test_the_registrys_exercises_are_asked_in_their_own_lesson(name):
    lesson = Path(name).stem
    expected = {each.name for each in EXERCISES.values() if each.lesson == lesson}
    code = cells(name, "code")
    assert {cell.id for cell in code if "exercise" in cell.metadata.get("tags", [])} == expected


@each_notebook
def test_a_notebook_is_valid_and_its_first_heading_is_its_only_h1(name):
    nbformat.validate(read(name))
    headings = re.findall(r"(?m)^(#+) ", prose(name))
    assert headings[0] == "#"
    assert headings.count("#") == 1


@each_notebook
def test_githubs_preview_takes_it(name):
    """No widget is stored by halves, which GitHub calls invalid, and no picture as SVG alone."""
    notebook = read(name)
    assert "widgets" not in notebook.metadata
    shown = [
        output.data for cell in cells(name, "code") for output in cell.outputs if "data" in output
    ]
    assert not [data for data in shown if any("widget" in mime for mime in data)]
    assert all("image/png" in data for data in shown if "image/svg+xml" in data)


@each_notebook
def test_code_cells_are_short(name):
    lines = [len(cell.source.splitlines()) for cell in cells(name, "code")]
    assert max(lines) <= 15
    assert median(lines) <= 8


@each_notebook
def test_a_notebook_says_more_in_words_than_in_code(name):
    code = sum(words(cell.source) for cell in cells(name, "code"))
    assert words(prose(name)) >= 1.5 * code


@each_notebook
def test_a_lesson_ends_with_its_summary(name):
    last = re.findall(r"(?m)^## (.*)$", prose(name))[-1]
    assert "summary" in last.lower()


@each_notebook
def test_every_exercise_is_followed_by_its_check(name):
    code = cells(name, "code")
    for cell, following in zip(code, [*code[1:], None], strict=True):
        if "exercise" in cell.metadata.get("tags", []):
            assert following is not None
            assert following.id == f"check-{cell.id}"


@each_notebook
def test_ids_are_readable_and_nobody_has_the_same(name):
    ids = [cell.id for cell in read(name).cells]
    assert len(set(ids)) == len(ids)
    for cell_id in ids:
        assert re.fullmatch(r"(?=.*[a-z])[a-z0-9][a-z0-9_-]{1,63}", cell_id)
        assert not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]+)*", cell_id)


@each_lesson
def test_a_learners_notebook_has_no_outputs_and_every_cell_is_valid_python(lesson):
    for cell in cells(f"notebooks/{lesson}.ipynb", "code"):
        assert cell.outputs == []
        assert cell.execution_count is None
        ast.parse(re.sub(r"(?m)^[%!].*$", "", cell.source))


@each_lesson
def test_a_key_shows_an_error_exactly_where_the_author_wanted_one(lesson):
    for cell in cells(f"solutions/{lesson}.ipynb", "code"):
        failed = any(output.output_type == "error" for output in cell.outputs)
        assert failed == ("raises-exception" in cell.metadata.get("tags", [])), cell.id
