"""A key runs in this Python or is refused; what is written is whole, or not there."""

import json
import subprocess
import sys

import pytest
from tiny_course import POINTS, lesson

from lessons.authoring import execute
from lessons.authoring.build import build
from lessons.authoring.source import AuthorError


@pytest.mark.parametrize(
    ("before", "code", "reason", "seconds"),
    [
        ("# %%\n1\n", "z = w1 * x1", "NameError: name 'w1' is not defined", 600),
        ("# %%\n1\n", "import os; os._exit(1)", "died", 600),
        ("", "while True: pass", "timed out", 1),
    ],
)
def test_a_key_that_fails_is_refused_with_its_cell_and_the_reason(
    tmp_path, monkeypatch, before, code, reason, seconds
):
    monkeypatch.setattr(execute, "SECONDS_PER_CELL", seconds)
    with pytest.raises(AuthorError, match=rf"00_tiny\.py, cell 'broken': .*{reason}"):
        build(lesson(tmp_path, f'{before}# %% id="broken"\n{code}\n# %%\n2\n'), POINTS)


def test_a_key_runs_in_this_python_and_in_an_empty_folder(tmp_path):
    source = "# %%\nimport os, sys\nprint(sys.executable, [f for f in os.listdir() if f[0] != '.'])"
    text = build(lesson(tmp_path, source), {})["solutions/00_tiny.ipynb"]
    printed = json.loads(text)["cells"][1]["outputs"][0]["text"]
    assert printed[0].startswith(f"{sys.executable} [")
    assert "tests" not in printed[0]


def test_a_release_that_cant_be_built_is_refused_in_one_sentence(tmp_path):
    command = [sys.executable, "-m", "lessons.authoring", "--check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert done.returncode == 2
    assert done.stderr == "no solutions/NN_name.py here. Run this in the course's own folder.\n"


@pytest.mark.parametrize(
    ("package", "said"),
    [
        ("ipykernel", "ipykernel is missing, which runs the keys. Use: make release\n"),
        ("jupytext", "jupytext is missing. Run: pip install 'lessons[classroom]'\n"),
    ],
)
def test_a_missing_package_is_named_with_the_remedy(package, said):
    code = f"import sys; sys.modules[{package!r}] = None; del sys.argv[1:]\n"
    code += "from lessons.authoring.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 2
    assert done.stderr == said
