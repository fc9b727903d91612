"""What every widget keeps to, without a browser: its traits, its still picture, its JavaScript."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest
from traitlets import TraitError

from lessons.mistakes import MISTAKES
from lessons.site import widget_pages
from lessons.site.widget_pages import own, start, write_widget_pages
from lessons.widgets import WIDGETS
from lessons.widgets.base import CourseWidget, Number

EACH_WIDGET = pytest.mark.parametrize("widget", WIDGETS.values(), ids=list(WIDGETS))
NUMBERS = [
    pytest.param(widget, name, id=f"{stem}-{name}")
    for stem, widget in WIDGETS.items()
    for name, trait in widget.class_traits().items()
    if isinstance(trait, Number)
]
VIEW = "application/vnd.jupyter.widget-view+json"
# What could fetch or run anything that isn't in the file; the name of SVG is no address.
REACHES_OUT = (
    r"\w+://(?!www[.]w3[.]org/2000/svg\")|\bimport\b|\bfetch\b|XMLHttpRequest|WebSocket"
    r"|EventSource|sendBeacon|\beval\b|\bFunction\(|url\((?!#)|</script"
)
COMMENT = r"^\s*//.*$"


@pytest.fixture(autouse=True)
def nobodys_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONS_PROGRESS", "")


@pytest.mark.parametrize(("widget", "name"), NUMBERS)
def test_a_number_can_be_set_anywhere_in_its_range(widget: type[CourseWidget], name: str) -> None:
    """Python and the browser set a trait to either end or between, and it stays so."""
    live, trait = widget(), widget.class_traits()[name]
    for value in (trait.low, trait.high, (2 * trait.low + trait.high) / 3):
        setattr(live, name, value)
        assert getattr(live, name) == value
        live.set_state({name: trait.default()})
        assert getattr(live, name) == trait.default()
    assert getattr(widget(**{name: trait.high}), name) == trait.high


@pytest.mark.parametrize("value", [nan, inf, -inf, 10**400, "x", None, [1], "low", "high"])
@pytest.mark.parametrize(("widget", "name"), NUMBERS)
def test_a_bad_number_is_refused(widget: type[CourseWidget], name: str, value: object) -> None:
    """Wherever it comes from, the error says what is allowed, and all traits stay as they were."""
    live, trait = widget(), widget.class_traits()[name]
    value = {"low": trait.low - 1, "high": trait.high * 2 + 1}.get(str(value), value)
    with pytest.raises(TraitError) as error:
        setattr(live, name, value)
    said = f"{name} must be a number from {trait.low:g} to {trait.high:g}, but it is {value!r}"
    assert str(error.value) == said
    with pytest.raises(TraitError, match=re.escape(said)):
        widget(**{name: value})
    before = live.get_state()
    lows = {each: it.low for each, it in live.traits().items() if isinstance(it, Number)}
    with pytest.raises(TraitError, match=re.escape(said)):
        live.set_state({**lows, name: value})
    assert live.get_state() == before


@EACH_WIDGET
def test_every_trait_refuses_what_it_cannot_be(widget: type[CourseWidget]) -> None:
    """Whatever trait a widget has of its own, None is refused by name."""
    live = widget()
    for name in start(widget):
        with pytest.raises(TraitError, match=name):
            setattr(live, name, None)


@EACH_WIDGET
def test_a_misspelt_argument_is_refused(widget: type[CourseWidget]) -> None:
    """An argument that the widget doesn't have is named, beside those that it has."""
    with pytest.raises(TraitError) as error:
        widget(alhpa=0.5)
    said = f"{widget.__name__} has no alhpa; it has {', '.join(widget.own_traits())}"
    assert str(error.value) == said


@EACH_WIDGET
def test_where_no_widget_runs_its_picture_stands(widget: type[CourseWidget]) -> None:
    """A widget brings along its view, its picture in words, and as SVG if it can be drawn."""
    live = widget()
    data, _ = live._repr_mimebundle_()
    drawn = {"image/svg+xml"} if live.picture.draw else set()
    assert set(data) == {VIEW, "text/plain"} | drawn
    assert data[VIEW]["model_id"] == live.model_id
    assert data["text/plain"] == live.picture.text
    assert len(live.picture.text.split()) > 5


@EACH_WIDGET
def test_shown_again_it_is_the_same_widget(widget: type[CourseWidget]) -> None:
    """A second view shows the same state; a second widget can be given that state."""
    first = widget()
    assert first._repr_mimebundle_() == first._repr_mimebundle_()
    state = {name: getattr(first, name) for name in widget.own_traits()}
    second = widget(**state)
    assert second.model_id != first.model_id
    assert {name: getattr(second, name) for name in state} == state
    assert second.picture.text == first.picture.text


