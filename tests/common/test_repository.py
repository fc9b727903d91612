"""What learners read names the course's address if there is one, and never the placeholder."""

from importlib.metadata import PackageNotFoundError

import pytest
from tiny_course import REAL

import lessons
from lessons.common import repository
from lessons.exercises import EXERCISES
from lessons.lab import server
from lessons.progress import session


@pytest.fixture(
    params=[REAL, repository.PLACEHOLDER, None], ids=["set", "not set", "not installed"]
)
def known(request, monkeypatch):
    """The address that may be shown; the package as installed says so, or there is none."""

    def metadata(_):
        if request.param is None:
            raise PackageNotFoundError
        return {"Project-URL": f"Repository, {request.param}"}

    monkeypatch.setattr("importlib.metadata.metadata", metadata)
    return REAL if request.param == REAL else ""


def test_the_address_is_the_one_that_was_set(known):
    """A placeholder is no address."""
    assert repository.address() == known


def test_the_card_says_where_the_solution_is(known):
    """The file always, and its place on the web only if there is one."""
    _, told = session.help_for(EXERCISES["dz"], 4)
    web = f" ({REAL}/blob/main/solutions/02_derivatives.ipynb)" if known else ""
    assert told == f"Look at dz in solutions/02_derivatives.ipynb{web}, then try again."


def test_without_lessons_the_lab_says_how_to_get_them(known, tmp_path, monkeypatch):
    """The whole course is to be downloaded, from its address if there is one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(lessons, "__file__", str(tmp_path / "lessons" / "__init__.py"))
    with pytest.raises(server.LabError) as told:
        server.open_lab([])
    place = f" from {REAL}" if known else ""
    assert f"Download the whole course{place} and start again" in str(told.value)
