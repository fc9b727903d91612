"""Where a cell hasn't run, or ended with an error, a check says so and judges nothing."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from patience import LONG

from lessons.checking.cell_source import names_given

SIGMOID = "import math\ndef sigmoid(z):\n    return 1 / (1 + math.exp(-z))"
CHECK = 'check("sigmoid", sigmoid)'
OLD = "! sigmoid: This is still your old answer"
FRESH = """
for name in EXERCISES:
    globals().pop(name, None)
session.RIGHT.clear()
session.MISSES.clear()
lessons.check.CELLS._stopped.clear()
"""


class Ran(NamedTuple):
    """What came of one cell: the kernel's reply, the cards and prints, and the error's lines."""

    status: str
    text: str
    error: str


class Notebook:
    """A kernel that runs cells as a notebook program asks it to."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self._client = client

    def run(self, source: str) -> Ran:
        """Run a cell to its end, whatever comes of it."""
        shown: list[dict[str, Any]] = []
        reply = self._client.execute_interactive(
            source, allow_stdin=False, timeout=LONG, output_hook=shown.append
        )
        contents = [message["content"] for message in shown]
        texts = [it.get("text") or it.get("data", {}).get("text/plain", "") for it in contents]
        errors = ["\n".join(it["traceback"]) for it in contents if "traceback" in it]
        return Ran(reply["content"]["status"], "\n".join(filter(None, texts)), "\n".join(errors))

    def cards(self, *sources: str) -> list[str]:
        """Run cells; return the first line below each of them."""
        return [self.run(source).text.partition("\n")[0] for source in sources]

    def ask(self, expression: str) -> Any:
        """Return the value of an expression."""
        return eval(self.run(f"print(repr({expression}))").text)


