"""The web site as a learner has it: no Jupyter, no Python, nothing but a browser."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_page import ARTEFACTS, cell, keep, run_all, run_check, write_and_run
from places import ROOT
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_server import Served, serving

LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/*.ipynb"))
PAGES = ["index", *(f"handouts/{lesson}" for lesson in LESSONS)]
WRONG = "def sigmoid(z):\n    return 1 / 1 + math.exp(-z)"
ENDLESS = "def sigmoid(z):\n    while True:\n        pass"
RIGHT = "def sigmoid(z):\n    return 1 / (1 + math.exp(-z))"
SAVE_TWICE = """() => {
    const { context } = jupyterapp.shell.currentWidget, { contents } = jupyterapp.serviceManager;
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const save = contents.save.bind(contents);
    contents.save = async (...all) => {
        const saved = await save(...all);
        await pause(2000);
        return saved;
    };
    const both = [context.save(), pause(1000).then(() => context.save())];
    Promise.all(both).then(() => { contents.save = save; window.savedTwice = true; });
}"""
GRAVE = ("serious", "critical")
ERRORS = '.jp-RenderedText[data-mime-type="application/vnd.jupyter.error"]'


@pytest.fixture(scope="module")
def site(npm: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once, in a sub-folder."""
    folder = tmp_path_factory.mktemp("www") / "course"
    subprocess.run([sys.executable, "-m", "lessons.site", folder], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Served]:
    with serving(site.parent) as running:
        yield running


@pytest.fixture(scope="module")
def learner(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """One browser that keeps what it keeps; closing a page never asks back."""
    context = served.visit(browser, viewport={"width": 1280, "height": 900})
    context.on("dialog", lambda dialog: dialog.accept())
    yield context
    context.close()


def start(page: Page, served: Served, lesson: str) -> float:
    """Click the lesson on the front page, run its first two cells; return how long that took."""
    page.goto(f"{served.site}/index.html")
    clicked = monotonic()
    served.may_start.clear()
    page.locator(f'.lessons a[href$="{lesson}.ipynb"]').click()
    expect(page.locator("#starting")).to_contain_text("Python is starting")
    served.may_start.set()
    wait_for_python(page)
    first = page.locator(".jp-CodeCell").nth(1)
    first.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text('\nprint("Here", "it is")')
    page.keyboard.press("Shift+Enter")
    expect(first.locator(".jp-OutputArea")).to_contain_text("Here it is")
    return monotonic() - clicked


def give_time(seconds: int | str) -> str:
    """Return a line that gives answers that much time, or what they have without a word."""
    return f"import os; os.environ['LESSONS_SECONDS'] = '{seconds}'\n"


def wait_for_python(page: Page) -> None:
    expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible()
    expect(page.locator("#starting")).to_have_count(0)


def wait_until_kept(page: Page) -> None:
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")


def test_the_ear_hears(learner: BrowserContext, served: Served) -> None:
    """What the other tests rely on: a request to another host fails, and is noted."""
    page = learner.new_page()
    page.goto(f"{served.site}/widgets/index.html")
    page.goto(f"{served.site}/lite/package.json")
    page.evaluate("fetch('http://elsewhere.example/').catch(() => 0)")
    assert served.asked_of_others == ["http://elsewhere.example/"]
    served.asked_of_others.clear()
    page.close()


def test_a_lesson_from_the_first_click_to_a_reload(learner: BrowserContext, served: Served) -> None:
    """01 runs, names a mistake, stops an endless loop, gives its tick, and keeps it all.

    When it is opened again there is no network any more, and no server.
    """
    page = learner.new_page()
    before = served.sent
    cold = start(page, served, "01_recap")
    loaded = served.sent - before
    expect(page.get_by_role("link", name="Open in")).to_have_count(0)
    run_all(page)
    expect(page.locator(ERRORS)).to_have_count(0)
    write_and_run(page, "def sigmoid", give_time(600) + WRONG)
    run_check(page, "sigmoid", "brackets are missing under the fraction bar")
    keep(page, cell(page, 'check("sigmoid"'), "site-01-wrong")
    write_and_run(page, "def sigmoid", give_time("") + ENDLESS)
    run_check(page, "sigmoid", "2 seconds")
    write_and_run(page, "def sigmoid", give_time(600) + RIGHT)
    run_check(page, "sigmoid", "Right")
    drag_the_sigmoid(page)
    save_twice_at_once(page)
    wait_until_kept(page)
    page.close()

    served.is_down = True
    try:
        find_it_again(learner, served)
    finally:
        served.is_down = False
    assert served.asked_of_others == []
    times = {"cold": round(cold, 1), "loaded": loaded}
    (ARTEFACTS / "site-times.json").write_text(json.dumps(times))
    assert loaded <= 31_000_000


def find_it_again(learner: BrowserContext, served: Served) -> None:
    """Open 01 anew: the answer is there, Python starts, and knows what was done before.

    Where widgets were, whose Python is gone, stand their pictures.
    """
    page = learner.new_page()
    page.goto(f"{served.site}/lite/notebooks/index.html?path=notebooks/01_recap.ipynb")
    for widget in ("SigmoidWidget(", "DrillWidget("):
        picture = cell(page, widget).locator(".jp-OutputArea img")
        expect(picture).to_be_visible()
    wait_for_python(page)
    expect(cell(page, "def sigmoid").locator(".cm-content")).to_contain_text("(1 + math.exp(-z))")
    write_and_run(page, 'show_progress("', "from lessons.progress import *\nshow_record()")
    record = cell(page, "show_record()").locator(".jp-OutputArea-output")
    expect(record).to_contain_text("✓ sigmoid (")
    page.close()


def drag_the_sigmoid(page: Page) -> None:
    """Drag the widget's slider with the mouse, and see its words follow."""
    widget = cell(page, "SigmoidWidget(").locator(".lr")
    slider = widget.locator("input[type=range]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    words = widget.locator(".lr-words")
    before = words.inner_text()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 5, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    expect(words).not_to_have_text(before, use_inner_text=True)


def save_twice_at_once(page: Page) -> None:
    """Save during a save that takes its time: JupyterLite doesn't ask whose work to keep."""
    page.evaluate(SAVE_TWICE)
    page.wait_for_function("window.savedTwice")


@pytest.mark.parametrize("lesson", LESSONS[:1] + LESSONS[2:])
def test_each_other_lesson_runs_in_the_browser(
    learner: BrowserContext, served: Served, lesson: str
) -> None:
    """From its first cell to its last, with no error and no request to any other host."""
    page = learner.new_page()
    page.goto(f"{served.site}/lite/notebooks/index.html?path=notebooks/{lesson}.ipynb")
    wait_for_python(page)
    run_all(page)
    expect(page.locator(ERRORS)).to_have_count(0)
    page.close()
    assert served.asked_of_others == []


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("delete window.WebAssembly", "has no WebAssembly"),
        ("delete Navigator.prototype.serviceWorker", "keeps nothing"),
    ],
)
def test_a_browser_that_cannot_is_told_why(
    browser: Browser, served: Served, missing: str, words: str
) -> None:
    """One sentence says what is missing and what to do."""
    page = browser.new_page()
    page.add_init_script(missing)
    page.goto(f"{served.site}/lite/notebooks/index.html?path=notebooks/01_recap.ipynb")
    expect(page.locator("#starting")).to_contain_text(words)
    page.close()


