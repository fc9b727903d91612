"""Binder: what repo2docker plans to build, and JupyterLab on the same requirements."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import environments
import pytest
from groups import environment
from lab_process import contents, fetch, started
from patience import LONG
from places import ROOT
from tiny_course import REAL

from lessons.authoring.links import links

NOTEBOOK = "notebooks/00_start.ipynb"
JUPYTER = ("jupyterlab", "notebook", "jupyter_server", "jupyter_client", "ipykernel")
SHARED = ("ipython", "ipywidgets", "jupyterlab_widgets", "platformdirs", "traitlets")


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
def repo2docker() -> Path:
    """The folder of an environment with the tool that Binder builds with."""
    return environment("repo2docker").parents[1]


@pytest.fixture(scope="module")
def plan(repo2docker: Path, course: Path) -> str:
    """All that repo2docker says of what it would build."""
    command = [repo2docker / "bin/jupyter-repo2docker", "--no-build", "--debug", course]
    planned = subprocess.run(command, capture_output=True, text=True, timeout=LONG)
    assert planned.returncode == 0, planned.stderr
    return planned.stdout + planned.stderr


@pytest.fixture(scope="module")
def brought(repo2docker: Path) -> list[str]:
    """The versions of Jupyter's parts that Binder brings along for this Python."""
    (lock,) = repo2docker.glob("lib/**/conda/environment.py-3.12-linux-64.lock")
    versions = dict(re.findall(r"/noarch/(\w+)-([\d.]+)-pyh", lock.read_text()))
    return [f"{name}=={versions[name]}" for name in (*JUPYTER, *SHARED)]


@pytest.fixture(scope="module")
def binder(brought: list[str], course: Path, plan: str) -> Path:
    """The Python of an environment with Binder's Jupyter, after the plan's own line ran in it."""
    python = environment("binder", "3.12", *brought)
    ours = ("uninstall", "--yes", "lessons", "anywidget", "psygnal")
    subprocess.run([python, *environments.PIP, *ours], check=True)
    subprocess.run([python, *environments.PIP, "install", *brought], check=True)
    (line,) = re.findall(r"^RUN (.*pip install .*)$", plan, re.MULTILINE)
    home = {**os.environ, "KERNEL_PYTHON_PREFIX": str(python.parents[1])}
    subprocess.run(["sh", "-c", f"{line} --quiet"], cwd=course, env=home, check=True)
    return python


def test_the_plan_is_for_the_python_and_the_requirements_of_the_folder(plan: str) -> None:
    """repo2docker finds runtime.txt, copies the course, then installs binder/requirements.txt."""
    assert "Building conda environment for python=3.12\n" in plan
    copied = plan.index("src/ ${REPO_DIR}/\n")
    assert plan.index('pip install --no-cache-dir -r "binder/requirements.txt"') > copied


def test_the_course_is_installed_in_the_versions_it_is_tested_with(binder: Path) -> None:
    """The package comes with the pinned widgets and pictures, and without any test tool."""
    assert any(line.startswith("lessons @ ") for line in environments.freeze(binder))
    versions = dict(line.split("==") for line in environments.freeze(binder) if "==" in line)
    pins = dict(re.findall(r"(?m)^(anywidget|ipywidgets|ipython)==(\S+)$", _pinned()))
    assert len(pins) == 3
    assert pins.items() <= versions.items()
    assert not {"pytest", "hypothesis", "playwright"} & versions.keys()


def _pinned() -> str:
    return (ROOT / "requirements.txt").read_text()


def test_jupyter_stays_as_binder_brings_it(binder: Path, brought: list[str]) -> None:
    """No part that shows the lessons or starts the kernel is moved, and all fits together."""
    assert set(brought[: len(JUPYTER)]) <= set(environments.freeze(binder))
    subprocess.run([binder, *environments.PIP, "check"], check=True)


def test_jupyterlab_opens_the_first_lesson_and_it_runs(binder: Path, course: Path) -> None:
    """The link's own path leads to JupyterLab with lesson 00, which runs to its end."""
    (path,) = re.findall(r"\?urlpath=([^)]+)", links(REAL, "00_start"))
    assert path.endswith(NOTEBOOK)
    command = [binder, "-m", "notebook", "--no-browser", "--ip=127.0.0.1", "--allow-root"]
    with started(command, course, PYTHONPATH="") as lab:
        page = fetch(lab.address.replace("/tree?", f"/{path}?"))
        assert "jupyter-config-data" in page
        assert json.loads(contents(lab.address, NOTEBOOK))["content"]["cells"]
    run = [
        binder.with_name("jupyter"),
        "execute",
        f"--startup_timeout={LONG}",
        course / NOTEBOOK,
    ]
    settings = {"PYTHONPATH": "", "LESSONS_PROGRESS": ""}
    done = subprocess.run(run, env=os.environ | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
