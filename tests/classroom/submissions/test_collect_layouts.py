"""However it was downloaded: one submission per learner, with all files, and nobody lost."""

import tracemalloc
from pathlib import Path

import pytest
from handing_in import RECAP, handed_in, lay_out, only, zipped
from layouts import LAYOUTS

from lessons.classroom.models import Learner
from lessons.classroom.submissions.collect import collect, collect_one
from lessons.classroom.submissions.notebooks import read_cells


def named(paths: str) -> list[str]:
    return paths.split(" | ")


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


def test_collected_notebooks_can_be_read(batch: Path) -> None:
    """A notebook that was collected is the notebook that was handed in."""
    ((source,),) = [one.sources for one in collect(lay_out(batch, {"ada/01_recap.ipynb": RECAP}))]
    assert {cell.claims for cell in read_cells(source)} >= {"sigmoid", "forward", "loss"}


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
