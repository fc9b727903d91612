"""What comes out of the worker is plain data, as it was asked for, or a death."""

import os
from math import inf, isnan
from subprocess import TimeoutExpired
from types import SimpleNamespace
from typing import Any

import pytest
from patience import LONG
from worker_talk import DOUBLE, call, run, value

from lessons.answers.function_facts import Facts
from lessons.answers.outcome import Outcome, Trouble
from lessons.classroom.sandbox import client
from lessons.classroom.sandbox.limits import LIMITS
from lessons.classroom.sandbox.protocol import Reply, reply_in
from lessons.classroom.sandbox.sandbox import DiedError, Sandbox, Worker


def test_every_kind_of_answer_can_be_asked_for(worker: Worker) -> None:
    """Numbers, a choice, and what a function looks like; a name that is nowhere is blank."""
    assert run(worker, "a = 0.5\nletter = ' B. '\nz = 1\ndef f(y, x): return z + double(x)") is None
    assert run(worker, DOUBLE) is None
    ask = worker.ask
    assert ask({"do": "numbers", "name": "a", "outputs": ["a"]}, LONG) == [Outcome((0.5,))]
    assert ask({"do": "choice", "name": "letter"}, LONG) == ["b"]
    names = {"inputs": ["x", "y"], "quantities": ["z"], "exercises": ["double"]}
    facts = Facts("y, x", ("z",), ("double",))
    assert ask({"do": "facts", "name": "f", **names}, LONG) == [facts]
    nothing = Trouble("blank")
    for request, told in (
        ({"do": "choice"}, nothing),
        ({"do": "numbers", "outputs": ["a"]}, Outcome(trouble=nothing)),
        ({"do": "facts", **names}, Facts()),
    ):
        assert ask({**request, "name": "nowhere"}, LONG) == [told]


def test_what_came_before_a_death_is_kept(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that never ends doesn't take the replies of the earlier ones along."""
    assert run(worker, "def f(x):\n    while x > 1: pass\n    return x") is None
    now = 0.0

    def read(*line: Any) -> Reply:
        nonlocal now
        now = LONG  # the time is up as soon as the first reply is there
        return reply_in(*line)

    monkeypatch.setattr(client, "monotonic", lambda: now)
    monkeypatch.setattr(client, "reply_in", read)
    with pytest.raises(DiedError) as died:
        worker.ask({"do": "call", "name": "f", "probes": [(0.5,), (2,)], "outputs": ["x"]}, LONG)
    assert (died.value.kind, died.value.replies) == ("time", [Outcome((0.5,))])


def test_whoever_hangs_up_and_lives_on_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for as long as its request may take, and no longer."""
    waited = []

    def wait(seconds: float) -> int:
        waited.append(seconds)
        raise TimeoutExpired("worker", seconds)

    monkeypatch.setattr(client, "monotonic", lambda: 100.0)
    reading, requests = os.pipe()
    replies, writing = os.pipe()
    os.close(writing)
    with open(requests, "wb", 0) as stdin, open(replies, "rb", 0) as stdout, open(reading, "rb"):
        worker = Worker(SimpleNamespace(stdin=stdin, stdout=stdout, wait=wait), LIMITS)
        with pytest.raises(DiedError, match="hung up") as died:
            worker.ask({"do": "run", "code": "", "place": "cell 1"}, 7)
    assert (died.value.kind, waited) == ("exit", [7])


FORGE = """
import os
def double(x):
    for number in range(3, 64):
        try:
            os.write(number, b'{"values": [3.0]}\\n' * 2)
        except OSError:
            pass
    return 0.0
"""


def test_a_forger_is_found_out(worker: Worker) -> None:
    """A line that nobody has asked for ends the conversation."""
    assert run(worker, FORGE) is None
    with pytest.raises(DiedError) as died:
        call(worker, "double", (1.5,))
    assert died.value.kind == "garbage"


@pytest.mark.parametrize(
    "answer",
    [
        "type('N', (float,), {'__eq__': lambda *_: True, '__float__': lambda _: 0.25})(0.5)",
        "type('N', (int,), {'__class__': float})(0)",
        "type('N', (), {'__float__': lambda _: 0.5})()",
        "type('N', (), {'tolist': lambda _: 1 / 0})()",
        "type('N', (), {'tolist': exit})()",
        "type('N', (dict,), {'__contains__': lambda *_: True})()",
        "10 ** 5000",
        "float('nan')",
    ],
)
def test_odd_objects_come_out_as_plain_numbers_or_not_at_all(answer: str, worker: Worker) -> None:
    """Whatever an answer pretends to be, the grader gets a float or the kind of trouble."""
    got = value(worker, answer)
    assert isinstance(got, str) or [type(number) for number in got] == [float]


def test_a_large_request_and_a_large_reply_arrive_whole(sandbox: Sandbox) -> None:
    """No size of cell or answer within the limits blocks the line."""
    roomy = sandbox._replace(limits=LIMITS._replace(list_numbers=5000))
    with roomy.start({}) as worker:
        assert run(worker, f"text = '{'x' * 2_000_000}'\ndef f(n): return [n] * 5000") is None
        assert call(worker, "f", (0.1,), outputs="losses") == [Outcome(([0.1] * 5000,))]


def test_a_list_longer_than_any_answer_is_told_as_such(worker: Worker) -> None:
    """Nobody's losses are so many: the learner reads how many they are."""
    assert run(worker, "def f(n): return [n] * 101") is None
    (outcome,) = call(worker, "f", (0.1,), outputs="losses")
    assert outcome.trouble == Trouble("type", "losses is a list of 101 numbers")


def test_numbers_arrive_as_they_are(worker: Worker) -> None:
    """Floats come through to the last bit, huge integers as infinity, nan as nan."""
    assert value(worker, "0.1 + 0.2") == [0.1 + 0.2]
    assert value(worker, "5e-324") == [5e-324]
    assert value(worker, "-10 ** 400") in ([-inf], [inf])
    assert isnan(value(worker, "float('nan')")[0])
