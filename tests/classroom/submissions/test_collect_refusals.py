"""What can't, may not or should not be read is named, and costs nobody else a file."""

import builtins
import os
from pathlib import Path
from typing import Any

import pytest
from handing_in import RECAP, lay_out

from lessons.classroom.submissions.collect import collect
from lessons.classroom.submissions.limits import BOUNDS, RefusedError


def test_links_and_devices_are_not_opened(batch: Path, tmp_path: Path) -> None:
    """What is no ordinary file is named, not read: neither links nor what would never end."""
    lay_out(tmp_path, {"secret/01_recap.ipynb": RECAP, "batch/ada/x.py": b"x = 1"})
    (batch / "ada/01_recap.ipynb").symlink_to(tmp_path / "secret/01_recap.ipynb")
    (batch / "ada/more").symlink_to(tmp_path / "secret")
    (batch / "ada/loop").symlink_to(batch)
    (batch / "Bob_2_assignsubmission_file").symlink_to(tmp_path / "secret")
    os.mkfifo(batch / "ada/pipe.ipynb")
    bob, ada = collect(batch)
    assert [source.name for source in ada.sources] == ["x.py"]
    assert [note.split(" can't be taken: ")[0] for note in sorted(ada.notes)] == (
        ["01_recap.ipynb", "loop", "more", "pipe.ipynb"]
    )
    assert (bob.learner.name, bob.learner.number, bob.sources) == ("Bob", "2", ())


@pytest.mark.parametrize("what", ["ada/01_recap.ipynb", "ada"])
def test_what_may_not_be_opened_is_told(batch: Path, what: str, monkeypatch: Any) -> None:
    """A file or a folder without the right to read it gives its learner a note."""
    lay_out(batch, {"ada/01_recap.ipynb": RECAP, "bob/x.py": b"x = 1"})
    real_open, real_scan = builtins.open, os.scandir

    def forbidden(real: Any) -> Any:
        def act(path: Any, *rest: Any) -> Any:
            if os.fspath(path) == os.fspath(batch / what):
                raise PermissionError(13, "Permission denied")
            return real(path, *rest)

        return act

    monkeypatch.setattr(builtins, "open", forbidden(real_open))
    monkeypatch.setattr(os, "scandir", forbidden(real_scan))
    ada, bob = collect(batch)
    assert (ada.learner.name, ada.sources, len(ada.notes)) == ("ada", (), 1)
    assert "Permission denied" in ada.notes[0]
    assert len(bob.sources) == 1


def test_bounds_of_one_learner(batch: Path) -> None:
    """Too large, too much or too many: so much is taken, and a note says so."""
    large = b"#" * BOUNDS.file_bytes
    lay_out(batch, {f"ada/{n}.py": large for n in range(6)} | {"bob/x.py": large + b"#"})
    lay_out(batch, {f"eve/{number}.py": b"x = 1" for number in range(BOUNDS.learner_files + 1)})
    ada, bob, eve = collect(batch)
    assert (len(ada.sources), ada.notes) == (5, ("Only the first 50 megabytes were taken.",))
    assert "larger than 10 megabytes" in bob.notes[0]
    assert (len(eve.sources), len(eve.notes)) == (BOUNDS.learner_files, 1)


@pytest.mark.parametrize("path", ["nowhere", "broken.zip"])
def test_a_batch_that_cannot_be_opened(tmp_path: Path, path: str) -> None:
    """A path that leads to nothing is refused by name."""
    (tmp_path / "broken.zip").write_bytes(b"PK")
    with pytest.raises(RefusedError, match=path):
        list(collect(tmp_path / path))
