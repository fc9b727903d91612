"""`make release` tells of an origin on the web that pyproject.toml doesn't name, and only tells."""

import re
import shutil
import subprocess
import sys

import pytest
from tiny_course import REAL, give_address, lesson

from lessons.authoring.origin import another_origin, public
from lessons.common.repository import PLACEHOLDER

SAME = (
    REAL,
    f"{REAL}.git/",
    "https://someone:secret@github.com/another-teacher/another_course.git",
    "git@github.com:another-teacher/another_course.git",
    "ssh://git@github.com/another-teacher/another_course",
    "ssh://git@ssh.github.com:443/Another-Teacher/another_course.git",
)
NOWHERE = ("/srv/git/course.git", "../course", "file:///srv/course.git", r"C:\git\course",
           "git@server:course.git", "https://127.0.0.1/me/course", "http://localhost:3000/me/course",
           "https://git.school.internal/me/course", "me@git.school.local:course")  # fmt: skip


@pytest.fixture
def course(tmp_path):
    """A course without an address, in a repository of its own without an origin."""
    folder = tmp_path / "course"
    folder.mkdir()
    lesson(folder, "# %%\n1\n")
    give_address(folder, PLACEHOLDER)
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


def set_origin(folder, address):
    subprocess.run(["git", "-C", folder, "remote", "add", "origin", address], check=True)


@pytest.mark.parametrize("origin", SAME)
def test_an_origin_on_the_web_is_told_with_the_line_to_change(course, origin):
    """However it is written, its address for browsers is named, and no password with it."""
    set_origin(course, origin)
    told = another_origin(course)
    assert told.startswith("pyproject.toml, line 3, still holds the placeholder")
    assert f"origin is {REAL}.".lower() in told.lower()
    assert "write that address into that line" in told
    assert "secret" not in told


def test_an_origin_other_than_the_address_set_is_told(course):
    """Both are named, so that the author can see which one is meant."""
    give_address(course, REAL)
    set_origin(course, "git@github.com:me/mine.git")
    assert f"line 3, says {REAL}, and" in another_origin(course)
    assert "origin is https://github.com/me/mine." in another_origin(course)


def test_of_another_host_it_says_what_links_need(course):
    """An address that the release would refuse is not recommended."""
    set_origin(course, "git@gitlab.com:group/sub/mine.git")
    assert "origin is https://gitlab.com/group/sub/mine." in another_origin(course)
    assert "write its address on GitHub" in another_origin(course)


@pytest.mark.parametrize("origin", SAME)
def test_the_origin_that_is_set_is_not_worth_a_word(course, origin):
    """However it is written, it is the same."""
    give_address(course, REAL)
    set_origin(course, origin)
    assert another_origin(course) is None


@pytest.mark.parametrize("origin", NOWHERE)
def test_an_origin_that_learners_can_t_reach_is_not_worth_a_word(course, origin):
    """A folder, a server of the house, or this computer is no address to hand out."""
    set_origin(course, origin)
    assert public(origin) == ""
    assert another_origin(course) is None


def test_without_an_origin_there_is_nothing_to_tell(course):
    """A repository that was never pushed is fine as it is."""
    assert another_origin(course) is None


def test_without_a_repository_of_its_own_there_is_nothing_to_tell(course):
    """A folder inside another project doesn't take that project's origin for its own."""
    set_origin(course, "https://github.com/me/another-project")
    inner = course / "inner"
    inner.mkdir()
    shutil.copy(course / "pyproject.toml", inner)
    assert another_origin(inner) is None


def test_without_git_there_is_nothing_to_tell(course, monkeypatch):
    """Who has no git has no origin to tell of."""
    set_origin(course, REAL)
    monkeypatch.setenv("PATH", "")
    assert another_origin(course) is None


@pytest.mark.parametrize("options", [[], ["--check"]])
def test_the_command_tells_and_takes_nothing_by_itself(course, options):
    """The sentence comes last, after the files, whose bytes know nothing of the origin."""
    command = [sys.executable, "-m", "lessons.authoring"]
    before = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=300)
    built = {path: path.read_bytes() for path in course.glob("*/*.ipynb")}
    assert len(built) == 2
    set_origin(course, REAL)
    after = subprocess.run(
        [*command, *options], cwd=course, capture_output=True, text=True, timeout=300
    )
    assert after.returncode == 0, after.stderr
    told = re.findall(r"^pyproject\.toml, line 3, .*$", after.stdout, re.MULTILINE)
    if options:
        assert told == []
    else:
        assert after.stdout == f"{before.stdout}{told[0]}\n"
    assert {path: path.read_bytes() for path in course.glob("*/*.ipynb")} == built
    assert "pyproject.toml" not in before.stdout
