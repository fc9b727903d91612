"""What the check and the grader know about one answer."""

from dataclasses import dataclass
from typing import Literal

from lessons.answers.outcome import Trouble, Value
from lessons.checking.messages import TROUBLES, Words
from lessons.exercises.exercise import Exercise, Probe, short_name

MOST = 6  # a longer list is shown by its beginning
Status = Literal["right", "mistake", "trouble", "unknown", "blank"]
SEVERAL: dict[str, Words] = {
    "db": (
        "db is multiplied by an input",
        "In your answer {detail}, as if there were one for each feature. But b belongs to none.",
        "If b moves by a little, z moves by how much?",
    ),
    "one of the losses": (
        "Only losses belong into the list",
        "In your answer {detail}.",
        "Keep one number in each turn of the loop: the loss alone.",
    ),
}


@dataclass(frozen=True)
class Verdict:
    """The judgement on one answer, and the words for it.

    `name` is the catalogued mistake or the kind of trouble. `evidence` shows one failing
    input with the learner's own value. `lines` are the learner's own lines of a traceback.
    """

    exercise: str
    status: Status
    name: str = ""
    title: str = ""
    happened: str = ""
    try_this: str = ""
    evidence: str = ""
    lines: str = ""

    @property
    def is_right(self) -> bool:
        """Tell whether the answer earns its points."""
        return self.status == "right"


def in_trouble(exercise: Exercise, trouble: Trouble, evidence: str = "") -> Verdict:
    """Return the verdict on an answer that couldn't be compared at all."""
    title, happened, try_this = explain(trouble, exercise)
    status: Status = "blank" if trouble.kind == "blank" else "trouble"
    name = trouble.detail.split(":")[0] if trouble.kind == "error" else trouble.kind
    return Verdict(exercise.name, status, name, title, happened, try_this, evidence, trouble.lines)


def explain(trouble: Trouble, exercise: Exercise) -> Words:
    """Return the title, what happened and what to try.

    >>> from lessons.exercises import EXERCISES
    >>> explain(Trouble("blank"), EXERCISES["loss"])[1]
    'loss is still blank.'
    """
    if trouble.kind == "error":
        # Here, because nobody waits for it whose code runs.
        from lessons.checking.python_errors import words_for

        return words_for(trouble.detail, trouble.lines, exercise.inputs)
    facts = {
        "name": exercise.name,
        "signature": exercise.signature,
        "detail": trouble.detail.removesuffix(".") or "nothing",
        "outputs": ", ".join(exercise.output_names),
        "choices": ", ".join(exercise.choices),
        "example": next(iter(exercise.choices), ""),
    }
    words = _of_several(trouble) or TROUBLES[trouble.kind][:3]
    title, happened, try_this = (text.format(**facts) for text in words)
    return title, happened, try_this


def _of_several(trouble: Trouble) -> Words | None:
    """Return the words for several numbers in one place, where it is known how they got there."""
    name = trouble.detail.partition(" is a list of ")[0]
    return SEVERAL.get(name) if trouble.kind == "shape" else None


def show(value: Value) -> str:
    """Write a value short enough to read, long enough to recognise.

    >>> show(1.2345678), show([0.5, 0.25]), show(-0.0)
    ('1.2346', '[0.5, 0.25]', '0')
    >>> show([0.5] * 20)
    '[0.5, 0.5, 0.5, …] with 20 numbers'
    """
    if isinstance(value, list):
        if len(value) > MOST:
            return f"[{', '.join(map(show, value[:3]))}, …] with {len(value)} numbers"
        return f"[{', '.join(map(show, value))}]"
    return f"{value:z.5g}".replace("-", "−")


def inputs_in_words(exercise: Exercise, probe: Probe) -> str:
    """Write down a probe.

    >>> from lessons.exercises import EXERCISES
    >>> inputs_in_words(EXERCISES["gradients"], (2, -1.5, 0.25))
    'x1 = 2, x2 = −1.5 and dz = 0.25'
    """
    pairs = [f"{name} = {show(value)}" for name, value in zip(exercise.inputs, probe, strict=True)]
    return " and ".join(filter(None, [", ".join(pairs[:-1]), pairs[-1]]))


def evidence(exercise: Exercise, probe: Probe, output: str, value: Value) -> str:
    """Show one failing input with the learner's own value."""
    name, verb = short_name(output), "are" if isinstance(value, list) else "is"
    if exercise.kind == "number":
        return f"You answered {name} = {show(value)}."
    return f"For {inputs_in_words(exercise, probe)} your {name} {verb} {show(value)}."
