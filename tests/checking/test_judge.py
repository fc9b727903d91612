"""The one judge, asked about answers that lie far away: nothing there can be put right."""

from collections.abc import Callable, Iterable, Sequence
from math import exp, log
from typing import Any

import pytest

from lessons.answers.function_facts import Facts
from lessons.answers.outcome import Outcome, Trouble
from lessons.checking.answers import outcomes_of
from lessons.checking.candidates import answer, catalogue
from lessons.checking.judge import expected, judge, share
from lessons.checking.run import run
from lessons.exercises import EXERCISES, Exercise, Probe
from lessons.mistakes import MISTAKES

DZ, FORWARD = EXERCISES["dz"], EXERCISES["forward"]
HIDDEN = [(0.123, 1.0), (0.456, 0.0)]


class Afar:
    """Answers as the sandbox gives them: functions by their names, and what they look like."""

    def __init__(self, helpers: Sequence[str] = (), **functions: Any) -> None:
        self._functions = functions
        self._helpers = tuple(helpers)

    def choice(self, exercise: Exercise) -> str | Trouble:
        return self._functions[exercise.name]

    def numbers(self, exercise: Exercise) -> Outcome:
        return Outcome(self._functions[exercise.name])

    def call(
        self, exercise: Exercise, probes: Sequence[Probe], without: Iterable[str] = ()
    ) -> Sequence[Outcome]:
        return run(self._functions[exercise.name], probes, exercise.output_names)

    def facts(self, exercise: Exercise) -> Facts:
        return Facts(helpers=self._helpers)

    def repaired(self, exercise: Exercise, helpers: Iterable[str]) -> None:
        return None


def test_a_right_answer_earns_all() -> None:
    """A right function, right numbers and the right letter have a share of one."""
    assert judge(DZ, Afar(dz=lambda a, y: a - y), HIDDEN) == judge(DZ, Afar(dz=lambda a, y: a - y))
    assert judge(DZ, Afar(dz=lambda a, y: a - y)).share == 1
    by_hand, choice = EXERCISES["first_z"], EXERCISES["wrong_line_1"]
    right = by_hand.expected(by_hand.probes[0])
    assert judge(by_hand, Afar(first_z=right))[1] == 1
    assert judge(choice, Afar(wrong_line_1=choice.right_choice))[1] == 1


def test_a_wrong_answer_earns_nothing() -> None:
    """A wrong function, wrong numbers, another letter and an error have a share of nothing."""
    assert judge(DZ, Afar(dz=lambda a, y: y - a), HIDDEN)[1] == 0
    assert judge(EXERCISES["first_z"], Afar(first_z=(7.5,)))[1] == 0
    assert judge(EXERCISES["wrong_line_1"], Afar(wrong_line_1="2"))[1] == 0
    failed = {probe: Outcome(trouble=Trouble("error", "E")) for probe in DZ.probes}
    assert share(DZ, failed) == 0


def test_a_share_is_that_of_the_outputs() -> None:
    """Of two numbers one is right everywhere: that is half."""
    half = Afar(forward=lambda x1, x2, w1, w2, b: (w1 * x1 + w2 * x2 + b, 0.5))
    assert judge(FORWARD, half).share == 0.5
    probe = FORWARD.probes[0]
    assert expected(FORWARD, probe) == FORWARD.expected(probe)


def known_by_heart(exercise: Exercise) -> Callable[..., Any]:
    table = {probe: exercise.expected(probe)[0] for probe in exercise.all_probes}
    return lambda *probe: table.get(probe, 0.0)


def test_the_published_inputs_alone_are_known_by_heart() -> None:
    """What is right at the published inputs and wrong at the hidden ones is no formula."""
    answers = Afar(dz=known_by_heart(DZ))
    assert judge(DZ, answers).verdict.is_right
    verdict, earned = judge(DZ, answers, HIDDEN)
    assert (verdict.exercise, verdict.status, verdict.name, earned) == (
        "dz",
        "trouble",
        "by-heart",
        0,
    )
    assert verdict.title == "Right for the lesson's numbers only"


def wrong_sigmoid(z: float) -> float:
    return 1 / 1 + exp(-z)


def odd_sigmoid(z: float) -> float:
    return 0.3 + z * z


def with_helper(sigmoid: Callable[[float], float], more: float = 0) -> Afar:
    """A forward that calls this sigmoid, and adds to z what doesn't belong there."""

    def forward(x1: float, x2: float, w1: float, w2: float, b: float) -> tuple[float, float]:
        z = w1 * x1 + w2 * x2 + b + more
        return z, sigmoid(z)

    return Afar(["sigmoid"], sigmoid=sigmoid, forward=forward)


@pytest.mark.parametrize("sigmoid", [wrong_sigmoid, odd_sigmoid])
def test_what_a_helper_explains_is_the_helpers(sigmoid: Callable[[float], float]) -> None:
    """A known mistake of the helper's that explains all numbers, or one that nobody knows."""
    verdict = judge(FORWARD, with_helper(sigmoid)).verdict
    assert (verdict.name, verdict.title) == ("helper", "forward itself is fine")
    assert "sigmoid isn't right yet" in verdict.happened


def test_what_a_helper_does_not_explain_is_ones_own() -> None:
    """A known mistake of the function's own is told, whether the helper is wrong or not."""
    for sigmoid in (wrong_sigmoid, odd_sigmoid, lambda z: 1 / (1 + exp(-z))):
        answers = with_helper(sigmoid)

        def forward(
            x1: float, x2: float, w1: float, w2: float, b: float, act: Any = sigmoid
        ) -> tuple[float, float]:
            z = w1 * x1 + w2 * x2
            return z, act(z)

        answers._functions["forward"] = forward
        assert judge(FORWARD, answers).verdict.name == "bias-left-out"


def test_a_right_helper_explains_nothing() -> None:
    """With a helper that is right, the verdict stays what the numbers say."""
    right = with_helper(lambda z: 1 / (1 + exp(-z)), more=0.37)
    assert judge(FORWARD, right).verdict.name == "first-wrong-z"


def test_an_error_that_a_helper_makes_is_the_helpers() -> None:
    """Where nothing can be compared, a helper that is wrong is to blame."""

    def loss(a: float, y: float) -> float:
        return log(-a)

    verdict = judge(FORWARD, with_helper(lambda z: loss(0.5, z))).verdict
    assert verdict.name == "helper"


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
def test_only_what_can_be_made_is_suspected(exercise: Exercise) -> None:
    """Just the mistakes are suspected that lead to numbers here, or that extremes bring out."""
    found = [(each.mistake.name, sorted(each.lines)) for each in catalogue.__wrapped__(exercise)]
    likely = [MISTAKES[name] for name in exercise.likely]
    for mistake in likely if exercise.kind == "number" else MISTAKES.values():
        for lines in (*mistake.variants, *mistake.by_the_chain()):
            if mistake.at_extremes:
                possible = bool(exercise.extremes) and not set(lines).isdisjoint(exercise.outputs)
            else:
                possible = any(answer(exercise, lines, probe) for probe in exercise.probes[:1])
            assert ((mistake.name, sorted(lines)) in found) == possible


def test_answers_that_are_fewer_or_more_are_no_outcomes() -> None:
    """Each probe has its outcome; the call that is made twice adds none."""
    came = [Outcome((float(number),)) for number in range(len(DZ.all_probes))]
    assert list(outcomes_of(DZ, [*came, came[0]]).values()) == came
