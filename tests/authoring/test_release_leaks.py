"""No line of an answer stands anywhere in what learners open."""

from copy import deepcopy

import jupytext
import nbformat
import pytest
from tiny_course import CHECK, EXERCISE, GOLDEN, POINTS, learners, lesson

from lessons.authoring.build import build, read_source
from lessons.authoring.leaks import refuse_leaks
from lessons.authoring.source import AuthorError


@pytest.mark.parametrize(
    "leak",
    [
        "# %% [markdown]\n# Just write `double = 2*12345`.",
        "# %%\nprint(1)  # double =  2 * 12345",
        '# %% tags=["double = 2 * 12345"]\n1',
    ],
)
def test_a_leaked_answer_is_refused_wherever_it_stands(tmp_path, leak):
    with pytest.raises(AuthorError, match=r"notebooks/00_tiny\.ipynb, cell 'start-1': .*12345"):
        build(lesson(tmp_path, EXERCISE + CHECK + leak), POINTS)


def test_an_answer_in_an_output_or_in_the_notebooks_metadata_is_a_leak():
    authored = read_source(GOLDEN / "solutions/00_tiny.py")
    clean = nbformat.read(GOLDEN / "notebooks/00_tiny.ipynb", as_version=4)
    refuse_leaks([authored], {"clean": clean})

    stream = nbformat.v4.new_output("stream", text="1 return sum([x,x])")
    in_output, in_metadata = deepcopy(clean), deepcopy(clean)
    in_output.cells[1].outputs = [stream]
    in_metadata.metadata.hint = {"for": ["return sum([x, x])"]}
    for leaking in (in_output, in_metadata):
        with pytest.raises(AuthorError, match="shows a line of an answer"):
            refuse_leaks([authored], {"leaking": leaking})


def test_a_line_the_author_gives_away_and_a_short_formula_are_no_leaks():
    given_away = EXERCISE.replace("double = 2 * 12345", "double = 2 * 12345\ny = x * z")
    source = given_away + "# %%\ndouble = 2 * 12345\n# %% [markdown]\n# So `y = x * z`."
    authored = jupytext.reads(source, fmt="py:percent")
    refuse_leaks([authored], {"fine": learners(source)})
