"""Whatever somebody is called: the key suits a file, and is nobody else's."""

import re
import unicodedata
from pathlib import Path

from handing_in import RECAP, lay_out
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.submissions.collect import collect
from lessons.classroom.submissions.names import learner
from lessons.classroom.text import UNSEEN

SAFE = re.compile(r"[a-z0-9][a-z0-9._-]{0,90}")

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
