"""Who is who in a batch: which folders are learners, and which are lessons, classes, wrapping."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from lessons.classroom.submissions.files import Item
from lessons.classroom.submissions.names import (
    Whose,
    lesson_of,
    names_nobody,
    stem_of,
    whose_file,
    whose_folder,
)
from lessons.exercises.order import LESSONS

# What lies beside notebooks and is no answer to anything.
EXTRAS = (
    ".png .jpg .jpeg .gif .svg .webp .csv .tsv .xlsx .npy .npz .pkl .pickle .pyc .css .js .toml "
    ".yml .yaml .cfg .ini .log .db .md .lock"
)


class Theirs(NamedTuple):
    """One item, and whose it is."""

    whose: Whose
    item: Item


def by_learner(items: Iterable[Item], home: str) -> Iterator[list[Theirs]]:
    """Yield what each learner handed in; `home` names the learner whom no path names.

    A learner's folder is the first that names neither a lesson nor something general; or one
    further down, as long as most folders there hold one lesson of several people.
    """
    ordered = sorted(filter(_counts, items), key=lambda item: item.path)
    level = _level(ordered)
    above = {tuple(people[:level]) for people in map(_people, ordered) if len(people) >= level}
    skipped = level if len(above) == 1 else 0
    found = (_whose(item, level, skipped) for item in ordered)
    whole = _are_one(whose.file for whose in found if whose.who == whose.number == "")

    def whose(item: Item) -> Whose:
        found = _whose(item, level, skipped)
        nameless = found.who == found.number == ""
        return found._replace(who=home if whole else stem_of(found.file)) if nameless else found

    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in ordered:
        groups[whose(item).who, whose(item).number].append(item)
    for group in groups.values():
        yield [Theirs(whose(item), item) for item in group]


def is_extra(path: str) -> bool:
    """Tell whether a file is no answer to anything, such as a picture."""
    stem = stem_of(path)
    return path != stem and path[len(stem) :].lower() in EXTRAS.split()


def _parts(item: Item) -> list[str]:
    return normalize("NFC", item.path).split("/")


def _people(item: Item) -> list[str]:
    """Return the folders on the way to an item that may be a person's."""
    return [folder for folder in _parts(item)[:-1] if not names_nobody(folder)]


def _counts(item: Item) -> bool:
    """Tell whether an item hands something in: no empty folder of nobody, no stray picture."""
    if _people(item):
        return True
    file = _parts(item)[-1]
    return bool(file) and (bool(whose_file(file).number) or not is_extra(file))


def _whose(item: Item, level: int, skipped: int) -> Whose:
    people, parts = _people(item), _parts(item)
    if len(people) > level:
        after = parts.index(people[level]) + 1
        whose = whose_folder(people[level], "/".join(parts[after:]))
    else:
        whose = whose_file(parts[-1])
    if whose.number or not whose.who:
        return whose
    return whose._replace(who="/".join([*people[skipped:level], whose.who]))


def _are_one(files: Iterable[str]) -> bool:
    """Tell whether files that name nobody may be one learner's: no lesson is there twice."""
    lessons = Counter(lesson_of(stem) for stem in {stem_of(file) for file in files})
    return max(lessons.values(), default=0) <= 1


def _level(items: list[Item]) -> int:
    """Return how many folders stand above the learners' own: a class's, say, or a zip's."""
    level = 0
    while True:
        folders: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
        for item in items:
            people = _people(item)
            if len(people) > level:
                folders[tuple(people[: level + 1])].add(_below(item, people[level + 1 :]))
        crowds = sum(_is_crowd(names[-1], found) for names, found in folders.items())
        if 2 * crowds <= len(folders):
            return level
        level += 1


def _below(item: Item, people: list[str]) -> tuple[str, str]:
    """Return what a file is (its lesson, or its ending), and who in its folder it is from."""
    file = _parts(item)[-1]
    lesson, ending = lesson_of(file), file[len(stem_of(file)) :].lower()
    if people:
        return lesson or f"further down {ending}", people[0]
    whose = whose_file(file)
    if whose.number or lesson:
        return lesson, whose.number or whose.who
    return ending, stem_of(file)


def _is_crowd(name: str, found: set[tuple[str, str]]) -> bool:
    """Tell whether a folder is several people's: one lesson of several, or notebooks in plenty."""
    count = Counter(kind for kind, _ in found)
    if whose_folder(name, "").number:
        return False
    if count[".ipynb"] > len(LESSONS) or count[".zip"] > 1:
        return True
    kinds = [*LESSONS, "further down .ipynb", "further down .py"]
    return any(count[kind] > 1 and (kind, "") not in found for kind in kinds)
