"""Cards: learners' own text stays text, and a terminal says what a notebook shows."""

from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lessons.card import card_for
from lessons.examine import examine
from lessons.exercises import EXERCISES
from lessons.verdict import Verdict


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
