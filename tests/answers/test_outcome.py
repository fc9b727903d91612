"""Tuples with names: made, read, shown, copied and sent like the tuples they are."""

import pickle
from copy import copy

from lessons.answers.convert import Outcome, Trouble
from lessons.answers.outcome import Named


def test_parts_have_their_names() -> None:
    """Each annotated name reads the part at its place, and the tuple shows all of them."""

    class Point(Named):
        x: float
        y: float

    point = Point((1, 2.5))
    assert (point.x, point.y) == (1, 2.5) == tuple(point)
    assert point.as_dict() == {"x": 1, "y": 2.5}
    assert repr(point) == "Point(x=1, y=2.5)"


def test_a_copy_is_the_same() -> None:
    """A named tuple comes back whole from a copy and from another process."""
    outcome = Outcome((0.5, [1.0]), Trouble("type", "a is None", "line 1: x"))
    for back in (copy(outcome), pickle.loads(pickle.dumps(outcome))):
        assert type(back) is Outcome
        assert back == outcome
        assert back.trouble == outcome.trouble
