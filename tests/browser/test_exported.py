"""Notebooks that nbconvert wrote as HTML, from disk and without a network: no widget runs there."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from lab_page import ARTEFACTS
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output
from places import ROOT
from playwright.sync_api import Browser, Page

from lessons import pictures
from lessons.sliders import explore
from lessons.widgets import WIDGETS

KEYS = sorted((ROOT / "solutions").glob("*.ipynb"))
VIEW = "application/vnd.jupyter.widget-view+json"
SVG = "image/svg+xml"
# A picture that could not be drawn is broken, and has no width.
DRAWN = """() => [...document.querySelectorAll('.jp-CodeCell')].map((cell) =>
    [...cell.querySelectorAll('.jp-OutputArea img')].filter((it) => it.naturalWidth > 0).length)"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def export(notebook: NotebookNode, path: Path) -> None:
    html, _ = HTMLExporter().from_notebook_node(notebook)
    path.write_text(html, "utf-8")


def drawn(page: Page, path: Path) -> list[int]:
    """Open an exported notebook; return how many pictures stand below each of its code cells."""
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    page.wait_for_function("[...document.images].every((it) => it.complete)")
    page.screenshot(path=ARTEFACTS / f"exported-{path.stem}.png", full_page=True)
    return page.evaluate(DRAWN)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_an_exported_key_has_all_its_pictures(page: Page, tmp_path: Path, key: Path) -> None:
    """Below each cell stand as many pictures as the key holds there, its widgets' among them."""
    notebook = nbformat.read(key, as_version=4)
    export(notebook, tmp_path / f"{key.stem}.html")
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    held = [sum(SVG in output.get("data", {}) for output in cell.outputs) for cell in code]
    assert drawn(page, tmp_path / f"{key.stem}.html") == held
    assert all(held[i] for i, cell in enumerate(code) if "Widget(" in cell.source)


def test_a_notebook_a_learner_ran_has_the_pictures_of_its_widgets(
    page: Page, tmp_path: Path
) -> None:
    """Saved as JupyterLab saves it, without the widgets' state, it shows each one's picture."""
    shown = [
        *(widget() for widget in WIDGETS.values()),
        explore(pictures.sigmoid_curve, z=(-6, 6, 0)),
    ]
    bundles = [each._repr_mimebundle_()[0] for each in shown]
    assert all(VIEW in data for data in bundles)
    outputs = [new_output("execute_result", data) for data in bundles]
    cells = [new_code_cell(outputs=[output], execution_count=1) for output in outputs]
    export(new_notebook(cells=cells), tmp_path / "learner.html")
    assert drawn(page, tmp_path / "learner.html") == [1] * len(shown)
