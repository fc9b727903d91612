"""From solutions/NN_name.py to notebooks/NN_name.ipynb and the executed solutions/NN_name.ipynb.

The links of README.md are written along with them.

The same sources give the same bytes every time, so that a notebook which is stale or was edited
by hand shows.
"""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from itertools import zip_longest
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from lessons.authoring.leaks import refuse_leaks
from lessons.authoring.links import address_of, open_anywhere, with_links
from lessons.authoring.pipeline import key_steps, learner_steps
from lessons.authoring.rules import Points, Step
from lessons.authoring.source import AuthorError
from lessons.common.files import write_whole

AT_ONCE = 2  # notebooks executed side by side
REMEDY = "Edit the .py in solutions/, then run: make release"


def build(root: Path, points: Points) -> dict[str, str]:
    """Return the text of every notebook of the course, and of README.md, by name inside `root`.

    Nothing is written. AuthorError names the file, the cell and the remedy.
    """
    sources = sorted(root.glob("solutions/[0-9][0-9]_*.py"))
    if not sources:
        raise AuthorError("no solutions/NN_name.py here. Run this in the course's own folder.")
    address = address_of(root)
    authored = {path.stem: open_anywhere(address, path.stem)(read_source(path)) for path in sources}
    opened = {
        f"notebooks/{stem}.ipynb": _run(stem, notebook, learner_steps(points))
        for stem, notebook in authored.items()
    }
    refuse_leaks(authored.values(), opened)

    def key(stem: str) -> NotebookNode:
        return _run(stem, authored[stem], key_steps(points))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        keys = dict(zip(authored, pool.map(key, authored), strict=True))
    notebooks = opened | {f"solutions/{stem}.ipynb": notebook for stem, notebook in keys.items()}
    texts = {name: _text(notebook) for name, notebook in notebooks.items()}
    readme = root / "README.md"
    if readme.exists():
        texts["README.md"] = with_links(readme.read_text("utf-8"), address)
    return texts


def write_notebooks(root: Path, built: Mapping[str, str]) -> list[str]:
    """Write what was built into the course in `root`; return the names of the files."""
    for name, text in built.items():
        (root / name).parent.mkdir(exist_ok=True)
        write_whole(root / name, text)
    return list(built)


def complaints(root: Path, built: Mapping[str, str]) -> list[str]:
    """Return a sentence for each notebook in `root` that isn't, byte for byte, what was built."""
    found = [_complaint(root / name, name, text) for name, text in built.items()]
    there = [*root.glob("notebooks/*.ipynb"), *root.glob("solutions/*.ipynb")]
    left_over = sorted({path.relative_to(root).as_posix() for path in there} - built.keys())
    return [sentence for sentence in found if sentence] + [
        f"{name} is left over: it has no source in solutions/. Delete it." for name in left_over
    ]


def read_source(path: Path) -> NotebookNode:
    """Return the notebook a percent-format .py file describes."""
    notebook: NotebookNode = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    return notebook


def _run(stem: str, notebook: NotebookNode, steps: Sequence[Step]) -> NotebookNode:
    try:
        return reduce(lambda so_far, step: step(so_far), steps, notebook)
    except AuthorError as error:
        raise AuthorError(f"solutions/{stem}.py, {error}") from None


def _text(notebook: NotebookNode) -> str:
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return text + "\n"


def _complaint(path: Path, name: str, fresh: str) -> str | None:
    if not path.exists():
        return f"{name} is missing. {REMEDY}"
    if path.read_bytes() == fresh.encode():
        return None
    return f"{name} is stale or was edited by hand, first in {_where(path, fresh)}. {REMEDY}"


def _where(path: Path, fresh: str) -> str:
    if path.suffix != ".ipynb":
        return "its links"
    try:
        old, new = (json.loads(text)["cells"] for text in (path.read_text("utf-8"), fresh))
    except (ValueError, KeyError, TypeError):
        return "the file itself: it is no notebook"
    for old_cell, new_cell in zip_longest(old, new):
        if old_cell != new_cell:
            return f"cell '{(new_cell or old_cell)['id']}'"
    return "the notebook's metadata or layout"
