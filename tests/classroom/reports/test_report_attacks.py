"""No text breaks out of a page: whatever it holds, it is shown, cut and never obeyed."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hostile_texts import ATTACKS, TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_class import learner, made_up_class, wrong_grades
from page_reader import Reader, class_page, learners_page, one, words

from lessons.classroom.models import Graded, Learner
from lessons.classroom.reports.pages import file_name
from lessons.classroom.text import tidy


def class_page_of(graded: Graded) -> str:
    return class_page([graded])


def spoken(lines: str, title: str, note: str, who: Learner) -> Graded:
    """A learner with these texts wherever somebody else's text can stand."""
    wrong = wrong_grades("dz")[0]
    said = {"lines": lines, "happened": lines, "evidence": lines, "try_this": lines}
    verdict = replace(wrong.verdict, title=title, **said)
    return one(replace(wrong, verdict=verdict, reason=note), notes=(note,), who=who)


CALM = spoken("calm", "calm", "calm", Learner("calm", "calm"))
CALM_PAGES = {
    learners_page: Reader(learners_page(CALM)),
    class_page_of: Reader(class_page_of(CALM)),
}


def keeps_its_form(write: Callable[[Graded], str], texts: tuple[str, ...], key: str) -> None:
    name, lines, title, note = (f"{text}x" for text in texts)
    expected, got = CALM_PAGES[write], Reader(write(spoken(lines, title, note, Learner(key, name))))
    assert got.elements == expected.elements
    assert got.others == expected.others == []
    assert words(tidy(name)) in words(got.text)
    local = {address for address in got.addresses if not address.startswith(("#", "data:"))}
    assert local <= {f"feedback/{file_name(key)}"}


@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), TEXTS)
def test_nobody_writes_into_a_page(texts: tuple[str, ...], key: str) -> None:
    """Whatever is in names, notes and verdicts, the page has the same elements, and shows it."""
    keeps_its_form(learners_page, texts, key)


@settings(max_examples=15)
@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), TEXTS)
def test_nobody_writes_into_the_class_page(texts: tuple[str, ...], key: str) -> None:
    """The same holds for the page about the class."""
    keeps_its_form(class_page_of, texts, key)


@pytest.mark.parametrize("attack", ATTACKS)
def test_known_attacks_come_to_nothing(attack: str) -> None:
    """Each known attack is shown as the text that it is, wherever it stands, on both pages."""
    for write in CALM_PAGES:
        keeps_its_form(write, (attack, attack, attack, attack), attack)


def test_a_flood_of_text_is_cut() -> None:
    """Ten million characters from a learner make no large page."""
    flood = "<b>" * 3_500_000
    wrong = wrong_grades("dz")[0]
    verdict = replace(wrong.verdict, lines=flood, happened=flood)
    graded = one(replace(wrong, verdict=verdict), notes=(flood,) * 5000, who=Learner(flood, flood))
    assert len(learners_page(graded)) < 1_000_000
    assert len(class_page([graded])) < 2_000_000


def test_pages_ask_nobody() -> None:
    """No script, no style sheet, no picture comes from elsewhere, and no page would let it."""
    for page in (learners_page(learner(1, Random(1))), class_page(list(made_up_class(3)))):
        reader = Reader(page)
        tags = {tag for tag, _ in reader.elements}
        assert not tags & {"script", "iframe", "object", "embed", "form", "base", "video"}
        assert all(a.startswith(("#", "data:", "feedback/")) for a in reader.addresses)
        assert "default-src 'none'" in page
        assert not {name for _, names in reader.elements for name in names if name[:2] == "on"}
