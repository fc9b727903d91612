"""The lessons also run where Jupyter is years older: ipywidgets 7.7.1, IPython 7.34."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COLAB = ROOT / "tests" / "colab"
PACKAGE = ("lessons", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the older packages, and our own on top."""
    home = tmp_path_factory.mktemp("colab")
    for name in PACKAGE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, home / name)
    subprocess.run([sys.executable, "-m", "venv", home / "env"], check=True)
    python = home / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", COLAB / "requirements.txt"], check=True)
    subprocess.run([*install, "--no-deps", home], check=True)
    return python


def test_widgets_and_lessons_run_with_the_older_packages(python: Path, tmp_path: Path) -> None:
    """Each widget shows itself and checks its traits; each lesson and key runs to its end."""
    notebooks = [*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "solutions").glob("*.ipynb")]
    settings = {"LESSONS_PROGRESS": "", "IPYTHONDIR": str(tmp_path), "PYTHONPATH": ""}
    result = subprocess.run(
        [python, COLAB / "run_lessons.py", *map(str, sorted(notebooks))],
        env={**os.environ, **settings},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    assert result.stdout.startswith("7.7.1 7.34.0 0.9.21")
    assert result.stdout.count("ran ") == len(notebooks) > 0


def test_our_package_moves_none_of_theirs(python: Path) -> None:
    """After the install every pin stands where it stood, and nothing is in conflict."""
    freeze = subprocess.run(
        [python, "-m", "pip", "freeze", "--all"], capture_output=True, text=True, check=True
    )
    have = {line.lower().replace("_", "-") for line in freeze.stdout.splitlines()}
    pins = [line for line in (COLAB / "requirements.txt").read_text().splitlines() if "==" in line]
    assert {pin.lower().replace("_", "-") for pin in pins} <= have
    subprocess.run([python, "-m", "pip", "check"], check=True)
