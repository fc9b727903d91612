"""Each file belongs to who handed it in: nobody poses as another, is merged or split."""

import unicodedata
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from handing_in import RECAP, handed_in, lay_out, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.classroom.submissions.collect import collect
from lessons.classroom.submissions.names import names_nobody
from lessons.classroom.text import one_line


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


FORMS = [("NFC", 1, "recap"), ("NFD", 2, "derivatives")]


def test_one_learner_in_two_spellings(batch: Path) -> None:
    """José from a Mac and José from Linux is one learner; Ada and ada are two."""
    names = [f"{unicodedata.normalize(form, 'José')}_0{n}_{word}.ipynb" for form, n, word in FORMS]
    lay_out(batch, dict.fromkeys(names, RECAP))
    lay_out(batch, dict.fromkeys(["Ada_01_recap.ipynb", "ada_01_recap.ipynb"], RECAP))
    counts = {name: len(files) for name, files in handed_in(list(collect(batch))).items()}
    assert counts == {"José": 2, "Ada": 1, "ada": 1}


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
