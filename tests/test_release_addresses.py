"""The course's address stands in one place; every link is the release's own."""

import re
import subprocess

import pytest
from tiny_course import EXERCISE, OURS, POINTS, ROOT, lesson

from lessons.classroom.marks import AuthorError
from lessons.classroom.release import build, complaints, write


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
