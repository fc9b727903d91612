"""The pages: they say what the verdict says, hide what is hidden, and let no text break out."""

import re
import tracemalloc
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal, get_args

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_class import blank, grade, learner, made_up_class, right_grades, wrong_grades
from playwright.sync_api import Browser, sync_playwright

from lessons.classroom.pages.counts import COMPARED, LISTED, Counts, count
from lessons.classroom.pages.mishaps import OUTCOMES, outcome_of
from lessons.classroom.pages.report import file_name, write_class_page, write_feedback
from lessons.classroom.records import Graded, Learner
from lessons.classroom.tidy import headline, tidy
from lessons.classroom.whole import writing
from lessons.exercises import EXERCISES
from lessons.mistakes import MISTAKES
from lessons.verdict import Status, Verdict

ANN = Learner("ann", "Ann Lee", "17")
ATTACKS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
    "{{7*7}}{% raw %}", "</title><base href=//evil>", "'; --", "&lt;b&gt;", "\u202egpj.exe",
    "\x00\x1b[31m\x07", "\ud800", "</pre><style>*{display:none}</style>", "<!--", "]]>",
]  # fmt: skip
HOSTILE = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=30)).map(str)
ODD_KEYS = ["", "..", "/etc/x", "a/../../b", "\\\\host\\c", "a" * 999]
TEXTS = st.lists(HOSTILE, max_size=3).map("".join)


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


def one(*grades: object, notes: tuple[str, ...] = (), who: Learner = ANN) -> Graded:
    return Graded(who, "d1ge57" * 10, 918273645, tuple(grades), notes)  # type: ignore[arg-type]


def learners_page(graded: Graded) -> str:
    with TemporaryDirectory() as folder:
        return write_feedback(graded, Path(folder)).read_text("utf-8")


def class_page(all_graded: list[Graded]) -> str:
    with TemporaryDirectory() as folder:
        return write_class_page(lambda: all_graded, Path(folder)).read_text("utf-8")


def class_page_of(graded: Graded) -> str:
    return class_page([graded])


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", EXERCISES)
def test_the_page_says_what_the_verdict_says(name: str) -> None:
    """Title, what happened, what to try, evidence and own lines all stand on the page."""
    for given_grade in (*wrong_grades(name), *right_grades(name)):
        verdict = given_grade.verdict
        seen = words(Reader(learners_page(one(given_grade))).text)
        said = [verdict.happened, verdict.evidence, verdict.lines, verdict.try_this]
        said += [headline(verdict.title)] if given_grade.out_of else []
        assert [text for text in said if words(text) not in seen] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_the_page_gives_nothing_away(name: str) -> None:
    """No seed, digest or fingerprint is on it, nor why the right choice would have been right."""
    exercise = EXERCISES[name]
    for given_grade in (*wrong_grades(name), blank(name)):
        page = learners_page(one(given_grade))
        assert "918273645" not in page
        assert "d1ge57" not in page
        assert given_grade.fingerprint not in page
        assert exercise.right_choice == "" or exercise.choices[exercise.right_choice] not in page


@pytest.mark.parametrize("name", [n for n, e in EXERCISES.items() if not e.points])
def test_a_prediction_is_never_called_wrong(name: str) -> None:
    """Whatever was guessed, there is no cross and no “not yet” on the page, and it is done."""
    for given_grade in wrong_grades(name):
        seen = Reader(learners_page(one(given_grade, *right_grades("dz")[:1]))).text
        assert "✗" not in seen
        assert "Not yet" not in seen
        assert "A good place to go on" not in seen


def test_every_status_has_its_words() -> None:
    """Each status of a verdict makes a page, with and without points, with and without credit."""
    for status in get_args(Status):
        for name in ("backward", "sign_of_da"):
            for share in (0.0, 0.5, 1.0):
                verdict = Verdict(name, status, "some-name", "Title")
                assert name in learners_page(one(grade(name, verdict, share=share)))


def test_what_was_refused_is_told() -> None:
    """Notes about files stand on the learner's page, also when nothing could be graded."""
    seen = words(Reader(learners_page(one(notes=("ann.docx: hand in a notebook.",)))).text)
    assert "ann.docx: hand in a notebook." in seen
    assert "There is nothing to give points for yet." in seen


def test_points_by_hand_are_marked() -> None:
    """The learner reads who gave the points and why; the class page counts them."""
    by_hand = replace(wrong_grades("dz")[0], points=2.0, reason="a slip of the pen")
    graded = one(by_hand)
    seen = words(Reader(learners_page(graded)).text)
    assert "Your teacher set these points. a slip of the pen" in seen
    assert "2 of 2" in seen
    assert "1 exercise" in Reader(class_page([graded])).text
    assert outcome_of(by_hand) == "done"
    assert outcome_of(replace(right_grades("dz")[0], points=0.0, reason="copied")) == "tried"


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


