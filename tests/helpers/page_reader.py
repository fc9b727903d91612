"""Write a page about learners, and read it as people and browsers do."""

from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from lessons.classroom.models import Graded, Learner
from lessons.classroom.reports.pages import write_class_page, write_feedback

ANN = Learner("ann", "Ann Lee", "17")


def one(*grades: object, notes: tuple[str, ...] = (), who: Learner = ANN) -> Graded:
    """Return a learner with these grades."""
    return Graded(who, "d1ge57" * 10, 918273645, tuple(grades), notes)  # type: ignore[arg-type]


def learners_page(graded: Graded) -> str:
    """Return the page that this learner gets."""
    with TemporaryDirectory() as folder:
        return write_feedback(graded, Path(folder)).read_text("utf-8")


def class_page(all_graded: list[Graded]) -> str:
    """Return the page about this class."""
    with TemporaryDirectory() as folder:
        return write_class_page(lambda: all_graded, Path(folder)).read_text("utf-8")


class Reader(HTMLParser):
    """Notes every element with its attributes, and the text that is seen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []
        self.text = ""
        self.others: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.addresses += [str(value) for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def words(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())
