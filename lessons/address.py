"""Where the course lies on the web, as the installed package tells it."""

from importlib.metadata import PackageNotFoundError, metadata


def address() -> str:
    """Return the address of the course's repository; nothing if the package isn't installed.

    >>> address().partition(":")[0]
    'https'
    """
    try:
        return str(metadata("lessons")["Project-URL"]).rpartition(" ")[2]
    except PackageNotFoundError:
        return ""
