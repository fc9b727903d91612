"""Widgets that answer within a frame, in the browser, without the kernel."""

from lessons.widgets.base import CourseWidget
from lessons.widgets.descent import DescentWidget
from lessons.widgets.drill import DrillWidget
from lessons.widgets.graph import GraphWidget
from lessons.widgets.sigmoid import SigmoidWidget

# Every widget under the name of its files and of its page.
WIDGETS: dict[str, type[CourseWidget]] = {
    "sigmoid": SigmoidWidget,
    "graph": GraphWidget,
    "descent": DescentWidget,
    "drill": DrillWidget,
}

__all__ = ["WIDGETS", "DescentWidget", "DrillWidget", "GraphWidget", "SigmoidWidget"]
