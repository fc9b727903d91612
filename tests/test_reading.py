"""However a notebook was saved, the same cells come out of it; whatever is none says what it is."""

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from nbconvert import PythonExporter

from lessons.classroom.handed_in.bounds import BOUNDS, RefusedError
from lessons.classroom.handed_in.magics import binds, parsed, plain
from lessons.classroom.handed_in.reading import read_cells
from lessons.classroom.records import Cell, Source
from lessons.exercises import EXERCISES

ROOT = Path(__file__).parents[1]
LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))
RECAP = json.loads((ROOT / "notebooks/01_recap.ipynb").read_bytes())

Notebook = dict[str, Any]


def dumped(notebook: Notebook, **form: Any) -> bytes:
    return json.dumps(notebook, **form).encode()


def each(notebook: Notebook, change: Callable[[Any], None]) -> bytes:
    """Return the notebook after a change of every cell."""
    changed = deepcopy(notebook)
    for cell in changed["cells"]:
        change(cell)
    return dumped(changed)


def whole_source(cell: Any) -> None:
    cell["source"] = "".join(cell["source"])


def with_windows_ends(cell: Any) -> None:
    cell["source"] = [line.replace("\n", "\r\n") for line in cell["source"]]


def without_line_ends(cell: Any) -> None:
    cell["source"] = [line.removesuffix("\n") for line in cell["source"]]


def from_colab(cell: Any) -> None:
    cell["metadata"] = {"id": cell.pop("id"), "outputId": "1a-2b", "colab": {"height": 34}}


def from_vs_code(cell: Any) -> None:
    cell["metadata"]["vscode"] = {"languageId": "python"}


def without_id(cell: Any) -> None:
    del cell["id"]


def without_metadata(cell: Any) -> None:
    cell["metadata"] = {}


def with_outputs(cell: Any) -> None:
    if cell["cell_type"] == "code":
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["1\n"] * 100}]


def opened(notebook: Notebook) -> nbformat.NotebookNode:
    return nbformat.reads(json.dumps(notebook), as_version=4)


def old(notebook: Notebook) -> bytes:
    return nbformat.writes(nbformat.convert(opened(notebook), 3), version=3).encode()


FORMS: dict[str, tuple[str, Callable[[Notebook], bytes]]] = {
    "as released": ("ipynb", dumped),
    "indented": ("ipynb", lambda whole: dumped(whole, indent=1, ensure_ascii=False)),
    "a byte-order mark": ("ipynb", lambda whole: b"\xef\xbb\xbf" + dumped(whole)),
    "UTF-16": ("ipynb", lambda whole: json.dumps(whole, ensure_ascii=False).encode("utf-16")),
    "UTF-16 without a mark": ("ipynb", lambda whole: dumped(whole).decode().encode("utf-16-le")),
    "zeros at the end": ("ipynb", lambda whole: dumped(whole) + bytes(5000)),
    "blank lines around": ("ipynb", lambda whole: b"\n\n " + dumped(whole) + b"\r\n\r\n"),
    "saved as text": ("txt", dumped),
    "saved as JSON": ("json", dumped),
    "called a script": ("py", dumped),
    "a browser's name": ("ipynb.json", dumped),
    "no ending": ("", dumped),
    "sources as one text": ("ipynb", lambda whole: each(whole, whole_source)),
    "sources of Windows": ("ipynb", lambda whole: each(whole, with_windows_ends)),
    "sources without line ends": ("ipynb", lambda whole: each(whole, without_line_ends)),
    "Colab": ("ipynb", lambda whole: each(whole, from_colab)),
    "VS Code": ("ipynb", lambda whole: each(whole, from_vs_code)),
    "without ids": ("ipynb", lambda whole: each(whole, without_id)),
    "without metadata": ("ipynb", lambda whole: each(whole, without_metadata)),
    "with outputs": ("ipynb", lambda whole: each(whole, with_outputs)),
    "nbformat 3": ("ipynb", old),
    "nbformat 5": ("ipynb", lambda whole: dumped(whole | {"nbformat": 5})),
}


def percent(notebook: Notebook) -> bytes:
    text: str = jupytext.writes(opened(notebook), fmt="py:percent")
    return text.encode()


def exported(notebook: Notebook) -> bytes:
    text, _ = PythonExporter().from_notebook_node(opened(notebook))
    return text.encode()


def read(data: bytes, name: str = "01_recap.ipynb") -> list[Cell]:
    return read_cells(Source(name, data))


def texts(cells: list[Cell]) -> list[str]:
    return [cell.text.strip() for cell in cells]


