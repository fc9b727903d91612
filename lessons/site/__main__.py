"""python -m lessons.site site/: build the whole web site into that folder."""

import sys
from pathlib import Path

from lessons.site import browser, pages
from lessons.site.lesson import SiteError, read_lessons
from lessons.site.workshop import Workshop
from lessons.widgets import standalone


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
    standalone.write(folder / "widgets", home="../index.html")
    browser.write(root, Workshop(root).ready(), folder / "lite")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
