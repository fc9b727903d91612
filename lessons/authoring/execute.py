"""Run a notebook in a fresh kernel, and keep of its outputs only what is the same every time."""

import asyncio
import os
import re
from copy import deepcopy
from tempfile import TemporaryDirectory

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from lessons.authoring.rules import Cell, each_cell
from lessons.authoring.source import AuthorError

SECONDS_PER_CELL = 120
SECONDS_TO_START = 120
WIDGET = re.compile(r"application/vnd\.jupyter\.widget")
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
CELL_FILE = re.compile(r"\S*ipykernel_\d+\S*?\.py")  # how a warning names its cell


def execute(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with its outputs, run by this very Python in an empty folder.

    AuthorError names the cell that fails, unless it carries the tag "raises-exception".
    """
    executed = deepcopy(notebook)
    running: dict[str, Cell] = {}
    with TemporaryDirectory() as folder:
        client = NotebookClient(
            executed,
            km=_this_python(),
            resources={"metadata": {"path": folder}},
            timeout=SECONDS_PER_CELL,
            startup_timeout=SECONDS_TO_START,
            extra_arguments=["--log-level=ERROR"],
            record_timing=False,
            store_widget_state=False,
            coalesce_streams=True,
            on_cell_execute=lambda cell, cell_index: running.update(cell=cell),
        )
        try:
            asyncio.run(client.async_execute(cleanup_kc=True, env=_neutral_settings(folder)))
        except (CellControlSignal, DeadKernelError) as error:
            raise AuthorError(f"cell '{running['cell'].id}': {_reason(error)}. Mend it.") from None
    return executed


def _this_python() -> AsyncKernelManager:
    # With no folder to look in, "python3" is ipykernel's own entry, which starts sys.executable.
    return AsyncKernelManager(
        kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[])
    )


def _neutral_settings(folder: str) -> dict[str, str]:
    # The author's own IPython profile and matplotlib backend must not show in the outputs,
    # nor must the run leave its ticks in the author's own record.
    backend = "module://matplotlib_inline.backend_inline"
    return os.environ | {"IPYTHONDIR": folder, "MPLBACKEND": backend, "LESSONS_PROGRESS": ""}


def _reason(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    return str(error).strip().splitlines()[0].rstrip(".")


@each_cell
def steady_outputs(cell: Cell) -> None:
    """Keep of the outputs what every run gives: no widget ids, addresses or traceback frames."""
    if cell.cell_type == "code":
        cell.outputs = [output for output in map(_steady, cell.outputs) if output.get("data", True)]


def _steady(output: NotebookNode) -> NotebookNode:
    if "data" in output:
        kept = {mime: value for mime, value in output.data.items() if not WIDGET.match(mime)}
        output.data = {mime: _text(value, mime) for mime, value in kept.items()}
    elif output.output_type == "error":
        output.evalue = _text(output.evalue)
        output.traceback = [f"{output.ename}: {output.evalue}"]
    else:
        output.text = _text(output.text)
    return output


def _text(value: str, mime: str = "text/plain") -> str:
    # A PNG is a string too, but an address found in one would be there by chance.
    if not mime.startswith("text/"):
        return value
    return CELL_FILE.sub("cell.py", ADDRESS.sub("0x…", value))
