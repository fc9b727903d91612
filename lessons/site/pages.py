"""The front page, and a handout for each lesson. They open from disk, too, and ask nobody."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lessons.common.files import write_whole
from lessons.common.html import templates
from lessons.site import widget_pages
from lessons.site.lessons import Lesson
from lessons.site.markdown import html, line

TEMPLATES = Path(__file__).with_name("templates")


def write(lessons: Sequence[Lesson], folder: Path) -> None:
    """Write index.html and handouts/NAME.html into the folder."""
    handouts = folder / "handouts"
    handouts.mkdir(parents=True, exist_ok=True)
    front = page("front.html", lessons=lessons, widgets=widget_pages.pages())
    write_whole(folder / "index.html", front)
    for lesson in lessons:
        write_whole(handouts / f"{lesson.name}.html", page("handout.html", lesson=lesson))


def page(template: str, **values: Any) -> str:
    """Return the page that a template makes of these values."""
    return PAGES.get_template(template).render(**values)


PAGES = templates(TEMPLATES)
PAGES.filters |= {"html": html, "line": line, "drawing": Markup}
