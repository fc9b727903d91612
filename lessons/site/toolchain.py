"""JupyterLite's builder and what it needs, fetched once into an environment of its own.

It can't live beside JupyterLab: its kernel would turn up there, too.
"""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from lessons.site.lessons import SiteError

HERE = Path(__file__).parent
PYODIDE = "pyodide@314.0.6", "d78ac549b28a2a58600cd06f44e017024151775f8c6b2d73fab1475400d38ea2"
PYTHON = "3.14"  # Pyodide's
PACKAGE = ("lessons", "pyproject.toml", "README.md", "LICENSE")
NOT_IN_A_BROWSER = ("authoring", "classroom", "lab", "site")


class Workshop:
    """The folder .venv/site of the course in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.home = self.root / ".venv" / "site"
        self.programs = self.home / ("Scripts" if os.name == "nt" else "bin")
        self.wheels = self.home / "wheels"
        self.pyodide = self.home / "package"  # as npm calls it
        self.kernel = self.home.joinpath(
            "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
        )

    def ready(self) -> "Workshop":
        """Fetch all there is to fetch, unless it is there and the lists are what they were."""
        lists = [HERE / "requirements.txt", HERE / "browser.txt", self.root / "requirements.txt"]
        wanted = "".join([*PYODIDE, *(each.read_text("utf-8") for each in lists)])
        done = self.home / "fetched.txt"
        if not done.exists() or done.read_text("utf-8") != wanted:
            self._fetch()
            done.write_text(wanted, "utf-8")
        return self

    def run(self, *words: str | Path, at: Path | None = None) -> None:
        """Run a program; SiteError holds the end of what it said if it fails."""
        done = subprocess.run(words, cwd=at or self.home, capture_output=True, text=True)
        if done.returncode:
            said = (done.stderr or done.stdout).strip()[-1000:]
            raise SiteError(f"This went wrong: {' '.join(map(str, words))}\n{said}")

    def wheel(self, folder: Path) -> None:
        """Build the lessons' own wheel into a folder, from a copy: a build leaves things about.

        Rooms that nobody enters in a browser stay out, a third of all that would be loaded.
        """
        rooms = shutil.ignore_patterns(*NOT_IN_A_BROWSER)
        with TemporaryDirectory() as copy:
            for name in PACKAGE:
                if (self.root / name).is_dir():
                    shutil.copytree(self.root / name, Path(copy, name), ignore=rooms)
                else:
                    shutil.copy(self.root / name, Path(copy, name))
            self._pip("wheel", "--no-deps", "--no-build-isolation", "-w", folder, copy)

    def _fetch(self) -> None:
        npm = shutil.which("npm")
        if npm is None:
            raise SiteError(
                "npm is missing, which fetches Python for the browser. "
                "Install Node.js, which brings it, then run this again."
            )
        print("Fetching JupyterLite and Pyodide. This takes about a minute, once.", flush=True)
        shutil.rmtree(self.home, ignore_errors=True)
        self.run(sys.executable, "-m", "venv", self.home, at=self.root)
        self._pip("install", "-r", HERE / "requirements.txt")
        only = ["--no-deps", "--only-binary=:all:", "--platform=any", f"--python-version={PYTHON}"]
        self._pip("download", *only, "-d", self.wheels, "-r", HERE / "browser.txt")
        package, digest = PYODIDE
        self.run(npm, "pack", package, "--silent")
        (archive,) = self.home.glob("*.tgz")
        if sha256(archive.read_bytes()).hexdigest() != digest:
            raise SiteError(f"{package} is not what it was when its version was chosen.")
        shutil.unpack_archive(archive, self.home, filter="data")

    def _pip(self, *words: str | Path) -> None:
        quiet = ["--quiet", "--disable-pip-version-check"]
        self.run(self.programs / "python", "-m", "pip", *words, *quiet)
