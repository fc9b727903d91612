"""Is every sentence of a card true? Read word by word, and held against the learner's numbers."""

import re
from collections.abc import Callable
from functools import partial
from itertools import permutations
from math import exp, isfinite
from typing import Any

from number_facts import is_
from stated_by_hand import STATED_BY_HAND
from stated_claims import STATED as STATED_OF_CODE
from told_numbers import Row, Told, UnseenError, as_shown

from lessons import logistic
from lessons.exercises import Exercise, Slip, short_name

Spoken = Callable[..., bool]
STATED = STATED_OF_CODE | STATED_BY_HAND
# What is so whatever the learner's numbers are, or says nothing about them.
GENERAL = {
    "A score can be any number; a prediction lies between 0 and 1",
    "Then nobody can tell a sure prediction from a hesitant one, and there is no slope left to "
    "learn from",
    "There the 1 doesn't do what it does under the bar",
    "The log of a number below 1 is negative, and a loss never is",
    "You took log(1 − y)",
    "Labels are 0 or 1, so that log is 0 or breaks down",
    "label and prediction are swapped",
    "You took the log of the label",
    "Labels are 0 or 1, and log(0) does not exist",
    "That can be negative, and it hardly punishes a prediction that is confident and wrong",
    "L(a, y) is read “the loss of a and y”",
    "another logarithm",
    "That is another loss",
    "With a sigmoid it has flat stretches where learning stalls",
    "You shifted a by a small number before the log",
    "Read aloud, the formula loses its brackets",
    "That is one edge further back than da",
    "The slope of σ is never negative and never above 0.25",
    "But σ always goes up when z goes up",
    "That is what a · 1 − a gives: Python multiplies before it subtracts",
    "In this course dz means dL/dz",
    "Slopes along a path are multiplied",
    "A prediction that is too high must give a positive dz",
    "That is how the slope of the squared error looks, and it almost vanishes when the "
    "prediction is confident and wrong",
    "z can be any number, so your dz is unbounded",
    "z can be any number",
    "dz/db is 1, but db means dL/db",
    "How much the loss moves with z is still missing",
    "But the weight is attached to its feature",
    "The edge from a back to z is missing on the way",
    "But b stands alone in z",
    "z moves as much as b: that slope is 1",
    "But db means dL/db: how fast the loss moves",
    "It looks as if the loss was worked out once, before the loop",
    "training starts somewhere else",
    "You didn't start from the parameters that were given",
    "A smaller α should make a smaller step",
    "The parameter has forgotten where it stood",
    "α should be multiplied with the slope, and with nothing else",
    "Their inputs are missing",
    "the slopes are not all from the same place",
    "You changed one parameter, and then worked out the slope of the next one with the new "
    "value already in it",
    "It is none of the mistakes that many people make",
    "Training adds up many small steps, so rounding would hurt",
    "Not yet",
}


def false_claims(told: Told) -> list[str]:
    """The sentences of a card that are false."""
    return [sentence for sentence in told.sentences() if not is_true(told, sentence)]


def is_true(told: Told, sentence: str) -> bool:
    """Whether a sentence is true as far as the numbers can tell."""
    if sentence in GENERAL:
        return True
    try:
        return fact_in(told, sentence)()
    except UnseenError:
        return True
    except (AttributeError, TypeError, IndexError):  # it is about a number that isn't there
        return False


def fact_in(told: Told, sentence: str) -> Callable[[], bool]:
    """What must hold for a sentence to be true."""
    stated = [words for words in STATED if sentence.startswith(words)]
    if stated:
        return partial(STATED[max(stated, key=len)], told)
    for words, spoken in SPOKEN.items():
        said = re.fullmatch(words, sentence)
        if said:
            return partial(spoken, told, *said.groups())
    raise AssertionError(f"nobody has said when this is true: {sentence}")


def has_its_fact(sentence: str) -> bool:
    """Whether it is known when a sentence is true."""
    return (
        sentence in GENERAL
        or any(map(sentence.startswith, STATED))
        or any(re.fullmatch(words, sentence) for words in SPOKEN)
    )


def shown(told: Told, inputs: str, name: str, value: str) -> bool:
    """The number shown is the learner's own for just these inputs, and is wrong there."""
    output = first_wrong(told)
    return short_name(output) == name and any(
        as_shown(row.seen[output]) == value
        and not told.accepts(row, output)
        and (told.exercise.kind == "number" or told.inputs_of(row) == inputs)
        for row in told.rows
    )


