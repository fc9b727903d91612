"""A teacher is called for what nobody has settled yet, and for nothing else."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in_graders import graded, submission

from lessons.checking.verdict import Verdict
from lessons.classroom.gradebook.effective import Override, effective_grades, needs_attention
from lessons.classroom.models import Grade, Graded, Learner, ungraded


def test_what_could_not_be_graded_is_tried_again_and_takes_no_grade_away(book):
    """A note instead of grades is seen by the teacher, and is no reason to skip the learner."""
    run = book.begin({})
    book.record(run, graded("ann"))
    book.record(run, ungraded(Learner("ann", "Ann"), "its worker died."))
    (counts,) = book.standing()
    assert (counts.points, counts.notes) == (2, ("This could not be graded: its worker died.",))
    assert needs_attention(counts)
    assert not book.is_known(run, "ann", submission("ann").digest)


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
    assert needs_attention(effective_grades(history, overrides)) == (has_trouble and not settled)


def test_who_has_answered_nothing_is_looked_after():
    """Blank everywhere, though readable: the teacher is told, until an override says it is fine."""
    blank = Grade("dz", 0, 2, Verdict("dz", "blank"))
    nothing = replace(graded("ann"), grades=(blank,))
    assert needs_attention(effective_grades([("1", nothing)]))
    assert not needs_attention(
        effective_grades([("1", nothing)], [Override("2", "dz", 0, "was ill")])
    )
    assert needs_attention(effective_grades([("3", nothing)], [Override("2", "dz", 0, "was ill")]))
