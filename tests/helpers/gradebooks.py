"""A gradebook to write in, what may be written there, and what stands in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import strategies as st

from lessons.classroom.gradebook.gradebook import Gradebook, open_gradebook

EXERCISES = ("loss", "da", "dz", "gradients")
some_points = st.floats(0, 4)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """A new gradebook, open."""
    with open_gradebook(tmp_path / "gradebook.db") as opened:
        yield opened


def points(book: Gradebook) -> dict[str, float]:
    """Return the points that count for each learner."""
    return {each.learner.key: each.points for each in book.standing()}
