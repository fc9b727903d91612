"""Zips are opened with care: what means harm is refused by a sentence, the rest is taken."""

import io
import stat
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from handing_in import RECAP, lay_out, only, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.classroom.submissions.collect import collect
from lessons.classroom.submissions.limits import BOUNDS


def member(name: str, **changes: Any) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    for field, value in changes.items():
        setattr(info, field, value)
    return info


LINK = member("link.ipynb", external_attr=(stat.S_IFLNK | 0o777) << 16)
BOMBS = {
    "outside": (member("../../01_recap.ipynb"), RECAP, "leads outside"),
    "from the root": (member("/etc/01_recap.ipynb"), RECAP, "leads outside"),
    "a drive": (member("C:\\work\\01_recap.ipynb"), RECAP, "leads outside"),
    "a link": (LINK, b"/etc/passwd", "link"),
    "lzma": (member("a.py", compress_type=zipfile.ZIP_LZMA), RECAP, "unusual way"),
    "a bomb": (member("a.py", compress_type=zipfile.ZIP_DEFLATED), bytes(9_000_000), "500 times"),
    "a large file": (member("a.py"), bytes(BOUNDS.file_bytes + 1), "larger than 10 megabytes"),
}


def everything_in(folder: Path) -> dict[Path, int]:
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


@pytest.mark.parametrize("way", ["the batch", "a learner's zip"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_zips_that_mean_harm(batch: Path, bomb: str, way: str) -> None:
    """A harmful member is refused by one sentence; the rest is taken, and nothing is written."""
    info, data, why = BOMBS[bomb]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(info, data)
        archive.writestr("ada/x.py", "x = 1")
    (batch / "ada.zip").write_bytes(whole.getvalue())
    if way != "the batch":
        lay_out(batch, {"bob/x.py": b"x = 1"})
    before = everything_in(batch.parent)
    found = [source.name for one in collect(batch) for source in one.sources]
    (note,) = [note for one in collect(batch) for note in one.notes]
    assert why in note
    assert {Path(name).name for name in found} == {"x.py"}
    assert everything_in(batch.parent) == before
    assert not (batch.parent.parent / "01_recap.ipynb").exists()


def test_an_encrypted_zip(batch: Path) -> None:
    """A zip with a password is refused in one sentence."""
    data = zipped({"x.py": b"x = 1"})
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + at
        data = data[:place] + b"\x01\x00" + data[place + 2 :]
    lay_out(batch, {"ada/x.zip": data})
    assert only(batch).notes == (
        "x.zip/x.py can't be taken: it is encrypted. Pack it again without a password.",
    )


def test_zips_in_zips_in_zips(batch: Path) -> None:
    """A zip in a zip is opened, one more level is refused, and the rest of it is taken."""
    inner = zipped({"01_recap.ipynb": RECAP, "deep.zip": zipped({"x.py": b"x = 1"})})
    lay_out(batch, {"ada/a.zip": zipped({"b.zip": inner}), "bob/x.py": b""})
    ada, _bob = collect(batch)
    assert [source.name for source in ada.sources] == ["a.zip/b.zip/01_recap.ipynb"]
    assert ada.notes[0].startswith("a.zip/b.zip/deep.zip can't be taken: it is a zip in a zip in a")


def test_names_in_zips_from_everywhere(batch: Path) -> None:
    """Names that a Mac wrote in UTF-8 without saying so, or Windows with backslashes, are read."""
    data = zipped({"Jos##/01_recap.ipynb": RECAP, "bob\\01_recap.ipynb": RECAP})
    (batch / "all.zip").write_bytes(data.replace(b"Jos##", "José".encode()))
    assert {one.learner.name for one in collect(batch)} == {"José", "bob"}


@given(st.data())
@settings(max_examples=60)
def test_damaged_zips(data: st.DataObject) -> None:
    """However a learner's zip is damaged, its learner is there, and so is the neighbour."""
    whole = bytearray(zipped({"01_recap.ipynb": RECAP, "a/b.py": b"x = 1", "c.zip": b"PK"}))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), {"ada/work.zip": bytes(whole[:cut]), "bob/x.py": b"x = 1"})
        ada, bob = collect(Path(folder))
    assert ada.sources or ada.notes
    assert [source.name for source in bob.sources] == ["x.py"]
