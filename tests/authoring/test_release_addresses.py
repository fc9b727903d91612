"""The course's address stands in one place; every link is the release's own."""

import re
import subprocess
import sys

import jupytext
import nbformat
import pytest
from tiny_course import EXERCISE, OURS, POINTS, REAL, ROOT, give_address, lesson

from lessons.authoring.build import build, complaints, write_notebooks
from lessons.authoring.links import NO_LINKS, links, open_anywhere, tools_cell
from lessons.authoring.source import AuthorError
from lessons.common.repository import PLACEHOLDER

TITLED = "# %%\n# A comment.\n1\n# %% [markdown]\n# # Tiny\n"


def test_our_own_address_stands_in_pyproject_and_where_the_release_wrote_it():
    """No source holds what pyproject.toml holds but the line that knows the placeholder."""
    names = subprocess.check_output(
        ["git", "grep", "-lI", "--untracked", OURS], cwd=ROOT, text=True
    )
    built = re.compile(r"(notebooks|solutions)/\d\d_\w+\.ipynb|README\.md|pyproject\.toml")
    known = {"lessons/common/repository.py"} if PLACEHOLDER.endswith(OURS) else set()
    assert {name for name in names.split() if not built.fullmatch(name)} == known


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (REAL, f"Nothing to install:\n{links(REAL, '00_start')}"),
        (PLACEHOLDER, NO_LINKS),
    ],
)
def test_the_readmes_links_are_the_release_s_own(tmp_path, address, shown):
    """Between its two comments the README has the links, or how to get them; all else stays."""
    course, readme = (
        lesson(tmp_path, "# %%\n1"),
        "# A\n<!-- links, so -->{}<!-- end of links -->\nB\n",
    )
    give_address(course, address)
    (course / "README.md").write_text(readme.format("\nstale\n"))
    built = build(course, POINTS)
    (complaint,) = [one for one in complaints(course, built) if "README" in one]
    assert "its links" in complaint
    write_notebooks(course, built)
    assert complaints(course, build(course, POINTS)) == []
    assert (course / "README.md").read_text() == readme.format(f"\n{shown}\n")


def test_a_placeholder_is_never_shown_as_an_address(tmp_path):
    """As long as none is set, the README and both notebooks link to nothing and fetch nothing."""
    course = lesson(tmp_path, TITLED)
    give_address(course, PLACEHOLDER)
    (course / "README.md").write_text("<!-- links, so --><!-- end of links -->\n")
    built = build(course, POINTS)
    assert len(built) == 3
    for text in built.values():
        assert not re.search(r"://|OWNER|Open in|Open on|Nothing to install", text)
    for name in ("notebooks/00_tiny.ipynb", "solutions/00_tiny.ipynb"):
        cells = nbformat.reads(built[name], as_version=4).cells
        assert [cell.id for cell in cells if cell.source == tools_cell("")] == ["fetch"]


def test_links_stand_below_the_title():
    """The first heading is meant; a comment in code is none."""
    opened = open_anywhere(REAL, "00_tiny")(jupytext.reads(TITLED, fmt="py:percent"))
    holding = [cell.source for cell in opened.cells if "Open in Colab" in cell.source]
    assert holding == [f"# Tiny\n\n{links(REAL, '00_tiny')}\n"]


def test_without_an_address_the_first_cell_says_what_to_set(monkeypatch):
    """Where the tools are missing, it ends in one sentence and starts no other program."""
    monkeypatch.setitem(sys.modules, "lessons", None)  # as if it could not be imported
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(ImportError) as told:
        exec(tools_cell(""), {})
    (sentence,) = told.value._render_traceback_()
    assert "set Repository in pyproject.toml" in sentence
    assert "make release" in sentence
    assert re.fullmatch(r"[A-Z][^\n]*[^.]\.", sentence)
    assert ". " not in sentence


@pytest.mark.parametrize("address", ["", "https://example.org/course", "https://github.com/me"])
def test_an_address_that_leads_nowhere_is_refused(tmp_path, address):
    """Without an address of the one known form, nothing is built, and the place is named."""
    course = lesson(tmp_path, EXERCISE)
    give_address(course, address)
    with pytest.raises(AuthorError, match=r"pyproject\.toml, \[project\.urls\].*Write https"):
        build(course, POINTS)
