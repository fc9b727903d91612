"""Laws of the descent widget: its browser side and its Python side train alike, mistakes too."""

import json
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import isclose
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from traitlets import TraitError

from lessons.formulas import Numbers
from lessons.logistic import Step, train
from lessons.mistakes import MISTAKES
from lessons.pictures import path_on_contour
from lessons.widgets.descent import TO_TRY, DescentWidget

Ask = Callable[[dict[str, Any]], dict[str, Any]]
ANSWER_EACH_LINE = """
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const s = JSON.parse(line);
  const rows = run(s);
  const words = stateInWords(s, s.step, rows, s.data);
  const sums = backwardSums(rows[s.step], s);
  const all = [...forwardSums(rows[s.step], s), ...sums];
  const verdict = verdictOn(s, s.step, rows, s.mistake ? run({ ...s, mistake: "" }) : [], s.data);
  const warning = hidden(s, rows[0], s.data.hiding);
  const answer = { rows, words, sums, all, verdict, warning };
  console.log(JSON.stringify(answer));
}
"""

near, inputs = st.floats(-3, 3), st.floats(-3, 3)
rates = st.floats(-3, 2).map(lambda power: 10**power)
settings = st.fixed_dictionaries(
    {"w1": near, "w2": near, "b": near, "x1": inputs, "x2": inputs, "alpha": rates}
    | {"y": st.sampled_from([0, 1]), "steps": st.integers(1, 8)}
)
# Round numbers, because it is among those that a mistake can hide.
round_settings = st.fixed_dictionaries(
    dict.fromkeys(["x1", "x2"], st.sampled_from([-1, 0, 0.5, 1, 2]))
    | dict.fromkeys(["w1", "w2", "b"], st.sampled_from([-2, 0, 2]))
    | {"alpha": st.sampled_from([0.5, 1])}
)
examples = st.sampled_from(["one", "two"])