def first_wrong(told: Told) -> str:
    return next(output for output in told.exercise.chain if told.is_wrong(output))


def up_to(told: Told, name: str) -> bool:
    """All is right up to this name, and what follows is wrong."""
    chain = told.exercise.chain
    place = chain.index(first_wrong(told))
    return place > 0 and short_name(chain[place - 1]) == name and not told.failed


def more_is_off(told: Told) -> bool:
    chain = told.exercise.chain
    return any(map(told.is_wrong, chain[chain.index(first_wrong(told)) + 1 :]))


def all_pairs(told: Told) -> list[tuple[Any, Any]]:
    return [
        pair
        for row in told.rows
        for output in told.exercise.outputs
        for pair in (
            zip(row.seen[output], getattr(row.right, output), strict=True)
            if output == "losses"
            else [(row.seen[output], getattr(row.right, output))]
        )
    ]


def rounded(told: Told) -> bool:
    """Beside lists that are right, each number is the right one in so many digits."""
    pairs = [
        (row.seen[output], getattr(row.right, output))
        for row in told.rows
        for output in told.exercise.outputs
        if output != "losses" or told.is_wrong(output)
    ]
    return any(
        all(abs(value - round(right, digits)) < 1e-8 for value, right in pairs)
        for digits in range(7)
    )


def in_another_order(told: Told) -> bool:
    places = range(len(told.exercise.outputs))
    return any(
        all(
            told.exercise.accepts([*row.seen.values()][place], getattr(row.right, output))
            for row in told.rows
            for place, output in zip(order, told.exercise.outputs, strict=True)
        )
        for order in permutations(places)
    )


def always(told: Told, name: str, value: str = "") -> bool:
    output = first_wrong(told)
    values = {row.seen[output] for row in told.rows}
    return (
        short_name(output) == name
        and len(values) == 1
        and value in ("", *map(as_shown, values))
        and len(told.rows) > 1
        and not told.failed
    )


def lines_are_wrong(told: Told, names: str, *_: str) -> bool:
    """Each line that is spoken of is wrong, unless the answer doesn't show it."""
    outputs = [told.outputs_called(name) for name in re.split(", | and ", names)]
    return all(told.is_wrong(o) for each in outputs for o in each)


def this_is(told: Told, name: str, other: str) -> bool:
    output = next(iter(told.outputs_called(name)), name)
    if "losses" in told.exercise.outputs:
        raise UnseenError(other)
    other = other.replace("the new ", "new_")
    return all(told.same_names(row, output, other) for row in told.rows)


def turned(told: Told, names: str) -> bool:
    """Each of these lines is right but for its sign, unless the answer doesn't show it."""
    outputs = [o for name in re.split(", | and ", names) for o in told.outputs_called(name)]
    return all(is_(o, f"-right.{o}")(told) for o in outputs if not o.startswith("final_"))


def law(broken: str) -> Spoken:
    """The first wrong number breaks a law."""
    return lambda told, *_: any(
        bool(eval(broken, {"abs": abs, "q": row.right, "v": row.seen[first_wrong(told)],
                           "len": len, "isinstance": isinstance, "list": list, "sorted": sorted}))
        for row in told.rows if not told.accepts(row, first_wrong(told))
    )  # fmt: skip


