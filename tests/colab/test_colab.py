"""Colab's twin: its Python and its packages, where a lesson arrives as a single file."""

import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import environments
import nbformat
import pytest
from course_server import closed_port, repository
from groups import environment
from places import ROOT
from tiny_course import REAL

from lessons.authoring import links

COLAB = ROOT / "tests" / "colab"
NOTEBOOKS = sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*.ipynb")])
VIEW = "application/vnd.jupyter.widget-view+json"
SEEN = ("text/plain", "text/html", "image/svg+xml")


class Twin(NamedTuple):
    """An environment with exactly what Colab ships, and a folder for what happens in it."""

    python: Path
    folder: Path

    def run(self, *words: str | Path) -> str:
        """Run a program of Python's in an empty folder; return what it says."""
        empty = self.folder / "empty"
        empty.mkdir(exist_ok=True)
        settings = {
            "LESSONS_PROGRESS": "",
            "IPYTHONDIR": str(self.folder / "ipython"),
            "PYTHONPATH": "",
            "PYTHONWARNINGS": "ignore",
            "PIP_RETRIES": "0",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # it would warn of each kernel
            "no_proxy": "127.0.0.1",
        }
        done = subprocess.run(
            [self.python, *words],
            env=os.environ | settings,
            cwd=empty,
            capture_output=True,
            text=True,
            timeout=3600,
        )
        return done.stdout + done.stderr

    def outputs(self, *cells: Any) -> list[list[Any]]:
        """Run cells as a notebook; return what stands below each of them."""
        path = self.folder / "cells.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=list(cells)), path)
        self.run(COLAB / "run_lessons.py", self.folder, path)
        ran = nbformat.read(self.folder / f"{self.folder.name}_cells.ipynb", as_version=4)
        return [cell.outputs for cell in ran.cells]


class Arrival(NamedTuple):
    """What was seen while a lesson came to Colab: without an address, offline, with a network."""

    twin: Twin
    before: list[str]
    without: list[Any]
    offline: list[Any]
    fetched: list[Any]
    again: list[Any]
    after: list[str]


@pytest.fixture(scope="module")
def arrival(tmp_path_factory: pytest.TempPathFactory) -> Arrival:
    folder = tmp_path_factory.mktemp("colab")
    twin = Twin(environment("colab"), folder)
    twin.run("-m", "pip", "uninstall", "--yes", "lessons")
    before = environments.freeze(twin.python)
    (without,) = twin.outputs(fetching(""))
    (offline,) = twin.outputs(fetching(f"http://127.0.0.1:{closed_port()}"))
    with repository(folder) as address:
        fetched, again = twin.outputs(fetching(address), fetching(address))
    return Arrival(twin, before, without, offline, fetched, again, environments.freeze(twin.python))


@pytest.fixture(scope="module")
def lessons_run(arrival: Arrival) -> Path:
    """The folder with all lessons and keys as they ran, each alone in an empty folder."""
    into = arrival.twin.folder / "ran"
    into.mkdir()
    assert arrival.twin.run(COLAB / "run_lessons.py", into, *NOTEBOOKS) == ""
    return into


def fetching(address: str) -> Any:
    """The first code cell of a lesson, as the release writes it for an address."""
    return nbformat.v4.new_code_cell(links.tools_cell(address))


def test_without_an_address_the_first_cell_says_what_to_do(arrival: Arrival) -> None:
    """A course that hasn't been given one yet says so in a sentence, without a traceback."""
    (output,) = arrival.without
    assert output.output_type == "error"
    assert output.traceback == [links.NO_ADDRESS]


def test_without_a_network_the_first_cell_says_one_clear_sentence(arrival: Arrival) -> None:
    """No traceback, no lines of pip: what is wrong and what to do, and nothing runs on."""
    (output,) = arrival.offline
    assert output.output_type == "error"
    (told,) = output.traceback
    assert told.startswith("The course's tools could not be fetched from http://127.0.0.1:")
    assert "\n" not in told
    assert ". " not in told
    assert told.endswith("run this cell again.")


