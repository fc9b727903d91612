"""The golden source gives the golden notebooks, byte for byte, and nothing else passes for them."""

import re
from pathlib import Path

import nbformat
import pytest
from tiny_course import GOLDEN, OURS, POINTS

from lessons.authoring.build import build, complaints, write_notebooks


@pytest.fixture(scope="module")
def golden() -> dict[str, str]:
    return build(GOLDEN, POINTS)


@pytest.fixture
def course(tmp_path: Path, golden: dict[str, str]) -> Path:
    """A folder with the golden course, freshly released."""
    write_notebooks(tmp_path, golden)
    return tmp_path


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


# Accept a wanted change of the golden files: python tests/authoring/test_release_golden.py
if __name__ == "__main__":
    write_notebooks(GOLDEN, build(GOLDEN, POINTS))
