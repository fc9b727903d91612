"""Files that are handed in, in a folder or a zip, and whose they are once they are collected."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from places import ROOT

from lessons.classroom.models import Submission
from lessons.classroom.submissions.collect import collect

RECAP = (ROOT / "notebooks/01_recap.ipynb").read_bytes()


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """An empty folder for what is handed in."""
    folder = tmp_path / "batch"
    folder.mkdir()
    return folder


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of these files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


def lay_out(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write these files into a folder, and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def handed_in(found: list[Submission]) -> dict[str, list[str]]:
    """Return the names of each learner's files."""
    return {
        f"{one.learner.name} {one.learner.number}".strip(): [source.name for source in one.sources]
        for one in found
    }


def only(path: Path) -> Submission:
    """Return the one submission that there is."""
    (submission,) = collect(path)
    return submission