@contextmanager
def opened(**settings: str) -> Iterator[Notebook]:
    """A notebook with a kernel of its own, and with these environment variables."""
    manager, client = start_new_kernel(startup_timeout=LONG, env=os.environ | settings)
    yield Notebook(client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def used() -> Iterator[Notebook]:
    with opened() as notebook:
        notebook.run("import lessons.check, math\nfrom lessons.check import check")
        notebook.run("from lessons.exercises import EXERCISES")
        notebook.run("from lessons.progress import session")
        yield notebook


@pytest.fixture
def notebook(used: Notebook) -> Notebook:
    """A notebook in which nothing has been answered yet."""
    assert used.run(FRESH).status == "ok"
    return used


NEVER_ENDED = {
    "def sigmoid(z)\n    return 1": "SyntaxError",
    "def sigmoid(z):\nreturn 1": "IndentationError",
    "sigmoid = 1 / 0": "Something you divide by became 0.",
    "sigmoid = lambda z: 1 / (1 + math.exp(-z)": "SyntaxError",
    "sigmoid(z) = 1 / (1 + math.exp(-z))": "SyntaxError",
    "%time 1\ndef sigmoid(z) return 1": "SyntaxError",
    "# mine\n  sigmoid = 1": "IndentationError",
    "print(sigmoid('x'))\ndef sigmoid(z):\n    return 1": "TypeError",
    "if True:\n    q\n    sigmoid = 1": "NameError: name 'q' is not defined",
}
BLANK = ["", "sigmoid = ...", "def sigmoid(z):\n    ...  # your code here"]


@pytest.mark.parametrize("broken", NEVER_ENDED)
def test_the_old_answer_is_called_old(notebook: Notebook, broken: str) -> None:
    """Whatever stopped the cell, the check says what Python said, and judges and counts nothing."""
    assert notebook.cards(SIGMOID, CHECK) == ["", "✓ sigmoid: Right"]
    before = notebook.ask("(session.RIGHT, dict(session.MISSES))")
    assert notebook.run(broken).status == "error"
    told = notebook.run(CHECK)
    assert told.text.startswith(OLD)
    assert NEVER_ENDED[broken] in told.text
    assert "Hint" not in told.text
    assert notebook.ask("(session.RIGHT, dict(session.MISSES))") == before
    assert notebook.cards(SIGMOID, CHECK) == ["", "✓ sigmoid: Right"]


@pytest.mark.parametrize("blank", BLANK)
def test_where_there_was_no_answer_none_is_called_old(notebook: Notebook, blank: str) -> None:
    """A cell that never ended well, or was blank when it did, has left no answer to call old."""
    notebook.run(blank)
    notebook.run("def sigmoid(z)\n    return 1")
    told = notebook.run(CHECK)
    assert told.status == "ok"
    assert told.text.startswith("! sigmoid: There is no answer yet\n")
    assert "ended with an error" in told.text
    assert "SyntaxError" in told.text
    notebook.run("def sigmoid(z):\n    return 1")
    assert notebook.cards("def sigmoid(z)\n    return 2", CHECK)[1] == OLD


NEW = [
    "def sigmoid(z):\n    return 1\nprint(sigmoid(z=1, a=2))",
    "sigmoid = lambda z: 1\n1 / 0",
    "def forward(x1)\n    return 1",  # another exercise's
    "sigmoid(0",
    "sigmoid(1, 2)",
    "def other():\n    sigmoid = 1 +",
    "[sigmoid for sigmoid in 1]",
    "sigmoid == 1 / 0",
]


@pytest.mark.parametrize("cell", NEW)
def test_an_error_beside_the_answer_is_no_matter(notebook: Notebook, cell: str) -> None:
    """What a cell has given before its error is judged; so is an answer it wasn't about."""
    notebook.run("def sigmoid(z):\n    return 7")
    assert notebook.run(cell).status == "error"
    assert notebook.run(CHECK).text.startswith("✗ sigmoid: ")


TOLD_HOW = {
    "drill_z = 0.4·3 − 1": ["Write * instead.", "line 1: drill_z = 0.4·3 − 1"],
    "drill_z = sgmoid(1)": ["Did you mean sigmoid?", "line 1: drill_z = sgmoid(1)"],
    "drill_z = 0.5 if 1 = 1 else 0": ["line 1: "],
    "sigmoid_of_10 = d": ["Choose one of these: a, b, c.", "line 1: sigmoid_of_10 = d"],
    "def sigmoid(z):\n    Return z": ["Write return there", "line 2: Return z"],
    "sigmoid = 1 / [1 + 1]": ["Then write round ones.", "line 1: "],
    "  drill_z = 1\n drill_a = 2": ["Move all lines"],
}


@pytest.mark.parametrize("broken", TOLD_HOW)
def test_the_check_says_what_to_do_about_the_error(notebook: Notebook, broken: str) -> None:
    """The card names the line and the remedy, as it would for an error inside a function."""
    name = broken.removeprefix("def ").strip().partition(" ")[0].partition("(")[0]
    notebook.run(f"{name} = 7")
    assert notebook.run(broken).status == "error"
    told = notebook.run(f'check("{name}", {name})').text
    assert told.startswith(f"! {name}: This is still your old answer\n")
    for text in TOLD_HOW[broken]:
        assert text in told
    assert told.endswith("Then run this one again.")


def test_a_return_that_is_not_indented_leaves_no_answer(notebook: Notebook) -> None:
    """The dots above it ran, so the function is new and blank: what to mend is the error."""
    notebook.run("def sigmoid(z):\n    ...  # your code here\nreturn 1 / (1 + math.exp(-z))")
    told = notebook.run(CHECK).text
    assert told.startswith("! sigmoid: There is no answer yet\n")
    assert "'return' outside function" in told


def test_the_same_letter_again_is_a_new_answer(notebook: Notebook) -> None:
    """Python keeps each letter once: the line that gives it tells whether it was given anew."""
    check = 'check("sigmoid_of_10", sigmoid_of_10)'
    notebook.run('sigmoid_of_10 = "b"')
    notebook.run('sigmoid_of_10 = "b"\n1 / 0')
    assert notebook.cards(check) == ["✓ sigmoid_of_10: Right"]
    notebook.run('1 / 0\nsigmoid_of_10 = "b"')
    assert notebook.cards(check) == ["! sigmoid_of_10: This is still your old answer"]
    assert notebook.cards('check("sigmoid_of_10", "b")') == ["✓ sigmoid_of_10: Right"]
    assert notebook.cards(f'sigmoid_of_10 = "b"\n{check}') == ["✓ sigmoid_of_10: Right"]


def test_each_answer_of_a_cell_is_its_own(notebook: Notebook) -> None:
    """Of two answers in one cell, the one that came before the error is judged."""
    notebook.run("drill_z = 1\ndrill_a = 1")
    notebook.run("drill_z = 0.5\ndrill_a = 1 / 0")
    assert notebook.cards('check("drill_z", drill_z)', 'check("drill_a", drill_a)') == [
        "✓ drill_z: Right",
        "! drill_a: This is still your old answer",
    ]


def test_a_check_of_what_has_not_run_says_what_to_do(notebook: Notebook) -> None:
    """A card, no red error: what comes after it runs on, and nothing is counted."""
    for check in (CHECK, "check(sigmoid)", 'check(\n    "sigmoid",\n    sigmoid,\n)'):
        ran = notebook.run(check)
        assert (ran.status, ran.error) == ("ok", "")
        assert ran.text == (
            "○ sigmoid: There is no answer yet\n"
            "Python doesn't know sigmoid yet.\n"
            "Try: Run the cell with your answer first, then run this one again."
        )
    assert notebook.ask("(session.RIGHT, dict(+session.MISSES))") == (set(), {})


@pytest.mark.parametrize("letter", ["b", "B"])
def test_a_letter_without_quotes_is_told_so(notebook: Notebook, letter: str) -> None:
    """The card shows how to write it, and the check after it knows of it."""
    answer, check = f"sigmoid_of_10 = {letter}", 'check("sigmoid_of_10", sigmoid_of_10)'
    ran = notebook.run(answer)
    assert (ran.status, ran.error) == ("ok", "")
    assert ran.text.startswith("! sigmoid_of_10: A letter needs quotes\n")
    assert f'Write it with quotes: "{letter}".' in ran.text
    assert notebook.run(f'check("sigmoid_of_10", {letter})').text == ran.text
    assert notebook.cards(check) == ["! sigmoid_of_10: There is no answer yet"]
    assert notebook.cards('sigmoid_of_10 = "a"', answer, check)[2] == (
        "! sigmoid_of_10: This is still your old answer"
    )
    assert notebook.cards('sigmoid_of_10 = "b"', check)[1] == "✓ sigmoid_of_10: Right"


def test_a_letter_that_is_a_number_is_told_by_the_check(notebook: Notebook) -> None:
    """Where the lesson has a number called b, the answer is that number: the check names quotes."""
    notebook.run("b = 0.1\nsigmoid_of_10 = b\ndel b")
    told = notebook.run('check("sigmoid_of_10", sigmoid_of_10)').text
    assert "You answered 0.1." in told
    assert 'Write it with quotes, such as "a".' in told


FOREIGN = [
    "sigmod",
    "sigmoid(0)",
    'check("sigmoid", sigmod)',
    'def f():\n    check("sigmoid", sigmoid)\nf()',
    "def f():\n    sigmoid_of_10 = b\nf()",
    "sigmoid_of_10 = d",
    "sigmoid_of_0 = b",
    "letter = b",
    "print(b)\nsigmoid_of_10 = b",
    'raise NameError("sigmoid")',
    "def f():\n    print(q)\n    q = 1\nf()",
]


@pytest.mark.parametrize("cell", FOREIGN)
def test_every_other_unknown_name_is_shown_as_ever(notebook: Notebook, cell: str) -> None:
    """The reply, the traceback and what a debugger finds are those of a kernel without us."""
    ours = notebook.run(cell)
    notebook.run("_kept = get_ipython().custom_exceptions\nget_ipython().custom_exceptions = ()")
    theirs = notebook.run(cell)
    notebook.run("get_ipython().custom_exceptions = _kept")
    assert ours.status == theirs.status == "error"
    assert _plain(ours.error) == _plain(theirs.error) != ""
    notebook.run(cell)
    assert notebook.ask("__import__('sys').last_type.__name__").endswith("Error")


def _plain(traceback: str) -> str:
    """A traceback without the number of its cell."""
    return re.sub(r"In\[\d+\]|In \[\d+\]|ipykernel_\d+/\d+", "", traceback)


def test_a_handler_that_was_there_before_keeps_its_errors() -> None:
    """Whoever has had NameErrors before this course came gets all of them, and others as well."""
    with opened() as notebook:
        notebook.run(
            "def mine(shell, kind, error, steps, tb_offset=None): print('mine:', kind.__name__)\n"
            "get_ipython().set_custom_exc((NameError, KeyError), mine)"
        )
        notebook.run("from lessons.check import check")
        assert notebook.cards(CHECK, "{}[1]") == ["mine: NameError", "mine: KeyError"]


def test_nbgrader_sees_the_errors_themselves() -> None:
    """There a check without an error would earn its points; and what stands there is judged."""
    with opened(NBGRADER_EXECUTION="autograde") as notebook:
        notebook.run("from lessons.check import check")
        assert notebook.run(CHECK).status == "error"
        notebook.run(SIGMOID)
        assert notebook.run("sigmoid = 1 / 0").status == "error"
        assert notebook.cards(CHECK) == ["✓ sigmoid: Right"]


GIVEN = {
    "first_z = 1": {"first_z"},
    "a, (b, *c) = 1, (2, 3)": {"a", "b", "c"},
    "if x:\n    a = 1\nelse:\n    b = 2": {"a", "b"},
    "try:\n    a = 1\nexcept E:\n    b = 2": {"a", "b"},
    "for i in x:\n    a += 1": {"a"},
    "a: float = 1\nb: float": {"a"},
    "def f():\n    a = 1": {"f"},
    "a.b = c[0] = 1": set(),
    "[a for a in b]; f(a=1); a == 1": set(),
    "def f(z)\n    a = 1": {"f"},
    "Def f(z):\n    a = 1": {"f"},
    "f(z):\n    return 1": {"f"},
    "f(z) = 1": {"f"},
    "# f = 1\n\n  a = (": {"a"},
    "a := 1": {"a"},
    "f(z\n": set(),
    "a == (": set(),
    "f(a) == (": set(),
}


@pytest.mark.parametrize("source", GIVEN)
def test_what_a_cell_gives_is_read_from_its_source(source: str) -> None:
    """Assigned or defined for the whole cell, also where a bracket or a colon is missing."""
    assert names_given(source) == GIVEN[source]
