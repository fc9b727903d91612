"""What a drill keeps and shows: its traits, the learner's record, a picture, a page by keyboard."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from real_browser import running_browser
from traitlets import TraitError

from lessons.formulas import Numbers
from lessons.progress import store
from lessons.site.widget_pages import start
from lessons.widgets.drill import LEVELS, DrillWidget


@pytest.mark.parametrize(
    ("trait", "value"),
    [("level", "hard"), ("level", 3), ("seed", "x"), ("seed", 2**40), ("tried", -1), ("best", 0.5)],
)
def test_a_bad_value_is_refused_by_name(trait: str, value: object) -> None:
    """A value that no drill can have is refused with the trait's name and the value."""
    with pytest.raises(TraitError, match=rf"(?s){trait}.*{value!r}|{trait}.*{value}"):
        DrillWidget().set_trait(trait, value)


def test_answers_go_into_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the browser reports is added up; whoever returns goes on there, with new questions."""
    monkeypatch.setenv("LESSONS_PROGRESS", str(tmp_path / "record.json"))
    for before in (0, 2):
        drill = DrillWidget("forward")
        assert (drill.right, drill.tried, drill.question) == (before / 2, before, before)
        drill.set_state({"tried": before + 1, "right": drill.right + 1, "streak": 1, "best": 1})
        drill.set_state({"tried": before + 2, "streak": 0})
        drill.set_state({"question": before + 1})
    assert store.drilled("forward") == {"right": 2, "tried": 4, "best": 1}
    assert DrillWidget("forward", question=0).question == 0
    drill = DrillWidget("z")
    assert (drill.right, drill.tried, drill.best, drill.question) == (0, 0, 0, 0)
    drill.level = "forward"
    assert (drill.right, drill.tried, drill.best, drill.question) == (2, 4, 1, 4)
    assert store.drilled("forward") == {"right": 2, "tried": 4, "best": 1}


@pytest.mark.parametrize("level", LEVELS)
def test_where_no_widget_runs_there_are_words(level: str) -> None:
    """The widget brings along a question of its level to read, and the widget itself."""
    data, _ = DrillWidget(level)._repr_mimebundle_()
    assert "What is" in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data


PAGE = """<!doctype html><meta charset="utf-8"><title>drill</title><div id="here"></div>
<script type="module">
const traits = {traits}, told = {{}};
window.saved = () => ({{ ...traits }});
const model = {{
  get: (name) => traits[name],
  set(name, value) {{
    traits[name] = value;
    (told[`change:${{name}}`] ?? []).forEach((f) => f());
  }},
  on: (event, f) => (told[event] ??= []).push(f),
  off() {{}},
  save_changes() {{}},
}};
{script}
widget.render({{ model, el: document.getElementById("here") }});
</script>"""


def test_the_keyboard_is_enough(chromium: str, tmp_path: Path) -> None:
    """Type, Enter, read, Enter: a wrong answer ends the streak, a right one adds to it."""
    traits = start(DrillWidget) | {"streak": 2, "best": 2}
    widget = DrillWidget._esm.replace("export default", "const widget =")
    page_file = tmp_path / "drill.html"
    page_file.write_text(PAGE.format(traits=json.dumps(traits), script=widget), "utf-8")
    with running_browser(chromium) as browser:
        page = browser.new_page()
        errors: list[object] = []
        page.on("pageerror", lambda error: errors.append(error))
        page.goto(page_file.as_uri())
        given = page.locator(".lr-given")
        first = given.inner_text()
        words = page.locator("[aria-live]")

        page.get_by_label("What is z?").focus()
        for typed, said in (("abc", "Not yet a number"), ("99", "✗ z: ")):
            page.keyboard.type(typed)
            page.keyboard.press("Enter")
            expect(words).to_contain_text(said)
        assert given.inner_text() == first
        pairs = given.locator("span:not([hidden])").all_inner_texts()
        numbers = dict(pair.replace("−", "-").split(" = ") for pair in pairs)
        right = Numbers({name: float(value) for name, value in numbers.items()}).z
        page.keyboard.type(f"{right:.1f}".replace("-", "−").replace(".", ","))
        page.keyboard.press("Enter")
        expect(words).to_contain_text("✓ Right: z =")
        page.keyboard.press("Enter")
        expect(given).not_to_have_text(first)
        expect(page.locator(".lr-quiet")).to_have_text("1 right in a row · best 2 · 1 right in all")
        page.get_by_role("button", name="Show the answer").press("Enter")
        expect(words).to_contain_text("z = w1·x1 + w2·x2 + b = ")
        traits = page.evaluate("saved()")
    assert errors == []
    assert traits | {"right": 1, "tried": 2, "streak": 0, "best": 2, "question": 1} == traits
