"""What a linter says of the widgets' whole modules: in one script it can't know the others."""

import json
import subprocess
import sys
from pathlib import Path

from lessons.widgets import WIDGETS

MODULES = {f"{name}.mjs": widget._esm.splitlines() for name, widget in WIDGETS.items()}
# Python writes every law with the same arguments, and logistic.js has all functions of the lecture.
KEPT = {"LAWS.z = (value, {  }) => [];", "function loss(a, y) {", "function dz(a, y) {"}


def broken(rule: str, modules: dict[str, list[str]], folder: Path) -> dict[str, set[str]]:
    """Return the lines of each module that break this rule of oxlint."""
    for name, lines in modules.items():
        (folder / name).write_text("\n".join(lines), "utf-8")
    rules = {"env": {"browser": True}, "categories": {"correctness": "off"}, "rules": {rule: 2}}
    (folder / "rules.json").write_text(json.dumps(rules), "utf-8")
    oxlint = Path(sys.executable).with_name("oxlint")
    command = [oxlint, "-c", "rules.json", "--format=json", *modules]
    said = json.loads(subprocess.run(command, cwd=folder, capture_output=True).stdout)
    assert said["number_of_files"] == len(modules)
    found: dict[str, set[str]] = {name: set() for name in modules}
    for report in said["diagnostics"]:
        assert report["code"] == f"eslint({rule})", report
        lines = modules[report["filename"]]
        found[report["filename"]].add(lines[report["labels"][0]["span"]["line"] - 1])
    return found


def unused(modules: dict[str, list[str]], folder: Path) -> set[str]:
    """Return the lines that declare a name which no module with that line uses."""
    spare = broken("no-unused-vars", modules, folder)
    where = {
        line: [n for n in modules if line in modules[n]] for line in set().union(*spare.values())
    }
    return {line for line, names in where.items() if all(line in spare[name] for name in names)}


def test_every_name_is_declared(tmp_path: Path) -> None:
    """No module uses a name that neither it nor a browser has."""
    assert broken("no-undef", MODULES, tmp_path) == {name: set() for name in MODULES}


def test_every_name_is_used(tmp_path: Path) -> None:
    """No script declares what no widget uses."""
    assert unused(MODULES, tmp_path) == KEPT


def test_what_is_missing_or_spare_is_found(tmp_path: Path) -> None:
    """A misspelt name is found, and a name that is there in two modules and of use in neither."""
    shared = ["const abs = 1;", "const spare = 2;", "export default document;"]
    modules = {"one.mjs": [*shared, "use(abs);"], "two.mjs": shared}
    assert unused(modules, tmp_path) == {"const spare = 2;"}
    assert broken("no-undef", modules, tmp_path) == {"one.mjs": {"use(abs);"}, "two.mjs": set()}
