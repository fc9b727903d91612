"""What all widgets share: one JavaScript module each, checked traits, a picture to fall back on."""

import re
from math import isfinite
from pathlib import Path
from typing import Any

import anywidget
from traitlets import CFloat, HasTraits, TraitError

from lessons.pictures import Picture

FOLDER = Path(__file__).parent
SHARED = ("logistic", "dom")


def script(*stems: str) -> str:
    """Return one JavaScript module: the shared files, then the widget's own; the last one mounts.

    anywidget loads a single module, so what one file takes from another is joined, not imported.
    """
    sources = [(FOLDER / f"{stem}.js").read_text("utf-8") for stem in (*SHARED, *stems)]
    joined = re.sub(r"^(import .*\n|export )", "", "\n".join(sources), flags=re.M)
    return f"{joined}\nexport default {{ render: mount }};\n"


def styles(stem: str) -> str:
    """Return the shared style sheet and the widget's own."""
    return "".join((FOLDER / f"{name}.css").read_text("utf-8") for name in ("base", stem))


class Number(CFloat):  # type: ignore[type-arg]
    """A finite number within bounds; anything else is refused with its name and the remedy."""

    def __init__(self, default: float, low: float, high: float) -> None:
        super().__init__(default)
        self.low, self.high = low, high
        self.tag(sync=True)

    def validate(self, obj: HasTraits, value: Any) -> float:
        """Return the value as a float, or raise TraitError."""
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            number = float("nan")
        if not (isfinite(number) and self.low <= number <= self.high):
            raise TraitError(
                f"{self.name} must be a number from {self.low:g} to {self.high:g}, "
                f"but it is {value!r}"
            )
        return number


class Lively(anywidget.AnyWidget):
    """A widget that answers in the browser, and shows its picture where no widget runs."""

    # A page of its own shows the widget under this title, above this invitation.
    title: str
    invitation: str
    # ipywidgets 7 would show the widget alone and leave no picture where widgets don't run.
    _ipython_display_ = None

    @property
    def picture(self) -> Picture:
        """Return the widget as a still picture, with its words."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and its picture and words for places where no widget runs."""
        data, metadata = self.picture._repr_mimebundle_()
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {**data, "application/vnd.jupyter.widget-view+json": view}, metadata
