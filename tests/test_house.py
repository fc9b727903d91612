"""The laws of the house itself: what stands in which file, and that the files agree."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from groups import leave_out
from packaging.requirements import Requirement
from places import ROOT

import lessons

SETUP = ["pyproject.toml", "requirements.txt", "Makefile", ".ci/run", ".github/workflows/*"]
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*"))
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

# Written with [brackets], so that this file doesn't hold the words it looks for.
NOT_OURS = {
    "a path of one machine": r"(?<![\w.])/(?:hom[e]|User[s]|roo[t]|wor[k])/\w|[A-Z]:\\User[s]",
    "a direct download": r"https?://\S+[.](?:whl|tgz|tar[.]gz)\b",
    "the workplace": r"[.][.]/share[d]|[.]librar[y]|(?i:\bissue #?\d|\bticket #?\d)",
}
EXAMPLES = {
    "a path of one machine": r"/hom[e]/ada /roo[t]/x (/wor[k]/x /User[s]/ada C:\User[s]".split(),
    "a direct download": "https:/[/]example.org/a-1.0.whl http:/[/]example.org/a.tar.gz".split(),
    "the workplace": ["../share[d]/x", ".librar[y]", "Issu[e] #10", "ticke[t] 7"],
}
KNOWN_HOSTS = {"github.com", "colab.research.google.com", "mybinder.org", "creativecommons.org"}


def tracked(*patterns: str) -> list[Path]:
    """The files that git has or would take, without those it ignores."""
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listing.returncode:
        leave_out("git", "the course is no git checkout")
    return [path for name in listing.stdout.split("\0") if (path := ROOT / name).is_file()]


def text(path: Path) -> str:
    return path.read_text("utf-8", errors="ignore")


@pytest.mark.parametrize("what", NOT_OURS)
def test_no_file_holds(what: str) -> None:
    """The project speaks of itself alone: of no machine, no download address, no workplace."""
    found = {str(path): re.findall(NOT_OURS[what], text(path)) for path in tracked()}
    assert str(Path(__file__)) in found
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("what", NOT_OURS)
def test_what_no_file_may_hold_is_recognised(what: str) -> None:
    """Each of these patterns finds what it is there to find."""
    examples = [re.sub(r"[][]", "", example) for example in EXAMPLES[what]]
    assert [missed for missed in examples if not re.search(NOT_OURS[what], missed)] == []


def test_set_up_names_no_package_index() -> None:
    """Where packages come from is each machine's own matter: set-up files name no such host."""
    assert all(tracked(pattern) for pattern in SETUP)
    words = " ".join(text(path) for path in tracked(*SETUP))
    assert set(re.findall(r"://([^/\s\"']+)", words)) <= KNOWN_HOSTS


def test_lessons_are_short_enough_to_read() -> None:
    """No Python file of the lessons is longer than 200 lines."""
    files = tracked("lessons/**.py")
    assert set(files) == {*(ROOT / "lessons").rglob("*.py")}
    assert {str(path): n for path in files if (n := len(text(path).splitlines())) > 200} == {}


def test_scripts_are_narrow_and_short_and_say_what_they_are_for() -> None:
    """Every JavaScript file begins with its purpose; it has 200 lines of 100 columns at most."""
    scripts = {str(path): text(path).splitlines() for path in tracked("*.js", "*.mjs")}
    assert scripts
    assert [path for path, lines in scripts.items() if not re.match(r"// \w", lines[0])] == []
    assert {path: n for path, lines in scripts.items() if (n := len(lines)) > 200} == {}
    wide = [line for lines in scripts.values() for line in lines if len(line) > 100]
    assert wide == []


def rows(heading: str) -> list[list[str]]:
    """The tables of a chapter of CONTRIBUTING.md, row by row, each without its head."""
    chapter = text(ROOT / "CONTRIBUTING.md").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (.*) \|$", re.sub(r".*\n\|---.*", "", chapter), re.MULTILINE)
    return [line.split(" | ") for line in lines]


@pytest.mark.parametrize("place", ["lessons", "lessons/classroom"])
def test_every_room_has_its_row(place: str) -> None:
    """CONTRIBUTING.md says of every room what it is for, and where to go from there."""
    rooms = {path.parent.name for path in (ROOT / place).glob("*/__init__.py")}
    told = {room.strip("`/") for room, *_ in rows("The rooms of `lessons/`") if "/" in room}
    assert rooms <= told, f"Add {sorted(rooms - told)} to the rooms in CONTRIBUTING.md."


def test_the_contents_page_names_every_room() -> None:
    """lessons/__init__.py names all that lies beside it, and nothing that is gone."""
    files = {path.stem for path in (ROOT / "lessons").glob("[a-z]*.py")}
    rooms = {path.parent.name for path in (ROOT / "lessons").glob("*/__init__.py")}
    assert set(re.findall(r"^(\w+)  ", lessons.__doc__ or "", re.MULTILINE)) == files | rooms


def test_sentences_stand_where_contributing_says() -> None:
    """Every home of a learner's sentence is there, and so are the names that stand in it."""
    for _, homes in rows("Where each sentence stands"):
        home = ROOT
        for name in homes.replace("NN_name", "00_start").split("`")[1::2]:
            if name.isupper():
                assert name in text(home), f"There is no {name} in {home}."
            else:
                home = ROOT / name if name.startswith("solutions") else ROOT / "lessons" / name
                assert home.exists(), f"{home} has moved: say so in CONTRIBUTING.md."


def test_help_lists_every_target() -> None:
    """`make` alone prints one line for each target there is."""
    targets = re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE)
    assert {"lab", "test"} <= set(targets)
    shown = subprocess.check_output(["make", "--no-print-directory"], cwd=ROOT, text=True)
    assert re.findall(r"^make ([a-z]+) +\w", shown, re.MULTILINE) == targets


def test_workflows_pass_actionlint() -> None:
    """The workflows are valid, as far as the linter for them can tell."""
    actionlint = Path(sys.executable).with_name("actionlint")
    verdict = subprocess.run([actionlint, *WORKFLOWS], cwd=ROOT, capture_output=True, text=True)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(workflow: Path) -> None:
    """Every action is named by the commit it was read at, which nobody can move."""
    used = re.findall(r"uses: +(\S+)", text(workflow))
    assert used
    assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []


def declared() -> list[Requirement]:
    """Every dependency that pyproject.toml names, but for the package's own extras."""
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = [Requirement(line) for lines in lists for line in lines]
    return [requirement for requirement in wanted if requirement.name != project["name"]]


def pins(python: str) -> list[Requirement]:
    """The lines of requirements.txt that count for this Python on Linux."""
    listing = text(ROOT / "requirements.txt").splitlines()
    here = {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": "linux"}
    pinned = [Requirement(line) for line in listing if not line.startswith("#")]
    return [pin for pin in pinned if pin.marker is None or pin.marker.evaluate(here)]


@pytest.mark.parametrize("python", PYTHONS)
def test_pins_keep_the_promises_of_pyproject(python: str) -> None:
    """For each Python, every dependency has one exact pin, inside its declared range if any."""
    exact = {pin.name: re.fullmatch(r"==([\w.]+)", str(pin.specifier)) for pin in pins(python)}
    assert len(exact) == len(pins(python))
    assert [name for name, version in exact.items() if not version] == []
    versions = {name: version[1] for name, version in exact.items() if version}
    assert {requirement.name for requirement in declared()} <= versions.keys()
    assert [r for r in declared() if not r.specifier.contains(versions[r.name])] == []
