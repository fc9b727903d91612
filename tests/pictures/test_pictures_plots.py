"""What a plot draws is what it is about, read off by its own axes."""

from math import hypot, log10

from example_pictures import SEEDLING
from hypothesis import given
from hypothesis import strategies as st
from plot_reader import Plot, parsed, texts

from lessons.logistic import loss, loss_from_z, sigmoid, train
from lessons.pictures import (
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sigmoid_curve,
)
from lessons.pictures.svg import BACKWARD, FORWARD


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
