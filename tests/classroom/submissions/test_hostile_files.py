"""What hostile files can't do before any of their code runs: names, links, pipes and archives."""

import io
import os
import socket
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from baits import Baits, laid_out
from patience import LONG

from lessons.checking.time_limit import time_limit
from lessons.classroom.models import Submission
from lessons.classroom.submissions.collect import collect
from lessons.classroom.submissions.limits import BOUNDS
from lessons.classroom.submissions.notebooks import RefusedError, read_cells
from lessons.classroom.text import UNSEEN

HONEST = "# %%\ndef dz(a, y):\n    return a - y\n"
ANNA = "Anna Nowak_11_assignsubmission_file"
MALLORY = "Mallory_66_assignsubmission_file"
LINK = stat.S_IFLNK | 0o777
ENDINGS = "\x1b[2J\x1b]0;owned\x07.py", "a\r\nb.py", "<img src=x onerror=alert(1)>.py", "=1+1.py"
NAMES = [*ENDINGS, "-rf.py", "a\u202eyp.exe.py", "%s{0}$(x)`x`.py", "n" * 200 + ".py", "con.py"]


def archive(*members: tuple[str, str, int]) -> bytes:
    """A zip of files, each with its name, its text and its mode in Unix."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text, mode in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, text)
    return data.getvalue()


def ways_out(mine: Path, secret: str) -> None:
    """A zip whose paths climb up, begin at the root, or name a drive."""
    places = ["../../climbed.py", f"../{ANNA}/homework.py", "/tmp/climbed.py", r"..\..\climbed.py"]
    members = [(name, HONEST, 0o100644) for name in [*places, "C:/climbed.py", "a/../../b.py"]]
    (mine / "homework.zip").write_bytes(archive(*members))


def links_in_a_zip(mine: Path, secret: str) -> None:
    """A zip of links: to the secret, to its folder, and a file that goes through one."""
    folder = str(Path(secret).parent)
    through = ("way/secret.txt", HONEST, 0o100644)
    linked = [("homework.py", secret, LINK), ("way", folder, LINK), ("pipe.py", "", 0o010644)]
    (mine / "homework.zip").write_bytes(archive(*linked, through))


def links_in_a_folder(mine: Path, secret: str) -> None:
    """Links to the secret, to the neighbour's answers, to everything, and to themselves."""
    (mine / "homework.py").symlink_to(secret)
    (mine / "neighbour.py").symlink_to(mine.parent / ANNA / "homework.py")
    (mine / "everything").symlink_to("/")
    (mine / "itself").symlink_to(mine)
    (mine / "endless.py").symlink_to("/dev/zero")


def things_that_block(mine: Path, secret: str) -> None:
    """A pipe, a socket and a folder where files are expected, and folders without end."""
    os.mkfifo(mine / "homework.py")
    (mine / "notebook.ipynb").mkdir()
    with socket.socket(socket.AF_UNIX) as end:
        there = os.open(mine, os.O_RDONLY)
        end.bind(f"/proc/self/fd/{there}/socket.py")
        os.close(there)
    deep = mine
    for _ in range(150):
        deep = deep / "deeper"
    deep.mkdir(parents=True)


def bombs(mine: Path, secret: str) -> None:
    """Zips that unpack to far more than they are, alone and one in the other."""
    zeros = archive(("homework.py", "\0" * 150_000_000, 0o100644))
    (mine / "zeros.zip").write_bytes(zeros)
    nested = HONEST.encode()
    for _ in range(5):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as made:
            made.writestr("more.zip", nested)
        nested = data.getvalue()
    (mine / "nested.zip").write_bytes(nested)


def lies_about_sizes(mine: Path, secret: str) -> None:
    """A zip that says it holds ten characters, and holds twenty million."""
    whole = archive(("homework.py", "#" * 20_000_000, 0o100644))
    (mine / "homework.zip").write_bytes(
        whole.replace((20_000_000).to_bytes(4, "little"), b"\n\0\0\0")
    )


def crowds(mine: Path, secret: str) -> None:
    """A zip of very many files, one with a thousand files of one name, one that is cut off."""
    many = archive(*((f"{n}.py", "", 0o100644) for n in range(30_000)))
    (mine / "many.zip").write_bytes(many)
    with pytest.warns(UserWarning, match="Duplicate name"):
        same = archive(*(("homework.py", f"# {n}", 0o100644) for n in range(1000)))
    (mine / "same.zip").write_bytes(same)
    (mine / "cut.zip").write_bytes(same[:-30])


def names_that_do_things(mine: Path, secret: str) -> None:
    """Names with terminal codes, HTML, formulas, line breaks and reversed writing."""
    for name in NAMES:
        (mine / name).write_text("1 / 0")
    (mine / "named.zip").write_bytes(archive(*((name, "1 / 0", 0o100644) for name in NAMES)))