def refusal(data: bytes, name: str = "work.ipynb") -> str:
    with pytest.raises(RefusedError) as refused:
        read(data, name)
    return str(refused.value)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_cells(form: str, lesson: Path) -> None:
    """A lesson's notebook has the same cells with the same exercises, however it was saved."""
    notebook = json.loads(lesson.read_bytes())
    ending, save = FORMS[form]
    found = read(save(notebook), f"x.{ending}")
    original = read(lesson.read_bytes(), f"x.{ending}")
    assert found == original
    exercises = [name for name, one in EXERCISES.items() if one.lesson == lesson.stem]
    assert [cell.claims for cell in original if cell.claims] == exercises


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_scripts_give_the_same_cells(lesson: Path, end: bytes) -> None:
    """jupytext's and nbconvert's scripts hold the notebook's cells; jupytext's claims too."""
    notebook = json.loads(lesson.read_bytes())
    original = read(lesson.read_bytes())
    cells = read(percent(notebook).replace(b"\n", end), "x.py")
    assert texts(cells) == texts(original)
    assert [cell.claims for cell in cells] == [cell.claims for cell in original]
    without_claims = texts(read(exported(notebook).replace(b"\n", end), "x.py"))
    assert list(map(without_comments_below, without_claims)) == texts(original)


def without_comments_below(text: str) -> str:
    """nbconvert turns the Markdown below a cell into comments."""
    return text.partition("\n\n\n# ")[0]


def test_cell_magics_in_exported_scripts() -> None:
    """A cell below a %%magic, which nbconvert writes into a call, is the cell that it was."""
    sources = ["%%time\nloss = 1\ns = 'it\\'s'", "%%bash\nls", "x = 1"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in sources])
    found = read(exported(notebook), "x.py")
    assert texts(found) == texts(read(dumped({"cells": cells})))
    assert binds(found[0].text) == {"loss", "s"}


def test_a_place_is_what_a_learner_counts() -> None:
    """A cell's place names the file and counts all cells from 1; in a script, its line."""
    cells = [{"cell_type": kind, "source": "x = 1"} for kind in ("markdown", "code", "raw", "code")]
    found = read(dumped({"cells": cells}), "work.ipynb")
    assert [cell.place for cell in found] == ["work.ipynb, cell 2", "work.ipynb, cell 4"]
    assert [cell.place for cell in read(b"\n\nx = 1\n", "a.py")] == ["a.py, line 3"]
    assert "\x1b" not in read(b"x=1", "evil\x1b[2J\n.py")[0].place


def test_order_and_copies_stay() -> None:
    """Copied cells, with the same id, come one by one in the notebook's order."""
    answers = [f"loss = {number}" for number in (3, 1, 2)]
    cells = [{"cell_type": "code", "id": "loss", "source": answer} for answer in answers]
    found = read(dumped({"cells": cells}))
    assert [(cell.text, cell.claims) for cell in found] == [(answer, "loss") for answer in answers]


@pytest.mark.parametrize(
    "metadata",
    [
        {"nbgrader": {"grade_id": "check-loss"}},
        {"nbgrader": {"grade_id": ["loss"]}},
        {"nbgrader": "loss"},
        {"id": "losses"},
        ["loss"],
        None,
    ],
)
def test_only_exercises_are_claimed(metadata: Any) -> None:
    """A cell claims an exercise by nbgrader's name or by its id, never by anything near it."""
    cell = {"cell_type": "code", "source": "x = 1", "metadata": metadata}
    assert read(dumped({"cells": [cell]}))[0].claims == ""
    assert read(dumped({"cells": [cell | {"id": "loss"}]}))[0].claims == "loss"
    named = {"nbgrader": {"grade_id": "dz"}}
    assert read(dumped({"cells": [cell | {"id": "loss", "metadata": named}]}))[0].claims == "dz"


ODD_CELLS = [None, 5, "x", [], {}, {"cell_type": 3}, {"cell_type": "code"}, {"source": "x = 1"}]
ODD_SOURCES: dict[str, Any] = {"none": None, "number": 5, "dict": {}, "list of odd": [None, 3, {}]}


@pytest.mark.parametrize("odd", ODD_SOURCES)
def test_wrong_types_cost_their_own_cell(odd: str) -> None:
    """Cells and sources of a wrong type are blank or left out; the good cell is read."""
    good = {"cell_type": "code", "source": ["a = 1\n", "b = 2"]}
    bad = {"cell_type": "code", "source": ODD_SOURCES[odd]}
    found = read(dumped({"cells": [*ODD_CELLS, bad, good], "metadata": None, "nbformat": "4"}))
    assert [cell.text for cell in found if cell.text] == ["a = 1\nb = 2"]


