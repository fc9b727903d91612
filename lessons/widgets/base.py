"""What all widgets share: one JavaScript module each, checked traits, a picture to fall back on."""

import re
from collections.abc import Mapping
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Any

import anywidget
from traitlets import CFloat, Dict, HasTraits, Int, TraitError, default

from lessons.pictures import Picture
from lessons.widgets.cell_reruns import Made, predecessor

FOLDER = Path(__file__).parent
SHARED = ("logistic", "dom")


def script(*stems: str) -> str:
    """Return one JavaScript module: the shared files, then the widget's own; the last one mounts.

    anywidget loads a single module, so what one file takes from another is joined, not imported.
    Comments and indentation are for those who read the files: they stay there.
    """
    sources = [(FOLDER / f"{stem}.js").read_text("utf-8") for stem in (*SHARED, *stems)]
    joined = re.sub(r"^(export | *//.*\n| +)| // .*$", "", "\n".join(sources), flags=re.M)
    return f"{joined}\nexport default {{ render: mount }};\n"


def styles(stem: str) -> str:
    """Return the shared style sheet and the widget's own, without their comments."""
    sources = [(FOLDER / f"{name}.css").read_text("utf-8") for name in ("base", stem)]
    return re.sub(r"^/\*.*\*/\n", "", "\n".join(sources), flags=re.M)


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


class Whole(Int):  # type: ignore[type-arg]
    """A whole number within bounds; anything else is refused with its name and the remedy."""

    def __init__(self, default: int, low: int, high: int) -> None:
        super().__init__(default)
        self.low, self.high = low, high
        self.tag(sync=True)

    def validate(self, obj: HasTraits, value: Any) -> int:
        """Return the value as an int, or raise TraitError."""
        for whole in range(self.low, self.high + 1):
            if value == whole:
                return whole
        raise TraitError(
            f"{self.name} must be a whole number from {self.low} to {self.high}, "
            f"but it is {value!r}"
        )


class CourseWidget(anywidget.AnyWidget):
    """A widget that answers in the browser, and shows its picture where no widget runs.

    When its cell runs again in the same kernel, the widget goes on where it was left. Where an
    argument has changed, the argument wins. `reset()` goes back to what the arguments say.
    """

    # A page of its own shows the widget under this title, above this invitation.
    title: str
    invitation: str
    # And on a further page for each of these names, with these values to start from.
    further: Mapping[str, Mapping[str, Any]] = {}
    # Changing one of these traits discards the saved state.
    identity: tuple[str, ...] = ()
    # ipywidgets 7 would show the widget alone and leave no picture where widgets don't run.
    _ipython_display_ = None
    fresh = Dict().tag(sync=True)  # the start that the arguments describe
    data = Dict().tag(sync=True)  # words and tables of the lessons that the browser needs

    @classmethod
    def told(cls, **_chosen: Any) -> dict[str, Any]:
        """Return the data of a widget that starts from what is chosen, made when it is needed."""
        data: dict[str, Any] = cls.class_traits()["data"].default()
        return data

    @default("data")
    def _data(self) -> dict[str, Any]:
        return self.told(**{name: getattr(self, name) for name in self.identity})

    def __init__(self, **arguments: Any) -> None:
        for name in arguments:
            if not self.has_trait(name):
                known = ", ".join(self.own_traits())
                raise TraitError(f"{type(self).__name__} has no {name}; it has {known}")
        super().__init__(**arguments)
        self.fresh = {name: getattr(self, name) for name in self.own_traits()}
        kind = (type(self).__name__, *(getattr(self, name) for name in self.identity))
        before = predecessor(kind, Made(self, arguments))
        if before:
            same = [n for n in self.fresh if before.arguments.get(n) == arguments.get(n)]
            self.set_together({name: getattr(before.widget, name) for name in same})

    @classmethod
    def own_traits(cls) -> list[str]:
        """Return the names of the traits that the user or a program sets in this widget."""
        synced = cls.class_trait_names(sync=True)
        return [
            name for name in synced if name not in CourseWidget.class_traits() and name[0] != "_"
        ]

    def set_together(self, values: Mapping[str, Any]) -> None:
        """Set these traits together; if they don't go together, none of them."""
        with suppress(TraitError), self.hold_sync(), self.hold_trait_notifications():
            for name, value in values.items():
                setattr(self, name, value)

    def reset(self) -> None:
        """Go back to the start that the arguments describe."""
        self.set_together(self.fresh)

    @property
    def picture(self) -> Picture:
        """Return the widget as a still picture, with its words."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and its picture and words for places where no widget runs."""
        data, metadata = self.picture._repr_mimebundle_()
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {**data, "application/vnd.jupyter.widget-view+json": view}, metadata
