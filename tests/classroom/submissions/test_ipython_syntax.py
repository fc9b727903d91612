"""IPython's own lines go, and what is left is plain Python that binds the same names."""

import pytest

from lessons.classroom.submissions.bindings import binds, parsed
from lessons.classroom.submissions.ipython_syntax import to_python

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
    found = to_python(magic + body)
    assert found == MAGICS[magic] + body
    assert parsed(found)
    indented = "".join(f"  {line}" for line in (magic + body).splitlines(keepends=True))
    assert to_python(indented) == found


@pytest.mark.parametrize("cell", ["%%bash\nls", "%%writefile x.py\nx = 1", "\n%%html\n<b>"])
def test_cells_in_other_languages_are_blank(cell: str) -> None:
    """A cell whose magic hands it to something else is not run as Python."""
    assert to_python(cell) == ""


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
    assert to_python(code) == code
    assert to_python(f"{code}%matplotlib inline\nz = 2") == f"{code}pass\nz = 2"


BROKEN = ["x = 1\n% 3", "/ 2", "x = (1\n!ls", "def f(:\n    pass", "x ==", "not a ? b"]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_python_stays_broken(text: str) -> None:
    """Python that doesn't parse is not made to run by dropping lines of it."""
    assert to_python(text) == text
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
