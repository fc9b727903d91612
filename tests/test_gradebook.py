"""The gradebook: nothing lost, nothing twice, and what counts is the newest, overrides on top."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in_graders import graded, submission

from lessons.classroom.gradebook import file as gradebook_file
from lessons.classroom.gradebook.book import Gradebook, open_gradebook
from lessons.classroom.gradebook.standing import Override, needs_attention, stand
from lessons.classroom.records import Grade, Graded, Learner, ungraded
from lessons.classroom.wording import GraderError
from lessons.exercises import EXERCISES as KNOWN
from lessons.verdict import Verdict

HERE = Path(__file__).parent
EXERCISES = ("loss", "da", "dz", "gradients")
WRITER = """
import sys
from pathlib import Path
from stand_in_graders import graded
from lessons.classroom.gradebook.book import open_gradebook
with open_gradebook(Path(sys.argv[1])) as book:
    run = book.begin({"folder": "here"})
    added = [book.record(run, graded(f"learner{number}", seed=run.seed)) for number in range(60)]
    book.finish(run)
print(run.seed, sum(added))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gradebook.db"


@pytest.fixture
def book(path: Path) -> Iterator[Gradebook]:
    with open_gradebook(path) as opened:
        yield opened


def points(book: Gradebook) -> dict[str, float]:
    return {each.learner.key: each.points for each in book.standing()}


def use(path: Path) -> None:
    with open_gradebook(path) as book:
        list(book.standing())
        book.begin({})


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
verdicts = st.builds(Verdict, st.sampled_from(EXERCISES), st.just("trouble"), *[st.text()] * 6)
some_points = st.floats(0, 4)
grades = st.builds(Grade, st.sampled_from(EXERCISES), some_points, st.just(4), verdicts, st.text())
whole = st.builds(
    Graded,
    st.builds(Learner, texts, st.text(), st.text()),
    st.text("0123456789abcdef", min_size=8),
    st.integers(0, 2**63 - 1),
    st.lists(grades, unique_by=lambda grade: grade.exercise, max_size=4).map(
        lambda some: tuple(sorted(some, key=lambda grade: EXERCISES.index(grade.exercise)))
    ),
    st.lists(st.text(), max_size=2).map(tuple),
    some_points,
)


@settings(max_examples=50)
@given(st.lists(whole, max_size=4, unique_by=lambda graded: graded.learner.key))
def test_what_is_recorded_comes_back_to_the_last_bit(everything):
    """Whatever learners call themselves: the gradebook gives back just what was recorded."""
    with TemporaryDirectory() as folder:
        with open_gradebook(Path(folder) / "gradebook.db") as book:
            run = book.begin({})
            assert all(book.record(run, graded) for graded in everything)
        with open_gradebook(Path(folder) / "gradebook.db") as book:
            standing = {graded.learner.key: graded for graded in book.standing()}
    assert standing == {graded.learner.key: graded for graded in everything}


def lesson_with(exercise: str) -> list[str]:
    lesson = KNOWN[exercise].lesson
    return [name for name, known in KNOWN.items() if known.lesson == lesson]


graded_exercises = st.dictionaries(st.sampled_from(EXERCISES), some_points)
given_points = st.tuples(st.sampled_from(EXERCISES), st.none() | some_points)


@settings(max_examples=50)
@given(st.lists(graded_exercises | given_points, max_size=8))
def test_the_newest_grade_of_each_exercise_counts_with_the_newest_override_on_top(events):
    """Points by hand beat newer grades, until they are taken back, in any order of events."""
    own: dict[str, float] = {"dz": 1.0}
    by_hand: dict[str, float | None] = {}
    with TemporaryDirectory() as folder, open_gradebook(Path(folder) / "gradebook.db") as book:
        run = book.begin({})
        book.record(run, graded("ann", points=1.0))
        for number, event in enumerate(events):
            if isinstance(event, dict):
                found = [Grade(e, p, 4, Verdict(e, "unknown")) for e, p in event.items()]
                book.record(run, Graded(Learner("ann", "Ann"), f"{number}", 7, tuple(found)))
                own |= event
            else:
                book.override("ann", *event, reason=f"because of {number}")
                by_hand |= [event]
        (counts,) = book.standing()
    given_now = {exercise: p for exercise, p in by_hand.items() if p is not None}
    brought_along = {name: 0.0 for given in given_now for name in lesson_with(given)}
    points_now = {grade.exercise: grade.points for grade in counts.grades}
    assert points_now == brought_along | own | given_now
    assert {grade.exercise for grade in counts.grades if grade.reason} == given_now.keys()


def test_an_override_keeps_the_graders_verdict_and_shows_its_reason(book):
    """Points by hand stand beside the verdict: nobody has to guess who gave them, and why."""
    book.record(book.begin({}), graded("ann", points=2))
    book.override("ann", "dz", 0.5, "copied from the board")
    (counts,) = book.standing()
    (grade,) = (grade for grade in counts.grades if grade.exercise == "dz")
    assert (grade.points, grade.reason, grade.verdict.status) == (
        0.5, "copied from the board", "right",
    )  # fmt: skip


