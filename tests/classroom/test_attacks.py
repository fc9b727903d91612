"""What hostile hand-ins can't do: earn a point, read a secret, outlive their run, stop the grader.

Every attack is handed in together with honest code. It gets what that deserves, to the last point.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen, run

import pytest
from baits import Baits, laid_out
from footprint import descendants, footprint, orphans_adopted
from groups import in_sandbox
from patience import wait_until
from places import TESTS
from unhurried import Clock

from lessons.classroom.grading.submission import grade
from lessons.classroom.models import Graded
from lessons.classroom.sandbox.limits import LIMITS
from lessons.classroom.sandbox.sandbox import Sandbox, open_sandbox
from lessons.classroom.submissions.collect import collect

CASES = sorted((TESTS / "golden_submissions").glob("attack_*"))
THIEVES = ["reads_secrets", "other_networks", "reads_the_reference", "reads_the_solutions"]
MOST_SAID = 100_000  # characters that are kept of one hand-in
SEED = 20
GRADER = """
from lessons.classroom.sandbox.sandbox import open_sandbox
cell = "import os, signal\\nif os.fork() == 0:\\n    os.setsid()\\nsignal.pause()"
with open_sandbox("bubblewrap") as sandbox, sandbox.start({}) as worker:
    worker.ask({"do": "run", "code": cell, "place": "cell 1"}, 300)
"""
EVERYBODY = 5  # the grader, bubblewrap outside and inside, the worker, the daemon


@pytest.fixture
def baits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Baits]:
    """Secrets of a teacher, who works in folders of her own."""
    for name in ("temporary", "work"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "work")
    with laid_out(tmp_path) as baits:
        yield baits


@pytest.fixture(autouse=True)
def _orphans_show() -> Iterator[None]:
    with orphans_adopted():
        yield


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """The folder of all submissions."""
    return tmp_path / "submissions"


def hand_in(case: Path, folder: Path, baits: Baits) -> None:
    """Put an attack among the submissions, with the places of the secrets written into it."""
    for path in case.iterdir():
        if path.name != "expected.json":
            there = folder / case.name / path.name
            there.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8", "surrogateescape")
            there.write_text(baits.put_into(text), "utf-8", "surrogateescape")


def graded(folder: Path, sandbox: Sandbox) -> Graded:
    (submission,) = collect(folder)
    return grade(submission, SEED, sandbox)


def points(result: Graded) -> dict[str, float]:
    return {each.exercise: each.points for each in result.grades if each.points}


def everything_said(result: Graded) -> str:
    return json.dumps(result.as_plain())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.removeprefix("attack_"))
@in_sandbox
def test_an_attack_gains_nothing(case: Path, handed_in: Path, baits: Baits, clock: Clock) -> None:
    """It gets the points of its honest code, sees no secret, leaves nothing, and ends in time."""
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    hand_in(case, handed_in, baits)
    clock.takes = expected.get("seconds", {})
    before = footprint()
    with open_sandbox("bubblewrap") as sandbox:
        result = graded(handed_in, sandbox)
    assert points(result) == pytest.approx(expected["points"]), expected["why"]
    assert baits.secret not in everything_said(result)
    assert "CANARY did" not in everything_said(result)
    assert baits.visits == []
    assert len(everything_said(result)) < MOST_SAID
    after = footprint()
    assert after.pop("threads") <= before.pop("threads")  # another test's may just have ended
    assert after == before
    assert clock.now <= LIMITS.submission_seconds


@pytest.mark.parametrize("name", THIEVES)
def test_the_baits_are_real(name: str, handed_in: Path, baits: Baits) -> None:
    """Without a sandbox the same thieves find what they look for, so it is what stops them."""
    case = next(case for case in CASES if case.name == f"attack_{name}")
    hand_in(case, handed_in, baits)
    script = (handed_in / case.name / "homework.py").read_text("utf-8") + "\nprint(loss(0.81, 1.0))"
    found = run([sys.executable, "-c", script], stdout=PIPE, stderr=STDOUT, text=True).stdout
    assert baits.secret in found or repr(-log(0.81)) in found


@in_sandbox
def test_nothing_told_of_hidden_inputs(handed_in: Path, baits: Baits, clock: Clock) -> None:
    """An error that only hidden inputs cause is mentioned, and its words are not shown."""
    case = next(case for case in CASES if case.name == "attack_tells_hidden_inputs")
    hand_in(case, handed_in, baits)
    with open_sandbox("bubblewrap") as sandbox:
        result = graded(handed_in, sandbox)
    verdict = next(each.verdict for each in result.grades if each.exercise == "loss")
    assert not verdict.is_right
    assert "HIDDEN" not in everything_said(result)


@in_sandbox
def test_nothing_outlives_a_grader_that_is_killed(baits: Baits) -> None:
    """When the grader itself is killed, the learner's code and its daemons die with it."""
    before = descendants()
    with Popen([sys.executable, "-c", GRADER], stdout=PIPE) as grader:
        wait_until(lambda: len(descendants()) == len(before) + EVERYBODY)
        grader.kill()
    wait_until(lambda: descendants() == before)


def test_there_are_enough_of_them() -> None:
    """At least 30 attacks, each with a law of its own and honest code besides."""
    known = [json.loads((case / "expected.json").read_text("utf-8")) for case in CASES]
    assert len({each["why"] for each in known}) == len(known) >= 30
    assert all(each["points"] for each in known)
