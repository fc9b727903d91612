"""Right answers in a form worth a word: a δ in the logs is fine when small, and told so."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.local import examine
from lessons.checking.remarks import remarkable_form
from lessons.exercises import EXERCISES

LOSS = EXERCISES["loss"]
USUAL = [1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-14, 1e-15]
TOO_LARGE = [1e-3, 1e-4, 1e-5, 1e-6]
FORMS: dict[str, Callable[[float, float, float], float]] = {
    "math": lambda a, y, d: -(y * math.log(a + d) + (1 - y) * math.log(1 - a + d)),
    "NumPy": lambda a, y, d: -(y * np.log(a + d) + (1 - y) * np.log(1 - a + d)),
    "one log": lambda a, y, d: -math.log(a + d) if y == 1 else -math.log(1 - a + d),
}
QUIET: dict[str, Callable[[float, float], float]] = {
    "clipped": lambda a, y: FORMS["math"](min(max(a, 1e-12), 1 - 1e-12), y, 0),
    "one log": lambda a, y: -math.log(a) if y == 1 else -math.log1p(-a),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_small_delta_is_right_with_a_remark(form: str) -> None:
    """What textbooks add to a before the log costs no point; a larger one has a name."""
    for delta in USUAL + TOO_LARGE:
        verdict = examine(LOSS, lambda a, y, d=delta: FORMS[form](a, y, d))
        name = "epsilon-in-the-log" if delta in USUAL else "epsilon-misused"
        if form == "one log" and delta in TOO_LARGE:  # for y = 0.3, too, it takes one of the two
            assert not verdict.is_right
        else:
            assert (verdict.name, verdict.is_right) == (name, delta in USUAL), delta


@pytest.mark.parametrize("form", QUIET)
def test_other_safe_forms_are_right_without_a_word(form: str) -> None:
    """A clip, and a log that is taken only where it exists, have nothing to be told."""
    verdict = examine(LOSS, lambda a, y: QUIET[form](a, y))
    assert (verdict.is_right, verdict.name) == (True, "")


def test_a_form_must_show_at_every_extreme() -> None:
    """One number that a δ would give, trouble, or no extreme at all, are no sign of it."""
    perfect, zero = LOSS.extremes
    tiny = Outcome((-math.log(1 + 1e-7),))
    told = remarkable_form(LOSS, {perfect: tiny, zero: tiny})
    assert told is not None
    assert told.name == "epsilon-in-the-log"
    for other in (Outcome((0.0,)), Outcome((1e-7,)), Outcome(([-1e-7],))):
        assert remarkable_form(LOSS, {perfect: tiny, zero: other}) is None
    failing = remarkable_form(LOSS, {perfect: tiny, zero: Outcome(trouble=Trouble("error"))})
    assert failing is not None
    assert failing.name == "log-of-zero"
    assert remarkable_form(LOSS, {}) is None
