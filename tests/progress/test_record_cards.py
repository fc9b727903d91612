"""The cards about what is done, whole: which ticks, since when, where it is kept, or why not."""

import re
from datetime import date
from pathlib import Path

import pytest
from learners_record import files
from platformdirs import windows
from platformdirs.windows import Windows

from lessons.check import check, show_progress
from lessons.checking.card import Card
from lessons.exercises import EXERCISES
from lessons.progress import (
    export_progress,
    forget_progress,
    record_file,
    session,
    show_record,
    store,
)
from lessons.progress.cards import progress_card, record_card

TODAY = date.today().isoformat()
GREEN, GREY, ORANGE = "#2e9e4f", "#8a8f98", "#d9822b"
Shown = pytest.CaptureFixture[str]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the record is kept during one test; its folders are still to be made."""
    path = tmp_path / "very" / "deep" / "record.json"
    monkeypatch.setenv("LESSONS_PROGRESS", str(path))
    session.RIGHT.clear()
    session.MISSES.clear()
    return path


def lines(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in texts)


def sizes() -> dict[str, int]:
    names = [exercise.lesson for exercise in EXERCISES.values()]
    return {name: names.count(name) for name in names}


def test_the_record_is_shown_in_grey(record: Path, capsys: Shown) -> None:
    """The record judges nothing: its card is grey, with ticks or without, and shown as it is."""
    assert (record_card().mark, record_card().colour) == ("○", GREY)
    store.mark_done("dz")
    store.add_to_drill("z", right=3, tried=4, best=2)
    assert (record_card().mark, record_card().colour) == ("✓", GREY)
    show_record()
    assert capsys.readouterr().out == f"{record_card()}\n"
    assert store.drilled("z") == {"right": 3, "tried": 4, "best": 2}
    assert store.drilled("a") == {"right": 0, "tried": 0, "best": 0}


def test_the_ticks_of_a_lesson_stand_in_its_order(record: Path) -> None:
    """A lesson's ticks stand in one line, in the order of its exercises, not of the days."""
    for name in ("dz", "first_z", "da"):
        store.mark_done(name)
    (line,) = (line for _, line in record_card().lines if line.startswith("02_derivatives"))
    assert line.endswith(f": ✓ da ({TODAY}), ✓ dz ({TODAY})")


def test_a_record_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no record is wanted, the card says so instead of a place."""
    monkeypatch.setenv("LESSONS_PROGRESS", "")
    assert ("", "Nothing is kept here: LESSONS_PROGRESS is set to nothing.") in record_card().lines
    assert (store.record_path(), store.set_aside(), store.delete()) == (None, "", "")


def test_a_home_may_be_written_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A path with ~ in it, in the record's place or an export's, starts at the learner's home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LESSONS_PROGRESS", "~/mine.json")
    assert store.record_path() == tmp_path / "mine.json"
    export_progress("~/copy.json")
    assert record_file.read(tmp_path / "copy.json") == record_file.empty()


def test_the_card_of_a_lesson(capsys: Shown) -> None:
    """A lesson's card counts the points of what is right, and ticks it among all its tasks."""
    session.RIGHT.clear()
    task = EXERCISES["first_z"].task
    assert progress_card("00_start") == Card(
        "○", "0 of 1 points", "00_start", lines(f"○ first_z: {task}"), GREY
    )
    session.RIGHT.update({"first_z", "dz"})
    assert progress_card("00_start") == Card(
        "✓", "1 of 1 points", "00_start", lines(f"✓ first_z: {task}"), GREEN
    )
    show_progress("02_derivatives")
    shown = capsys.readouterr().out
    assert shown == f"{progress_card('02_derivatives')}\n"
    points = sum(one.points for one in EXERCISES.values() if one.lesson == "02_derivatives")
    assert shown.startswith(f"○ 02_derivatives: {EXERCISES['dz'].points} of {points} points\n○")
    assert [line for line in shown.splitlines() if line.startswith("✓")] == [
        f"✓ dz: {EXERCISES['dz'].task}"
    ]
    session.RIGHT.clear()


def test_a_lesson_that_is_not_there() -> None:
    """An unknown lesson is answered with the names of those that there are."""
    use = lines(f"Use one of: {', '.join(sizes())}")
    assert progress_card("x" * 41) == Card("!", "There is no such lesson", "x" * 40, use, ORANGE)


