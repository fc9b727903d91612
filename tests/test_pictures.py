"""Laws of the still pictures: words beside every picture, same input same bytes, never a crash."""

import os
import re
import subprocess
import sys
from math import hypot, inf, isclose, log10, nan

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright
from plot_reader import Plot, parsed, texts

from lessons.logistic import loss, loss_from_z, sigmoid, train
from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sheet,
    sigmoid_curve,
)
from lessons.pictures.picture import UNFINISHED, number
from lessons.pictures.shapes import BACKWARD, FORWARD

SEEDLING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
HISTORY = train(**SEEDLING, alpha=1, steps=10)
PICTURES = {
    "sigmoid": lambda: sigmoid_curve(1.1, slope=True),
    "loss": lambda: loss_curves(0.75),
    "graph": lambda: computation_graph(**SEEDLING),
    "steps": lambda: loss_over_steps(HISTORY, [0.7, 1e-9], labels=["yours", "reference"]),
    "path": lambda: path_on_contour(HISTORY, x1=2, x2=1, y=1),
    "sheet": lambda: sheet("A drill.", "What is z?"),
}
each_picture = pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)

# The boxes of all words, to the outlines of their letters' line, in pixels.
BOXES = """svg => [...svg.querySelectorAll("text")].map(text => {
    const {x, y, width, height} = text.getBBox();
    return {words: text.textContent, x, y: y + height * 0.12, width, height: height * 0.76};
})"""


