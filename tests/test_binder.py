"""Binder: what repo2docker plans to build, and JupyterLab on the same requirements."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import environments
import pytest
from lab_process import contents, fetch, started

ROOT = Path(__file__).parents[1]
REPO2DOCKER = "jupyter-repo2docker==2026.4.0"
NOTEBOOK = "notebooks/00_start.ipynb"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what Binder gets to see of the repository."""
    folder = tmp_path_factory.mktemp("binder") / "course"
    folder.mkdir()
    for name in ("binder", "lessons", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("pyproject.toml", "requirements.txt", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def plan(course: Path) -> str:
    """All that repo2docker says of what it would build."""
    tool = environments.prepared("repo2docker", "3.12", REPO2DOCKER).with_name(
        "jupyter-repo2docker"
    )
    planned = subprocess.run(
        [tool, "--no-build", "--debug", course], capture_output=True, text=True, timeout=120
    )
    assert planned.returncode == 0, planned.stderr
    return planned.stdout + planned.stderr


@pytest.fixture(scope="module")
def binder(course: Path, plan: str) -> Path:
    """The Python of an environment with JupyterLab, after the plan's own install line ran in it."""
    pins = ROOT / "requirements.txt"
    python = environments.prepared("binder", "3.12", "jupyterlab", "-c", pins)
    subprocess.run([python, *environments.PIP, "uninstall", "--yes", "lessons"], check=True)
    before = environments.freeze(python)
    (line,) = re.findall(r"^RUN (.*pip install .*)$", plan, re.MULTILINE)
    home = {**os.environ, "KERNEL_PYTHON_PREFIX": str(python.parents[1])}
    subprocess.run(["sh", "-c", f"{line} --quiet"], cwd=course, env=home, check=True)
    assert set(before) <= set(environments.freeze(python)), "Binder's own packages were moved"
    return python


def test_the_plan_is_for_the_python_and_the_requirements_of_the_folder(plan: str) -> None:
    """repo2docker finds runtime.txt, copies the course, then installs binder/requirements.txt."""
    assert "Building conda environment for python=3.12\n" in plan
    copied = plan.index("src/ ${REPO_DIR}/\n")
    assert plan.index('pip install --no-cache-dir -r "binder/requirements.txt"') > copied


def test_the_course_is_installed_in_the_versions_it_is_tested_with(binder: Path) -> None:
    """The package comes with the pinned widgets and pictures, and without any test tool."""
    versions = dict(line.split("==") for line in environments.freeze(binder) if "==" in line)
    pins = dict(re.findall(r"(?m)^(anywidget|ipywidgets|ipython)==(\S+)$", _pinned()))
    assert len(pins) == 3
    assert pins.items() <= versions.items()
    assert not {"pytest", "hypothesis", "playwright"} & versions.keys()


def _pinned() -> str:
    return (ROOT / "requirements.txt").read_text()


def test_jupyterlab_opens_the_first_lesson_and_it_runs(binder: Path, course: Path) -> None:
    """The address behind the link leads to JupyterLab with lesson 00, which runs to its end."""
    command = [binder, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--allow-root"]
    with started(command, course, PYTHONPATH="") as lab:
        page = fetch(lab.address.replace("/lab?", f"/lab/tree/{NOTEBOOK}?"))
        assert "jupyter-config-data" in page
        assert json.loads(contents(lab.address, NOTEBOOK))["content"]["cells"]
    run = [binder.with_name("jupyter"), "execute", course / NOTEBOOK]
    settings = {"PYTHONPATH": "", "LESSONS_PROGRESS": ""}
    done = subprocess.run(run, env=os.environ | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
