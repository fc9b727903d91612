"""A class is counted right, in any order, and in the same memory however large it is."""

import tracemalloc
from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_class import blank, made_up_class, right_grades, wrong_grades
from page_reader import one

from lessons.classroom.findings import completion_of
from lessons.classroom.models import Learner
from lessons.classroom.reports.class_stats import COMPARED, Counts, count
from lessons.classroom.text import headline


@given(st.integers(0, 2**32), st.integers(0, 25), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_class_is_counted_right(seed: int, size: int, chance: Random) -> None:
    """All counts are what a plain recount gives, whoever comes first."""
    whole = list(made_up_class(size, seed))
    counts = count(whole)
    shuffled = count(chance.sample(whole, size))
    assert counts.learners == size
    assert counts.shares == shuffled.shares
    assert counts.outcomes == shuffled.outcomes
    for name, outcomes in counts.outcomes.items():
        every = [g for graded in whole for g in graded.grades if g.exercise == name]
        assert outcomes == Counter(map(completion_of, every))
    for kind in ("mistake", "choice", "other"):
        found = counts.findings(kind)
        made = [who.learners for _, who in found]
        assert made == sorted(made, reverse=True)
        assert [(f, w.learners) for f, w in shuffled.findings(kind)] == [
            (f, w.learners) for f, w in found
        ]
        for finding, who in found:
            titled = {
                graded.learner.key
                for graded in whole
                for g in graded.grades
                if headline(g.verdict.title) == finding.title and g.verdict.status == "mistake"
            }
            assert kind != "mistake" or who.learners <= len(titled)
    assert 0 <= counts.median() <= 100


def test_a_mistake_counts_once_for_a_learner() -> None:
    """The same mistake in two exercises is one learner, and both exercises are named."""
    (flip,) = [g for g in wrong_grades("dz") if g.verdict.name == "dz-sign"]
    twice = one(flip, replace(flip, exercise="backward"))
    ((finding, found),) = count([twice]).findings("mistake")
    assert (finding.lesson, found.learners, set(found.exercises)) == (
        "02_derivatives",
        1,
        {"dz", "backward"},
    )


def test_memory_stays_flat() -> None:
    """Counting four times as many learners takes no more memory, beyond what is listed."""

    def peak(size: int) -> int:
        pattern = made_up_class(20)
        stream = (replace(pattern[n % 20], learner=Learner(f"k{n}", f"N {n}")) for n in range(size))
        tracemalloc.start()
        counts = count(stream)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert counts.learners == size
        return most

    peak(COMPARED)
    assert peak(4 * COMPARED) < 1.2 * peak(COMPARED + 1)


def test_who_needs_a_look_is_named() -> None:
    """Ungraded, refused and blank learners stand there; somebody who did all right doesn't."""
    counts = Counts()
    fine = one(*right_grades("dz")[:1], who=Learner("fine", "Fine"))
    for each in (
        fine,
        one(who=Learner("nothing", "Nothing")),
        one(*right_grades("dz")[:1], notes=("x.doc: refused.",), who=Learner("file", "File")),
        one(blank("dz"), blank("da"), who=Learner("blank", "Blank")),
    ):
        counts.add(each)
    assert [who.key for who, _ in counts.attention] == ["nothing", "file", "blank"]
