"""The zip for Gradescope, unpacked and run as Gradescope does."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from open_python import open_python
from places import ROOT

from lessons.classroom.gradescope.bundle import bundle


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip for Gradescope."""
    return bundle(ROOT, tmp_path_factory.mktemp("zip") / "build" / "gradescope.zip")


@pytest.fixture
def autograder(zipped: Path) -> Iterator[Path]:
    """A folder as Gradescope lays it out, with the unpacked zip in it: all users may read it."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        lay_out(root, zipped)
        yield root


def lay_out(root: Path, zipped: Path) -> None:
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with ZipFile(zipped) as archive:
        archive.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)


def run_in(root: Path, title: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run the autograder as Gradescope does, with the course from the zip."""
    metadata = {"id": 7, "assignment": {"title": title}, "users": [{"name": "Ada Lovelace"}]}
    (root / "submission_metadata.json").write_text(json.dumps(metadata), "utf-8")
    environment = {
        "PATH": path,
        "PYTHON": str(open_python()),
        "PYTHONPATH": str(root / "source"),
        "AUTOGRADER": str(root),
    }
    return subprocess.run(
        [root / "run_autograder"], cwd=root, env=environment, capture_output=True, text=True
    )
