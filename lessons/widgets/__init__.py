"""Widgets that answer within a frame, in the browser, without the kernel."""

from lessons.widgets.sigmoid import SigmoidWidget

__all__ = ["SigmoidWidget"]
