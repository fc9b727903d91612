"""Environments of their own for tests, each made once, below .venv.

    python tests/helpers/environments.py

makes those that need nothing else, so that the tests find them ready.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT, TESTS

PINS = ROOT / "requirements.txt"
# The version of Python, and what `pip install` is told.
RECIPES: dict[str, tuple[str, tuple[str | Path, ...]]] = {
    "colab": ("3.13", ("-r", TESTS / "colab" / "requirements.txt")),
    "nbgrader": ("3.11", ("-c", PINS, "-r", TESTS / "helpers" / "nbgrader" / "requirements.txt")),
    "repo2docker": ("3.12", ("jupyter-repo2docker==2026.4.0",)),
}
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")
INSTALL = ROOT / "lessons" / "lab" / "install.py"


class MissingError(Exception):
    """There is no such environment to be had here."""


def ready(name: str) -> Path:
    """Return the Python of one of the environments above."""
    version, wanted = RECIPES[name]
    return prepared(name, version, *wanted)


def prepared(name: str, version: str, *wanted: str | Path) -> Path:
    """Return the Python of an environment after `pip install` of these words.

    It is made anew when they change, or the files they name. It is of this version of Python if
    the machine has it, else of the one that runs the tests. MissingError if it can't be made; that
    is tried once.
    """
    home, base = ROOT / ".venv" / name, _interpreter(version)
    texts = [word.read_text() if isinstance(word, Path) else word for word in wanted]
    recipe = "\n".join([base, *texts])
    python, done = home / "bin" / "python", home / "requirements.done"
    failed = ROOT / ".venv" / f"{name}.failed"
    missing = MissingError(f"{name} can't be installed for the Python at {base}")
    if failed.exists() and failed.read_text() == recipe:
        raise missing
    if not done.exists() or done.read_text() != recipe:
        print(
            f"Making .venv/{name}, which some tests need. This takes about a minute, once.",
            flush=True,
        )
        try:
            subprocess.run([base, "-m", "venv", "--clear", home], check=True)
            subprocess.run([python, INSTALL, "--no-compile", *wanted], check=True)
        except subprocess.CalledProcessError:
            failed.write_text(recipe)
            raise missing from None
        done.write_text(recipe)
    return python


def freeze(python: Path) -> list[str]:
    """Return one line for each package of an environment, with its exact version."""
    listing = subprocess.check_output([python, *PIP, "freeze", "--all"], text=True)
    return listing.splitlines()


def _interpreter(version: str) -> str:
    tools = Path(os.environ.get("RUNNER_TOOL_CACHE", "/opt/hostedtoolcache"))
    found = [
        shutil.which(f"python{version}"),
        *map(str, tools.glob(f"Python/{version}.*/x64/bin/python")),
        *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python")),
    ]
    for python in filter(None, found):
        itself = [python, "-c", "import sys; print(sys.executable)"]
        told = subprocess.run(itself, capture_output=True, text=True)
        if told.returncode == 0:
            return told.stdout.strip()  # a shim's name would differ from one caller to another
    return str(Path(sys.executable).resolve())


def main() -> None:
    """Make them all; say which can't be made, and go on without it."""
    for name in RECIPES:
        (ROOT / ".venv" / f"{name}.failed").unlink(missing_ok=True)  # perhaps it can today
        try:
            ready(name)
        except MissingError as error:
            print(f"{error}. So the tests that need it are left out.")


if __name__ == "__main__":
    main()
