"""Outcomes and troubles: made, read, shown, copied and sent like the tuples they are."""

import pickle
from copy import copy

from lessons.answers.outcome import Outcome, Trouble


def test_parts_have_their_names() -> None:
    """Each name reads the part at its place, and the tuple shows all of them."""
    trouble = Trouble("count", "1 of 2")
    assert (
        (trouble.kind, trouble.detail, trouble.lines) == ("count", "1 of 2", "") == tuple(trouble)
    )
    assert repr(trouble) == "Trouble(kind='count', detail='1 of 2', lines='')"


def test_a_copy_is_the_same() -> None:
    """A named tuple comes back whole from a copy and from another process."""
    outcome = Outcome((0.5, [1.0]), Trouble("type", "a is None", "line 1: x"))
    for back in (copy(outcome), pickle.loads(pickle.dumps(outcome))):
        assert type(back) is Outcome
        assert back == outcome
        assert back.trouble == outcome.trouble
