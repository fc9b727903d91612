"""What hostile answers can't do to those who read the grades: on pages, in tables, on terminals."""

import csv
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from places import TESTS

from lessons.classroom.exports.canvas_moodle import write_exports
from lessons.classroom.grading.submission import grade
from lessons.classroom.models import Graded
from lessons.classroom.reports.pages import write_class_page, write_feedback
from lessons.classroom.sandbox.sandbox import Sandbox
from lessons.classroom.submissions.collect import collect
from lessons.classroom.text import UNSEEN

ATTACK = TESTS / "golden_submissions" / "attack_injections" / "homework.py"
NAMES = ["=cmd|' <img src=x onerror=alert(1)>", "{{7*7}} {% include 'x' %} $x^$ %s", "@SUM(A1)"]


class Tags(HTMLParser):
    """The tags of a page, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(name for name, _ in attrs)}


@pytest.fixture
def graded(tmp_path: Path, sandbox: Sandbox) -> list[Graded]:
    """The grades of learners with hostile names, whose answers are as hostile."""
    for name in NAMES:
        (tmp_path / "submissions" / name).mkdir(parents=True)
        shutil.copy(ATTACK, tmp_path / "submissions" / name)
    return [grade(submission, 20, sandbox) for submission in collect(tmp_path / "submissions")]


def test_pages_have_only_our_own_tags(graded: list[Graded], tmp_path: Path) -> None:
    """Names, prints and errors of learners add no tag, no attribute and nothing unseen."""
    pages = [write_feedback(each, tmp_path) for each in graded]
    pages.append(write_class_page(lambda: graded, tmp_path))
    texts = [page.read_text("utf-8") for page in pages]
    assert len(texts) == len(NAMES) + 1
    for text in texts:
        assert not Tags(text).names & {"script", "onerror", "b", "i"}
        assert not UNSEEN.search(text)
    assert all("onerror" in text for text in (texts[0], texts[-1]))
    assert "49" not in re.findall(r"<bdi>(.*?)</bdi>", texts[-1])


def test_tables_have_no_formulas(graded: list[Graded], tmp_path: Path) -> None:
    """No cell of a table begins as a formula does, and none holds a control character."""
    canvas, moodle, _ = write_exports(lambda: graded, tmp_path)
    for table in (canvas, moodle):
        with table.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert any("=cmd" in cell for cell in cells)
        assert not [cell for cell in cells if re.match(r"\s*([=+@|%]|-[^\d])", cell)]
        assert not UNSEEN.search("".join(cells))
