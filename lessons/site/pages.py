"""The front page, and a handout for each lesson. They open from disk, too, and ask nobody."""

from collections.abc import Sequence
from pathlib import Path

from lessons.common.files import write_whole
from lessons.site import widget_pages
from lessons.site.lessons import Lesson
from lessons.site.render import page


def write_pages(lessons: Sequence[Lesson], folder: Path) -> None:
    """Write index.html and handouts/NAME.html into the folder."""
    handouts = folder / "handouts"
    handouts.mkdir(parents=True, exist_ok=True)
    front = page("front.html", lessons=lessons, widgets=widget_pages.pages())
    write_whole(folder / "index.html", front)
    for lesson in lessons:
        write_whole(handouts / f"{lesson.name}.html", page("handout.html", lesson=lesson))
