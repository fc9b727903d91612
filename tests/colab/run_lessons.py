"""Run inside Colab's twin: notebooks, each alone in an empty folder, written down with outputs.

python run_lessons.py INTO NOTEBOOK...
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbclient
import nbformat
from nbclient.exceptions import CellExecutionError

AT_ONCE = 2


def run(path: Path, into: Path) -> None:
    """Run a notebook to its end, or to the first error nobody wanted, and write it."""
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as empty:
        place = {"metadata": {"path": empty}}
        limits = {"timeout": 240, "startup_timeout": 120}
        client = nbclient.NotebookClient(notebook, kernel_name="python3", resources=place, **limits)
        try:
            client.execute()
        except CellExecutionError as error:
            print(path, error)
    nbformat.write(notebook, into / f"{path.parent.name}_{path.name}")


if __name__ == "__main__":
    folder, *paths = map(Path, sys.argv[1:])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda path: run(path, folder), paths))