@pytest.fixture
def shown_cards(monkeypatch: pytest.MonkeyPatch) -> list[Card]:
    """The cards that are shown during one test."""
    shown: list[Card] = []
    monkeypatch.setattr("lessons.progress.cards.show", shown.append)
    return shown


def test_an_export_says_where_it_is(
    record: Path, shown_cards: list[Card], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A record is written into the folder of the notebook, and the card tells the whole path."""
    monkeypatch.chdir(tmp_path)
    store.mark_done("dz")
    export_progress()
    file = tmp_path / "my-progress.json"
    assert shown_cards == [Card("✓", "Your record is written", "export", lines(str(file)), GREEN)]
    assert record_file.read(file)["done"] == {"dz": TODAY}


def test_a_record_can_be_read(record: Path) -> None:
    """The file has a line for each thing in it, so that a learner can read it."""
    record.parent.mkdir(parents=True)
    record_file.write(record, {"done": {"dz": TODAY}, "drills": {}})
    assert record.read_text("utf-8").splitlines() == [
        "{",
        '  "done": {',
        f'    "dz": "{TODAY}"',
        "  },",
        '  "drills": {}',
        "}",
    ]


def test_in_windows_the_record_has_one_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Windows, too, the record lies in a folder of the course, not in one inside another."""
    monkeypatch.delenv("LESSONS_PROGRESS", raising=False)
    monkeypatch.setattr(store, "user_data_path", lambda *a, **k: Windows(*a, **k).user_data_path)
    monkeypatch.setattr(windows, "get_win_folder", lambda _: str(Path("Local")))
    place = store.record_path()
    assert place is not None
    assert re.split(r"[/\\]", str(place))[-3:] == ["Local", "lessons", "lessons-progress.json"]


def test_an_export_that_cannot_be_says_why(
    record: Path, shown_cards: list[Card], tmp_path: Path
) -> None:
    """In place of a folder, or of a file that is no record, nothing is written, and it says why."""
    notes = tmp_path / "notes.json"
    notes.write_text("[]")
    for file in (tmp_path, notes):
        export_progress(file)
    reasons = [
        f"{tmp_path}: Is a directory.",
        f"{notes}: the file there is not a record of this course.",
    ]
    again = ("Try", 'export_progress("another-name.json")')
    assert shown_cards == [
        Card("!", "Your record is not written", "export", (("", reason), again), ORANGE)
        for reason in reasons
    ]


def test_forgetting_says_so(record: Path, shown_cards: list[Card]) -> None:
    """After forgetting, ticks, misses, record and what was put aside are gone, twice as well."""
    check("dz", lambda a, y: y - a)
    check("dz", lambda a, y: a - y)
    record.with_name("record.json.broken").touch()
    forget_progress()
    forget_progress()
    gone = lines("Nothing is kept any more, until you answer the next exercise.")
    assert shown_cards == [Card("✓", "Forgotten", "record", gone, ORANGE)] * 2
    assert files(record) == []
    assert not session.RIGHT
    assert not session.MISSES


def test_what_cannot_be_forgotten_says_why(record: Path, shown_cards: list[Card]) -> None:
    """A folder in the record's place is not deleted, and the card names it and the reason."""
    record.mkdir(parents=True)
    forget_progress()
    (card,) = shown_cards
    assert (card.mark, card.headline, card.subject) == ("!", "Not forgotten", "record")
    assert card.lines == lines(f"{record} can't be deleted: Is a directory.")


def test_what_cannot_be_kept_says_why(record: Path, tmp_path: Path) -> None:
    """Where the record can't be kept, the sentence names the place and the reason."""
    (tmp_path / "very").write_text("")
    why = f"Your record can't be kept in {record}: Not a directory. The lessons work without it."
    assert store.mark_done("dz") == why
    assert ("", why) in record_card().lines


def test_an_error_without_a_reason_is_told_in_its_own_words(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system gives no reason, the error's own words stand in for it."""

    def fails(*_: object, **__: object) -> None:
        raise OSError("no luck")

    monkeypatch.setattr(store, "rescue", fails)
    monkeypatch.setattr(Path, "unlink", fails)
    assert ": no luck. The lessons" in store.mark_done("dz")
    assert store.delete() == f"{record} can't be deleted: no luck."
