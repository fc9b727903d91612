"""What counts as a miss, and the help that comes with each: two hints, then where to look."""

import ast
import re

import pytest
from places import ROOT

from lessons.checking.local import examine
from lessons.checking.verdict import Status, Verdict
from lessons.exercises import EXERCISES
from lessons.progress import session, store
from lessons.progress.session import help_for, is_guess, is_miss, record

DZ = EXERCISES["dz"]
FORGIVEN = ["blank", "helper", "not-a-choice"]
FORM = ["none", "part-blank", "count", "missing", "type", "shape", "comma", "quoted"]
FORM += ["digits"]


@pytest.fixture(autouse=True)
def fresh_start() -> None:
    session.RIGHT.clear()
    session.MISSES.clear()


def test_help_comes_after_the_first_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first miss stays alone; then come two hints, then the solution's place for good."""
    monkeypatch.setattr(session, "address", lambda: "")
    place = "solutions/02_derivatives.ipynb"
    stuck = ("Stuck", f"Look at dz in {place}, then try again.")
    first, second = DZ.hints
    assert [help_for(DZ, misses) for misses in range(6)] == [
        None, None, ("Hint", first), ("Hint", second), stuck, stuck,
    ]  # fmt: skip
    monkeypatch.setattr(session, "address", lambda: "https://example.org/course")
    there = f"{place} (https://example.org/course/blob/main/{place})"
    assert help_for(DZ, 4) == ("Stuck", f"Look at dz in {there}, then try again.")


def verdict(exercise: str, status: Status, name: str = "") -> Verdict:
    return Verdict(exercise, status, name)


def test_misses_are_counted_for_each_exercise() -> None:
    """Each wrong answer adds one to its own exercise; a right one takes no miss away."""
    told = [record(verdict("dz", "mistake", "dz-sign")) for _ in range(3)]
    told += [record(verdict("da", "unknown")), record(verdict("dz", "right"))]
    told += [record(verdict("dz", "trouble", "NameError"))]
    assert told == [1, 2, 3, 1, 3, 4]


def test_a_tick_comes_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is right is ticked and kept once; made wrong again it loses its tick, not its day."""
    kept: list[str] = []
    monkeypatch.setattr(store, "mark_done", kept.append)
    for status in ("right", "right", "mistake"):
        record(verdict("dz", status))  # type: ignore[arg-type]
        record(verdict("da", "right"))
    assert (session.RIGHT, kept) == ({"da"}, ["dz", "da"])


def test_a_guess_is_a_tick() -> None:
    """A prediction without points is done when it is made; one with points has to be right."""
    wrong = verdict("sign_of_da", "mistake", "choice-a")
    assert is_guess(wrong)
    assert not is_miss(wrong)
    assert record(wrong) == 0
    assert not is_guess(verdict("sign_of_da", "trouble", "not-a-choice"))
    assert not is_guess(verdict("edge_of_sigmoid", "mistake", "choice-a"))
    assert is_miss(verdict("edge_of_sigmoid", "mistake", "choice-a"))
    assert list(session.RIGHT) == ["sign_of_da"]


@pytest.mark.parametrize("name", FORGIVEN + FORM)
def test_form_counts_for_functions_only(name: str) -> None:
    """Blanks and others' mistakes are never a miss; a slip of form is one in a function alone."""
    assert is_miss(verdict("dz", "trouble", name)) == (name in FORM)
    assert not is_miss(verdict("first_z", "trouble", name))
    assert not is_miss(verdict("edge_of_sigmoid", "trouble", name))


def test_what_a_lesson_has_you_answer_wrongly_costs_nothing() -> None:
    """An answer that stands in a lesson's own check is a mistake on purpose, and never a miss."""
    asked = [
        ast.literal_eval(answers)
        for path in ROOT.glob("solutions/*.py")
        for answers in re.findall(r"(?m)^check(\(.*\))$", path.read_text("utf-8"))
        if re.search(r", [^a-z]", answers)
    ]
    assert ("first_z", 1.0) in asked
    for name, answer in asked:
        wrong = examine(EXERCISES[name], answer)
        assert wrong.status == "mistake"
        assert not is_miss(wrong)
        assert record(wrong) == 0
    assert is_miss(examine(EXERCISES["first_z"], 1.2))
    assert is_miss(verdict("drill_z", "mistake", "bias-left-out"))


def test_wrong_numbers_count_everywhere() -> None:
    """A wrong answer is a miss, in code, by hand and as a choice; a right one never is."""
    for exercise in ("dz", "first_z", "edge_of_sigmoid"):
        assert is_miss(verdict(exercise, "unknown", "x"))
        assert not is_miss(verdict(exercise, "right"))
