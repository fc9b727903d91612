"""Laws of the still pictures: words beside every picture, same input same bytes, never a crash."""

import re
import subprocess
import sys
from base64 import b64decode
from math import inf, isclose, nan
from struct import unpack

import matplotlib
import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg

from lessons.logistic import train
from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sigmoid_curve,
)
from lessons.pictures.picture import UNFINISHED, number

SEEDLING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
HISTORY = train(**SEEDLING, alpha=1, steps=10)
PICTURES = {
    "sigmoid": lambda: sigmoid_curve(1.1, slope=True),
    "loss": lambda: loss_curves(0.75),
    "graph": lambda: computation_graph(**SEEDLING),
    "steps": lambda: loss_over_steps(HISTORY, [0.7, 1e-9], labels=["yours", "reference"]),
    "path": lambda: path_on_contour(HISTORY, x1=2, x2=1, y=1),
}
each_picture = pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)


def drawn(picture):
    """The axes of the picture, laid out as they will be seen."""
    figure = picture.figure()
    FigureCanvasAgg(figure).draw()
    return figure.axes[0]


def texts(picture):
    return {text.get_text() for text in drawn(picture).texts}


@each_picture
def test_the_same_input_gives_the_same_bytes_whatever_style_the_learner_has_set(make):
    first = make().png()
    with matplotlib.rc_context({"figure.facecolor": "black", "font.size": 30}):
        assert make().png() == first
        assert matplotlib.rcParams["font.size"] == 30
    assert b"Software" not in first


@each_picture
def test_a_notebook_gets_an_opaque_picture_at_twice_its_width_and_the_words(make):
    picture = make()
    data, metadata = picture._repr_mimebundle_()
    png = b64decode(data["image/png"])
    width, height = unpack(">II", png[16:24])
    shown = metadata["image/png"]
    assert (width, height) == (2 * shown["width"], 2 * shown["height"])
    assert 640 <= shown["width"] <= 760
    assert data["text/plain"] == shown["alt"] == str(picture) == picture.text


@each_picture
def test_every_word_in_a_picture_lies_inside_it(make):
    axes = drawn(make())
    frame = axes.figure.bbox
    for text in axes.texts:
        corners = text.get_window_extent().corners()
        assert all(frame.contains(*corner) for corner in corners), text.get_text()


@pytest.mark.parametrize("nothing", [None, ..., [], [0.3, None]])
def test_an_unfinished_exercise_gets_a_gentle_word_and_no_picture(nothing):
    for picture in (
        sigmoid_curve(nothing),
        loss_curves(nothing),
        computation_graph(**SEEDLING | {"b": nothing}),
        loss_over_steps(HISTORY, nothing),
        path_on_contour(nothing, x1=2, x2=1, y=1),
    ):
        assert picture._repr_mimebundle_() == ({"text/plain": UNFINISHED}, {})


@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_a_number_that_is_not_finite_is_named_calmly(bad):
    for picture in (
        sigmoid_curve(bad),
        loss_curves(bad),
        computation_graph(**SEEDLING | {"b": bad}),
        loss_over_steps([0.5, bad]),
        path_on_contour([(0, 0, 0), (0, bad, 0)], x1=2, x2=1, y=1),
        path_on_contour(HISTORY, x1=bad, x2=1, y=1),
    ):
        assert picture.draw is None
        assert picture.text.startswith("Nothing to draw: ")
        assert str(bad) in picture.text


def test_the_words_hold_the_numbers_of_the_running_example():
    assert "z = 1.1" in sigmoid_curve(1.1).text
    assert "a ≈ 0.7503" in sigmoid_curve(1.1).text
    assert "0.1874" in sigmoid_curve(1.1, slope=True).text
    assert "L = ∞ if y = 0" in loss_curves(1.0).text
    for words in ("L(a, y) ≈ 0.2873", "da ≈ −1.333", "≈ 0.1874, so dz ≈ −0.2497", "dw1 ≈ −0.4995"):
        assert words in computation_graph(**SEEDLING).text
    assert "step. 11 points from L ≈ 0.2873" in loss_over_steps(HISTORY).text


def test_every_number_written_in_the_graph_is_in_its_words_too():
    picture = computation_graph(**SEEDLING)
    shown = [re.findall("[=≈] .*", text) for text in texts(picture)]
    assert sum(map(len, shown)) == 16  # 6 given, 3 values, 2 local derivatives, 5 derivatives
    assert all(number in picture.text for found in shown for number in found)


def test_forward_alone_tells_nothing_of_the_way_back():
    picture = computation_graph(**SEEDLING, gradients=False)
    assert "L ≈ 0.2873" in texts(picture)
    assert not any(word.startswith("d") for word in texts(picture))
    assert "dz" not in picture.text


