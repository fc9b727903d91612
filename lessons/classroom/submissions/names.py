"""Whose file is this? By its name alone, in the ways in which Moodle, Canvas and people name it."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from lessons.classroom.models import Learner
from lessons.classroom.text import one_line
from lessons.exercises.order import LESSONS

NUMBER = "([0-9]{1,20})"
MOODLE = rf"_{NUMBER}_assignsubmission_(?:file|onlinetext)_"
MOODLE_FOLDER = re.compile(rf"(?s)(.*){MOODLE}?")
MOODLE_FILE = re.compile(rf"(?s)(.*?){MOODLE}(.+)")
CANVAS_FILE = re.compile(rf"(?s)([^_]+)_(?:LATE_)?{NUMBER}_{NUMBER}_(.+)")
# A browser's second download, or Canvas's second attempt.
VERSION = re.compile(r"[ _]?\(([0-9]{1,4})\)$|-([0-9]{1,4})$")
GENERAL = set(
    "assignment assignments exercise exercises handed homework homeworks hw in lesson lessons "
    "module notebook notebooks part src submission submissions submitted unit week".split()
)
NAMED = {
    lesson: re.compile(rf"(?i)(?<![^\W_])(?:0*{int(lesson[:2])}[\W_]*)?{words}(?![^\W_])")
    for lesson in LESSONS
    if (words := lesson[3:].replace("_", r"[\W_]?"))
}
# A name that is its own key. Keys made from other names end in a number of Moodle's or Canvas's
# or in 8 hexadecimal digits. Windows has no file called "con".
PLAIN = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)\b)(?!.*-(?:[0-9]+|[0-9a-f]{8})$)[a-z0-9]+([._-][a-z0-9]+)*"
)
LONGEST = 60  # characters of a name in a key
LATIN = str.maketrans(  # the letters that are no plain letter with an accent
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


class Whose(NamedTuple):
    """The learner's name and number in Moodle or Canvas, and the file as the learner called it.

    `attempt` is Canvas's own count of files: a later attempt has a higher one.
    """

    who: str
    number: str
    file: str
    attempt: int = 0

    @property
    def system(self) -> str:
        """Return whose number it is: only Canvas counts attempts."""
        return ("canvas" if self.attempt else "moodle") if self.number else ""


def whose_folder(folder: str, file: str) -> Whose:
    """Return whose folder it is.

    >>> whose_folder("Ada Lovelace_12345_assignsubmission_file", "01_recap.ipynb")
    Whose(who='Ada Lovelace', number='12345', file='01_recap.ipynb', attempt=0)
    """
    if moodle := MOODLE_FOLDER.fullmatch(folder):
        return Whose(moodle[1], moodle[2], file)
    return Whose(folder, "", file)


def whose_file(file: str) -> Whose:
    """Return whose file it is; `who` is empty if it is called by its lesson only.

    >>> whose_file("lovelaceada_LATE_12345_67890_01_recap-1.ipynb")
    Whose(who='lovelaceada', number='12345', file='01_recap-1.ipynb', attempt=67890)
    >>> whose_file("ada_01_recap (1).ipynb").who, whose_file("01_recap.ipynb").who
    ('ada', '')
    """
    if moodle := MOODLE_FILE.fullmatch(file):
        return Whose(moodle[1], moodle[2], moodle[3])
    if moodle := MOODLE_FOLDER.fullmatch(file):  # a folder that can't be opened, or a link to one
        return Whose(moodle[1], moodle[2], "folder")
    if canvas := CANVAS_FILE.fullmatch(file):
        return Whose(canvas[1], canvas[2], canvas[4], int(canvas[3]))
    return Whose(_without_lesson(stem_of(file)), "", file)


def lesson_of(name: str) -> str:
    """Return the lesson that a name names, or "".

    >>> lesson_of("My Recap (2).ipynb"), lesson_of("homework.ipynb")
    ('01_recap', '')
    """
    return next((lesson for lesson, words in NAMED.items() if words.search(name)), "")


@lru_cache(10_000)
def names_nobody(folder: str) -> bool:
    """Tell whether a folder is a lesson's, or has a general name.

    >>> [names_nobody(name) for name in ("01_recap", "02", "week 3", "submitted", "ada", "s12")]
    [True, True, True, True, False, False]
    """
    words = re.findall(r"[^\W\d_]+", folder.lower())
    general = bool(words) and GENERAL.issuperset(words)
    number = any(lesson.startswith(f"{folder}_") for lesson in LESSONS)
    return general or number or not _without_lesson(folder)


def stem_of(file: str) -> str:
    """Return a file's name without its ending."""
    return re.sub(r"(?<=.)\.[A-Za-z0-9]{1,6}$", "", file)


def version_of(file: str) -> tuple[str, int]:
    """Return a file's name without ending and copy number, and that number.

    >>> version_of("01_recap (12).ipynb"), version_of("01_recap.ipynb")
    (('01_recap', 12), ('01_recap', 0))
    """
    stem = stem_of(file)
    found = VERSION.search(stem)
    return (stem[: found.start()], int(found[1] or found[2])) if found else (stem, 0)


def learner(who: str, number: str = "", system: str = "") -> Learner:
    """Return the learner of that name. The key depends on nothing else, and suits a file name.

    >>> learner("Ada Lovelace", "12345", "moodle")
    Learner(key='ada-lovelace-12345', name='Ada Lovelace', number='12345', system='moodle')
    >>> learner("ada").key, learner("Ada").key, learner("../..").key
    ('ada', 'ada-99a563ab', 'learner-0cfd1c96')
    >>> learner("Łucja Hørst", "7").key
    'lucja-horst-7'
    """
    who = unicodedata.normalize("NFC", who)
    name = one_line(who, 100) or "(no name)"
    if number:
        return Learner(f"{_slug(who)}-{number}", name, number, system)
    if len(who) <= LONGEST and PLAIN.fullmatch(who):
        return Learner(who, name)
    digest = sha256(who.encode("utf-8", "surrogatepass")).hexdigest()
    return Learner(f"{_slug(who)}-{digest[:8]}", name)


def _slug(name: str) -> str:
    latin = name[:1000].lower().translate(LATIN)
    letters = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST].strip("-") or "learner"


def _without_lesson(stem: str) -> str:
    """Return what a name says beside its lesson, if it names one."""
    lesson = lesson_of(stem)
    if not lesson:
        return stem
    return NAMED[lesson].sub("", VERSION.sub("", stem)).strip(" _-.")
