"""Where the course lies on the web, as the installed package tells it."""

from importlib.metadata import PackageNotFoundError, metadata

PLACEHOLDER = "https://github.com/OWNER/REPOSITORY"  # in pyproject.toml until somebody sets one


def address() -> str:
    """Return the address of the course's repository; nothing if none is set or installed."""
    try:
        home = str(metadata("lessons")["Project-URL"]).rpartition(" ")[2]
    except PackageNotFoundError:
        return ""
    return "" if home == PLACEHOLDER else home
