"""A file is written whole or not at all, and two processes don't disturb each other at it."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from lessons.common.files import replacing, write_whole, writing

WRITE = """
import sys
from pathlib import Path
from lessons.common.files import write_whole
for turn in range(200):
    write_whole(Path(sys.argv[1]), sys.argv[2] * 100_000)
"""


def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """Whether the text can't be written or its writer fails half way, nothing has changed."""
    path = write_whole(tmp_path / "page.html", "the old page")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "no file can hold this: \ud800")
    with suppress(RuntimeError), writing(path) as file:
        file.write("half a page")
        raise RuntimeError
    with suppress(RuntimeError), replacing(path) as unfinished:
        unfinished.write_bytes(b"half a picture")
        raise RuntimeError
    assert path.read_text("utf-8") == "the old page"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_work_is_named_after_the_one_it_will_be(tmp_path: Path) -> None:
    """Two files that are written at once, even by one process, have different places."""
    with replacing(tmp_path / "a.zip") as one, replacing(tmp_path / "b.zip") as other:
        assert one != other
        assert {one.parent, other.parent} == {tmp_path}
        one.write_bytes(b"1")
        other.write_bytes(b"2")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.zip": b"1",
        "b.zip": b"2",
    }


def test_two_processes_write_one_file_and_each_leaves_it_whole(tmp_path: Path) -> None:
    """Whoever comes last wins; never is the file a mixture, and nothing is left about."""
    path = tmp_path / "record.json"
    words = [[sys.executable, "-c", WRITE, str(path), letter] for letter in "ab"]
    writers = [subprocess.Popen(each) for each in words]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert path.read_text() in ("a" * 100_000, "b" * 100_000)
    assert list(tmp_path.iterdir()) == [path]


def test_lines_end_as_they_are_given(tmp_path: Path) -> None:
    """A table for Excel keeps its own line ends, and a notebook is the same on every system."""
    with writing(tmp_path / "table.csv", "utf-8-sig") as file:
        file.write("a\r\nb\n")
    assert (tmp_path / "table.csv").read_bytes() == b"\xef\xbb\xbfa\r\nb\n"
