"""python -m lessons.classroom.gradescope.bundle build/gradescope.zip: what to upload there."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lessons.common.errors import CourseError, run
from lessons.common.files import replacing

SCRIPTS = ("setup.sh", "run_autograder")
ALONGSIDE = ("pyproject.toml", "requirements.txt", "LICENSE")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same files give the same zip


def bundle(course: Path, path: Path, sandbox: str = "bubblewrap") -> Path:
    """Write the zip from the course's folder, whole or not at all; return where it is.

    The sandbox "none" allows it to grade without bubblewrap where that can't work.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as unfinished, ZipFile(unfinished, "w", ZIP_DEFLATED) as archive:
        for name, file in contents(course):
            _add(archive, name, file.read_bytes())
        _add(archive, "sandbox", sandbox.encode())
    return path


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = (0o100755 if name in SCRIPTS else 0o100644) << 16
    archive.writestr(entry, data)


def contents(course: Path) -> Iterator[tuple[str, Path]]:
    """Yield each name in the zip, and the file that goes there: scripts first, at the root."""
    here = Path(__file__).parent
    yield from ((name, here / name) for name in SCRIPTS)
    yield from ((name, course / name) for name in ALONGSIDE)
    for file in sorted((course / "lessons").rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(course).as_posix(), file


def main() -> int:
    """Run the command in the course's folder; return 0 if all is well, 2 if it can't be done."""
    parser = ArgumentParser("python -m lessons.classroom.gradescope.bundle")
    parser.add_argument("path", type=Path, help="where to, such as build/gradescope.zip")
    allow = "none: allow it to grade without bubblewrap where that can't work"
    parser.add_argument(
        "--sandbox", choices=("bubblewrap", "none"), default="bubblewrap", help=allow
    )
    options = parser.parse_args()
    return run(lambda: _bundle(options), failed=2)


def _bundle(options: Namespace) -> None:
    try:
        print(bundle(Path.cwd(), options.path, options.sandbox))
    except OSError as error:
        raise CourseError(
            f"{error.filename}: {error.strerror}. Run this in the course's own folder."
        ) from None


if __name__ == "__main__":
    sys.exit(main())
