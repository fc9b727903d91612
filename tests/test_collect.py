"""Whoever hands in, and however it was downloaded: one submission per learner, nobody lost."""

import builtins
import io
import os
import re
import stat
import tracemalloc
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.classroom.handed_in.bounds import BOUNDS, RefusedError
from lessons.classroom.handed_in.collect import collect, collect_one
from lessons.classroom.handed_in.names import learner, names_nobody
from lessons.classroom.handed_in.reading import read_cells
from lessons.classroom.records import Learner, Submission
from lessons.classroom.tidy import UNSEEN, one_line

ROOT = Path(__file__).parents[1]
RECAP = (ROOT / "notebooks/01_recap.ipynb").read_bytes()
SAFE = re.compile(r"[a-z0-9][a-z0-9._-]{0,90}")

# The files as they lie there, and who handed in what.
LAYOUTS = {
    "Moodle's folders": (
        "Ada Lovelace_12345_assignsubmission_file/01_recap.ipynb | "
        "Ada Lovelace_12345_assignsubmission_file/02_derivatives.ipynb | "
        "Bob_Smith_678_assignsubmission_file_/homework.ipynb",
        {
            "Ada Lovelace 12345": "01_recap.ipynb | 02_derivatives.ipynb",
            "Bob_Smith 678": "homework.ipynb",
        },
    ),
    "Moodle's loose files": (
        "Ada Lovelace_12345_assignsubmission_file_01_recap.ipynb | "
        "Eve_6_assignsubmission_file_Ada Lovelace_12345_assignsubmission_file_02_derivatives.ipynb",
        {
            "Ada Lovelace 12345": "01_recap.ipynb",
            "Eve 6": "Ada Lovelace_12345_assignsubmission_file_02_derivatives.ipynb",
        },
    ),
    "Moodle's download in a folder of the course": (
        "CS 101-01 recap-3921/Ada_1_assignsubmission_file/01_recap.ipynb | "
        "CS 101-01 recap-3921/Bob_2_assignsubmission_file/01_recap.ipynb",
        {"Ada 1": "01_recap.ipynb", "Bob 2": "01_recap.ipynb"},
    ),
    "Canvas": (
        "lovelaceada_12345_67890_01_recap.ipynb | "
        "lovelaceada_LATE_12345_67893_02_derivatives.ipynb | "
        "smithbob_LATE_678_67891_work.ipynb | smithbob_679_67892_work.ipynb",
        {
            "lovelaceada 12345": "01_recap.ipynb | 02_derivatives.ipynb",
            "smithbob 678": "work.ipynb",
            "smithbob 679": "work.ipynb",
        },
    ),
    "Canvas, handed in twice": (
        "lovelaceada_12345_67890_01_recap-9.ipynb | lovelaceada_12345_67999_01_recap-10.ipynb | "
        "lovelaceada_12345_67998_01_recap-2.ipynb | lovelaceada_12345_5_part-1.py | "
        "lovelaceada_12345_6_part-2.py",
        {"lovelaceada 12345": "part-1.py | part-2.py | 01_recap-10.ipynb"},
    ),
    "a folder per learner": (
        "ada/01_recap.ipynb | ada/helper.py | bob/week 1/work.ipynb | "
        "bob/deeper/than/that/x.ipynb | "
        "eve/01/eve.ipynb",
        {
            "ada": "01_recap.ipynb | helper.py",
            "bob": "deeper/than/that/x.ipynb | week 1/work.ipynb",
            "eve": "01/eve.ipynb",
        },
    ),
    "one learner alone, with copies": (
        "ada/01_recap.ipynb | ada/old/01_recap.ipynb | ada/older/01_recap.ipynb",
        {"ada": "01_recap.ipynb | old/01_recap.ipynb | older/01_recap.ipynb"},
    ),
    "nbgrader": (
        "submitted/ada/01_recap/01_recap.ipynb | submitted/ada/01_recap/timestamp.txt | "
        "submitted/ada/02_derivatives/02_derivatives.ipynb | submitted/bob/01_recap/01_recap.ipynb",
        {
            "ada": "01_recap/01_recap.ipynb | 02_derivatives/02_derivatives.ipynb",
            "bob": "01_recap/01_recap.ipynb",
        },
    ),
    "a folder per lesson": (
        "01_recap/ada/work.ipynb | 02_derivatives/ada/work.ipynb | 01_recap/bob.ipynb | "
        "02_derivatives/bob.ipynb | week 3/eve_03_update_rule.ipynb",
        {
            "ada": "work.ipynb | work.ipynb",
            "bob": "bob.ipynb | bob.ipynb",
            "eve": "eve_03_update_rule.ipynb",
        },
    ),
    "a folder per class": (
        "class a/ada/01_recap.ipynb | class a/bob/01_recap.ipynb | class b/ada/01_recap.ipynb | "
        "class b/eve/01_recap.ipynb | class b/eve/mine/02_derivatives.ipynb",
        {
            "class a/ada": "01_recap.ipynb",
            "class a/bob": "01_recap.ipynb",
            "class b/ada": "01_recap.ipynb",
            "class b/eve": "01_recap.ipynb | mine/02_derivatives.ipynb",
        },
    ),
    "loose files": (
        "ada_01_recap.ipynb | ada_02_derivatives.ipynb | bob-recap (1).ipynb | "
        "03-Update-Rule_eve.ipynb | "
        "student_01.ipynb | student_02.ipynb | homework.ipynb | homework (1).ipynb",
        {
            "ada": "ada_01_recap.ipynb | ada_02_derivatives.ipynb",
            "bob": "bob-recap (1).ipynb",
            "eve": "03-Update-Rule_eve.ipynb",
            "student_01": "student_01.ipynb",
            "student_02": "student_02.ipynb",
            "homework": "homework.ipynb",
            "homework (1)": "homework (1).ipynb",
        },
    ),
    "loose files in a folder": (
        "class a/ada_01_recap.ipynb | class a/bob_01_recap.ipynb",
        {"ada": "ada_01_recap.ipynb", "bob": "bob_01_recap.ipynb"},
    ),
    "one learner's lessons": (
        "01_recap.ipynb | 02_derivatives.ipynb | 03_update_rule.ipynb | 01_recap.html",
        {"batch": "01_recap.html | 01_recap.ipynb | 02_derivatives.ipynb | 03_update_rule.ipynb"},
    ),
    "attachments that all have one name": (
        "01_recap.ipynb | 01_recap (1).ipynb | 01_recap (2).ipynb",
        {
            "01_recap": "01_recap.ipynb",
            "01_recap (1)": "01_recap (1).ipynb",
            "01_recap (2)": "01_recap (2).ipynb",
        },
    ),
    "downloads again and again": (
        "ada/01_recap (10).ipynb | ada/01_recap.ipynb | ada/01_recap (2).ipynb | bob/x.py",
        {"ada": "01_recap.ipynb | 01_recap (2).ipynb | 01_recap (10).ipynb", "bob": "x.py"},
    ),
    "what the system left": (
        "ada/01_recap.ipynb | ada/.ipynb_checkpoints/01_recap-checkpoint.ipynb | ada/.DS_Store | "
        "__MACOSX/ada/._01_recap.ipynb | .git/config | bob/picture.png | bob/x.py | roster.csv",
        {"ada": "01_recap.ipynb", "bob": "x.py"},
    ),
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


def lay_out(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def handed_in(found: list[Submission]) -> dict[str, list[str]]:
    return {
        f"{one.learner.name} {one.learner.number}".strip(): [source.name for source in one.sources]
        for one in found
    }


def named(paths: str) -> list[str]:
    return paths.split(" | ")


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    folder = tmp_path / "batch"
    folder.mkdir()
    return folder


def only(path: Path) -> Submission:
    (submission,) = collect(path)
    return submission


@pytest.mark.parametrize("way", ["folder", "zip", "zip in a folder"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout(batch: Path, layout: str, way: str) -> None:
    """Each way of downloading, and a zip of it, gives the same learners with the same files."""
    paths, expected = LAYOUTS[layout]
    files = dict.fromkeys(named(paths), RECAP)
    if way == "folder":
        found = list(collect(lay_out(batch, files)))
    else:
        (batch / "batch.zip").write_bytes(zipped(files))
        found = list(collect(batch / "batch.zip" if way == "zip" else batch))
    assert handed_in(found) == {who: named(names) for who, names in expected.items()}
    assert len({one.learner.key for one in found}) == len(found)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_file_of_every_layout_is_somebodys(batch: Path, layout: str) -> None:
    """Each notebook of a download is in exactly one submission, or a note says why it is not."""
    paths = [path for path in named(LAYOUTS[layout][0]) if "/." not in path and path.endswith("b")]
    files = {path: path.encode() for path in paths}
    found = list(collect(lay_out(batch, files)))
    taken = [source.data.decode() for one in found for source in one.sources]
    assert len(taken) + sum(len(one.notes) for one in found) == len(paths)
    assert len(set(taken)) == len(taken)


def test_one_file_is_one_learners(tmp_path: Path) -> None:
    """A single file given by its own path is a batch of one."""
    lay_out(tmp_path, {"ada_01_recap.ipynb": RECAP, "01_recap.ipynb": RECAP})
    assert only(tmp_path / "ada_01_recap.ipynb").learner == Learner("ada", "ada")
    assert only(tmp_path / "01_recap.ipynb").learner.name == "01_recap"


def test_a_zip_per_learner(batch: Path) -> None:
    """The files in a learner's zip are the learner's, whatever neighbour their folders name."""
    theft = "Ada_1_assignsubmission_file/01_recap.ipynb"
    lay_out(
        batch,
        {
            "Ada_1_assignsubmission_file/work.zip": zipped({"01_recap.ipynb": RECAP}),
            "Eve_2_assignsubmission_file/work.zip": zipped({theft: RECAP}),
            "Bob_3_assignsubmission_file_all.zip": zipped({"in.zip": zipped({"x.py": b"x = 1"})}),
        },
    )
    assert handed_in(list(collect(batch))) == {
        "Ada 1": ["work.zip/01_recap.ipynb"],
        "Eve 2": [f"work.zip/{theft}"],
        "Bob 3": ["all.zip/in.zip/x.py"],
    }


def test_no_folder_inside_a_learners_makes_another_learner(batch: Path) -> None:
    """In Moodle's folders nobody can pose as somebody else, not even if all but one try."""
    theft = "Ada_1_assignsubmission_file/01_recap.ipynb"
    lay_out(batch, {theft: RECAP})
    for number in range(2, 5):
        folder = f"Eve {number}_{number}_assignsubmission_file"
        lay_out(batch, {f"{folder}/{theft}": RECAP, f"{folder}/Zoe/01_recap.ipynb": RECAP})
    assert [one.learner.number for one in collect(batch)] == ["1", "2", "3", "4"]


def test_a_folder_as_one_learners(batch: Path) -> None:
    """For a grader of one learner at a time, everything in the folder is that learner's."""
    ada = Learner("ada", "Ada")
    lay_out(
        batch, {"x_1_2_a.ipynb": RECAP, "bob/b.ipynb": RECAP, "c.zip": zipped({"d.py": b"d=1"})}
    )
    found = collect_one(batch, ada)
    assert found.learner == ada
    assert {source.name for source in found.sources} == {
        "x_1_2_a.ipynb",
        "bob/b.ipynb",
        "c.zip/d.py",
    }


HOSTILE = [
    "..",
    "../..",
    "/etc/passwd",
    "con",
    "CON",
    "nul.txt",
    "a\u202eipynb.exe",
    "a\x00b",
    "line\nbreak",
    "=cmd()",
    "<script>",
    "\udcff",
    "x" * 300,
    "x" * 299 + "y",
    "Ada",
    "ada",
    "ADA",
    "ada-12345",
    "ada-1234abcd",
    "Ada Lovelace",
    "Ada  Lovelace",
    "Ada_Lovelace",
    "김철수",
    "김철호",
    "ａｄａ",
    "",
    " ",
    ".",
    "\u200b",
]
NAMES = st.text(max_size=20) | st.sampled_from(HOSTILE) | st.from_regex(r"[a-zA-Z0-9._ -]{1,8}")


def test_keys_of_hostile_names_differ_and_are_safe() -> None:
    """Different names have different keys, on disks that ignore case too, and all suit a file."""
    keys = [learner(name).key for name in HOSTILE] + [learner("ada", "12345").key]
    assert len({key.casefold() for key in keys}) == len(HOSTILE) + 1
    assert [key for key in keys if not SAFE.fullmatch(key) or key.split(".")[0] == "con"] == []
    assert [name for name in HOSTILE if UNSEEN.search(learner(name).name)] == []


@given(st.sets(NAMES, max_size=30), st.sampled_from(["", "7"]))
def test_keys_of_any_names(names: set[str], number: str) -> None:
    """Any names have safe keys, and without a number different ones; the same name the same."""
    forms = {unicodedata.normalize("NFC", name) for name in names}
    keys = [learner(name, number).key for name in forms]
    assert [key for key in keys if not SAFE.fullmatch(key)] == []
    assert number or len(set(keys)) == len(forms)
    assert keys == [learner(unicodedata.normalize("NFD", name), number).key for name in forms]


def test_keys_of_a_batch_are_unique(batch: Path) -> None:
    """Even where two learners' keys would be the same, no page is written over another."""
    names = [f"{name}_12_assignsubmission_file" for name in ("Ada B", "ada-b", "ADA  B")]
    lay_out(batch, dict.fromkeys([f"{name}/01_recap.ipynb" for name in names], RECAP))
    keys = [one.learner.key for one in collect(batch)]
    assert sorted(keys) == ["ada-b-12", "ada-b-12-2", "ada-b-12-3"]


def test_one_learner_in_two_spellings(batch: Path) -> None:
    """José from a Mac and José from Linux is one learner; Ada and ada are two."""
    names = [f"{unicodedata.normalize(form, 'José')}_0{n}_{word}.ipynb" for form, n, word in FORMS]
    lay_out(batch, dict.fromkeys(names, RECAP))
    lay_out(batch, dict.fromkeys(["Ada_01_recap.ipynb", "ada_01_recap.ipynb"], RECAP))
    counts = {name: len(files) for name, files in handed_in(list(collect(batch))).items()}
    assert counts == {"José": 2, "Ada": 1, "ada": 1}


FORMS = [("NFC", 1, "recap"), ("NFD", 2, "derivatives")]


LETTERS = st.from_regex(r"[A-Za-z][A-Za-z0-9 ._'-]{0,11}[A-Za-z]", fullmatch=True)


@given(st.lists(LETTERS | st.sampled_from(["José", "김", "x" * 200]), unique=True), st.randoms())
@settings(max_examples=50)
def test_nobody_is_merged_or_split(names: list[str], chance: Random) -> None:
    """Any class in folders of their own comes out as that class, in any order."""
    names = [name for name in names if not names_nobody(name)]
    paths = [f"{name}/0{number}_{word}.ipynb" for name in names for _, number, word in FORMS]
    chance.shuffle(paths)
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "batch.zip"
        whole.write_bytes(zipped(dict.fromkeys(paths, b"x = 1")))
        found = list(collect(whole))
    assert Counter(one.learner.name for one in found) == Counter(one_line(n, 100) for n in names)
    assert all(len(one.sources) == 2 and not one.notes for one in found)
    assert len({one.learner.key for one in found}) == len(names)


def test_who_hands_in_nothing_is_there(batch: Path) -> None:
    """An empty folder, one with a picture only, a broken zip: the learner is there, with a note."""
    (batch / "ada").mkdir()
    (batch / "02_derivatives").mkdir()
    lay_out(batch, {"bob/me.png": b"", "eve/w.zip": b"PK\x03\x04...", "zoe/e.zip": zipped({})})
    assert {one.learner.name: one.notes for one in collect(batch)} == {
        "ada": ("The folder is empty.",),
        "bob": ("There is no notebook, only me.png.",),
        "eve": ("w.zip can't be taken: it is no zip, or damaged. Pack it again.",),
        "zoe": ("e.zip can't be taken: the zip is empty.",),
    }


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
    found = [source.name for one in collect(batch) for source in one.sources]
    (note,) = [note for one in collect(batch) for note in one.notes]
    assert why in note
    assert {Path(name).name for name in found} == {"x.py"}
    assert {path.name for path in batch.rglob("*.py")} <= {"x.py"}


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


def test_memory_is_flat(tmp_path: Path) -> None:
    """Only one submission is in memory at a time: of all others, their paths, a kilobyte each."""
    for number in range(300):
        lay_out(tmp_path, {f"learner {number}/01_recap.ipynb": RECAP})
    assert len(list(collect(tmp_path))) == 300
    tracemalloc.start()
    for _ in collect(tmp_path):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_100 * 300 + 10 * len(RECAP)


def test_collected_notebooks_can_be_read(batch: Path) -> None:
    """A notebook that was collected is the notebook that was handed in."""
    ((source,),) = [one.sources for one in collect(lay_out(batch, {"ada/01_recap.ipynb": RECAP}))]
    assert {cell.claims for cell in read_cells(source)} >= {"sigmoid", "forward", "loss"}
