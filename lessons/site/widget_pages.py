"""Pages of their own for the widgets: they open from disk, without Jupyter and without a network.

python -m lessons.site.widget_pages site/    writes index.html and a page for each widget
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from lessons.common.files import write_whole
from lessons.site.render import page
from lessons.widgets import WIDGETS
from lessons.widgets.base import FOLDER, CourseWidget


class Page(NamedTuple):
    """One widget, and what it starts from if not from its own defaults."""

    title: str
    widget: type[CourseWidget]
    chosen: Mapping[str, Any]

    def html(self) -> str:
        """Return the widget as a whole HTML page, as it is before anybody has touched it."""
        state = json.dumps(start(self.widget, self.chosen), ensure_ascii=False)
        return page(
            "widget.html",
            page=self,
            css=own("standalone.css"),
            stand_in=own("standalone.js"),
            state=state.replace("<", "\\u003c"),
        )


def pages() -> dict[str, Page]:
    """Return the page of every widget, and its further ones, by the names of their files."""
    found = {}
    for name, widget in WIDGETS.items():
        found[name] = Page(widget.title, widget, {})
        for more, chosen in widget.further.items():
            found[f"{name}-{more}"] = Page(f"{widget.title}: {more}", widget, chosen)
    return found


def index(home: str = "") -> str:
    """Return the page that leads to all others, and home if it has one."""
    return page("widgets.html", css=own("standalone.css"), widgets=pages(), home=home)


def own(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def start(
    widget: type[CourseWidget], chosen: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, Any]:
    """Return the state of a widget that nobody has touched yet.

    >>> from lessons.widgets import SigmoidWidget
    >>> start(SigmoidWidget)["z"], start(SigmoidWidget)["fresh"]
    (1.1, {'z': 1.1})
    """
    state = {name: trait.default() for name, trait in widget.class_traits().items()}
    state |= chosen
    fresh = {name: state[name] for name in widget.own_traits()}
    return {**fresh, "data": widget.told(**chosen), "fresh": fresh}


def write_widget_pages(folder: Path, home: str = "") -> list[Path]:
    """Write all pages into the folder, each at once or not at all; return where they are.

    `home` is the address of the site's front page, as seen from the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"index": index(home)} | {name: each.html() for name, each in pages().items()}
    return [write_whole(folder / f"{name}.html", text) for name, text in texts.items()]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where to: python -m lessons.site.widget_pages site/")
    for path in write_widget_pages(Path(sys.argv[1])):
        print(path)