@pytest.fixture(scope="module")
def boxes_in(chromium):
    """Where the words of a picture stand, as a real browser lays them out."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        page = browser.new_page()

        def measure(picture):
            page.set_content(picture.svg())
            return page.locator("svg").first.evaluate(BOXES)

        yield measure
        browser.close()


def refuse_crowds(picture, boxes):
    """Fail if a word leaves the picture, or lies on another."""
    for k, box in enumerate(boxes):
        right, low = box["x"] + box["width"], box["y"] + box["height"]
        assert box["x"] >= 0, box
        assert box["y"] >= 0, box
        assert right <= picture.width, box
        assert low <= picture.height, box
        for other in boxes[:k]:
            apart = other["x"] >= right or other["x"] + other["width"] <= box["x"]
            apart = apart or other["y"] >= low or other["y"] + other["height"] <= box["y"]
            assert apart, (box["words"], other["words"])


@each_picture
def test_the_same_input_gives_the_same_bytes(make):
    assert make().svg() == make().svg()


def test_another_process_draws_the_same_bytes():
    """Not even the order of a set shows."""
    code = "from lessons.pictures import *; print(sigmoid_curve(1.1).svg(), loss_curves(0.3).svg())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


@each_picture
def test_a_notebook_gets_the_picture_and_the_words(make):
    picture = make()
    data, metadata = picture._repr_mimebundle_()
    assert data == {"image/svg+xml": picture.svg(), "text/plain": picture.text}
    assert metadata == {}
    assert str(picture) == picture.text
    card = parsed(picture)
    size = [int(card.get(side)) for side in ("width", "height")]
    assert size == [picture.width, picture.height]
    assert 600 <= size[0] <= 632  # what JupyterLab has in a window 800 pixels wide


@each_picture
def test_a_picture_says_its_words_to_those_who_hear_it(make):
    """Its title and its description, and they alone, are named as its label."""
    picture = make()
    card = parsed(picture)
    said = [card.find(f".//*[@id='{name}']") for name in card.get("aria-labelledby").split()]
    assert card.get("role") == "img"
    assert [part.tag for part in said] == ["title", "desc"]
    assert ". ".join(part.text for part in said) == picture.text.replace("\n", " ")


def test_pictures_that_say_different_things_never_share_an_id():
    ids = [part.get("id") for make in PICTURES.values() for part in parsed(make()).iter()]
    named = [name for name in ids if name]
    assert len(set(named)) == len(named) == 2 * len(PICTURES)


@each_picture
def test_a_picture_is_dark_ink_on_white_and_asks_for_nothing_outside_itself(make):
    card = parsed(make())
    ground = card.find("rect")
    assert (ground.get("fill"), ground.get("x")) == ("white", None)
    assert (ground.get("width"), ground.get("height")) == (card.get("width"), card.get("height"))
    assert {part.tag for part in card.iter()} <= set(
        "svg title desc rect path polyline polygon circle text g".split()
    )
    assert not re.search(r"href|url\(|https?://(?!www\.w3\.org/2000/svg\")", make().svg())


@each_picture
def test_every_word_lies_inside_its_picture_and_no_two_overlap(make, boxes_in):
    refuse_crowds(make(), boxes_in(make()))


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


any_number = st.floats() | st.floats(-10, 10)
PLACES = "x y cx cy width height points d transform viewBox".split()


@given(z=any_number, a=st.floats(0, 1), losses=st.lists(any_number, min_size=1, max_size=5))
@example(z=2e306, a=0.5, losses=[1.0])
@example(z=1e308, a=5e-324, losses=[5e-324])
@example(z=-0.0, a=1.0, losses=[1.7e308, 0])
@example(z=3, a=0.0, losses=[1.7e308, -1.7e308])
def test_whatever_the_numbers_there_is_a_picture_or_a_sentence(z, a, losses):
    """No number stops a picture, and none becomes a place that no screen has."""
    rows = [(value, z, a) for value in losses]
    for picture in (
        sigmoid_curve(z, slope=True),
        loss_curves(a),
        computation_graph(z, a, 1, *losses[:1], z, a),
        loss_over_steps(losses),
        path_on_contour(rows, x1=z, x2=a, y=a),
    ):
        if picture.draw is None:
            assert picture.text.startswith("Nothing to draw: ")
            assert "must be" in picture.text
        else:
            for part in parsed(picture).iter():
                for place in map(part.get, PLACES):
                    assert not re.search(r"e[+-]?\d|nan|inf|\d{6}", place or ""), place


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


@settings(max_examples=60)
@example(x1=-1.234, x2=-0.001234, y=0, w1=-0.001234, w2=-9999, b=-0.001234)
@example(x1=0.0012, x2=0.001234, y=1, w1=-0.001234, w2=0, b=-34.567)
@example(x1=-1.234, x2=-1, y=0, w1=-0.0012, w2=0, b=-709)
@example(x1=-1.234, x2=-1, y=1, w1=-0.0012, w2=0, b=-709.7)
@given(x1=numbers, x2=numbers, y=st.sampled_from([0, 1]), w1=numbers, w2=numbers, b=numbers)
def test_all_words_lie_inside_and_no_two_overlap_whatever_the_example(
    x1, x2, y, w1, w2, b, boxes_in
):
    z = w1 * x1 + w2 * x2 + b
    for picture in (
        computation_graph(x1, x2, y, w1, w2, b),
        sigmoid_curve(z, slope=True),
        loss_curves(sigmoid(z)),
        loss_over_steps(train(x1, x2, y, w1, w2, b, alpha=1, steps=3)),
        path_on_contour([(0, 0, b), (w1, w2, b)], x1, x2, y),
    ):
        refuse_crowds(picture, boxes_in(picture))


def test_the_graph_says_why_dz_survives_where_da_does_not():
    picture = computation_graph(**SEEDLING | {"y": 0, "b": 800})
    assert "da = ∞" in picture.text
    assert "so dz = 1." in picture.text
    assert "dz = a − y needs no division" in picture.text


@given(st.floats(-1e6, 1e6) | st.floats(-9, 9))
def test_the_curve_of_the_sigmoid_is_the_sigmoid(z):
    plot = Plot(sigmoid_curve(z))
    (curve,) = plot.curves(FORWARD)
    assert len(curve) > 100
    assert all(plot.shows((x, y), plot.across.value(x), s) for x, y, s in read_sigmoid(plot, curve))
    (dot,) = plot.card.iter("circle")
    assert plot.shows((float(dot.get("cx")), float(dot.get("cy"))), z, sigmoid(z))


def read_sigmoid(plot, curve):
    """The points of the curve, each with σ of the z read off below it."""
    if abs(plot.across.worth) > 1:  # a pixel is too coarse to know z by
        return []
    return [(x, y, sigmoid(plot.across.value(x))) for x, y in curve]


@given(st.floats(0.001, 0.999))
def test_the_curves_of_the_loss_are_the_loss_for_each_label(a):
    plot = Plot(loss_curves(a))
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in plot.card.iter("circle")]
    for label, curve, dot in zip((1, 0), plot.curves(FORWARD), dots, strict=True):
        assert plot.shows(dot, a, loss(a, label))
        for x, y in curve:
            value = plot.across.value(x)
            if 0.05 < value < 0.95:
                assert plot.shows((x, y), value, loss(value, label))


@given(st.integers(0, 40), st.sampled_from([0.001, 1, 30]))
def test_a_training_of_n_steps_is_drawn_as_its_n_plus_1_points(steps, alpha):
    """They stand where the axes say they are, and all within the frame."""
    history = train(**SEEDLING, alpha=alpha, steps=steps)
    plot = Plot(path_on_contour(history, x1=2, x2=1, y=1))
    (path,) = plot.curves(BACKWARD)
    for (x, y), row in zip(path, history, strict=True):
        assert plot.shows((x, y), row.w1, row.w2)
        assert plot.left < x < plot.right
        assert plot.top < y < plot.bottom
    picture = loss_over_steps(history)
    height = log10 if "powers of ten" in picture.text else float
    plot = Plot(picture)
    (descent,) = plot.curves(FORWARD)
    for step, (place, row) in enumerate(zip(descent, history, strict=True)):
        assert plot.shows(place, step, height(row.loss)) or place[1] > plot.bottom


def test_thousands_of_points_make_no_heavy_picture():
    history = train(**SEEDLING, alpha=0.01, steps=20_000)
    assert len(path_on_contour(history, x1=2, x2=1, y=1).svg()) < 400_000
    assert len(loss_over_steps(history).svg()) < 400_000


features = st.floats(-5, 5).filter(lambda x: abs(x) > 0.01)


@given(features, features | st.just(0), st.sampled_from([0, 0.3, 1]), st.floats(-3, 3))
def test_a_line_of_equal_loss_has_all_along_one_of_the_losses_beside_the_bar(x1, x2, y, b):
    plot = Plot(path_on_contour([(-1, -1, b), (1, 1, b)], x1, x2, y))
    levels = plot.numbers_on_the_right()
    lines = plot.turned_lines()
    assert len(lines) >= len(levels) >= 3
    within_a_pixel = hypot(x1, x2) * plot.across.worth
    for line in lines:
        losses = [loss_from_z(w1 * x1 + w2 * x2 + b, y) for w1, w2 in line]
        assert max(losses) - min(losses) < within_a_pixel
        assert min(abs(losses[0] - level) for level in levels) < within_a_pixel


def test_the_lines_of_equal_loss_are_said_to_be_those_of_the_final_b():
    picture = path_on_contour(HISTORY, x1=2, x2=1, y=1)
    final = f"the final b ≈ {number(HISTORY[-1].b)}"
    assert final in picture.text
    assert any(text.endswith(final) for text in texts(picture))


def test_a_flat_loss_is_drawn_without_lines():
    picture = path_on_contour([(0.3, 0.4, 0.1)], x1=0, x2=0, y=1)
    assert parsed(picture).find(".//g") is None
    assert "loss L" not in texts(picture)


def test_a_loss_over_many_powers_of_ten_gets_such_a_scale():
    assert not any("10⁻" in text for text in texts(loss_over_steps([1, 0.5])))
    assert {"10⁻⁵", "10⁰"} <= texts(loss_over_steps([1, 1e-5, 0]))
    assert "powers of ten" in loss_over_steps([1, 1e-5, 0]).text


def test_neighbouring_runs_differ_in_colour_and_in_line():
    """Two runs of the same name are two lines all the same."""
    card = parsed(loss_over_steps([1, 2], [3, 4], [5, 6], [7, 8], labels=["mine"] * 4))
    runs = card.findall(".//svg/polyline")
    for look in ("stroke", "stroke-dasharray"):
        assert len({run.get(look) for run in runs}) == len(runs) == 4


def test_labels_that_do_not_fit_the_runs_are_named_calmly():
    assert "2 runs need 2 labels, but there are 1" in loss_over_steps([1], [2], labels=["a"]).text


LETTERS = "".join(map(chr, range(32, 127))) + "αβσ−≈·×∞가나다라한글"


@example(labels=["<script>alert(1)</script>", "a & b", "nul \0 and a lone \ud800"])
@example(labels=["단계가 큰 훈련", "m" * 400, "wide MMMMMMMMMM", "", "line\nbreak"] * 3)
@given(labels=st.lists(st.text(LETTERS, max_size=80), min_size=1, max_size=8))
@settings(max_examples=30)
def test_whatever_a_label_says_it_is_written_not_obeyed_and_hides_no_other(labels, boxes_in):
    picture = loss_over_steps(*[[1, 0.5]] * len(labels), labels=labels)
    card = parsed(picture)
    assert card.find(".//script") is None
    assert len(card.findall(".//svg/polyline")) == len(labels)
    refuse_crowds(picture, [box for box in boxes_in(picture) if box["width"]])


@given(st.floats(-1e300, 1e300))
def test_a_number_in_words_is_short_and_close(value):
    assume(value == 0 or abs(value) > 1e-300)
    words = number(value)
    assert len(words) <= 9
    assert isclose(float(words.replace("−", "-")), value, rel_tol=0.051)


def test_pictures_need_neither_numpy_nor_matplotlib():
    """Where neither can be imported, every picture is drawn all the same."""
    code = f"""
import sys
sys.modules |= dict.fromkeys(["numpy", "matplotlib"])
from lessons.pictures import *
from lessons.sliders import explore
explore(sigmoid_curve, z=(-6, 6, 1.1)), loss_curves(0.75).svg()
computation_graph(**{SEEDLING}).svg(), loss_over_steps([1, 2]).svg(), sheet("A", "b").svg()
path_on_contour([(0, 0, 0), (1, 0.5, 0.5)], x1=2, x2=1, y=1).svg()
"""
    subprocess.run([sys.executable, "-c", code], check=True)