def test_unchanged_content_is_known_and_anything_else_is_not(book):
    """A learner's newest content is known; other content, older content and others' are not."""
    run = book.begin({})
    first, second = submission("ann", "one").digest, submission("ann", "two").digest
    assert not book.is_known(run, "ann", first)
    book.record(run, graded("ann", "one"))
    assert book.is_known(run, "ann", first)
    assert not book.is_known(run, "ann", second)
    assert not book.is_known(run, "bob", first)
    book.record(run, graded("ann", "two"))
    assert book.is_known(run, "ann", second)
    assert not book.is_known(run, "ann", first)


def test_other_lessons_are_another_question(book):
    """What was graded for one lesson is not known when another one is asked for."""
    run = book.begin({}, lessons=["01_recap"])
    book.record(run, graded("ann"))
    assert book.is_known(run, "ann", submission("ann").digest)
    assert not book.is_known(book.begin({}), "ann", submission("ann").digest)


def test_again_grades_everything_once_more_and_only_once(book):
    """With --again nothing older is known; what this run has graded is, also when resumed."""
    digest = submission("ann").digest
    book.record(book.begin({}), graded("ann", points=1))
    again = book.begin({}, again=True)
    assert not book.is_known(again, "ann", digest)
    assert book.record(again, graded("ann", points=2))
    resumed = book.begin({}, again=True)
    assert (resumed.number, resumed.continued) == (again.number, True)
    assert book.is_known(resumed, "ann", digest)
    assert points(book) == {"ann": 2}
    book.finish(resumed)
    assert not book.is_known(book.begin({}, again=True), "ann", digest)


def test_what_could_not_be_graded_is_tried_again_and_takes_no_grade_away(book):
    """A note instead of grades is seen by the teacher, and is no reason to skip the learner."""
    run = book.begin({})
    book.record(run, graded("ann"))
    book.record(run, ungraded(Learner("ann", "Ann"), "its worker died."))
    (counts,) = book.standing()
    assert (counts.points, counts.notes) == (2, ("This could not be graded: its worker died.",))
    assert needs_attention(counts)
    assert not book.is_known(run, "ann", submission("ann").digest)


def test_an_override_brings_its_whole_lesson_along():
    """Points by hand for a lesson that was not handed in leave the rest of it open, not done."""
    nothing = ungraded(Learner("ann", "Ann"), "its worker died.")
    counts = stand([("1", nothing)], [Override("2", "dz", 2.0, "read on paper")])
    assert {grade.exercise for grade in counts.grades} == set(lesson_with("dz"))
    assert (counts.points, counts.out_of) == (2, sum(KNOWN[e].points for e in lesson_with("dz")))
    assert {g.exercise for g in counts.grades if g.verdict.status == "blank"} >= {"da", "dz"}


BROKEN = Graded(Learner("ann", "Ann"), "broken", 7, (), ("dz.ipynb can't be taken.",))
LOST = ungraded(Learner("ann", "Ann"), "its worker died.")
alarms = st.sampled_from(["broken", "lost", "fine", "same again", "override", "taken back"])


@settings(max_examples=200)
@given(st.lists(alarms, max_size=8))
def test_an_override_settles_what_came_before_it_and_nothing_later(events):
    """A teacher is called for every trouble that no override came after, and for no other one.

    The same files graded again are no new trouble. What could not be graded is: nobody knows
    whether its files are the same.
    """
    history, overrides = [("0", graded("ann"))], []
    settled = False
    for number, event in enumerate(events, 1):
        newest = history[-1][1]
        if event == "override":
            overrides.append(Override(str(number), "loss", 1.0, "read on paper"))
            settled = True
        elif event == "taken back":
            overrides.append(Override(str(number), "loss", None, "read it again"))
            settled = False
        elif event == "same again":
            history.append((str(number), newest))
            settled = settled and newest != LOST
        else:
            fine = graded("ann", str(number))
            broken = replace(BROKEN, digest=str(number))
            history.append((str(number), {"broken": broken, "lost": LOST, "fine": fine}[event]))
            settled = False
    has_trouble = bool(history[-1][1].notes)
    assert needs_attention(stand(history, overrides)) == (has_trouble and not settled)


def test_who_has_answered_nothing_is_looked_after():
    """Blank everywhere, though readable: the teacher is told, until an override says it is fine."""
    blank = Grade("dz", 0, 2, Verdict("dz", "blank"))
    nothing = replace(graded("ann"), grades=(blank,))
    assert needs_attention(stand([("1", nothing)]))
    assert not needs_attention(stand([("1", nothing)], [Override("2", "dz", 0, "was ill")]))
    assert needs_attention(stand([("3", nothing)], [Override("2", "dz", 0, "was ill")]))


def test_the_seed_is_drawn_once_and_kept_until_another_is_given(book):
    """Runs share one seed, so the same files get the same grade; --seed changes it from then on."""
    first = book.begin({})
    book.finish(first)
    second = book.begin({})
    assert second.seed == first.seed
    book.finish(second)
    assert [book.begin({}, seed=5).seed, book.begin({"other": 1}).seed] == [5, 5]