def test_without_javascript_a_lesson_says_so(browser: Browser, served: Served) -> None:
    """Nothing pretends to start."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served.site}/lite/notebooks/index.html?path=notebooks/01_recap.ipynb")
    expect(page.locator("#starting")).to_contain_text("A lesson needs JavaScript")
    expect(page.locator("#starting")).not_to_contain_text("starting")
    page.close()


def test_a_lesson_opened_from_disk_says_why_not(browser: Browser, site: Path) -> None:
    """A lesson can't run from a file, and says what can."""
    page = browser.new_page()
    page.goto((site / "lite" / "notebooks" / "index.html").as_uri())
    expect(page.locator("#starting")).to_contain_text("handouts and widgets do open from disk")
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_alone(browser: Browser, site: Path, name: str) -> None:
    """From disk it asks for nothing, fits every width, and axe finds it sound in both themes."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto((site / f"{name}.html").as_uri())
    assert asked == [page.url]
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (360, 800, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            look = ARTEFACTS / f"site-{Path(name).name}-{theme}-{width}.png"
            page.screenshot(path=look, full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        violations = Axe().run(page).response["violations"]
        assert [each["id"] for each in violations if each["impact"] in GRAVE] == []
    page.close()


@pytest.mark.parametrize("name", [*PAGES, "widgets/index"])
def test_links_lead_to_files_of_the_site(site: Path, name: str) -> None:
    """Every link is relative, so that the site can stand in any folder, and leads somewhere."""
    page = site / f"{name}.html"
    links = re.findall(r'(?:href|src)="(?!data:|#)([^"]+)"', page.read_text("utf-8"))
    assert len(links) > 1
    for link in links:
        address, _, path = link.partition("?path=")
        assert not re.match(r"\w+:|/", link), link
        assert (page.parent / address).is_file(), link
        assert not path or (site / "lite" / "files" / path).is_file(), link


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_handout_holds_its_lesson(site: Path, lesson: str) -> None:
    """Every picture of the key, every formula drawn, every answer after the last exercise."""
    page = (site / "handouts" / f"{lesson}.html").read_text("utf-8")
    key = json.loads((ROOT / "solutions" / f"{lesson}.ipynb").read_text("utf-8"))
    outputs = [output for each in key["cells"] for output in each.get("outputs", ())]
    pictures = [each for each in outputs if "image/svg+xml" in each.get("data", {})]
    assert page.count('xmlns="http://www.w3.org/2000/svg"') == len(pictures) > 0
    shown, _, answers = page.partition("<h2>Answers</h2>")
    exercises = [each for each in key["cells"] if "exercise" in each["metadata"].get("tags", ())]
    assert answers.count("<pre>") == len(exercises) > 0
    text = re.sub(r"<(pre|code|svg)\b.*?</\1>", "", shown, flags=re.DOTALL)
    assert "$" not in text
    assert "**" not in text
    assert not re.search("&lt;/?[a-z]", text)


def test_the_site_is_small(site: Path) -> None:
    """At most 45 MB all in all, and at most 1 MB of it the course itself."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    assert sum(sizes.values()) <= 45_000_000
    ours = [*site.glob("*.html"), *site.glob("widgets/*"), *site.glob("handouts/*")]
    ours += [*site.glob("lite/files/*/*"), *site.rglob("lessons-*.whl")]
    assert sum(sizes[path] for path in ours) <= 1_000_000