def test_the_empty_graph_gives_what_is_given_and_not_one_answer():
    picture = computation_graph(**SEEDLING, values=False, gradients=False)
    assert {"x1 = 2", "w1 = 0.3", "z = ?", "a = ?", "L = ?", "da = ?", "dw1 = ?"} <= texts(picture)
    for answer in ("1.1", "0.75", "0.28", "1.333", "0.1874", "0.2497", "0.4995", "1 − a"):
        assert answer not in picture.text + "".join(texts(picture))


sizes = st.sampled_from([1e-3, 0.1, 1, 30, 1000])
numbers = st.builds(lambda part, size: round(part * size, 4), st.floats(-1, 1), sizes)


# No shrinking: a drawing takes a tenth of a second.
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate])
@example(x1=-1.234, x2=-0.001234, y=0, w1=-0.001234, w2=-9999, b=-0.001234)
@example(x1=0.0012, x2=0.001234, y=1, w1=-0.001234, w2=0, b=-34.567)
@example(x1=-1.234, x2=-1, y=0, w1=-0.0012, w2=0, b=-709)
@example(x1=-1.234, x2=-1, y=1, w1=-0.0012, w2=0, b=-709.7)
@given(x1=numbers, x2=numbers, y=st.sampled_from([0, 1]), w1=numbers, w2=numbers, b=numbers)
def test_all_words_of_the_graph_lie_inside_it_and_no_two_overlap(x1, x2, y, w1, w2, b):
    axes = drawn(computation_graph(x1, x2, y, w1, w2, b))
    frame = axes.figure.bbox
    assert all(frame.contains(*p) for t in axes.texts for p in t.get_window_extent().corners())
    boxes = [(text.get_text(), text.get_window_extent().padded(-1)) for text in axes.texts]
    for k, (words, box) in enumerate(boxes):
        for others, other in boxes[:k]:
            assert not box.overlaps(other), (words, others)


def test_the_graph_says_why_dz_survives_where_da_does_not():
    picture = computation_graph(**SEEDLING | {"y": 0, "b": 800})
    assert "da = ∞" in picture.text
    assert "so dz = 1." in picture.text
    assert "dz = a − y needs no division" in picture.text


@given(st.integers(0, 40))
@settings(max_examples=10, deadline=None)
def test_a_training_of_n_steps_is_drawn_as_n_plus_1_points(steps):
    history = train(**SEEDLING, alpha=1, steps=steps)
    assert len(drawn(loss_over_steps(history)).lines[0].get_xdata()) == steps + 1
    path = drawn(path_on_contour(history, x1=2, x2=1, y=1)).lines[0]
    assert path.get_xydata().tolist() == [[row.w1, row.w2] for row in history]


@pytest.mark.parametrize("alpha", [0.001, 1, 1000])
def test_the_frame_holds_the_whole_path(alpha):
    history = train(**SEEDLING, alpha=alpha, steps=5)
    axes = drawn(path_on_contour(history, x1=2, x2=1, y=1))
    assert all(axes.viewLim.contains(row.w1, row.w2) for row in history)


def test_the_lines_of_equal_loss_are_said_to_be_those_of_the_final_b():
    picture = path_on_contour(HISTORY, x1=2, x2=1, y=1)
    final = f"the final b ≈ {number(HISTORY[-1].b)}"
    assert final in picture.text
    assert final in drawn(picture).get_title()


def test_a_flat_loss_is_drawn_without_lines():
    assert path_on_contour([(0.3, 0.4, 0.1)], x1=0, x2=0, y=1).png()


def test_a_loss_over_many_powers_of_ten_gets_such_a_scale():
    assert drawn(loss_over_steps([1, 0.5])).get_yscale() == "linear"
    assert drawn(loss_over_steps([1, 1e-5, 0])).get_yscale() == "log"
    assert "powers of ten" in loss_over_steps([1, 1e-5, 0]).text


def test_two_runs_with_the_same_label_are_two_lines():
    assert len(drawn(loss_over_steps([1, 2], [3, 4], labels=["mine", "mine"])).lines) == 2


def test_labels_that_do_not_fit_the_runs_are_named_calmly():
    assert "2 runs need 2 labels, but there are 1" in loss_over_steps([1], [2], labels=["a"]).text


@given(st.floats(-1e300, 1e300))
def test_a_number_in_words_is_short_and_close(value):
    assume(value == 0 or abs(value) > 1e-300)
    words = number(value)
    assert len(words) <= 9
    assert isclose(float(words.replace("−", "-")), value, rel_tol=0.051)


def test_pictures_load_without_loading_matplotlib():
    code = "import sys, lessons.pictures; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