def test_the_first_cell_fetches_what_is_missing_and_says_so_in_one_line(arrival: Arrival) -> None:
    """With a network it installs the course, says that in a line, and run again says nothing."""
    (output,) = arrival.fetched
    assert output.text == "The course's tools have been fetched. This notebook is ready.\n"
    assert arrival.again == []


def test_the_course_moves_no_package_of_colabs(arrival: Arrival) -> None:
    """All of Colab's pins stand before and after, and the course is all that came."""
    pins = [it for it in (COLAB / "requirements.txt").read_text().splitlines() if "==" in it]
    assert {_plain(pin) for pin in pins} <= {_plain(line) for line in arrival.before}
    (came,) = set(arrival.after) - set(arrival.before)
    assert came.startswith("lessons @ ")
    assert set(arrival.before) <= set(arrival.after)
    assert arrival.twin.run("-m", "pip", "check") == "No broken requirements found.\n"


def _plain(pin: str) -> str:
    return pin.lower().replace("_", "-")


def test_widgets_work_with_colabs_packages(arrival: Arrival) -> None:
    """Each widget shows itself and checks its traits."""
    shown = arrival.twin.run(COLAB / "show_widgets.py")
    assert shown == "7.7.1 7.34.0 0.9.21\n"


CHECK = 'check("sigmoid", sigmoid)'
# Cells, and how what stands below each of them begins.
CELLS = [
    ("from lessons.check import check", ""),
    (CHECK, "○ sigmoid: There is no answer yet"),
    ("def sigmoid(z)\n    return 1", "SyntaxError"),
    (CHECK, "! sigmoid: There is no answer yet"),
    ("def sigmoid(z):\n    return 1", ""),
    ("sigmoid = 1 / 0", "ZeroDivisionError"),
    (CHECK, "! sigmoid: This is still your old answer"),
    ("def sigmoid(z):\n    return 1\nq", "NameError"),
    (CHECK, "✗ sigmoid: a is always the same"),
    ("sigmoid_of_10 = b", "! sigmoid_of_10: A letter needs quotes"),
]


def test_a_cell_that_failed_is_known_in_colabs_ipython(arrival: Arrival) -> None:
    """IPython 7 tells of cells and unknown names as the newest does."""
    errors_are_fine = {"tags": ["raises-exception"]}
    cells = [nbformat.v4.new_code_cell(source, metadata=errors_are_fine) for source, _ in CELLS]
    below = arrival.twin.outputs(*cells)
    told = ["".join(it.get("ename") or it.data["text/plain"] for it in each) for each in below]
    assert [text.partition("\n")[0] for text in told] == [text for _, text in CELLS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_notebook_runs_as_a_single_file(lessons_run: Path, path: Path) -> None:
    """Lessons and keys run to their end, with widgets; a key shows here what it shows anywhere."""
    ran = nbformat.read(lessons_run / f"{path.parent.name}_{path.name}", as_version=4)
    code = [cell for cell in ran.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    assert all(cell.outputs for cell in code if cell.id.startswith("check-"))
    assert any(VIEW in output.get("data", {}) for cell in code for output in cell.outputs)
    assert "<svg" in str(seen(ran))
    if path.parent.name == "solutions":
        assert seen(ran) == seen(nbformat.read(path, as_version=4))


def seen(notebook: Any) -> dict[str, list[Any]]:
    """What stands below each cell of a notebook: its words, its cards and its pictures."""
    found = {}
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        words = "".join(output.text for output in outputs if output.output_type == "stream")
        sights = [output.data.get(kind) for output in outputs if "data" in output for kind in SEEN]
        found[cell.id] = [words, *sights]
    return found


def test_the_package_alone_says_where_the_notebooks_are(arrival: Arrival) -> None:
    """Where only the package is installed, `lab` says in a sentence where the lessons are."""
    said = arrival.twin.run("-m", "lessons", "lab")
    assert f"Download the whole course from {REAL} and start again" in said
    assert said.count("\n") == 1
