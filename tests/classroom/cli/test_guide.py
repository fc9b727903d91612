"""The teacher's guide says what is: its commands can be given, its codes and links are right."""

import re
import shlex
from pathlib import Path

import pytest

from lessons import classroom
from lessons.classroom.cli.exit_code import ExitCode
from lessons.classroom.cli.options import PROGRAM, parser

GUIDE = Path(classroom.__file__).with_name("README.md")
TEXT = GUIDE.read_text("utf-8")
GIVEN = sorted(set(re.findall(rf"{re.escape(PROGRAM)} ([a-z][^`\n]*)", TEXT)))


def test_the_guide_shows_the_commands() -> None:
    """Every command for teachers stands in the guide."""
    assert {given.split()[0] for given in GIVEN} == {
        "grade", "override", "history", "report", "export",
    }  # fmt: skip


@pytest.mark.parametrize("given", GIVEN)
def test_a_command_of_the_guide_can_be_given(given: str) -> None:
    """The parser takes each command just as it stands there."""
    assert parser().parse_args(shlex.split(given, comments=True)).command == given.split()[0]


def test_exit_codes_are_the_commands_own() -> None:
    """The table of exit codes has the very codes that the commands return."""
    told = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert {int(code) for code in told} == set(ExitCode)


def test_links_lead_somewhere() -> None:
    """Each link leads to a file of the course or a heading of the guide that is there."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    here = {"#" + re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert links
    assert [link for link in links if link not in here and not (GUIDE.parent / link).exists()] == []
