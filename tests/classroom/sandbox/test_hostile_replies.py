"""Whatever a worker sends back, the judge comes to a grade: no crash, no points out of nothing."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.checking.messages import TROUBLES
from lessons.checking.python_errors import ERRORS
from lessons.classroom.grading.submission import grade
from lessons.classroom.models import Graded, Learner, Source, Submission
from lessons.classroom.sandbox.limits import LIMITS, Limits
from lessons.classroom.sandbox.protocol import Reply, reply_in
from lessons.classroom.sandbox.sandbox import DiedError
from lessons.exercises import EXERCISES, Exercise

SOME_FUNCTION = "lambda *_: 0"
LONGEST = 100_000  # characters that are kept of one answer

odd_numbers = st.sampled_from([0.0, -0.0, 1e-320, 1e308, -1e308, float("inf"), float("nan")])
numbers = odd_numbers | st.floats() | st.integers(-(10**400), 10**400)
texts = st.text(max_size=30) | st.sampled_from(
    ["{", "{detail}", "%s", ":", "missing " * 9, *(case.said for case in ERRORS)]
)
kinds = st.sampled_from([*TROUBLES, "error", "", "no kind", "{name}"])
troubles = st.tuples(kinds, texts, texts)
values = st.lists(numbers | st.lists(numbers, max_size=5), max_size=13)
names = st.lists(st.sampled_from([*EXERCISES, "x", "a", "<b>", ""]), max_size=5)
facts = st.fixed_dictionaries({"parameters": st.none() | texts, "leaked": names, "helpers": names})
deaths = st.sampled_from(["time", "memory", "exit", "signal", "output", "garbage"])


class Liar:
    """A worker that says whatever the data say, in the right shape, or dies instead."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.told: dict[str, list[bytes]] = {}

    def ask(self, request: Mapping[str, Any], seconds: float) -> list[Reply]:
        assert seconds >= 0
        do, count = request["do"], len(request.get("probes", "1"))
        if self.data.draw(st.integers(0, 9)) == 9:
            raise DiedError(self.data.draw(deaths), "It is no more.")
        if do not in self.told:
            said = self.data.draw(st.lists(possible(request), min_size=1, max_size=4))
            self.told[do] = [json.dumps(each).encode() for each in said]
        lines = islice(cycle(self.told[do]), count)
        return [reply_in(line, request, LIMITS) for line in lines]


def possible(request: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Everything of the right shape for such a request."""
    if request["do"] == "run":
        return st.fixed_dictionaries({"trouble": st.none() | troubles})
    trouble = st.fixed_dictionaries({"trouble": troubles})
    if request["do"] == "choice":
        return trouble | st.fixed_dictionaries({"text": texts})
    if request["do"] == "facts":
        return trouble | facts
    count = len(request["outputs"])
    fitting = st.lists(numbers, min_size=count, max_size=count)
    return trouble | st.fixed_dictionaries({"values": fitting | values})


@dataclass
class Lies:
    """A sandbox full of liars."""

    data: st.DataObject
    limits: Limits = LIMITS

    @contextmanager
    def start(self, given: Mapping[str, str]) -> Iterator[Liar]:
        yield Liar(self.data)


@settings(max_examples=150, deadline=None)
@given(exercise=st.sampled_from(list(EXERCISES.values())), data=st.data())
def test_every_reply_can_be_judged(exercise: Exercise, data: st.DataObject) -> None:
    """Replies of the right shape, whatever is in them, lead to grades that can be written down."""
    answer = f"{exercise.name} = {SOME_FUNCTION if exercise.kind == 'function' else 1}"
    mallory = Learner("mallory", "Mallory")
    submission = Submission(mallory, (Source("homework.py", answer.encode()),))
    result = grade(submission, 20, Lies(data))
    written = json.dumps(result.as_plain())
    assert all(0 <= each.points <= each.out_of for each in result.grades)
    assert Graded.from_plain(json.loads(written)) == result
    assert len(written) < LONGEST
