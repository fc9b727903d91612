"""From any object to plain floats, or why not, in a learner's words."""

from __future__ import annotations

from lessons.answers.function_facts import is_function
from lessons.answers.number import as_list, describe, is_number, not_a_number, opened, to_float
from lessons.answers.outcome import Outcome, Trouble, UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from lessons.answers.outcome import Value


def outcome_of(answer: Any, outputs: Sequence[str]) -> Outcome:
    """Return the answer's values, or the trouble with it, however odd an object it is.

    >>> outcome_of("0.5", ["a"]).trouble
    Trouble(kind='type', detail="a is the text '0.5'", lines='')
    """
    try:
        return Outcome(to_floats(answer, outputs))
    except UnusableError as unusable:
        return Outcome(trouble=unusable.trouble)
    except Exception:  # an object can do anything when it is asked for its value
        return Outcome(trouble=Trouble("unreadable", f"a {type(answer).__name__}"))


def outcome_by_hand(answer: Any, outputs: Sequence[str]) -> Outcome:
    """Return the same for numbers that the learner worked out and typed in.

    >>> outcome_by_hand((0, 5), ["a"]).trouble
    Trouble(kind='comma', detail='2', lines='')
    """
    empty = nothing_in(answer)
    if empty:
        return Outcome(trouble=empty)
    if isinstance(answer, str) and _looks_like_a_number(answer):
        return Outcome(trouble=Trouble("quoted", repr(answer[:40])))
    if isinstance(answer, tuple) and _has_decimal_commas(answer, len(outputs)):
        return Outcome(trouble=Trouble("comma", str(len(answer))))
    return outcome_of(answer, outputs)


def choice_in(answer: Any) -> str | Trouble:
    """Return the letter that was chosen, or the trouble with it.

    >>> choice_in(" B. "), choice_in(0.5)
    ('b', Trouble(kind='not-a-choice', detail='0.5', lines=''))
    """
    empty = nothing_in(answer)
    if empty:
        return empty
    chosen = opened(answer)
    if isinstance(chosen, (str, int)) and not isinstance(chosen, bool):
        return str(chosen).strip(" .()'\"").lower()[:40]
    return Trouble("not-a-choice", describe(answer))


def function_in(answer: Any) -> Callable[..., Any] | Trouble:
    """Return the function that was written, or the trouble with it.

    >>> function_in(...), function_in(0.5)[:2]
    (Trouble(kind='blank', detail='', lines=''), ('not-a-function', '0.5'))
    """
    empty = nothing_in(answer)
    if empty:
        return empty
    if not is_function(answer):
        return Trouble("not-a-function", describe(answer))
    function: Callable[..., Any] = answer
    return function


def nothing_in(answer: Any) -> Trouble | None:
    """Return the trouble with a place that was left as it was, or holds None."""
    if answer is ...:
        return Trouble("blank")
    return Trouble("none") if answer is None else None


def _looks_like_a_number(text: str) -> bool:
    digits = text.strip().lstrip("-−+").replace(",", ".").replace(".", "", 1)
    return digits.isdecimal()


def _has_decimal_commas(answer: tuple[Any, ...], count: int) -> bool:
    """Tell whether a tuple is too long because of commas for points, as in 0,3*2 + 0,1.

    What stands before such a comma is whole.
    """
    if len(answer) <= count:
        return False
    whole = [isinstance(item, int) for item in answer]
    likely = len(answer) == 2 * count or count == 1
    return all(whole) or (likely and whole[0])


def to_floats(answer: Any, outputs: Sequence[str]) -> tuple[Value, ...]:
    """Return the answer as plain floats, one per output; raise UnusableError if that can't be.

    Takes any kind of number, and for several outputs a row or a column of them in a tuple,
    list or array, or a dict or Series with the outputs' names.

    >>> to_floats({"dw1": 0.5, "dw2": 1}, ["dw1", "dw2"])
    (0.5, 1.0)
    >>> to_floats([[0.5, 1]], ["dw1", "dw2"])
    (0.5, 1.0)
    """
    if _has_names(answer):
        items = _by_name(answer, outputs)
    else:
        items = [answer] if len(outputs) == 1 else _in_order(answer, len(outputs))
    if all(item is ... for item in items):
        raise UnusableError("blank")
    return tuple(_value(item, output) for item, output in zip(items, outputs, strict=True))


def _has_names(answer: Any) -> bool:
    """Tell whether its items have names: a Series without any numbers them, from 0 on."""
    if isinstance(answer, (int, float, tuple, list, dict)):
        return isinstance(answer, dict)
    labels = answer.keys() if hasattr(type(answer), "keys") else ()
    return any(isinstance(label, str) for label in labels)


def _by_name(answer: Mapping[str, Any], outputs: Sequence[str]) -> list[Any]:
    missing = [name for name in outputs if name not in answer]
    if missing:
        raise UnusableError("missing", ", ".join(missing))
    return [answer[name] for name in outputs]


def _in_order(answer: Any, count: int) -> list[Any]:
    """Return the items of a row or a column; raise UnusableError if they are too few or many."""
    items = opened(answer)
    if isinstance(items, list) and len(items) == count:
        return items
    if isinstance(items, list) or is_number(items):
        size = len(items) if isinstance(items, list) else 1
        raise UnusableError("count", f"{size} of {count}")
    raise UnusableError(*not_a_number(items, "it"))


def _value(item: Any, name: str) -> Value:
    return _losses(item) if name == "losses" else to_float(item, name)


def _losses(item: Any) -> list[float]:
    """Return a list of losses, from a row or a column of them."""
    losses = as_list(item)
    if not isinstance(losses, list):
        raise UnusableError("list", describe(losses))
    row = opened(losses)
    return [
        to_float(each, "one of the losses") for each in (row if isinstance(row, list) else losses)
    ]
