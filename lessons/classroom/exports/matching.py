"""Which line of the roster is whose, and who is left over: so that no grade strays unnoticed."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from lessons.classroom.exports.roster import Roster, Row, called, number_in
from lessons.classroom.models import Learner
from lessons.classroom.text import one_line, plural

NAMED = 20  # in one sentence
WHY = {
    "missing": "not in the roster",
    "doubted": "in doubt, as the roster has their name several times",
    "twice": "together in one line of the roster, so none of them gets it",
    "same": "together under one number, so none of them gets it. Moodle numbers people anew in "
    "each assignment: grade each into a folder of its own, with --into",
}
OTHER_NUMBERS = (
    "The worksheet numbers people otherwise than the download, so it is another assignment's: "
    "its lines were found by name alone. If that is not what you want, download the right one."
)


class Matching(NamedTuple):
    """Everybody's line and number, by key; and by the reason who has none."""

    system: str
    rows: dict[str, Row]
    numbers: dict[str, str]
    without: dict[str, list[Learner]]
    absent: list[str]
    other_numbers: bool
    unclear: set[str]

    def row(self, learner: Learner) -> Row:
        """Return a learner's line of the roster, or nothing."""
        return self.rows.get(learner.key, {})

    def number(self, learner: Learner, system: str) -> str:
        """Return a learner's number in Canvas or Moodle, or nothing where it isn't sure."""
        if self.system == system:
            return number_in(self.row(learner))
        return self.numbers.get(learner.key, "") if learner.system == system else ""

    def name(self, learner: Learner) -> str:
        """Return a learner's name; with the key, where the name alone may mean somebody else."""
        return f"{learner.name} ({learner.key})" if learner.key in self.unclear else learner.name

    def is_whole(self) -> bool:
        """Tell whether nobody who handed in is left over."""
        return not (self.other_numbers or any(self.without.values()))

    def sentences(self) -> list[str]:
        """Return who has no line or number and why, and who handed in nothing."""
        said = [
            f"{plural(len(who), 'learner')} {'is' if len(who) == 1 else 'are'} {WHY[why]}: "
            f"{_listed([f'{each.name} ({each.key})' for each in who])}."
            for why, who in self.without.items()
            if who
        ]
        if self.other_numbers:
            said.append(OTHER_NUMBERS)
        if self.absent:
            absent = f"{len(self.absent):,} in the roster handed in nothing"
            said.append(f"{absent}: {_listed(self.absent)}.")
        return said


def match_roster(learners: Iterable[Learner], roster: Roster) -> Matching:
    """Return whose line is whose. Where two learners claim one line or number, neither gets it."""
    everybody = list(learners)
    rows = _found(everybody, roster, numbers=False)
    other_numbers = any(
        each.system == roster.system and number_in(rows[each.key]) not in ("", each.number)
        for each in everybody
        if each.key in rows
    )
    if not other_numbers:
        rows = _found(everybody, roster, numbers=True)
    claims = Counter(map(_line, rows.values()))
    found = {(_line(row), called(row)) for row in rows.values()}
    named = Counter((each.system, each.number) for each in everybody)
    alike = Counter(each.name for each in everybody)
    lost = [each for each in everybody if roster.rows and each.key not in rows]
    same = [each for each in everybody if each.number and named[each.system, each.number] > 1]
    without = {
        "missing": [each for each in lost if not roster.doubts(each)],
        "doubted": [each for each in lost if roster.doubts(each)],
        "twice": [e for e in everybody if e.key in rows and claims[_line(rows[e.key])] > 1],
        # What a roster of Canvas's or Moodle's own says is better than these numbers.
        "same": [] if roster.system else same,
    }
    return Matching(
        roster.system,
        {key: row for key, row in rows.items() if claims[_line(row)] == 1},
        {each.key: each.number for each in everybody if named[each.system, each.number] == 1},
        without,
        [
            called(row)
            for row in roster.rows
            if (_line(row), called(row)) not in found and not _is_one_of(without["doubted"], row)
        ],
        other_numbers,
        {each.key for each in everybody if alike[each.name] > 1}
        | {each.key for why in ("doubted", "twice") for each in without[why]},
    )


def _found(learners: list[Learner], roster: Roster, numbers: bool) -> dict[str, Row]:
    return {each.key: row for each in learners if (row := roster.find(each, numbers))}


def _is_one_of(learners: list[Learner], row: Row) -> bool:
    return any(Roster([row]).find(each, numbers=False) for each in learners)


def _line(row: Row) -> Hashable:
    """Return what two lines of one person have in common."""
    return number_in(row) or row.get("id") or tuple(row.items())


def _listed(names: list[str]) -> str:
    names = [one_line(name) for name in names]
    more = f", and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
