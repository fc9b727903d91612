"""Links to the lessons: one address, from pyproject.toml, and all that follows from it."""

import re
import tomllib
from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from lessons.authoring.rules import Step
from lessons.authoring.source import AuthorError
from lessons.common.repository import PLACEHOLDER

BRANCH = "main"
OPENING = """\
# @title The course's tools, fetched where they are missing
try:
    import lessons
except ImportError:
    class NotFetchedError(ImportError):
        def _render_traceback_(self):  # a sentence helps more than a traceback
            return list(self.args)
"""
FETCH = """\
    import subprocess, sys
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "{tools}"]
    if subprocess.run(pip, capture_output=True).returncode:
        raise NotFetchedError("{trouble}") from None
    print("The course's tools have been fetched. This notebook is ready.")"""
TROUBLE = (
    "The course's tools could not be fetched from {address}: check that you are online "
    "and that Python is 3.11 or newer, then run this cell again."
)
NOWHERE = """\
    raise NotFetchedError("{trouble}") from None"""
NO_ADDRESS = (
    "The course's tools are missing here, and this notebook doesn't know where to fetch them: "
    "open it in the course's own folder with make lab, or set Repository in pyproject.toml to "
    "the course's address, run make release, and use the notebook which that writes."
)
NO_LINKS = (
    "Links that need nothing installed (Colab, Binder, a web site) stand here once the course has "
    "an address: set `Repository` in `pyproject.toml`, then run `make release`."
)


def address_of(root: Path) -> str:
    """Return the address of the course's repository; nothing as long as none is set."""
    address = repository(root)
    return "" if address == PLACEHOLDER else address


def repository(root: Path) -> str:
    """Return what pyproject.toml says of the address; AuthorError if it can't be one."""
    path = root / "pyproject.toml"
    settings = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    address: str = settings.get("project", {}).get("urls", {}).get("Repository", "")
    if not re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+", address):
        raise AuthorError(
            f"pyproject.toml, [project.urls]: Repository is '{address}'. Write {PLACEHOLDER}."
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
    shown = f"Nothing to install:\n{links(address, '00_start')}" if address else NO_LINKS
    written = f"\\1\n{shown}\n\\2"
    return re.sub(r"(?s)(<!-- links,.*?-->).*?(<!-- end of links -->)", written, readme)


def tools_cell(address: str) -> str:
    """Return the code that fetches the course's tools, or says why it can't."""
    if not address:
        return OPENING + NOWHERE.format(trouble=NO_ADDRESS)
    tools = f"{address}/archive/refs/heads/{BRANCH}.zip"
    return OPENING + FETCH.format(tools=tools, trouble=TROUBLE.format(address=address))


def open_anywhere(address: str, lesson: str) -> Step:
    """Return the step that makes a lesson whole as a single file: links, and its own tools.

    The links follow the first heading; the cell that fetches the package comes before any other.
    Without an address there are no links, and the cell says what to do.
    """

    def add(notebook: NotebookNode) -> NotebookNode:
        opened = deepcopy(notebook)
        texts = (cell for cell in opened.cells if cell.cell_type == "markdown")
        titles = (cell for cell in texts if cell.source.startswith("# "))
        if address and (title := next(titles, None)):
            heading, _, text = title.source.partition("\n")
            title.source = f"{heading}\n\n{links(address, lesson)}\n{text}"
        kinds = [cell.cell_type for cell in opened.cells]
        first = kinds.index("code") if "code" in kinds else len(kinds)
        marks = {"id": "fetch", "tags": ["hide-input"]}
        opened.cells.insert(first, new_code_cell(tools_cell(address), metadata=marks))
        return opened

    return add
