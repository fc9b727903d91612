"""Cards: learners' own text stays text, and a terminal says what a notebook shows."""

import sys
from html.parser import HTMLParser
from typing import Any

import IPython
import IPython.display
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checking.card import BOX, CODE, Card, card_for, show
from lessons.checking.local import examine
from lessons.checking.verdict import Verdict
from lessons.exercises import EXERCISES


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data + " "


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0")))
def test_cards_hold_no_tags_of_the_learners(text: str) -> None:
    """Whatever a learner's text holds, in HTML it stays text."""
    injected = f"<script>alert(1)</script>{text}</div>"
    verdict = Verdict(injected, "mistake", "x", injected, injected, injected, injected, injected)
    bundle = card_for(verdict, ("Hint", injected))._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    tags = Tags()
    tags.feed(bundle["text/html"])
    assert tags.seen <= {"div", "strong", "span", "em"}
    assert tags.text.count("<script>alert(1)</script>") == 7
    assert injected in bundle["text/plain"]


def test_terminal_and_notebook_say_the_same() -> None:
    """Every word of the card's plain text stands in its HTML."""
    card = card_for(examine(EXERCISES["dz"], lambda a, y: y - a), ("Hint", "Once more."))
    tags = Tags()
    tags.feed(card.html())
    assert set(str(card).replace(":", " ").split()) <= set(tags.text.replace(":", " ").split())


def test_a_card_is_shown_line_by_line() -> None:
    """In plain text a line has its label if that is a word; in HTML code keeps its shape."""
    lines = (("", "Plain."), ("Try", "More."), ("<code>", "line 1: a < b"))
    card = Card("✗", "Wrong & bad", "dz", lines, "#123456")
    assert str(card) == "✗ dz: Wrong & bad\nPlain.\nTry: More.\nline 1: a < b"
    assert card.html() == (
        f'<div role="status" style="{BOX.format(colour="#123456")}">'
        '<div><strong>✗ Wrong &amp; bad</strong> <span style="opacity:.7">· dz</span></div>'
        "<div>Plain.</div><div><em>Try:</em> More.</div>"
        f'<div style="{CODE}">line 1: a &lt; b</div></div>'
    )
    assert card._repr_mimebundle_() == {"text/plain": str(card), "text/html": card.html()}


def test_addresses_are_links_and_nothing_else_is() -> None:
    """An address in a line can be clicked, up to the bracket behind it; other text can't."""
    card = Card("!", "x", "y", (("", "See (https://example.org/a?b) or http://b."),))
    link = '<a href="https://example.org/a?b">https://example.org/a?b</a>'
    assert f"<div>See ({link}) or http://b.</div>" in card.html()


STATUSES = {"right": "✓", "blank": "○", "mistake": "✗", "unknown": "✗", "trouble": "!"}
COLOURED = {"right": "#2e9e4f", "blank": "#8a8f98"}


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_mark_and_colour(status: Any) -> None:
    """Green and grey tell right and blank, orange everything else; empty lines are left out."""
    words = {"title": "T", "happened": "H", "try_this": "R", "evidence": "E", "lines": "L"}
    rows = (("", "H"), ("", "E"), ("<code>", "L"), ("Try", "R"), ("Hint", "M"))
    headline = "T"
    if status == "right":
        rows = (("Remark", "T. H"), ("", "E"), ("<code>", "L"), ("Later", "R"), ("Hint", "M"))
        headline = "Right"
    colour = COLOURED.get(status, "#d9822b")
    assert card_for(Verdict("dz", status, "n", **words), ("Hint", "M")) == Card(
        STATUSES[status], headline, "dz", rows, colour
    )
    bare = Verdict("dz", status, happened="H")
    headline = "Right" if status == "right" else ""
    assert card_for(bare) == Card(STATUSES[status], headline, "dz", (("", "H"),), colour)


def test_a_card_is_shown_where_it_can_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A notebook displays the card itself; a terminal, with IPython or without it, prints it."""
    card = Card("!", "x", "y", ())
    displayed: list[Card] = []
    show(card)
    assert capsys.readouterr().out == "! y: x\n"
    monkeypatch.setattr(IPython, "get_ipython", object)
    monkeypatch.setattr(IPython.display, "display", displayed.append)
    show(card)
    assert displayed == [card]
    monkeypatch.setitem(sys.modules, "IPython", None)
    show(card)
    assert (displayed, capsys.readouterr().out) == ([card], "! y: x\n")
