"""What is recorded is kept as it was, for any number of learners, and can be read later."""

import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

from gradebooks import EXERCISES, some_points
from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in_graders import graded

from lessons.checking.verdict import Verdict
from lessons.classroom.gradebook.gradebook import open_gradebook
from lessons.classroom.models import Grade, Graded, Learner

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
verdicts = st.builds(Verdict, st.sampled_from(EXERCISES), st.just("trouble"), *[st.text()] * 6)
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


def test_reading_needs_the_same_memory_for_any_number_of_learners(book):
    """Learners are read one at a time: ten times as many take no more memory."""
    run, peaks = book.begin({}), []
    for count in (100, 1000):
        for number in range(count):
            book.record(run, graded(f"learner{number}"))
        list(book.standing())  # Python keeps some of the memory for the next time
        tracemalloc.start()
        assert sum(1 for _ in book.standing()) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 50_000
