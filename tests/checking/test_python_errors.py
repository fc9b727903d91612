"""What Python's own errors mean depends on its words and on the line, and is never false there."""

import linecache
import math
import re
import warnings
from io import StringIO
from typing import Any

import numpy
import pytest
from erring_code import RUN, SAID

from lessons.answers.call import file_of, trouble_of
from lessons.answers.outcome import Trouble
from lessons.checking import keyboards
from lessons.checking.python_errors import ERRORS, case_of, shown, words_for

NAMES = ("a", "y", "alpha")


def cells(*codes: str) -> dict[str, Any]:
    """The names of a notebook in which these cells have run; Python finds their lines."""
    names: dict[str, Any] = {"math": math, "np": numpy, "__name__": "__main__"}
    for code in codes:
        file = f"<cell {code}>"
        linecache.cache[file] = len(code), None, code.splitlines(keepends=True), file
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of some of these lines already
            exec(compile(code, file, "exec"), names)
    return names


def trouble_with(function: Any) -> Trouble:
    """What is known of the error that this function raises."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", StringIO("\n"))
        try:
            function(0.81, 1.0)
        except BaseException as error:
            return trouble_of(error, file_of(function))
    raise AssertionError("It raised nothing.")


ALL = [(trouble_with(cells(f"def loss(a, y):\n    {body}")["loss"]), RUN[body]) for body in RUN]
ALL += [(Trouble("error", said, line and f"line 2: {line}"), title) for said, line, title in SAID]


@pytest.mark.parametrize(("trouble", "title"), ALL, ids=[f"{t.lines} {t.detail}" for t, _ in ALL])
def test_words_and_line_choose_the_card(trouble: Trouble, title: str) -> None:
    """Each error is told in the words for just that error at just that place, without a gap."""
    words = words_for(trouble.detail, trouble.lines, NAMES)
    assert words[0] == title
    for text in words:
        assert text
        assert not set("{}") & set(text.replace(shown(trouble.detail), ""))
    assert words[1].endswith((".", "!"))
    assert words[2].endswith((".", "?", "there.", "np.array([1, 2])."))


def test_every_case_is_met() -> None:
    """No case stands in the table that no error ever comes to."""
    met = {case_of(trouble.detail, trouble.lines, NAMES)[0] for trouble, _ in ALL}
    assert [case for case in ERRORS if case not in met] == []


@pytest.mark.parametrize(("trouble", "title"), ALL, ids=[f"{t.lines} {t.detail}" for t, _ in ALL])
def test_only_a_line_with_a_log_is_told_of_a_log(trouble: Trouble, title: str) -> None:
    """Nobody is sent to look for a log where there is none, whatever the line was."""
    for lines in (trouble.lines, "", "line 2: return f(a)"):
        told = " ".join(words_for(trouble.detail, lines, NAMES))
        if not re.search(r"\b(?:log|ln)", lines):
            assert "log" not in told.replace(shown(trouble.detail), "")


@pytest.mark.parametrize(("trouble", "title"), ALL, ids=[f"{t.lines} {t.detail}" for t, _ in ALL])
def test_without_lines_nobody_is_sent_to_them(trouble: Trouble, title: str) -> None:
    """Where no line is shown, no sentence speaks of one that is."""
    assert "shown here" not in " ".join(words_for(trouble.detail, "", NAMES))


def test_the_line_is_that_of_the_function_where_it_happened() -> None:
    """If a helper in another cell fails, its line is the place, and the card is about that."""
    notebook = cells(
        "def root(v):\n    return math.sqrt(v)",
        "def loss(a, y):\n    return math.log(a) + root(-a)",
    )
    trouble = trouble_with(notebook["loss"])
    assert trouble.lines.splitlines() == [
        "line 2: return math.log(a) + root(-a)",
        "root, line 2: return math.sqrt(v)",
    ]
    assert words_for(trouble.detail, trouble.lines)[0] == "A root of a negative number"


def test_a_cell_that_can_t_be_read_shows_its_line() -> None:
    """Where Python stopped reading, it has a line to show, too."""
    file, code = "<unread>", "def loss(a, y):\n    return a − y"
    linecache.cache[file] = len(code), None, code.splitlines(keepends=True), file
    with pytest.raises(SyntaxError) as caught:
        compile(code, file, "exec")
    assert trouble_of(caught.value, file).lines == "line 2: return a − y"
    assert trouble_of(caught.value, "<another>").lines == ""


def test_of_many_lines_the_first_is_python_s_word() -> None:
    """An error that tells a story still begins with its kind."""
    error = ValueError("shapes don't fit\nsee the manual")
    error.add_note("and so on")
    assert trouble_of(error, "").detail == "ValueError: shapes don't fit"


GUESSES = (
    ("alhpa", "", "alpha"),  # before Python 3.12 it makes no guess
    ("alhpa", ". Did you mean: 'alpha'?", "alpha"),
    ("mat", ". Did you mean: 'max'?", "max"),
    ("sigmiod", "", "sigmoid"),
    ("A", "", "a"),
    ("Math", "", "math"),
)


@pytest.mark.parametrize(("name", "guess", "meant"), GUESSES)
def test_a_name_that_is_nearly_right_is_guessed(name: str, guess: str, meant: str) -> None:
    """Whether Python makes a guess or not, the learner reads one, and only once."""
    told = words_for(f"NameError: name '{name}' is not defined{guess}", "line 2: f()", NAMES)
    assert told[2].startswith(f"Did you mean {meant}?")
    assert told[1].startswith(f"Python said: NameError: name '{name}' is not defined. ")
    assert " ".join(told).count("Did you mean") == 1


@pytest.mark.parametrize("guess", ["", ". Did you mean: 'da'?"])
def test_a_name_of_the_lecture_is_not_corrected(guess: str) -> None:
    """A quantity that has no value yet is spelled right, whatever comes near it."""
    said = f"NameError: name 'dz' is not defined{guess}"
    assert "da" not in " ".join(words_for(said, "line 2: return dz", ["da"]))


KEYS = dict(
    pair.split(":")
    for pair in "ㅁ:a ㅛ:y ㅈ1:w1 ㅌ2:x2 ㅠ:b ㅋ:z 미ㅔㅗㅁ:alpha ㅇㅋ:dz 유:db ㅇㅈ1:dw1 "
    "ㅡㅁ소:math 냐흐ㅐㅑㅇ:sigmoid ㅣㅐㄴㄴ:loss ㄴㅅ데ㄴ:steps ㅁ_ㅇㅋ:a_dz".split()
)


@pytest.mark.parametrize("typed", KEYS)
def test_the_keys_of_a_korean_keyboard_are_told(typed: str) -> None:
    """Python itself tells the name in another form; the card shows it as it was typed."""
    with pytest.raises(NameError) as caught:
        eval(typed, {})
    told = keyboards.words_for(f"NameError: {caught.value}", f"line 2: return {typed}")
    assert told is not None
    assert typed in told[1]
    assert told[2].endswith(f"type {KEYS[typed]} there.")


def test_a_korean_name_is_no_slip_of_the_keyboard() -> None:
    """Whoever names things in Korean is only told that Python doesn't know the name."""
    assert keyboards.words_for("NameError: name '기울기' is not defined") is None