def test_an_unfinished_run_is_taken_up_by_the_same_command_alone(book):
    """Same settings, same run; other settings, another seed or a finished run begin a new one."""
    first = book.begin({"folder": "a"}, seed=1)
    assert book.begin({"folder": "a"}).number == first.number
    assert book.begin({"folder": "a"}, seed=1).number == first.number
    others = [book.begin({"folder": "b"}), book.begin({"folder": "b"}, seed=2)]
    assert len({first.number, *(run.number for run in others)}) == 3
    book.finish(others[-1])
    assert not book.begin({"folder": "b"}).continued


def test_the_history_tells_all_in_order(book):
    """Nothing is overwritten: each grading and each override can be read later."""
    book.record(book.begin({}), graded("ann", "one", points=1))
    book.override("ann", "dz", 2, "she told me")
    book.record(book.begin({}), graded("ann", "two", points=0))
    book.override("ann", "dz", None, "she told me wrong")
    said = [what for _, what in book.history("ann")]
    assert [what.split(":")[0] for what in said] == ["graded", "override", "graded", "override"]
    assert "02_derivatives 1 of 2 points" in said[0]
    assert "dz (02_derivatives) has 2 points. Reason: she told me" in said[1]
    assert "grader's own points again" in said[3]
    assert book.history("bob") == []


def test_writers_at_once_share_one_run_and_record_each_learner_once(path):
    """Several graders that start together on a new file: one seed, no crash, nothing twice."""
    writers = [start(WRITER, path) for _ in range(4)]
    said = [writer.communicate(timeout=120)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert sum(int(added) for _, added in said) == 60
    with open_gradebook(path) as book:
        assert len(points(book)) == 60
        assert all(len(book.history(key)) == 1 for key in points(book))


def test_a_writer_killed_at_any_moment_leaves_a_gradebook_that_goes_on(path):
    """kill -9 in the middle, again and again: the file stays sound, and all arrives once."""
    random = Random(3)
    for _ in range(8):
        writer = start(WRITER, path)
        time.sleep(random.uniform(0.05, 0.5))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    said, _ = start(WRITER, path).communicate(timeout=60)
    with open_gradebook(path) as book:
        assert sorted(points(book)) == sorted(f"learner{number}" for number in range(60))
        assert all(len(book.history(key)) == 1 for key in points(book))
        assert {str(each.seed) for each in book.standing()} == {said.split()[0]}
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


def test_reading_needs_the_same_memory_for_any_number_of_learners(book):
    """Learners are read one at a time: ten times as many take no more memory."""
    run, peaks = book.begin({}), []
    for count in (100, 1000):
        for number in range(count):
            book.record(run, graded(f"learner{number}"))
        tracemalloc.start()
        assert sum(1 for _ in book.standing()) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 50_000


def text_file(path: Path) -> None:
    path.write_text("Ann has 2 points.\n" * 100)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE song (title TEXT)")
    database.close()


def newer_gradebook(path: Path) -> None:
    with open_gradebook(path), sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 2")
    database.close()


def damaged_gradebook(path: Path) -> None:
    with open_gradebook(path):
        pass
    data = bytearray(path.read_bytes())
    data[200:] = os.urandom(len(data) - 200)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (text_file, "is no gradebook of this course. Choose another folder"),
        (other_database, "is no gradebook of this course. Choose another folder"),
        (newer_gradebook, "written by a newer version .* Update the course"),
        (damaged_gradebook, "is damaged. Put it aside"),
        (Path.mkdir, "can't be opened. Choose a folder that you may write in"),
    ],
)
def test_what_is_no_gradebook_is_refused_in_one_sentence_and_left_alone(path, damage, said):
    """A file that can't be read as a gradebook is named with the remedy, and not changed."""
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(GraderError, match=said) as refused:
        use(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_a_gradebook_locked_for_long_is_named_with_the_remedy(path, monkeypatch):
    """If another program holds the file, the grader waits, then says so."""
    monkeypatch.setattr(gradebook_file, "PATIENCE", 0.2)
    with open_gradebook(path):
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GraderError, match="is locked by another program"):
            use(path)
        holder.close()


def test_a_change_that_breaks_off_leaves_nothing(path):
    """A change is whole or not at all."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("CREATE TABLE song (title TEXT)")

    def half() -> None:
        with gradebook_file.change(database) as execute:
            execute("INSERT INTO song VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert database.execute("SELECT * FROM song").fetchall() == []
    database.close()


def test_settings_and_version_of_each_run_are_kept(book, path):
    """Later one can see with what each grade was made."""
    book.finish(book.begin({"folder": "here"}, seed=3, lessons=["01_recap"]))
    database = sqlite3.connect(path)
    columns = "seed, lessons, settings, version, started, finished"
    (row,) = database.execute(f"SELECT {columns} FROM run")
    database.close()
    assert (row[0], json.loads(row[1])) == (3, ["01_recap"])
    assert json.loads(row[2]) == {"folder": "here", "again": False}
    assert all(row[3:])
