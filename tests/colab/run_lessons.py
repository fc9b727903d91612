"""Run inside the older environment: every widget, then every notebook named on the command line."""

import sys

import anywidget
import IPython
import ipywidgets
import nbclient
import nbformat
from traitlets import TraitError

from lessons.widgets import WIDGETS, SigmoidWidget

VIEW = "application/vnd.jupyter.widget-view+json"


def show_widgets() -> None:
    for name, widget in WIDGETS.items():
        data, _ = widget()._repr_mimebundle_()
        assert VIEW in data, name
        assert data["text/plain"], name
    sigmoid = SigmoidWidget()
    sigmoid.z = 0
    assert sigmoid.a == 0.5
    refused = ""
    try:
        sigmoid.z = "high"
    except TraitError as refusal:
        refused = str(refusal)
    assert "z must be a number" in refused


def run(path: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    print("ran", path)


if __name__ == "__main__":
    print(ipywidgets.__version__, IPython.__version__, anywidget.__version__)
    show_widgets()
    for each in sys.argv[1:]:
        run(each)
