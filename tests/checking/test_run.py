"""Many calls of one function: in time, in quiet, and each probe with its outcome."""

import sys
import warnings
from unittest.mock import Mock

import pytest

from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.answers import calls, outcomes_of
from lessons.checking.run import run
from lessons.checking.time_limit import TooLong, time_limit
from lessons.exercises import EXERCISES

DZ = EXERCISES["dz"]


def test_every_probe_is_called_and_the_first_one_twice() -> None:
    """A function is asked for every probe, and once more for the first, to see if it holds."""
    assert calls(DZ) == (*DZ.all_probes, DZ.all_probes[0])


def test_what_a_function_prints_is_kept_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither prints nor warnings of a learner's function reach the screen, or stop it."""

    def noisy(a: float, y: float) -> float:
        print("out")
        sys.stderr.write("err")
        warnings.warn("mind the gap", stacklevel=1)
        return a - y

    told = run(noisy, DZ.probes, ["dz"])
    assert told == [Outcome(DZ.expected(probe)) for probe in DZ.probes]
    assert capsys.readouterr() == ("", "")


class Patient:
    """A limit that comes only once."""

    def raise_again(self, frame: object) -> None: ...


def test_who_is_stopped_hears_after_how_long() -> None:
    """What came before the time ran out stands; the rest is told after how many seconds."""
    turns = iter(range(99))

    def slow(a: float, y: float) -> float:
        if next(turns):
            raise TooLong(Patient())  # type: ignore[arg-type]
        return a - y

    first, *others = run(slow, DZ.probes, ["dz"])
    assert first == Outcome(DZ.expected(DZ.probes[0]))
    assert len(others) == len(DZ.probes) - 1
    for outcome in others:
        assert outcome.trouble is not None
        assert outcome.trouble.kind == "too-long"
        assert float(outcome.trouble.detail) > 0


def answers(*values: float) -> list[Outcome]:
    return [Outcome((value,)) for value in values]


def test_another_answer_to_the_same_call_is_none() -> None:
    """Who answers the first call differently at the end has answered nothing; nan is the same."""
    size = len(DZ.all_probes)
    told = answers(*range(size), 0)
    assert outcomes_of(DZ, told) == dict(zip(DZ.all_probes, told, strict=False))
    told = answers(*range(size), 1)
    assert outcomes_of(DZ, told) == dict.fromkeys(DZ.all_probes, Outcome(trouble=Trouble("random")))
    told = answers(*[float("nan")] * (size + 1))
    assert all(outcome.trouble is None for outcome in outcomes_of(DZ, told).values())
    told = [*answers(*range(size)), Outcome(trouble=Trouble("error", "E"))]
    assert outcomes_of(DZ, told)[DZ.all_probes[0]] == Outcome((0,))


WISHES = {"600": 600, "0.5": 0.5, "0": 2, "-1": 2, "soon": 2, "": 2, "1e3": 2, None: 2}


@pytest.mark.parametrize("wish", WISHES, ids=str)
def test_a_wish_for_time_is_a_number_above_0(
    wish: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A function has so many seconds as LESSONS_SECONDS says; without a number there, two."""
    monkeypatch.delenv("LESSONS_SECONDS")
    if wish is not None:
        monkeypatch.setenv("LESSONS_SECONDS", wish)
    given = Mock(side_effect=time_limit)
    monkeypatch.setattr("lessons.checking.run.time_limit", given)
    assert run(lambda a, y: a - y, [(0.75, 1)], ["dz"]) == [Outcome((-0.25,))]
    given.assert_called_once_with(WISHES[wish])