LAWS: dict[str, Spoken] = {
    "a prediction lies between 0 and 1": law("not 0 <= v <= 1"),
    "a is above 0.5 exactly when z is above 0": law("(v > 0.5) != (q.z > 0)"),
    "a loss can't be negative": law("(min(v) if isinstance(v, list) else v) < 0"),
    "the loss is small when the prediction is near its label, and large when it isn't":
        law("(v < 0.6931472) != (abs(q.a - q.y) < 0.5)"),
    "there is one loss for each step": law("not isinstance(v, list) or len(v) != q.steps"),
    "with one example the loss never rises": law("v != sorted(v, reverse=True)"),
    "(da|dz) is negative when y = 1 and positive when y = 0": law("v * (q.y - 0.5) >= 0"),
    "da is never smaller in size than 1": law("abs(v) < 1"),
    "σ always goes up, so its slope is positive": law("v <= 0"),
    "the slope of σ is never above 0.25": law("v > 0.25"),
    "d[zb] lies between −1 and 1": law("abs(v) > 1"),
    "dw1 has the sign of x1 times dz": law("v * q.x1 * q.dz <= 0"),
    "dw2 has the sign of x2 times dz": law("v * q.x2 * q.dz <= 0"),
    "a step goes downhill: against the sign of the slope": lambda t: any(
        (row.seen[(o := first_wrong(t))] < getattr(row.right, o[4:]))
        != (getattr(row.right, f"d{o[4:]}") > 0)
        for row in t.rows),
}  # fmt: skip
LINES = r"((?:\w+(?:, | and )?)+)"
SPOKEN: dict[str, Spoken] = {
    r"For every input that was tried, your (\w+) came out the same": always,
    r"For (.+) your (\w+) (?:is|are) (.+)": shown,
    r"You answered ((\w+)) = (.+)": shown,
    r"Your parameters are right": lambda t: not t.failed and not any(
        map(t.is_wrong, ("final_w1", "final_w2", "final_b"))),
    r"Something after it is off too: fix this first, then check again": more_is_off,
    r"(\w+) is not right yet|(?:The )?(losses) are not right yet": lambda t, name, losses: (
        short_name(first_wrong(t)) == (name or losses)),
    r"(\w+) is the first number that is off": lambda t, name: (
        short_name(first_wrong(t)) == name and not t.failed),
    r"Up to (\w+) all is right": up_to,
    r"The right numbers, rounded|Your numbers were rounded on the way": rounded,
    r"The right numbers, in another order": in_another_order,
    r"All the numbers are right, but they come back in the wrong places": in_another_order,
    r"Very near, but not equal|Every number is within one percent of the right one": lambda t: all(
        abs(value - right) <= 0.0101 * abs(right) for value, right in all_pairs(t)),
    r"(\w+) is always the same": always,
    r"The result is not a number Python can use|Somewhere on the way a number became .*": (
        lambda t: any(not isfinite(v) for row in t.rows for o in t.exercise.outputs
                      for v in ([row.seen[o]] if o != "losses" else as_list(row.seen[o])))),
    rf"{LINES}: this is ((?:the new )?\S+)": this_is,
    rf"In (?:the new )?{LINES} it looks as if you gave ((?:the new )?\S+) instead": this_is,
    rf"In (?:the new )?{LINES} it looks as if all of it had a minus in front": turned,
    rf"In (?:the new )?{LINES} it looks as if .+": lines_are_wrong,
    rf"{LINES}: .+": lines_are_wrong,
}  # fmt: skip
SPOKEN |= {f"One thing is sure: {words}": broken for words, broken in LAWS.items()}


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


SLIP_SAYS: dict[str, Callable[[Any], Any]] = {
    "This is the change, not yet the slope": lambda q: 0.001 * q.dw1,
    "The size is right, the sign is not": lambda q: -q.dw1,
    "You divided the predictions": lambda q: q.a / q.other_a,
    "You subtracted the losses": lambda q: logistic.loss(q.a, q.y) - logistic.loss(q.other_a, q.y),
    "These are the losses for y = 1": lambda q: logistic.loss(q.a, 1) / logistic.loss(q.other_a, 1),
    "This is e^(−0), one part of it": lambda q: exp(-q.z),
    "This is what stands under the bar": lambda q: 1 + exp(-q.z),
    "This is a itself": lambda q: q.a,
    "This is z·(1 − z)": lambda q: q.z * (1 - q.z),
    "The two factors are added": lambda q: q.a + (1 - q.a),
    "The sign of w2 is lost": lambda q: q.w1 * q.x1 - q.w2 * q.x2 + q.b,
    "This is the score z": lambda q: q.z,
    "The square lost its minus": lambda q: -q.expected_drop,
    "The square is missing": lambda q: abs(q.expected_drop / q.dz),
    "The last factor is missing": lambda q: q.alpha * q.dz**2,
    "α is missing": lambda q: q.expected_drop / q.alpha,
}


def slip_says(slip: Slip, exercise: Exercise) -> float:
    """The number that the title of a slip speaks of; a change may be taken either way."""
    row = Row(dict(zip(exercise.inputs, exercise.probes[0], strict=True)), {}, 1e-3)
    if slip.title == "The other way round":
        return float(1 / getattr(row.right, exercise.outputs[0]))
    value = float(SLIP_SAYS[slip.title](row.right))
    return abs(value) * (-1 if slip.value < 0 else 1) if "the change" in slip.title else value
