"""Run inside Colab's twin: every widget shows itself and checks its traits."""

import anywidget
import IPython
import ipywidgets
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


if __name__ == "__main__":
    show_widgets()
    print(ipywidgets.__version__, IPython.__version__, anywidget.__version__)
