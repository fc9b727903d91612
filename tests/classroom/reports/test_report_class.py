"""The page about the class tells in words and numbers how it is, and who needs a look."""

import re

import pytest
from made_up_class import made_up_class, right_grades, wrong_grades
from page_reader import Reader, class_page, learners_page, one, words

from lessons.classroom.findings import COMPLETIONS
from lessons.classroom.models import Learner
from lessons.classroom.reports.class_stats import LISTED, count
from lessons.classroom.text import headline
from lessons.mistakes import MISTAKES


@pytest.mark.parametrize("size", [0, 1, LISTED, LISTED + 1])
def test_a_class_of_any_size_has_its_page(size: int) -> None:
    """Nobody, one, and many: up to some hundreds all are listed, beyond that it says where."""
    page = class_page(list(made_up_class(size)))
    listed = page.count('<a href="feedback/') >= size > 0
    assert listed == (0 < size <= LISTED)
    assert ("Nobody has been graded yet" in page) == (size == 0)
    assert ("grades.jsonl, canvas.csv" in page) == (size > LISTED)


def test_every_chart_is_told_in_words_and_numbers() -> None:
    """Each picture has words of its own, and the numbers it shows stand in a table."""
    whole = list(made_up_class(30))
    page = class_page(whole)
    alts = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="([^"]{40,})"', page)
    assert len(alts) == page.count("<img ") == 4
    cells = re.findall(r'<th scope="row">(\w+)</th>((?:<td class="n">\d+</td>){5})', page)
    shown = {name: [int(n) for n in re.findall(r"\d+", row)] for name, row in cells}
    counted = count(whole).outcomes
    assert {name: row[:4] for name, row in shown.items()} == {
        name: [counted[name][outcome] for outcome in COMPLETIONS] for name in counted
    }
    shares = re.findall(r'<th scope="row">(?:\d+–\d+|100)</th><td class="n">(\d+)</td>', page)
    assert sum(map(int, shares)) == len(whole)


def test_who_needs_a_look_stands_above_everything_else() -> None:
    """The list comes right after the headline, with the file and what is wrong, or not at all."""
    note = "ann.ipynb can't be taken: it is empty. Save the notebook, and hand it in again."
    late = one(*right_grades("dz")[:1], notes=(note,))
    page = class_page([late])
    first, _, _ = page.partition("<h2>What to teach again</h2>")
    assert "ann.ipynb can't be taken: it is empty.</bdi>" in first.replace("&#39;", "'")
    assert "hand it in again" not in Reader(page).text
    assert note in words(Reader(learners_page(late)).text)
    calm = class_page([one(*right_grades("dz")[:1])])
    assert "Who needs a look" not in calm
    assert "nobody needs a look" in words(Reader(calm).text)


def test_people_of_one_name_are_told_apart() -> None:
    """Wherever the class page names one of several Anns, the key stands beside the name."""
    keys = ("ann-1", "ann-2", "bob-3")
    people = zip(keys, ("Ann", "Ann", "Bob"), strict=True)
    seen = words(
        Reader(
            class_page(
                [one(wrong_grades("dz")[0], notes=("x",), who=Learner(*each)) for each in people]
            )
        ).text
    )
    assert [seen.count(f"Ann ({key})") for key in keys[:2]] == [3, 3]
    assert seen.count("Ann") == 6
    assert (seen.count("Bob"), seen.count("bob-3")) == (3, 0)


def test_titles_begin_alike() -> None:
    """A title starts with a capital, unless it starts with a name of the lecture, or with code."""
    for title in (mistake.title for mistake in MISTAKES.values()):
        shown = headline(title)
        first = re.split(r"[\W_]", shown)[0]
        known = {"a", "b", "z", "e", "db", "da", "dz", "dw1", "dw2", "log", "return", "α", "σ"}
        assert shown[0].isupper() or not shown[0].isalpha() or first in known
        assert shown[1:] == title[1:]
