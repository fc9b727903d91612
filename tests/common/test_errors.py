"""A command that can't go on says why in one sentence, and its exit code tells it, too."""

import pytest

from lessons.authoring.source import AuthorError
from lessons.classroom.errors import GraderError
from lessons.classroom.submissions.limits import RefusedError
from lessons.common.errors import ANY, CourseError, run
from lessons.lab.server import LabError
from lessons.site.lessons import SiteError


def raising(error: Exception):
    def command() -> int:
        raise error

    return command


@pytest.mark.parametrize("kind", [AuthorError, GraderError, LabError, RefusedError, SiteError])
def test_whatever_can_be_mended_is_one_kind_of_error(kind: type[Exception]) -> None:
    """Who catches that one kind catches all of them."""
    assert issubclass(kind, CourseError)


def test_the_sentence_goes_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    """It is written to stderr, alone, and the command's own code for failure is returned."""
    assert run(raising(CourseError("Nothing is here. Look elsewhere.")), failed=2) == 2
    assert capsys.readouterr() == ("", "Nothing is here. Look elsewhere.\n")


def test_what_is_nobodys_fault_is_not_hidden() -> None:
    """A programming error shows itself; files and packages, too, unless they are to be told."""
    with pytest.raises(ZeroDivisionError):
        run(raising(ZeroDivisionError()), told=ANY)
    with pytest.raises(OSError, match="full"):
        run(raising(OSError(28, "full", "work")))


def test_files_and_packages_are_told_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Both come with what to do."""
    assert run(raising(OSError(28, "full", "work")), told=ANY) == 1
    assert run(raising(ModuleNotFoundError(name="rich.text")), told=ANY) == 1
    assert capsys.readouterr().err.splitlines() == [
        "work: full. Mend that, then run this again.",
        "rich is missing. Run: pip install 'lessons[classroom]'",
    ]


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (1, 1), (130, 130)])
def test_a_command_tells_its_own_code(returned: int | None, code: int) -> None:
    """One that returns nothing has done all."""
    assert run(lambda: returned) == code
