"""JupyterLab and Chromium as a learner has them, for as long as a with block lasts."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lab_page import Lab
from patience import LONG

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


@contextmanager
def running_lab(home: Path, theme: str) -> Iterator[Lab]:
    """A real server on this computer, which shows that folder in that theme."""
    settings_for(home / "settings", theme)
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    options = [f"--port={port}", "--IdentityProvider.token=", f"--ServerApp.root_dir={home}"]
    folders = {
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTER_CONFIG_DIR": home / "config",
        "LESSONS_PROGRESS": home / "progress.json",
    }
    server = subprocess.Popen(
        [*command, *options],
        env={**os.environ, **{name: str(folder) for name, folder in folders.items()}},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_up(address, server)
        yield Lab(address, theme, home)
    finally:
        end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """End the server; kill it if it doesn't end by itself, as on a busy machine it sometimes won't.

    Its kernels look for their parent, and end when it is gone.
    """
    server.terminate()
    with suppress(subprocess.TimeoutExpired):
        server.wait(timeout=30)
    server.kill()
    server.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def settings_for(folder: Path, theme: str) -> None:
    """Choose the theme, and have every cell drawn, not only those in view."""
    settings = {
        "apputils-extension/themes": {"theme": THEMES[theme]},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }
    for name, values in settings.items():
        file = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), "utf-8")


def wait_until_up(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(10 * LONG):
        assert server.poll() is None, "JupyterLab stopped before it was up"
        try:
            urllib.request.urlopen(f"{address}/api", timeout=LONG)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"JupyterLab was not up after {LONG} seconds")
