"""JupyterLab on this computer only, without its news, opened at the first lesson."""

import os
from collections.abc import Sequence
from pathlib import Path

import lessons
from lessons.common.errors import CourseError
from lessons.common.repository import address
from lessons.lab.copies import bring_up_to_date

FIRST, WORK = "00_start.ipynb", "work"
QUIET = Path(__file__).parent / "quiet"  # left alone, JupyterLab asks the network for news
NO_NOTEBOOKS = (
    "There are no lessons here: the package alone doesn't bring the notebooks. "
    "Download the whole course{place} and start again in its folder."
)


class LabError(CourseError):
    """What keeps JupyterLab from starting, in a sentence with its remedy."""


def open_lab(options: Sequence[str]) -> None:
    """Bring the learner's copies up to date and run JupyterLab on them until it is stopped.

    `options` go on to JupyterLab, such as --no-browser. LabError if there are no lessons, no
    place to work, or no JupyterLab.
    """
    home = _home()
    work = home / WORK
    try:
        from ipykernel.ipkernel import IPythonKernel
        from jupyterlab.labapp import LabApp

        from lessons.lab.announcing import AnnouncingServer
    except ModuleNotFoundError:
        raise LabError("JupyterLab is missing. Run: python -m pip install jupyterlab") from None
    try:
        beside = bring_up_to_date(home / "notebooks", work, IPythonKernel.language_info)
    except OSError as error:
        raise LabError(_no_place(work, error)) from None
    print("\n".join([f"Your lessons are in {work}", *beside]))
    print("JupyterLab is starting. To stop it, press Ctrl + C here.", flush=True)
    config = [str(QUIET), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, config))
    LabApp.serverapp_class = AnnouncingServer
    LabApp.launch_instance([*_settings(home), *options])


def _home() -> Path:
    """Return the folder of the course: this one, or the one that the package is in."""
    for home in (Path.cwd(), Path(lessons.__file__).parents[1]):
        if (home / "notebooks" / FIRST).is_file():
            return home
    raise LabError(NO_NOTEBOOKS.format(place=f" from {known}" if (known := address()) else ""))


def _settings(home: Path) -> list[str]:
    return [
        "--ip=127.0.0.1",  # from one port to the next until one is free
        "--allow-root",
        f"--ServerApp.root_dir={home}",
        f"--LabApp.default_url=/lab/tree/{WORK}/{FIRST}",
        f"--LabApp.workspaces_dir={home / WORK / '.tabs'}",  # not what is open in other folders
        "--ServerApp.contents_manager_class=lessons.lab.contents.ReturningManager",
        "--ServerApp.answer_yes=True",  # Ctrl + C means it
        "--KernelManager.transport_encryption=auto",  # else each kernel warns of eavesdroppers
        "--Application.log_level=ERROR",
    ]


def _no_place(work: Path, error: OSError) -> str:
    if work.exists() and not work.is_dir():
        return f"{work} is a file. Your lessons go into a folder of that name: rename the file."
    return (
        f"Your lessons can't be put into {work}: {error.strerror}. "
        "Mend that, then start again. Your own files are as they were."
    )
