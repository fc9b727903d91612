"""What the site shows of a lesson doesn't depend on where the course lies."""

from functools import reduce
from pathlib import Path

import nbformat
import pytest
from tiny_course import REAL, ROOT

from lessons.authoring.build import read_source
from lessons.authoring.links import open_anywhere
from lessons.authoring.pipeline import learner_steps
from lessons.exercises import EXERCISES
from lessons.site.lessons import read_lessons, read_notebook

POINTS = {name: exercise.points for name, exercise in EXERCISES.items()}
SOURCES = sorted(ROOT.glob("solutions/[0-9][0-9]_*.py"))


@pytest.fixture
def courses(tmp_path: Path) -> list[Path]:
    """The course without an address, and with one."""
    folders = []
    for name, address in {"without": "", "with": REAL}.items():
        folder = tmp_path / name
        for source in SOURCES:
            steps = (open_anywhere(address, source.stem), *learner_steps(POINTS))
            notebook = reduce(lambda so_far, step: step(so_far), steps, read_source(source))
            for place in ("notebooks", "solutions"):
                (folder / place).mkdir(parents=True, exist_ok=True)
                nbformat.write(notebook, folder / place / f"{source.stem}.ipynb")
        folders.append(folder)
    return folders


def test_a_lesson_of_the_site_has_no_links_elsewhere(courses: list[Path]) -> None:
    """On the site a lesson is where it runs, so with an address it reads as without."""
    without, with_address = map(read_lessons, courses)
    assert len(without) == len(SOURCES)
    assert with_address == without
    for path in courses[1].glob("notebooks/*.ipynb"):
        assert "Open in Colab" in path.read_text("utf-8")
        texts = [cell for cell in read_notebook(path).cells if cell.cell_type == "markdown"]
        assert not [cell.id for cell in texts if "://" in cell.source]
