"""Environments of their own for tests, each made once, below .venv."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def prepared(name: str, version: str, *wanted: str | Path) -> Path:
    """Return the Python of an environment after `pip install` of these words.

    It is made anew when they change, or the files they name. It is of this version of Python if
    the machine has it, else of the one that runs the tests.
    """
    home, base = ROOT / ".venv" / name, _interpreter(version)
    texts = [word.read_text() if isinstance(word, Path) else word for word in wanted]
    recipe = "\n".join([base, *texts])
    python, done = home / "bin" / "python", home / "requirements.done"
    if not done.exists() or done.read_text() != recipe:
        subprocess.run([base, "-m", "venv", "--clear", home], check=True)
        subprocess.run([python, *PIP, "install", "--no-compile", *wanted], check=True)
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
        if subprocess.run([python, "-c", ""], capture_output=True).returncode == 0:
            return python
    return sys.executable
