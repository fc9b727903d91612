"""From whatever a teacher downloaded to one submission per learner, one at a time.

Moodle's and Canvas's downloads, a folder or a zip per learner, loose files, a zip of everything:
all are told apart by their paths. What can't be taken is said in the submission's notes.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

from lessons.classroom.models import Learner, Source, Submission
from lessons.classroom.submissions.archives import in_zip, opened, unpacked
from lessons.classroom.submissions.files import Item, in_folder, read_file
from lessons.classroom.submissions.limits import BOUNDS, MEGABYTE, RefusedError
from lessons.classroom.submissions.names import Whose, learner, lesson_of, version_of, whose_file
from lessons.classroom.submissions.owners import Theirs, by_learner, is_extra
from lessons.classroom.text import one_line


def collect(path: Path) -> Iterator[Submission]:
    """Yield one submission per learner found in a folder, in a zip, or in one file.

    Nobody is left out: who handed in nothing that can be read is there too, with notes that say
    why. Only the submission at hand is in memory. RefusedError if `path` itself can't be opened.
    """
    path = _lone_zip(path) or path
    if path.is_dir():
        yield from _submissions(in_folder(path), path.resolve().name)
    elif _is_zip(path.name):
        with opened(path) as archive:
            yield from _submissions(in_zip(archive), path.stem)
    elif path.exists():
        yield from _submissions(
            [Item(path.name, partial(read_file, path.parent, path.name))], path.stem
        )
    else:
        raise RefusedError(str(path), "there is no such file or folder. Check the path.")


def collect_one(path: Path, whose: Learner) -> Submission:
    """Return everything in a folder as the submission of one learner, whatever the names say."""
    who = Whose(whose.name, whose.number, "")
    items = [Theirs(who._replace(file=item.path), item) for item in in_folder(path)]
    return _submission(whose, items)


def _lone_zip(path: Path) -> Path | None:
    """Return the zip of everything, if a folder holds nothing else."""
    items = list(islice(in_folder(path), 2)) if path.is_dir() else []
    lone = path / items[0].path if len(items) == 1 and _is_zip(items[0].path) else path
    return lone if lone.is_file() and lone.parent == path and not lone.is_symlink() else None


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip") and not whose_file(name).number


def _submissions(items: Iterable[Item], home: str) -> Iterator[Submission]:
    taken: set[str] = set()
    for theirs in by_learner(items, home):
        first = theirs[0].whose
        whose = learner(first.who, first.number, first.system)
        endings = (f"{whose.key}-{number}" if number > 1 else whose.key for number in count(1))
        key = next(key for key in endings if key not in taken)
        taken.add(key)
        yield _submission(whose._replace(key=key), theirs)


def _submission(whose: Learner, theirs: list[Theirs]) -> Submission:
    theirs, notes = _last_attempts(theirs)
    sources: list[Source] = []
    room = BOUNDS.learner_bytes
    files = (file for whose, item in theirs for file in unpacked(Item(whose.file, item.read)))
    for name, read in (file for file in files if _may_answer(file.path)):
        if len(sources) + len(notes) >= BOUNDS.learner_files:
            notes.append(f"Only the first {BOUNDS.learner_files} files were taken.")
            break
        try:
            data = read(BOUNDS.file_bytes)
        except RefusedError as error:
            notes.append(str(RefusedError(one_line(name), error.why)))
            continue
        room -= len(data)
        if room < 0:
            notes.append(f"Only the first {BOUNDS.learner_bytes // MEGABYTE} megabytes were taken.")
            break
        sources.append(Source(name, data))
    if not sources and not notes:
        notes.append(_nothing([item.whose.file for item in theirs]))
    return Submission(whose, tuple(sources), tuple(notes))


def _may_answer(path: str) -> bool:
    return not path.endswith("/") and bool(path) and not is_extra(path)


def _last_attempts(theirs: list[Theirs]) -> tuple[list[Theirs], list[str]]:
    """Return the files in order, copies after originals, without what Canvas saw replaced."""
    ordered = sorted(theirs, key=_order)
    last = {_replaced(their): their for their in ordered}
    notes = [
        f"{one_line(their.whose.file)} was left out: "
        f"{one_line(last[_replaced(their)].whose.file)} was handed in later."
        for their in ordered
        if last[_replaced(their)] is not their
    ]
    return list(last.values()), notes


def _order(their: Theirs) -> tuple[int, str, int, str]:
    stem, version = version_of(their.whose.file)
    return their.whose.attempt, stem, version, their.item.path


def _replaced(their: Theirs) -> str:
    """Return what two attempts at the same file have in common."""
    file = their.whose.file
    return version_of(file)[0] if their.whose.attempt and lesson_of(file) else their.item.path


def _nothing(files: list[str]) -> str:
    others = [one_line(file) for file in files if file and not file.endswith("/")]
    return f"There is no notebook, only {others[0]}." if others else "The folder is empty."