@pytest.fixture(scope="module")
def ask(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The widget's own JavaScript, asked with the widget's own traits, in one lasting Node."""
    file = tmp_path_factory.mktemp("node") / "descent.mjs"
    file.write_text(f"{DescentWidget._esm}{ANSWER_EACH_LINE}", "utf-8")
    pipe = subprocess.PIPE
    with subprocess.Popen([node, file], stdin=pipe, stdout=pipe, text=True, bufsize=1) as there:
        assert there.stdin
        assert there.stdout

        def ask(traits: dict[str, Any]) -> dict[str, Any]:
            widget = DescentWidget(**traits)
            state = {name: widget.get_state()[name] for name in widget.keys if name[0] != "_"}
            print(json.dumps(state), file=there.stdin)
            answer: dict[str, Any] = json.loads(there.stdout.readline())
            return answer

        yield ask
        there.stdin.close()


def alike(here: tuple[float, ...], there: tuple[float, ...]) -> bool:
    """Whether all numbers agree, up to what one rounding can grow to in a step of α = 100."""
    pairs = zip(here, there, strict=True)
    return all(isclose(one, other, rel_tol=1e-9, abs_tol=1e-8) for one, other in pairs)


@pytest.mark.parametrize("mistake", ["", *TO_TRY])
@given(traits=settings, examples=examples)
def test_every_step_in_the_browser_is_the_step_of_the_lecture_or_of_its_mistake(
    ask: Ask, mistake: str, traits: dict[str, Any], examples: str
) -> None:
    """Each row is what Python makes of the row before, because rounding may grow over many."""
    widget = DescentWidget(mistake=mistake, examples=examples, **traits)
    rows = [Step(**row) for row in ask(traits | {"mistake": mistake, "examples": examples})["rows"]]
    assert len(rows) == widget.steps + 1
    assert alike(rows[0], widget.history[0])
    given = {"x1": widget.x1, "x2": widget.x2, "y": widget.label, "alpha": widget.alpha}
    lines = MISTAKES[mistake].variants[0] if mistake else None
    for row, following in pairwise(rows):
        q = Numbers(given | {"w1": row.w1, "w2": row.w2, "b": row.b}, lines)
        assert alike((q.new_w1, q.new_w2, q.new_b), following[:3])
        assert alike((q.z, q.a, q.safe_loss, q.dz, q.dw1, q.dw2, q.db), row[3:])


@given(traits=settings)
def test_history_is_the_training_of_the_reference(traits: dict[str, Any]) -> None:
    """Without a mistake, one example is trained by lessons.logistic.train."""
    assert DescentWidget(**traits).history == train(**traits)


@given(traits=settings)
def test_history_of_two_examples_goes_down_their_mean_loss(traits: dict[str, Any]) -> None:
    """Every row has the mean loss and the mean slopes of the labels 1 and 0."""
    history = DescentWidget(examples="two", **traits).history
    fixed = {name: traits[name] for name in ("x1", "x2", "alpha")}
    for row in history:
        place = {"w1": row.w1, "w2": row.w2, "b": row.b}
        one, other = (train(y=y, steps=0, **fixed, **place)[0] for y in (1, 0))
        assert alike(row, tuple((p + q) / 2 for p, q in zip(one, other, strict=True)))


@given(traits=settings)
def test_the_words_never_say_that_the_loss_of_one_example_rises(
    ask: Ask, traits: dict[str, Any]
) -> None:
    """Whatever α is: with one example, and no mistake, the loss can only fall."""
    words = ask(traits | {"step": traits["steps"]})["words"]
    assert f"The loss never rises in these {traits['steps']} steps. With one example" in words
    assert "With one example" not in ask(traits)["words"]


@pytest.mark.parametrize(("alpha", "says"), [(0.5, "never rises"), (3, "rises at")])
def test_the_loss_of_two_examples_rises_where_alpha_is_large(
    ask: Ask, alpha: float, says: str
) -> None:
    """The words say so, and they say it only then: before the last step it can be predicted."""
    two = {"alpha": alpha, "examples": "two"}
    assert f"The loss {says} " in ask(two | {"step": 50})["words"]
    assert "The loss " not in ask(two | {"step": 49})["words"]


def test_an_update_is_spelled_out_with_its_numbers(ask: Ask) -> None:
    """The sums are those of the lecture, and a mistake is seen in them."""
    traits = {"x1": 1.5, "x2": -2, "w1": 0.5, "w2": -0.3, "b": 0.1, "alpha": 0.2}
    assert ask(traits)["sums"][1] == "w2 := −0.3 − 0.2·0.38 ≈ −0.376"
    assert ask(traits | {"mistake": "plus-sign"})["sums"][1] == "w2 := −0.3 + 0.2·0.38 ≈ −0.224"
    assert ask(traits | {"mistake": "bias-not-updated"})["sums"][2] == "b := 0.1"


def test_round_numbers_are_said_as_they_are_by_hand(ask: Ask) -> None:
    """0.1·3 − 0.3 is 0, though its last digits say otherwise."""
    z, a, *_ = ask({"x1": 3, "x2": 0, "w1": 0.1, "w2": 2, "b": -0.3})["all"]
    assert (z, a) == ("z = w1·x1 + w2·x2 + b = 0.1·3 + 2·0 + (−0.3) = 0", "a = σ(z) = 0.5")


def test_the_loss_is_never_said_to_be_0(ask: Ask) -> None:
    """However far a step goes: only the computer's numbers end."""
    assert "loss ≈ 0" in ask({"x1": 10, "x2": 10, "alpha": 100, "step": 50})["all"]


@pytest.mark.parametrize("prediction", ["never rises", "never falls"])
def test_where_nothing_moves_the_loss_neither_rises_nor_falls(ask: Ask, prediction: str) -> None:
    """Two examples that disagree, half-way between them: who says either is right."""
    middle = {"examples": "two", "w1": 0, "w2": 0, "b": 0, "mistake": "plus-sign"}
    verdict = ask(middle | {"prediction": prediction, "step": 50})["verdict"]
    assert verdict.startswith("As you said, the loss never rises and never falls. ")
    other = ask(middle | {"prediction": "rises and falls", "step": 50})["verdict"]
    assert other.startswith("You said it rises and falls, but here ")


@pytest.mark.parametrize("mistake", TO_TRY)
@given(traits=round_settings, examples=examples)
@example(traits={"x1": -1, "x2": 2, "w1": 2, "w2": 0, "b": 2}, examples="two")  # dz is 0
@example(traits={"x1": -1, "x2": 2, "w1": 0, "w2": 0, "b": 0}, examples="one")
@example(traits={"x1": 1, "x2": 1, "w1": 2, "w2": 0, "b": 2, "alpha": 0.5}, examples="one")
def test_where_a_mistake_leaves_no_trace_there_is_a_warning(
    ask: Ask, mistake: str, traits: dict[str, Any], examples: str
) -> None:
    """If the first step is right all the same, the widget says so, chosen or not."""
    traits |= {"steps": 1, "examples": examples}
    right, wrong = ask(traits), ask(traits | {"mistake": mistake})
    hides = alike(tuple(right["rows"][1].values()), tuple(wrong["rows"][1].values()))
    assert not hides or "These numbers can hide this mistake: " in wrong["warning"]
    assert not hides or "These numbers can hide a mistake: " in right["warning"]


def test_inputs_that_hide_nothing_get_no_warning(ask: Ask) -> None:
    """There is no warning without a reason."""
    hiding = {"x1": 0, "alpha": 1, "w1": 0, "w2": 0}
    for mistake in TO_TRY:
        assert ask({"x1": 1.5, "x2": -2, "mistake": mistake})["warning"] == ""
        assert (ask(hiding | {"mistake": mistake})["warning"] == "") == (
            mistake in ("bias-not-updated", "dw-without-x")
        )
        assert (ask({"x1": 1, "x2": 1, "mistake": mistake})["warning"] == "") == (
            mistake != "dw-without-x"
        )


NUMBERS = [("alpha", 0), ("alpha", 101), ("w1", 3.1), ("b", "far"), ("x2", float("nan"))]
CHOICES = [("y", 0.5), ("examples", "three"), ("mistake", "typo"), ("prediction", "falls")]
COUNTS = [("steps", 0), ("steps", 201), ("step", -1), ("step", 51)]


@pytest.mark.parametrize(("name", "value"), [*NUMBERS, *CHOICES, *COUNTS])
def test_a_bad_value_is_refused_by_name(name: str, value: object) -> None:
    """The message names the trait and the value, and the widget stays as it was."""
    widget = DescentWidget()
    before = getattr(widget, name)
    with pytest.raises(TraitError, match=rf"(?s)\b{name}\b.*{value}"):
        setattr(widget, name, value)
    assert getattr(widget, name) == before


def test_a_shorter_run_takes_the_shown_step_along() -> None:
    """The step that is shown is always one of the run."""
    widget = DescentWidget(steps=40, step=30)
    widget.steps = 10
    assert widget.step == 10


def test_where_no_widget_runs_there_is_the_path_and_its_words() -> None:
    """The fallback shows the same run, with its mistake."""
    widget = DescentWidget(steps=5, mistake="plus-sign")
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == path_on_contour(widget.history, 2, 1, 1).text
    assert {"image/svg+xml", "application/vnd.jupyter.widget-view+json"} <= set(data)
