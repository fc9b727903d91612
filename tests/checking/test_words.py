"""The words of cards and widgets stand there as they are: nothing turns marks into italics."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from lessons.checking.invariants import INVARIANTS
from lessons.checking.messages import TROUBLES
from lessons.checking.no_answer import not_finished, not_run, old_answer, without_quotes
from lessons.checking.python_errors import ERRORS
from lessons.exercises import EXERCISES
from lessons.mistakes import MISTAKES
from lessons.progress.session import help_for
from lessons.widgets import WIDGETS

MARKDOWN = {
    "code": r"`",
    "bold": r"\*\*[^\W\d][^*]*\*\*",
    "italic": r"(?<![\w*])\*\w[^*]*(?<=[\w.,!?])\*(?![\w*])",
    "underlined": r"(?<!\w)_\w[^_]*_(?!\w)",
    "link": r"\[[^\]]*\]\([^)]*\)",
}
SHOWN_RAW = ["a *b* c", "**Two words.**", "exactly `steps` turns", "_so_", "[here](there)"]
FINE = [
    "In Python a product needs its *, such as 2 * 3.",
    "A power is written with two stars, such as 3 ** 2.",
    "0.01 * 0.2497**2 * (1 + 2**2 + 1**2)",
    "a*b*c and w1 * x1 + w2 * x2",
    "loss_from_z in lessons.logistic, da_dz and new_w1",
    "losses = [] before the loop",
]


def sentences() -> Iterator[str]:
    """All that the checks and the widgets can say, before any number is filled in."""
    for exercise in EXERCISES.values():
        yield from (exercise.task, *exercise.hints, *exercise.choices.values())
        yield from (text for slip in exercise.slips for text in (slip.title, slip.try_this))
        yield from help_for(exercise, 4) or ()
        verdicts = [not_run(exercise), without_quotes(exercise, "a")]
        verdicts += [told(exercise, "Python stopped.") for told in (not_finished, old_answer)]
        yield from (text for it in verdicts for text in (it.title, it.happened, it.try_this))
    for mistake in MISTAKES.values():
        yield from (mistake.title, mistake.happened, mistake.try_this)
    yield from (text for told in TROUBLES.values() for text in told)
    yield from (text for case in ERRORS for text in case.words)
    yield from (law for laws in INVARIANTS.values() for _, law in laws)
    for widget in WIDGETS.values():
        yield from (widget.title, widget.invitation, *texts(widget().data))
        yield from (text for more in widget.further.values() for text in texts(widget.told(**more)))
        yield from re.findall(r'"([^"`\n]* [^"`\n]*)"', widget._esm)


def texts(data: Any) -> Iterator[str]:
    """Every text in lists and tables, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (list, tuple, dict)):
        for item in data.values() if isinstance(data, dict) else data:
            yield from texts(item)


@pytest.mark.parametrize("mark", MARKDOWN)
def test_no_sentence_shows_the_marks_of_markdown(mark: str) -> None:
    """Cards and widgets show text as it is, so a star or a backtick would stand there raw."""
    said = set(sentences())
    assert len(said) > 500
    assert [text for text in said if re.search(MARKDOWN[mark], text)] == []


def test_markdown_is_told_from_python() -> None:
    """Each mark is found where it is one; stars between numbers are left alone."""
    for mark, text in zip(["italic", "bold", "code", "underlined", "link"], SHOWN_RAW, strict=True):
        assert re.search(MARKDOWN[mark], text)
    assert [text for text in FINE if any(re.search(m, text) for m in MARKDOWN.values())] == []
