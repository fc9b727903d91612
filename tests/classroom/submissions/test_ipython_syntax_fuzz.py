"""Whatever a cell holds, it is read as IPython reads it, and Python stays as it is."""

import ast
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from lessons.classroom.submissions.bindings import binds, parsed
from lessons.classroom.submissions.ipython_syntax import to_python

PIECES = [
    "x = 1",
    "y = x % 3",
    "s = '''\n%time\n!ls\n'''",
    'print("%d" % x)',
    "d = {1: 5\n % 3}",
    "",
    "def f(a):\n    return a % 3",
    "if x:\n    !ls\n    y = 2",
    "z = 'a' \\\n  'b'",
    "# it's (",
    "#?",
    "%matplotlib inline",
    "!ls -l 'it''s",
    "x?",
    "?x",
    "x.y??",
    "y = !ls | grep '",
    "y = %who str",
    "!ls \\\n  -l",
    "a, b = %magic 1, 2",
    "!!ls",
    "%%time",
    'r"\\\\"',
    "f'{x!r}'",
    ")",
    '"""',
    "\tx",
    "for i in x:\n    %cd ..",
    "%cd ~",
    "x = (\n!ls)",
    "e = x if x else '?'",
    "t = '?' #?",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
@settings(max_examples=300)
def test_magics_as_ipython_reads_them(pieces: list[str]) -> None:
    """What IPython makes valid Python of, this does too, and the Python in it is the same."""
    cell = "\n".join(pieces)
    try:
        theirs = parsed(TransformerManager().transform_cell(cell))
    except TabError:  # from Python 3.12 on, what IPython reads with says so itself
        return
    if theirs and not cell.lstrip().startswith("%%"):
        ours = parsed(to_python(cell))
        assert ours
        assert shape(ours) == shape(theirs)


def shape(tree: ast.Module) -> str:
    """Return the Python in it: calls of IPython's own do nothing, and give None."""
    for node in ast.walk(tree):
        for name, field in ast.iter_fields(node):
            if isinstance(field, list):
                field[:] = [ast.Pass() if _is_magic(one) else one for one in field]
            elif (
                name == "value"
                and isinstance(node, ast.Assign)
                and "get_ipython" in ast.dump(field)
            ):
                node.value = ast.Constant(None)
    return ast.dump(tree)


def _is_magic(node: Any) -> bool:
    return isinstance(node, ast.Expr) and "get_ipython" in ast.dump(node)


@given(st.text(alphabet="x=%!?'\"#\\\n ()[]{}\t:1>.", max_size=60))
@settings(max_examples=500)
def test_plain_python_stays(text: str) -> None:
    """Python stays as it is, to the letter, and making a cell plain twice changes nothing more."""
    once = to_python(text)
    assert once == text or not parsed(text)
    assert to_python(once) == once or not parsed(once)
    binds(text)
