"""Pages of their own for the widgets: they open from disk, without Jupyter and without a network.

python -m lessons.site.widget_pages site/    writes index.html and a page for each widget
"""

import json
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from lessons.common.files import write_whole
from lessons.widgets import WIDGETS
from lessons.widgets.base import FOLDER, Lively

# No request can leave such a page, whatever is written in it.
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;
 style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
{body}
</body>
</html>
"""
BODY = """<main>
<h1>{title}</h1>
<p>{invitation}</p>
<div id="widget"><p>This page needs its own JavaScript, which is not allowed to run here.</p></div>
</main>
<footer><p><a href="index.html">All pages</a></p></footer>
<script type="module">
{esm}
{stand_in}
const el = document.getElementById("widget");
el.replaceChildren();
mount({{ model: standIn({state}), el }});
</script>"""
INTRODUCTION = (
    "Gradient descent on one example with two features, to try out. "
    "Everything is worked out in these pages: they need no network, and nothing leaves them."
)


class Page(NamedTuple):
    """One widget, and what it starts from if not from its own defaults."""

    title: str
    widget: type[Lively]
    chosen: Mapping[str, Any]

    def html(self) -> str:
        """Return the widget as a whole HTML page, as it is before anybody has touched it."""
        state = json.dumps(start(self.widget, self.chosen), ensure_ascii=False)
        body = BODY.format(
            title=escape(self.title),
            invitation=escape(self.widget.invitation),
            esm=self.widget._esm,
            stand_in=own("standalone.js"),
            state=state.replace("<", "\\u003c"),
        )
        return html(self.title, f"{self.widget._css}{own('standalone.css')}", body)


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
    entries = "\n".join(
        f'<dt><a href="{name}.html">{escape(page.title)}</a></dt>\n'
        f"<dd>{escape(page.widget.invitation)}</dd>"
        for name, page in pages().items()
    )
    title = "How logistic regression learns"
    body = f"<main>\n<h1>{title}</h1>\n<p>{INTRODUCTION}</p>\n<dl>\n{entries}\n</dl>\n</main>"
    if home:
        body += f'\n<footer><p><a href="{escape(home)}">The course</a></p></footer>'
    return html(title, own("standalone.css"), body)


def html(title: str, css: str, body: str) -> str:
    return PAGE.format(title=escape(title), css=css, body=body)


def own(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def start(widget: type[Lively], chosen: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    """Return the state of a widget that nobody has touched yet.

    >>> from lessons.widgets import SigmoidWidget
    >>> start(SigmoidWidget)["z"], start(SigmoidWidget)["fresh"]
    (1.1, {'z': 1.1})
    """
    state = {name: trait.default() for name, trait in widget.class_traits().items()}
    state |= chosen
    fresh = {name: state[name] for name in widget.own_traits()}
    return {**fresh, "data": state["data"], "fresh": fresh}


def write(folder: Path, home: str = "") -> list[Path]:
    """Write all pages into the folder, each at once or not at all; return where they are.

    `home` is the address of the site's front page, as seen from the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"index": index(home)} | {name: page.html() for name, page in pages().items()}
    return [write_whole(folder / f"{name}.html", text) for name, text in texts.items()]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where to: python -m lessons.site.widget_pages site/")
    for path in write(Path(sys.argv[1])):
        print(path)
