"""The course on a server of this computer, as GitHub hands it out; and a place without a server."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tiny_course import OURS, REAL, ROOT

PACKAGE = ("lessons", "pyproject.toml", "README.md", "LICENSE")


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def repository(folder: Path) -> Iterator[str]:
    """The address of a server on this computer that hands out the course as GitHub does.

    What it hands out names another address as its own, as a fork does.
    """
    copy = folder / "course-main"
    copy.mkdir()
    for name in PACKAGE:
        put = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        put(ROOT / name, copy / name)
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    named = settings.replace(f"https://github.com/{OURS}", REAL)
    (copy / "pyproject.toml").write_text(named, "utf-8")
    archive = folder / "served" / "archive" / "refs" / "heads" / "main"
    shutil.make_archive(str(archive), "zip", folder, copy.name)
    serve = partial(Silent, directory=folder / "served")
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
