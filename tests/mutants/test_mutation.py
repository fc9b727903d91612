"""`make mutants` fails for each change that nobody noticed and nobody explained."""

import tomllib
from pathlib import Path

import pytest
from mutation import equivalent, report

SURVIVORS = {f"lessons.a.x_b__mutmut_{n}": f"lessons.a.b: {n} → {n + 1}" for n in range(5)}
CHANGES = set(SURVIVORS.values())


def test_all_caught_or_explained_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    """Where every survivor is listed as equivalent, the figure counts all the others."""
    assert report(105, SURVIVORS, CHANGES) == 0
    assert "5 of them equivalent; 100 of 100 caught: 100.0 %" in capsys.readouterr().out


def test_one_unexplained_survivor_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """One change that slipped through is named, and fails, however high the figure is."""
    assert report(105, SURVIVORS, CHANGES - {"lessons.a.b: 3 → 4"}) == 1
    shown = capsys.readouterr().out
    assert "not noticed: lessons.a.b: 3 → 4  (lessons.a.x_b__mutmut_3)" in shown
    assert "4 of them equivalent; 100 of 101 caught: 99.0 %" in shown


def test_a_reason_without_a_survivor_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What is listed as equivalent, but was noticed or is gone, is told, so that it can go."""
    assert report(105, SURVIVORS, CHANGES | {"lessons.a.b: 8 → 9"}) == 0
    assert "noticed or gone: lessons.a.b: 8 → 9" in capsys.readouterr().out


def test_every_equivalent_change_has_its_reason() -> None:
    """The list gives a reason for each change, and no change twice."""
    text = Path(__file__).with_name("equivalent.toml").read_text("utf-8")
    reasons = tomllib.loads(text)["reasons"]
    assert all(reason["why"].endswith(".") for reason in reasons)
    assert len(equivalent()) == sum(len(reason["changes"]) for reason in reasons)
