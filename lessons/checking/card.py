"""Show a verdict: a card in a notebook, plain lines in a terminal."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from lessons.checking.verdict import Verdict

MARKS = {"right": "✓", "blank": "○", "mistake": "✗", "unknown": "✗", "trouble": "!"}
COLOURS = {"right": "#2e9e4f", "blank": "#8a8f98"}
BOX = (
    "border:1px solid rgba(128,128,128,.35);border-left:5px solid {colour};border-radius:4px;"
    "padding:.5em .9em;margin:.3em 0;max-width:46em;font-family:system-ui,sans-serif;"
    "font-size:14px;line-height:1.5"
)
LINK, AS_LINK = re.compile(r"https://[^\s)]+"), r'<a href="\g<0>">\g<0></a>'
CODE = "font-family:ui-monospace,monospace;font-size:13px;white-space:pre-wrap;margin:.3em 0"


@dataclass(frozen=True)
class Card:
    """A headline and a few labelled lines, with no colour of its own for text or ground."""

    mark: str
    headline: str
    subject: str
    lines: tuple[tuple[str, str], ...]
    colour: str = "#d9822b"

    def __str__(self) -> str:
        """Return the card as plain text."""
        rows = [f"{label}: {text}" if label.isalpha() else text for label, text in self.lines]
        return "\n".join([f"{self.mark} {self.subject}: {self.headline}", *rows])

    def html(self) -> str:
        """Return the card as HTML that takes its colours from the notebook's theme."""
        head = (
            f"<div><strong>{self.mark} {escape(self.headline)}</strong> "
            f'<span style="opacity:.7">· {escape(self.subject)}</span></div>'
        )
        body = "".join(_row(label, text) for label, text in self.lines)
        return f'<div role="status" style="{BOX.format(colour=self.colour)}">{head}{body}</div>'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self.html()}


def _row(label: str, text: str) -> str:
    if label == "<code>":
        return f'<div style="{CODE}">{escape(text)}</div>'
    words = f"<em>{escape(label)}:</em> " if label else ""
    return f"<div>{words}{LINK.sub(AS_LINK, escape(text))}</div>"


def card_for(verdict: Verdict, help_text: tuple[str, str] | None = None) -> Card:
    """Return the card that shows a verdict, with a hint if there is one.

    >>> print(card_for(Verdict("dz", "mistake", title="dz has the wrong sign")))
    ✗ dz: dz has the wrong sign
    """
    remark = verdict.is_right and bool(verdict.title)
    rows = [
        (
            "Remark" if remark else "",
            f"{verdict.title}. {verdict.happened}" if remark else verdict.happened,
        ),
        ("", verdict.evidence),
        ("<code>", verdict.lines),
        ("Later" if remark else "Try", verdict.try_this),
        help_text or ("", ""),
    ]
    return Card(
        MARKS[verdict.status],
        "Right" if verdict.is_right else verdict.title,
        verdict.exercise,
        tuple(row for row in rows if row[1]),
        COLOURS.get(verdict.status, "#d9822b"),
    )


def show(card: Card) -> None:
    """Display the card in a notebook, or print it anywhere else."""
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        print(card)
        return
    if get_ipython() is None:
        print(card)
    else:
        display(card)  # type: ignore[no-untyped-call]
