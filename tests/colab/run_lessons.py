"""Run inside Colab's twin: notebooks, each alone in an empty folder, written down with outputs.

python run_lessons.py INTO NOTEBOOK...
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from subprocess import DEVNULL
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
        limits = {"timeout": 1200, "startup_timeout": 1200}
        client = nbclient.NotebookClient(notebook, kernel_name="python3", resources=place, **limits)
        try:
            client.execute(stderr=DEVNULL)  # a kernel's last words as it ends are no cell's
        except CellExecutionError as error:
            print(path, error)
    nbformat.write(notebook, into / f"{path.parent.name}_{path.name}")


if __name__ == "__main__":
    folder, *paths = map(Path, sys.argv[1:])
    with ProcessPoolExecutor(AT_ONCE) as pool:  # in threads, one's sockets may break another's
        list(pool.map(run, paths, repeat(folder)))
