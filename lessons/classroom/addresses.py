"""Where a lesson is to be had: one address, from pyproject.toml, and all that follows from it."""

import re
import tomllib
from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from lessons.classroom.marks import AuthorError
from lessons.classroom.rules import Step

BRANCH = "main"
FETCH = """\
# @title The course's tools, fetched where they are missing
try:
    import lessons
except ImportError:
    import subprocess, sys
    class NotFetchedError(ImportError):
        def _render_traceback_(self):  # a sentence helps more than a traceback
            return list(self.args)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "{tools}"]
    if subprocess.run(pip, capture_output=True).returncode:
        raise NotFetchedError("{trouble}") from None
    print("The course's tools have been fetched. This notebook is ready.")"""
TROUBLE = (
    "The course's tools could not be fetched from {address}: check that you are online "
    "and that Python is 3.11 or newer, then run this cell again."
)


def address_of(root: Path) -> str:
    """Return the address of the course's repository; AuthorError if pyproject.toml has none."""
    path = root / "pyproject.toml"
    settings = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    address: str = settings.get("project", {}).get("urls", {}).get("Repository", "")
    if not re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+", address):
        raise AuthorError(
            f"pyproject.toml, [project.urls]: Repository is '{address}'. "
            "Write https://github.com/OWNER/REPOSITORY."
        )
    return address


def links(address: str, lesson: str) -> str:
    """Return a line of Markdown that opens a lesson wherever it runs.

    Plain links: a picture from another host would tell that host who reads the lesson.

    >>> print(links("https://github.com/me/mine", "01_recap").partition(" · ")[0])
    [Open in Colab](https://colab.research.google.com/github/me/mine/blob/main/notebooks/01_recap.ipynb)
    """
    owner, name = address.split("/")[-2:]
    path = f"notebooks/{lesson}.ipynb"
    places = {
        "Open in Colab": "https://colab.research.google.com/github/"
        f"{owner}/{name}/blob/{BRANCH}/{path}",
        "Open on Binder": f"https://mybinder.org/v2/gh/{owner}/{name}/{BRANCH}"
        f"?urlpath=lab/tree/{path}",
        "Open in the browser": f"https://{owner}.github.io/{name}/",
    }
    return " · ".join(f"[{words}]({place})" for words, place in places.items())


def with_links(readme: str, address: str) -> str:
    """Return README.md with the links to the first lesson between its two comments."""
    written = f"\\1\n{links(address, '00_start')}\n\\2"
    return re.sub(r"(?s)(<!-- links,.*?-->).*?(<!-- end of links -->)", written, readme)


def open_anywhere(address: str, lesson: str) -> Step:
    """Return the step that makes a lesson whole as a single file: links, and its own tools.

    The links follow the first heading; the cell that fetches the package comes before any other.
    """
    tools = f"{address}/archive/refs/heads/{BRANCH}.zip"
    fetch = FETCH.format(tools=tools, trouble=TROUBLE.format(address=address))

    def add(notebook: NotebookNode) -> NotebookNode:
        opened = deepcopy(notebook)
        for cell in opened.cells:
            if cell.cell_type == "markdown" and cell.source.startswith("# "):
                heading, _, text = cell.source.partition("\n")
                cell.source = f"{heading}\n\n{links(address, lesson)}\n{text}"
                break
        kinds = [cell.cell_type for cell in opened.cells]
        first = kinds.index("code") if "code" in kinds else len(kinds)
        marks = {"id": "fetch", "tags": ["hide-input"]}
        opened.cells.insert(first, new_code_cell(fetch, metadata=marks))
        return opened

    return add
