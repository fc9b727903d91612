"""Where this copy of the course came from, beside the address that it gives to learners."""

import re
import subprocess
from pathlib import Path

from lessons.authoring.links import repository
from lessons.common.repository import PLACEHOLDER

HOST = r"(?:www\.|ssh\.)?(?P<host>[\w.-]+\.(?P<top>[a-z]{2,}))"
PATH = r"/*(?P<path>[\w./~-]+?)(?:\.git)?/*"
# What stands before an @ may be a password, and is shown to nobody.
WEB = rf"(?:https?|ssh|git)://(?:[^/]*@)?{HOST}(?::\d+)?/{PATH}"
SSH = rf"(?:[\w-]+@)?{HOST}:{PATH}"
PRIVATE = set("corp example home internal invalid lan local localhost test".split())


def another_origin(root: Path) -> str | None:
    """Return a sentence if the repository lies at a public address, and pyproject.toml has another.

    Only its author knows where learners shall get the course, so it's no more than a sentence.
    """
    told, origin = repository(root), public(_origin(root))
    if not origin or origin.casefold() == told.casefold():
        return None
    says = "still holds the placeholder" if told == PLACEHOLDER else f"says {told}"
    github = origin.startswith("https://github.com/")
    remedy = "that address" if github else "its address on GitHub, the only one that links know,"
    return (
        f"pyproject.toml, line {_line(root, told)}, {says}, and this repository's origin is "
        f"{origin}. If learners are to get the course there, write {remedy} into that line and "
        "run make release again."
    )


def public(origin: str) -> str:
    """Return the address where anybody's browser finds a repository; nothing if there is none.

    >>> public("git@github.com:me/mine.git")
    'https://github.com/me/mine'
    >>> public("/srv/git/mine.git"), public("git@server.local:mine")
    ('', '')
    """
    found = re.fullmatch(WEB, origin, re.I) or re.fullmatch(SSH, origin, re.I)
    if not found or found["top"].lower() in PRIVATE:
        return ""
    return f"https://{found['host'].lower()}/{found['path']}"


def _origin(root: Path) -> str:
    if not (root / ".git").exists():  # git would take the one of a folder further up
        return ""
    asking = ["git", "-C", str(root), "config", "--get", "remote.origin.url"]
    try:
        return subprocess.run(asking, capture_output=True, text=True).stdout.strip()
    except OSError:  # no git
        return ""


def _line(root: Path, told: str) -> int:
    lines = (root / "pyproject.toml").read_text("utf-8").splitlines()
    holds = re.compile(rf"[^#]*\bRepository\b.*{re.escape(told)}")
    return next(number for number, line in enumerate(lines, 1) if holds.match(line))