@EACH_WIDGET
def test_the_module_is_whole(widget: type[CourseWidget], node: str, tmp_path: Path) -> None:
    """What the browser gets is one module that stands alone, with a function to draw it."""
    (tmp_path / "widget.mjs").write_text(widget._esm, "utf-8")
    look = "import it from './widget.mjs'; console.log(Object.keys(it), typeof it.render)"
    command = [node, "--input-type=module", "--eval", look]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("[ 'render' ] function\n", "")


@EACH_WIDGET
def test_no_string_runs_over_a_line(widget: type[CourseWidget]) -> None:
    """Indentation is not sent, so none may be part of a string."""
    assert [line for line in widget._esm.splitlines() if line.count("`") % 2] == []


@EACH_WIDGET
def test_nothing_reaches_out(widget: type[CourseWidget]) -> None:
    """No script and no style sheet names an address, or a way to ask for one."""
    parts = widget._esm, widget._css, own("standalone.js"), own("standalone.css")
    for part in parts:
        assert re.findall(REACHES_OUT, re.sub(COMMENT, "", part, flags=re.MULTILINE)) == []


REACHING = [
    *("https://example.org", "import('x')", "fetch('x')", "new XMLHttpRequest()", "eval('x')"),
    *("new WebSocket('x')", "new EventSource('x')", "navigator.sendBeacon('x')", "Function('x')"),
    *("url(x.png)", "</script>"),
]


@pytest.mark.parametrize("code", REACHING)
def test_reaching_out_is_recognised(code: str) -> None:
    """Each way out of a page is known; the name of SVG itself and a part of the page are none."""
    assert re.search(REACHES_OUT, code)
    assert not re.search(REACHES_OUT, 'fill="url(#it)" xmlns="http://www.w3.org/2000/svg"')


def bytes_in(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def test_all_widgets_are_small() -> None:
    """All JavaScript and CSS that the browser receives is 14 KB a widget, with names in full.

    Measured is what is sent, `_esm` and `_css` of every widget; comments and indentation stay in
    the files. What
    two widgets share is counted once: the texts are cut at their blank lines, and pieces that are
    alike are one. The formulas and sentences of the catalogue grow with it, so they have bounds
    of their own.
    """
    sent = [text for widget in WIDGETS.values() for text in (widget._esm, widget._css)]
    pieces = {piece for text in sent for piece in f"{text}\n".split("\n\n")}
    formulas = {piece for piece in pieces if piece.startswith(("WRONG.", "LAWS."))}
    assert bytes_in(f"{piece}\n\n" for piece in pieces - formulas) <= 14_000 * len(WIDGETS)
    assert bytes_in(formulas) <= 60 * len(MISTAKES)
    data = [as_sent(widget().data, but="edits") for widget in WIDGETS.values()]
    assert bytes_in(data) <= 150 * len(MISTAKES)


@EACH_WIDGET
def test_the_edits_of_lines_are_few(widget: type[CourseWidget]) -> None:
    """Whatever a widget starts from, what it holds of edits takes 16 KB at most."""
    for chosen in ({}, *widget.further.values()):
        data = widget.told(**chosen)
        assert bytes_in([as_sent(data)]) - bytes_in([as_sent(data, but="edits")]) <= 16_000


def as_sent(data: dict[str, Any], but: str = "") -> str:
    return json.dumps({k: v for k, v in data.items() if k != but}, ensure_ascii=False)


def test_the_edits_of_lines_wait_until_a_widget_is_made() -> None:
    """Whoever only imports the course doesn't wait for them."""
    look = "import lessons.check, lessons.widgets; from lessons.mistakes import one_step as it"
    look += "; print(it.one_step.cache_info().misses)"
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert said.stdout == "0\n"


@EACH_WIDGET
def test_what_is_measured_is_what_is_sent(widget: type[CourseWidget]) -> None:
    """A widget sends the code and the data of its class, and else only its own few traits."""
    sent = widget().get_state()
    assert (sent["_esm"], sent["_css"]) == (widget._esm, widget._css)
    names = {name for name in sent if name[0] != "_"} - {"layout", "tabbable", "tooltip"}
    assert names == {*widget.own_traits(), "data", "fresh"}
    assert len(json.dumps(sent["fresh"])) < 400


def test_pages_of_their_own(tmp_path: Path) -> None:
    """There is a page for each widget, with its title, and one that leads to all of them."""
    pages = {path.stem: path.read_text("utf-8") for path in write_widget_pages(tmp_path / "site")}
    assert set(pages) >= {"index", *WIDGETS}
    for name, page in widget_pages.pages().items():
        assert page.widget._esm in pages[name]
        assert pages[name].count(f"<h1>{page.title}</h1>") == 1
        assert f'<a href="{name}.html">{page.title}</a>' in pages["index"]
    assert {
        path.stem: path.read_text("utf-8") for path in write_widget_pages(tmp_path / "site")
    } == pages