SENTENCES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "it is empty"),
    "blank": (b" \r\n\0\0", "it is empty"),
    "a PDF": (b"%PDF-1.7 ...", "a PDF"),
    "a page": (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "a web page"),
    "a picture": (b"\x89PNG\r\n", "a picture"),
    "a RAR": (b"Rar!\x1a", "a RAR archive"),
    "noise": (b"\x01\x00\x02\x00\x00\x00\xff" * 9, "it is no text"),
    "text": (b"Dear teacher, here is my homework.", "it is no notebook"),
    "JSON": (b'{"a": 1}', "it is no notebook"),
    "a list": (b"[1, 2]", "it is no notebook"),
    "no cells": (b'{"cells": null, "nbformat": 4}', "no code cells"),
    "text cells only": (b'{"cells": [{"cell_type": "markdown", "source": "x = 1"}]}', "no code"),
    "cut": (dumped(RECAP)[:-900], "the file breaks off"),
    "a hole": (dumped(RECAP, indent=1).replace(b":", b"", 1), "damaged in line 2"),
    "deep": (b'{"cells": ' + b"[" * 100_000, "nested too deeply"),
    "deep objects": (b'{"a":' * 100_000, "nested too deeply"),
    "many cells": (dumped({"cells": [{"cell_type": "code"}] * (BOUNDS.cells + 1)}), "5,000 cells"),
    "too large": (b" " * (BOUNDS.file_bytes + 1), "larger than 10 megabytes"),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_no_notebook_says_what_it_is(what: str) -> None:
    """A refusal is one line that names the file, what is wrong and what to do."""
    data, sentence = SENTENCES[what]
    told = refusal(data)
    assert told.startswith("work.ipynb can't be taken: ")
    assert sentence in told
    assert told.endswith(".")
    assert "\n" not in told


def test_office_documents_are_told_from_zips() -> None:
    """A Word document is called one, and a zip a zip."""
    for inside, kind in (("word/document.xml", "Word"), ("xl/workbook.xml", "Excel"), ("a", "zip")):
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            archive.writestr(inside, "...")
        assert kind in refusal(whole.getvalue())


def test_other_encodings() -> None:
    """Old encodings of Windows and half characters cost nobody a cell."""
    (cell,) = read("größer = 1\nx = '“'".encode("cp1252"), "x.py")[1:]
    assert cell.text == "x = '“'"
    (cell,) = read(b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}')
    assert cell.text == "x = '?'"


def test_a_huge_cell_is_left_out() -> None:
    """A cell too long to be an answer is left out, and says so; its neighbours stay."""
    long = {"cell_type": "code", "id": "loss", "source": "x = 1\n" * BOUNDS.cell_characters}
    found = read(dumped({"cells": [long, long | {"source": "y = 1"}]}))
    assert found[0].text == "# This cell was longer than 50,000 characters, and was left out."
    assert found[1].text == "y = 1"


STATEMENTS = {
    "plain": ("import math\n\n# z\nz = (1 +\n  2); y = 3\nz = 4\n", [1, 4, 6]),
    "decorated": ("import a\n@a\n@b\ndef f():\n    pass\nclass C: pass", [1, 2, 6]),
    "joined": ("y = (\n2); z = 3; w = (\n4)\nv = 5", [1, 4]),
    "magics": ("%matplotlib inline\nx = 1\n!ls", [1, 2, 3]),
    "a text": ("x = '''\n%time\ny = 1\n'''\nz = 2", [1, 5]),
    "broken": ("import a\ndef f(:\n    pass\n\n    x\ndef g():\n    pass\n\nz = 1", [1, 2, 6, 9]),
    "broken if": ("x = )\n\nif x:\n    y\n\nelse:\n    z\n\n@d\ndef f(): 1", [1, 3, 9]),
}


@pytest.mark.parametrize("script", STATEMENTS)
def test_a_plain_script_is_cut_at_its_statements(script: str) -> None:
    """Each statement is a cell at its own line, so that one that fails takes none along."""
    text, lines = STATEMENTS[script]
    cells = read(text.encode(), "x.py")
    assert [int(cell.place.rpartition(" ")[2]) for cell in cells] == lines
    if parsed(plain(text)):
        assert all(parsed(cell.text) for cell in cells)
        assert set().union(*(binds(cell.text) for cell in cells)) == binds(plain(text))