@given(st.text(max_size=90), st.text(max_size=90))
def test_no_page_lands_on_another(one_key: str, other_key: str) -> None:
    """Different keys have different files, on a disk without capitals or accents of its own too."""
    names = [file_name(key) for key in (one_key, other_key, one_key.upper(), one_key.lower())]
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names]
    keys = (one_key, other_key, one_key.upper(), one_key.lower())
    assert len(set(folded)) == len(set(keys))


@given(st.one_of(TEXTS, st.sampled_from(ODD_KEYS)))
def test_every_page_stays_in_its_folder(key: str) -> None:
    """A key, however odd, is one plain file name that fits on a disk."""
    name = file_name(key)
    assert Path(name).name == name
    assert not name.startswith(".")
    assert len(name.encode()) < 200
    assert all(letter.isalnum() or letter in "._~-" for letter in name)


def test_a_page_is_whole_or_not_there(tmp_path: Path) -> None:
    """A write that fails leaves the old page and nothing else."""
    path = write_feedback(one(), tmp_path)
    before = path.read_bytes()
    with suppress(RuntimeError), writing(path) as file:
        file.write("half a page")
        raise RuntimeError
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@given(st.integers(0, 2**32), st.integers(0, 25), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_class_is_counted_right(seed: int, size: int, chance: Random) -> None:
    """All counts are what a plain recount gives, whoever comes first."""
    whole = list(made_up_class(size, seed))
    counts = count(whole)
    shuffled = count(chance.sample(whole, size))
    assert counts.learners == size
    assert counts.shares == shuffled.shares
    assert counts.outcomes == shuffled.outcomes
    for name, outcomes in counts.outcomes.items():
        every = [g for graded in whole for g in graded.grades if g.exercise == name]
        assert outcomes == Counter(map(outcome_of, every))
    for kind in ("mistake", "choice", "other"):
        found = counts.findings(kind)
        made = [who.learners for _, who in found]
        assert made == sorted(made, reverse=True)
        assert [(f, w.learners) for f, w in shuffled.findings(kind)] == [
            (f, w.learners) for f, w in found
        ]
        for finding, who in found:
            titled = {
                graded.learner.key
                for graded in whole
                for g in graded.grades
                if headline(g.verdict.title) == finding.title and g.verdict.status == "mistake"
            }
            assert kind != "mistake" or who.learners <= len(titled)
    assert 0 <= counts.median() <= 100


def test_a_mistake_counts_once_for_a_learner() -> None:
    """The same mistake in two exercises is one learner, and both exercises are named."""
    (flip,) = [g for g in wrong_grades("dz") if g.verdict.name == "dz-sign"]
    twice = one(flip, replace(flip, exercise="backward"))
    ((finding, found),) = count([twice]).findings("mistake")
    assert (finding.lesson, found.learners, set(found.exercises)) == (
        "02_derivatives",
        1,
        {"dz", "backward"},
    )


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
        name: [counted[name][outcome] for outcome in OUTCOMES] for name in counted
    }
    shares = re.findall(r'<th scope="row">(?:\d+–\d+|100)</th><td class="n">(\d+)</td>', page)
    assert sum(map(int, shares)) == len(whole)


def test_memory_stays_flat() -> None:
    """Counting four times as many learners takes no more memory, beyond what is listed."""

    def peak(size: int) -> int:
        pattern = made_up_class(20)
        stream = (replace(pattern[n % 20], learner=Learner(f"k{n}", f"N {n}")) for n in range(size))
        tracemalloc.start()
        counts = count(stream)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert counts.learners == size
        return most

    peak(COMPARED)
    assert peak(4 * COMPARED) < 1.2 * peak(COMPARED + 1)


def test_who_needs_a_look_is_named() -> None:
    """Ungraded, refused and blank learners stand there; somebody who did all right doesn't."""
    counts = Counts()
    fine = one(*right_grades("dz")[:1], who=Learner("fine", "Fine"))
    for each in (
        fine,
        one(who=Learner("nothing", "Nothing")),
        one(*right_grades("dz")[:1], notes=("x.doc: refused.",), who=Learner("file", "File")),
        one(blank("dz"), blank("da"), who=Learner("blank", "Blank")),
    ):
        counts.add(each)
    assert [who.key for who, _ in counts.attention] == ["nothing", "file", "blank"]


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


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    some = [*made_up_class(25), one(notes=("a.pages: no notebook.",))]
    weakest = min(some[:-1], key=lambda graded: graded.points / graded.out_of)
    return {
        "class": write_class_page(lambda: some, folder),
        "learner": write_feedback(weakest, folder / "feedback"),
        "nothing": write_feedback(some[-1], folder / "feedback"),
        "odd": write_feedback(one(who=Learner("long", "N" * 300)), folder / "feedback"),
    }


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    quiet = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield started
        started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1280])
def test_pages_fit_and_have_no_barriers(
    pages: dict[str, Path], browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    """In a real browser nothing sticks out, nothing is asked for, and axe finds no barrier."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in pages.values():
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width == 360:  # the same elements and colours as in a wide window
            assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()
