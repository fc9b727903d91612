"""Sliders that redraw a picture: ipywidgets alone, and a still picture where widgets can't run."""

from collections.abc import Callable
from html import escape
from math import ceil, floor, log10
from typing import Any

from ipywidgets import HTML, FloatSlider, Image, SelectionSlider, ToggleButtons, VBox, Widget

from lessons.pictures import Picture
from lessons.pictures.picture import picture

Range = tuple[float, float, float] | list[float]


class Explorer(VBox):  # type: ignore[misc]  # ipywidgets comes without type hints
    """Sliders, a picture that follows them, and the picture in words below it.

    From code: `explorer.sliders["z"].value = 2` moves a slider, `explorer.picture` is the
    picture that is shown.
    """

    # ipywidgets 7 would show the widget alone and leave no picture where widgets don't run.
    _ipython_display_ = None

    def __init__(self, draw: Callable[..., Picture], sliders: dict[str, Widget]) -> None:
        self.draw, self.sliders = picture(draw), sliders
        self.image = Image(format="svg+xml", layout={"max_width": "100%"})
        self.words = HTML()
        super().__init__([*sliders.values(), self.image, self.words])
        for slider in sliders.values():
            slider.observe(self.redraw, names="value")
        self.redraw()

    def redraw(self, _change: Any = None) -> None:
        """Draw the picture anew with the values of the sliders."""
        self.picture = self.draw(**{name: slider.value for name, slider in self.sliders.items()})
        if self.picture.draw is not None:
            self.image.value = self.picture.svg().encode()
            self.image.layout.width = f"{self.picture.width}px"
        self.image.layout.display = "none" if self.picture.draw is None else ""
        attributes = 'aria-live="polite" style="line-height: 1.5"'
        self.words.value = f"<div {attributes}>{escape(self.picture.text)}</div>"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and its picture and words for places where no widget runs."""
        data, metadata = self.picture._repr_mimebundle_()
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {**data, "application/vnd.jupyter.widget-view+json": view}, metadata


def explore(draw: Callable[..., Picture], **ranges: Range) -> Explorer:
    """Return sliders for the arguments of `draw`, above the picture that it returns.

    A range is (lowest, highest, start); a list of values gives buttons instead of a slider.
    A range that spans a factor of 1000 or more gets a slider that counts 1, 2, 5, 10, 20, 50, ...

    >>> from lessons.pictures import sigmoid_curve
    >>> explore(sigmoid_curve, z=(-6, 6, 1.1)).picture
    The sigmoid curve a = σ(z) rises from 0 to 1. At z = 1.1 the prediction is a ≈ 0.7503.
    """
    return Explorer(draw, {name: control(name, values) for name, values in ranges.items()})


def control(name: str, values: Range) -> Widget:
    """Return the slider, or the buttons, for one argument."""
    if isinstance(values, list):
        return ToggleButtons(options=values, description=name)
    low, high, start = values
    wide = {"description": name, "layout": {"width": "500px", "max_width": "100%"}}
    if low > 0 and high / low >= 1000:
        stops = sorted({low, start, high, *counting(low, high)})
        options = [(f"{stop:g}", float(stop)) for stop in stops]
        return SelectionSlider(options=options, value=start, **wide)
    step = 10.0 ** floor(log10((high - low) / 20))  # round steps: 0.1 and 0.01, never 0.16
    return FloatSlider(start, min=low, max=high, step=step, **wide)


def counting(low: float, high: float) -> list[float]:
    """Return the numbers 1, 2, 5, 10, 20, 50 ... from low to high.

    A logarithmic slider would start at 0.501 where it is told 0.5.

    >>> counting(0.1, 10)
    [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0]
    """
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    numbers = [float(f"{digit}e{power}") for power in powers for digit in (1, 2, 5)]
    return [number for number in numbers if low <= number <= high]
