"""The built site in a sub-folder of a web server, which also hears what is asked of other hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext

BROWSERS_OWN = "content-autofill.googleapis.com:443"  # Chrome asks it about every form there is


class Served:
    """A running server: its address, the bytes it sent, and what was asked of other hosts."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.site = f"{self.address}/course"
        self.sent = 0
        self.is_down = False
        self.may_start = Event()  # until it is set, Python itself is kept back
        self.may_start.set()
        self.asked_of_others: list[str] = []

    def visit(self, browser: Browser, **options: Any) -> BrowserContext:
        """Open a fresh browser whose every request to any other host comes here, and fails."""
        proxy = {"server": self.address, "bypass": "127.0.0.1"}
        return browser.new_context(proxy=proxy, **options)


class Handler(SimpleHTTPRequestHandler):
    """Hands out files; as a proxy it only notes what is asked."""

    def __init__(self, *arguments: Any, served: Served, **options: Any) -> None:
        self.served = served
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if not self.path.startswith("/"):
            self.do_CONNECT()
        elif self.served.is_down:
            self.close_connection = True
        else:
            if self.path.endswith(".wasm"):
                self.served.may_start.wait()
            super().do_GET()

    def do_CONNECT(self) -> None:
        if self.path != BROWSERS_OWN:
            self.served.asked_of_others.append(self.path)
        self.send_error(403)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.served.sent += len(content)
        outputfile.write(content)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a folder that holds the site as its folder `course`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Served(server.server_port)
    server.RequestHandlerClass = partial(Handler, served=served, directory=str(folder))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield served
    finally:
        served.may_start.set()
        server.shutdown()
        thread.join()
        server.server_close()