WRITTEN = {
    "a − b": "-", "a – b": "-", "a × b": "*", "a ÷ b": "/", "a ⋅ b": "*", "a ∙ b": "*",
    "a • b": "*", "a · b": "*", "a²": "** 2", "x₁": "1", "１ + a": "1", "（a)": "(", "(a）": ")",
    "a ＝ b": "=", "a ＋ b": "+", "f(a， b)": ",",
    "“a”": '"', "‘a’": "'", "a ≤ b": "<=", "a…": "...",
}  # fmt: skip


@pytest.mark.parametrize("code", WRITTEN)
def test_the_key_for_a_sign_is_told(code: str) -> None:
    """Each sign that Python can't read comes with the key to use instead."""
    with pytest.raises(SyntaxError) as caught:
        compile(code, "<cell>", "exec")
    told = keyboards.words_for(f"SyntaxError: {caught.value.msg}")
    assert told is not None
    assert told[2] == f"Write {WRITTEN[code]} instead."


NAMES_OF_OPEN_CELLS = ("_IncompleteInputError", "SyntaxError")


@pytest.mark.parametrize("sign", "\u00a0\u200b\u200d\ufeff\u3000")
def test_what_nobody_can_see_is_told(sign: str) -> None:
    """A space that is none, or a sign of no width, can only be typed anew."""
    with pytest.raises((SyntaxError, NameError)) as caught:  # it depends on the Python
        exec(f"a{sign}+ b", {"a": 1, "b": 1})
    said = getattr(caught.value, "msg", str(caught.value))
    told = keyboards.words_for(f"{caught.type.__name__}: {said}")
    assert told is not None
    assert told[0] == "A sign that nobody can see"
    assert sign not in " ".join(told)


def test_a_newer_name_of_an_error_is_told_by_the_old_one() -> None:
    """What Python 3.13 says of a cell that isn't finished gets the same words as before."""
    newer, older = (words_for(f"{name}: incomplete input") for name in NAMES_OF_OPEN_CELLS)
    assert newer == older
    assert "_" not in " ".join(newer)
