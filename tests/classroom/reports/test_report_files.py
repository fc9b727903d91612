"""Each page has a file of its own in its folder, whole or not at all."""

import unicodedata
from contextlib import suppress
from pathlib import Path

from hostile_texts import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from page_reader import one

from lessons.classroom.reports.pages import file_name, write_feedback
from lessons.common.files import writing

ODD_KEYS = ["", "..", "/etc/x", "a/../../b", "\\\\host\\c", "a" * 999]


@given(st.text(max_size=90), st.text(max_size=90))
def test_no_page_lands_on_another(one_key: str, other_key: str) -> None:
    """Different keys have different files, on a disk without capitals or accents of its own too."""
    names = [file_name(key) for key in (one_key, other_key, one_key.upper(), one_key.lower())]
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names]
    keys = (one_key, other_key, one_key.upper(), one_key.lower())
    assert len(set(folded)) == len(set(keys))


@given(st.one_of(TEXTS, st.sampled_from(ODD_KEYS)))
def test_every_page_stays_in_its_folder(key: str) -> None:
    """A key, however odd, is one plain file name that fits on a disk."""
    name = file_name(key)
    assert Path(name).name == name
    assert not name.startswith(".")
    assert len(name.encode()) < 200
    assert all(letter.isalnum() or letter in "._~-" for letter in name)


def test_a_page_is_whole_or_not_there(tmp_path: Path) -> None:
    """A write that fails leaves the old page and nothing else."""
    path = write_feedback(one(), tmp_path)
    before = path.read_bytes()
    with suppress(RuntimeError), writing(path) as file:
        file.write("half a page")
        raise RuntimeError
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