def another_learner(mine: Path, secret: str) -> None:
    """A zip, and a folder, that pretend to be Anna's, with another answer in it."""
    wrong = HONEST.replace("a - y", "y - a")
    (mine / "homework.zip").write_bytes(archive((f"{ANNA}/homework.py", wrong, 0o100644)))
    (mine / ANNA).mkdir()
    (mine / ANNA / "homework.py").write_text(wrong)
    (mine / f"{ANNA}_homework.py").write_text(wrong)


def broken_notebooks(mine: Path, secret: str) -> None:
    """Notebooks nested without end, with numbers without end, and with everything in its place."""
    (mine / "deep.ipynb").write_text('{"cells":' + "[" * 200_000)
    (mine / "long.ipynb").write_text(
        '{"cells": [{"cell_type": "code", "execution_count": ' + "9" * 10**6
    )
    odd = '{"cells": [null, 1, [], {"cell_type": "code", "source": {"a": 1}}], "nbformat": 1e999}'
    (mine / "odd.ipynb").write_text(odd)
    half = '{"cells": [{"cell_type": "code", "id": "\\ud800", "source": "\\ud800 = 1\\u0000"}]}'
    (mine / "half.ipynb").write_text(half)
    (mine / "binary.ipynb").write_bytes(bytes(range(256)) * 100)


ATTACKS = [
    ways_out,
    links_in_a_zip,
    links_in_a_folder,
    things_that_block,
    bombs,
    lies_about_sizes,
    crowds,
    names_that_do_things,
    another_learner,
    broken_notebooks,
]


@pytest.fixture
def baits(tmp_path: Path) -> Baits:
    with laid_out(tmp_path) as baits:
        return baits


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


def texts(submission: Submission) -> str:
    """All that is taken, said or run of a submission."""
    said = [*submission.learner, *submission.notes]
    for source in submission.sources:
        try:
            cells = read_cells(source)
        except RefusedError as refused:
            said.append(str(refused))
        else:
            said += [part for cell in cells for part in cell]
    return "\0".join(said)


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes came out of a zip, each time."""
    read, sizes = zipfile.ZipExtFile.read, list[int]()

    def counted(file: zipfile.ZipExtFile, most: int | None = None) -> bytes:
        data = read(file, most)
        sizes.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    return sizes


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_hostile_files_are_refused(
    attack: Callable[[Path, str], None], tmp_path: Path, baits: Baits, unpacked: list[int]
) -> None:
    """Whatever one learner hands in: no secret is read, nothing written, nobody else touched.

    And it comes to an end, however much there is to unpack.
    """
    batch = tmp_path / "submissions"
    (batch / ANNA).mkdir(parents=True)
    (batch / ANNA / "homework.py").write_text(HONEST)
    (alone,) = collect(batch)
    (batch / MALLORY).mkdir()
    attack(batch / MALLORY, baits.places["THE-SECRET-FILE"])
    before, descriptors = everything(tmp_path), len(os.listdir("/proc/self/fd"))
    with time_limit(LONG):
        anna, mallory = sorted(collect(batch), key=lambda each: each.learner.name)
        said = texts(mallory)
    assert sum(unpacked) <= BOUNDS.learner_bytes
    assert anna == alone
    assert mallory.learner.number == "66"
    assert baits.secret not in said
    assert everything(tmp_path) == before
    assert len(os.listdir("/proc/self/fd")) == descriptors
    shown = "".join((*mallory.learner, *mallory.notes))
    assert not UNSEEN.search(shown)
    assert "\n" not in shown


@pytest.mark.parametrize("name", [*NAMES, "..", ".", "../../etc", "a/b", "CON", "", " ", "é", "É"])
def test_a_learners_key_is_safe_as_a_file_name(name: str, tmp_path: Path) -> None:
    """Whatever a folder is called, the learner's key is letters, numbers, points and dashes."""
    data = archive(
        (f"{name}/01_recap.py", HONEST, 0o100644), ("anna/01_recap.py", HONEST, 0o100644)
    )
    (tmp_path / "all.zip").write_bytes(data)
    keys = [submission.learner.key for submission in collect(tmp_path / "all.zip")]
    assert len(set(map(str.casefold, keys))) == len(keys)
    for key in keys:
        assert key.isascii()
        assert key.replace("-", "").replace(".", "").replace("_", "").isalnum()
        assert not key.startswith(".")
        assert len(key) < 100


def test_a_numbered_folder_is_one_learners(tmp_path: Path) -> None:
    """Whoever hands in folders with the names of others hands them in as her own, also alone."""
    for other in (ANNA, "Bob_12_assignsubmission_file"):
        (tmp_path / MALLORY / other).mkdir(parents=True)
        (tmp_path / MALLORY / other / "01_recap.py").write_text(HONEST)
    assert [submission.learner.number for submission in collect(tmp_path)] == ["66"]
