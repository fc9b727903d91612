"""python -m lessons.site site/: build the whole web site into that folder."""

import sys
from pathlib import Path

from lessons.common.errors import run
from lessons.site import jupyterlite, pages, widget_pages
from lessons.site.lessons import read_lessons
from lessons.site.toolchain import Workshop


def main(arguments: list[str]) -> int:
    """Build the site, and return the exit code."""
    if len(arguments) != 1:
        print("Say where to: python -m lessons.site site/", file=sys.stderr)
        return 2
    return run(lambda: _build(arguments[0]))


def _build(folder: str) -> None:
    build(Path(), Path(folder))
    print(f"The site is in {folder}. It starts with index.html, behind any web server.")


def build(root: Path, folder: Path) -> None:
    """Build the site of the course in `root` into a folder; SiteError says what is missing."""
    lessons = read_lessons(root)
    pages.write_pages(lessons, folder)
    widget_pages.write_widget_pages(folder / "widgets", home="../index.html")
    jupyterlite.write_lite(root, Workshop(root).ready(), folder / "lite")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
