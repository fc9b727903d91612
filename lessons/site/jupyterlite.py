"""The lessons with Python itself, as files: JupyterLite, its Pyodide kernel, and our wheel.

All packages stand in Pyodide's own lock file, with their digests, and are loaded together when
Python starts. So nothing is looked for anywhere else, and nothing is resolved while one waits.
"""

import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import nbformat

from lessons.site.lessons import SiteError, read_notebook
from lessons.site.render import page
from lessons.site.toolchain import Workshop

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
RECORD = "/drive/lessons-progress.json"  # the drive is what the browser keeps
SETTINGS = {
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 15},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}
LESSON_PAGE = {
    # Without an icon of its own, a page asks for one outside the folder that the site is in.
    "</head>": '<link rel="icon" href="favicon.ico"></head>',
    "</body>": page("starting.html") + "</body>",
}
SERVICE_WORKER = {
    # Browsers put it to sleep; awake again, it would have forgotten that it keeps what it loads.
    "let enableCache=!1": "let enableCache=!0",
    # And without the list of files, Python doesn't find its folder.
    '||t.pathname.includes("/api/")': "",
}


def write_lite(root: Path, workshop: Workshop, folder: Path) -> None:
    """Build JupyterLite with the course's notebooks into a folder, in place of what was there."""
    with TemporaryDirectory(dir=workshop.home) as temporary:
        source, built = Path(temporary, "source"), Path(temporary, "built")
        _lay_out(root, workshop, source)
        workshop.run(
            *(workshop.programs / "jupyter", "lite", "build", "--no-sourcemaps", "--no-libarchive"),
            *("--apps", "notebooks", "--apps", "tree"),
            *("--contents", source / "files", "--output-dir", built),
            at=source,
        )
        _mend(built / "notebooks" / "index.html", LESSON_PAGE)
        _mend(built / "service-worker.js", SERVICE_WORKER)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(built, folder)


def _lay_out(root: Path, workshop: Workshop, source: Path) -> None:
    """Write what JupyterLite is built from: the notebooks, Pyodide, and the settings."""
    pyodide = source / "static" / "pyodide"
    pyodide.mkdir(parents=True)
    for name in CORE:
        shutil.copy(workshop.pyodide / name, pyodide)
    packages = _packages(workshop, pyodide)
    lock = json.loads((workshop.pyodide / "pyodide-lock.json").read_text("utf-8"))
    _write_json(pyodide / "pyodide-lock.json", {"info": lock["info"], "packages": packages})
    kernel = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": [*packages], "env": {"LESSONS_PROGRESS": RECORD}},
    }
    config = {
        "appName": "How logistic regression learns",
        "enableServiceWorkerCache": "true",
        "exposeAppInBrowser": True,
        "litePluginSettings": {KERNEL: kernel},
    }
    lite = {"jupyter-lite-schema-version": 0, "jupyter-config-data": config}
    _write_json(source / "jupyter-lite.json", lite)
    _write_json(source / "overrides.json", SETTINGS)
    for name in ("notebooks", "solutions"):
        (source / "files" / name).mkdir(parents=True)
        for notebook in (root / name).glob("[0-9][0-9]_*.ipynb"):
            _copy_blank(notebook, source / "files" / name)


def _copy_blank(notebook: Path, folder: Path) -> None:
    """Copy a notebook without its outputs and its links elsewhere."""
    content = read_notebook(notebook)
    for cell in content.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(content, folder / notebook.name)


def _packages(workshop: Workshop, pyodide: Path) -> dict[str, Any]:
    """Copy every wheel, and return the lock file's entries for them."""
    workshop.wheel(pyodide)
    kernel = [each for each in workshop.kernel.glob("*.whl") if "widgets" not in each.name]
    for wheel in (*workshop.wheels.glob("*.whl"), *kernel):
        shutil.copy(wheel, pyodide)
    _stand_in_for_jedi(pyodide)
    return dict(_package(wheel, pyodide) for wheel in sorted(pyodide.glob("*.whl")))


def _stand_in_for_jedi(pyodide: Path) -> None:
    """Add an empty package: the kernel insists on jedi, a sixth of all one would wait for.

    IPython looks for the module, finds none, and completes names without it.
    """
    about = "jedi-0.dist-info"
    with ZipFile(pyodide / "jedi-0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: jedi\nVersion: 0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
        wheel.writestr(f"{about}/RECORD", "")


def _package(wheel: Path, pyodide: Path) -> tuple[str, dict[str, Any]]:
    """Move a wheel into a folder named after what is in it: no cache takes it for an older one."""
    digest = sha256(wheel.read_bytes()).hexdigest()
    place = pyodide / digest[:8] / wheel.name
    place.parent.mkdir()
    wheel.rename(place)
    name, version = wheel.name.split("-")[:2]
    name = name.lower().replace("_", "-")
    return name, {
        "name": name,
        "version": version,
        "file_name": f"{digest[:8]}/{wheel.name}",
        "sha256": digest,
        "install_dir": "site",
        "package_type": "package",
        "imports": [],
        "depends": [],
    }


def _write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def _mend(built: Path, changes: Mapping[str, str]) -> None:
    """Change a file that JupyterLite has built, or say that it is no longer what we know."""
    text = built.read_text("utf-8")
    for old, new in changes.items():
        if text.count(old) != 1:
            raise SiteError(f"JupyterLite's {built.name} has changed: it hasn't one '{old}'.")
        text = text.replace(old, new)
    built.write_text(text, "utf-8")