# Each piece of IPython's own, and the plain Python it becomes.
MAGICS = {
    "%matplotlib inline": "pass",
    "%time x = f(1)": "x = f(1)",
    "x = %time f(1)": "x = f(1)",
    "%timeit -n 3 f(1)": "pass",
    "!ls -l 'it's'": "pass",
    "!!ls": "pass",
    "files = !ls | grep it's": "files = None",
    "a, b.c = %magic": "a, b.c = None",
    "?help": "pass",
    "help?": "pass",
    "math.exp??": "pass",
    "if True:\n    !ls\n    %time y = 1": "if True:\n    pass\n    y = 1",
    "!ls \\\n  -l \\\n  -a": "pass\n\n",
    "%%time": "",
    "%%capture out --no-stderr": "",
    "%%time\n%%capture": "\n",
    "\n\n%%timeit": "\n\n",
    ">>> x = 1\n... \n>>> z = 2": "x = 1\n\nz = 2",
}


@pytest.mark.parametrize("magic", MAGICS)
def test_magics_become_plain_python(magic: str) -> None:
    """IPython's own lines go; the code below them stays, at the same line, and compiles."""
    body = "\nx = 5 % 3\ny = '%d' % x"
    found = plain(magic + body)
    assert found == MAGICS[magic] + body
    assert parsed(found)
    indented = "".join(f"  {line}" for line in (magic + body).splitlines(keepends=True))
    assert plain(indented) == found


@pytest.mark.parametrize("cell", ["%%bash\nls", "%%writefile x.py\nx = 1", "\n%%html\n<b>"])
def test_cells_in_other_languages_are_blank(cell: str) -> None:
    """A cell whose magic hands it to something else is not run as Python."""
    assert plain(cell) == ""


TEXTS = ["'%time'", '"""\n%time\n!ls\nx?\n"""', "'''it's\n%%bash\n'''", "(5\n% 3)"]
TEXTS += [
    "'a' \\\n% 3 if x else 1",
    "{'#': 1,  # )\n'x': 5\n% 3}",
    "'\\'%s' % 2",
    "r'a\\\\'",
]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_that_look_like_magics_stay(text: str) -> None:
    """Nothing inside a string, a bracket or a continued line is taken for a magic."""
    code = f"x = 1\nvalue = {text}\n"
    assert parsed(code)
    assert plain(code) == code
    assert plain(f"{code}%matplotlib inline\nz = 2") == f"{code}pass\nz = 2"


BROKEN = ["x = 1\n% 3", "/ 2", "x = (1\n!ls", "def f(:\n    pass", "x ==", "not a ? b"]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_python_stays_broken(text: str) -> None:
    """Python that doesn't parse is not made to run by dropping lines of it."""
    assert plain(text) == text
    assert parsed(text) is None


BOUND = {
    "a = b = 1": "a b",
    "a, b = '\\d', 1 is 1  # Python warns, nobody minds": "a b",
    "a, (b, *c) = 1, (2, 3)": "a b c",
    "a += 1\nb: int = 2\nc: int": "a b",
    "def a(b=1): c = 2": "a",
    "class a:\n    b = 1": "a",
    "async def a(): pass": "a",
    "a = lambda b: (c := b)": "a",
    "for a in []:\n    b = 1\nelse:\n    c = 1": "a b c",
    "with x as a:\n    b = 1": "a b",
    "if x:\n    a = 1\nelif y:\n    b = 1\nelse:\n    c = 1": "a b c",
    "try:\n    a = 1\nexcept E as e:\n    b = 1\nfinally:\n    c = 1": "a b c",
    "if (a := 1): pass": "a",
    "[b for b in c]": "",
    "x.a = 1; y[b] = 2": "",
    "from m import a\nimport b": "",
    "a == 1\nprint(b)": "",
    "def a(b:\n    c = 1\nd = 2\ne == 3": "a d",
    "a = '''": "a",
}


@pytest.mark.parametrize("text", BOUND)
def test_binds(text: str) -> None:
    """The names a cell assigns or defines at its top level are found, imported ones are not."""
    assert binds(text) == set(BOUND[text].split())


def test_reading_is_fast() -> None:
    """An ordinary lesson is read in less than 2 thousandths of a second (the best of 20 times)."""
    data = (ROOT / "notebooks/03_update_rule.ipynb").read_bytes()
    seconds = []
    for _ in range(20):
        start = time.perf_counter()
        read(data)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.002


def test_reading_imports_little() -> None:
    """Neither nbformat nor IPython, which take a second to import, is needed to read."""
    here = "lessons.classroom.handed_in"
    code = f"import sys, {here}.reading, {here}.collect; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert {"nbformat", "IPython", "jupytext", "numpy", "jsonschema"} & set(loaded) == set()


def test_more_code_than_anybody_writes_is_refused() -> None:
    """Many long cells are refused before any of them is looked into."""
    cells = [{"cell_type": "code", "source": "a = 1\n" * 8000}] * 12
    with pytest.raises(RefusedError, match="characters of code"):
        read_cells(Source("long.ipynb", json.dumps({"cells": cells}).encode()))
