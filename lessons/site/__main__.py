"""python -m lessons.site site/: build the whole web site into that folder."""

import sys
from pathlib import Path

from lessons.site import jupyterlite, pages, widget_pages
from lessons.site.lessons import SiteError, read_lessons
from lessons.site.toolchain import Workshop


def main(arguments: list[str]) -> int:
    """Build the site, and return the exit code."""
    if len(arguments) != 1:
        print("Say where to: python -m lessons.site site/", file=sys.stderr)
        return 2
    try:
        build(Path(), Path(arguments[0]))
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The site is in {arguments[0]}. It starts with index.html, behind any web server.")
    return 0


def build(root: Path, folder: Path) -> None:
    """Build the site of the course in `root` into a folder; SiteError says what is missing."""
    lessons = read_lessons(root)
    pages.write(lessons, folder)
    widget_pages.write(folder / "widgets", home="../index.html")
    jupyterlite.write(root, Workshop(root).ready(), folder / "lite")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
