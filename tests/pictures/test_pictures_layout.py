"""In a real browser, every word lies inside its picture, and on no other word."""

import pytest
from example_pictures import each_picture
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plot_reader import parsed
from real_browser import running_browser

from lessons.logistic import sigmoid, train
from lessons.pictures import (
    computation_graph,
    loss_curves,
    loss_over_steps,
    path_on_contour,
    sigmoid_curve,
)

# The boxes of all words, to the outlines of their letters' line, in pixels.
BOXES = """svg => [...svg.querySelectorAll("text")].map(text => {
    const {x, y, width, height} = text.getBBox();
    return {words: text.textContent, x, y: y + height * 0.12, width, height: height * 0.76};
})"""


@pytest.fixture(scope="module")
def boxes_in(chromium):
    """Where the words of a picture stand, as a real browser lays them out."""
    with running_browser(chromium) as browser:
        page = browser.new_page()

        def measure(picture):
            page.set_content(picture.svg())
            return page.locator("svg").first.evaluate(BOXES)

        yield measure


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
def test_every_word_lies_inside_its_picture_and_no_two_overlap(make, boxes_in):
    refuse_crowds(make(), boxes_in(make()))


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
