"""Laws of the keys' stills: beside every SVG stands a PNG that looks the same, on any machine."""

from base64 import b64decode
from io import BytesIO

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image, ImageChops, ImageFilter, ImageStat
from places import ROOT
from real_browser import running_browser

from lessons.authoring.png import PER_PIXEL, add_stills, png
from lessons.authoring.source import AuthorError
from lessons.logistic import train
from lessons.pictures import computation_graph, loss_over_steps, path_on_contour, sigmoid_curve

SEEDLING = {"x1": 2, "x2": 1, "y": 1, "w1": 0.3, "w2": 0.4, "b": 0.1}
HISTORY = train(**SEEDLING, alpha=1, steps=10)
PICTURES = {
    "sigmoid": sigmoid_curve(1.1, slope=True),
    "graph": computation_graph(**SEEDLING),
    "steps": loss_over_steps(HISTORY, [0.7, 1e-9], labels=["yours", "reference"]),
    "path": path_on_contour(HISTORY, x1=2, x2=1, y=1),
}
each_picture = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)


def opened(data):
    return Image.open(BytesIO(data))


def showing(*bundles):
    outputs = [new_output("display_data", data=data) for data, _ in bundles]
    return new_notebook(cells=[new_code_cell("", outputs=outputs)])


@each_picture
def test_an_svg_gets_its_png_at_twice_its_size_with_its_words(picture):
    (output,) = add_stills(showing(picture._repr_mimebundle_())).cells[0].outputs
    image = opened(b64decode(output.data["image/png"]))
    assert image.size == (PER_PIXEL * picture.width, PER_PIXEL * picture.height)
    assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    about = output.metadata["image/png"]
    assert (about["width"], about["height"]) == (picture.width, picture.height)
    assert about["alt"] == output.data["text/plain"] == picture.text
    assert output.data["image/svg+xml"] == picture.svg()


def test_an_output_of_words_alone_stays_as_it_is():
    before = showing(({"text/plain": "Nothing to draw yet."}, {}))
    assert add_stills(before) == before


@each_picture
def test_the_same_picture_gives_the_same_bytes(picture):
    assert png(picture.svg()) == png(picture.svg())


@pytest.fixture(scope="module")
def photo(chromium):
    """What a real browser shows of a picture, as a PNG of the same size as ours."""
    with running_browser(chromium) as browser:
        page = browser.new_page(device_scale_factor=PER_PIXEL)

        def take(picture):
            page.set_content(f'<body style="margin:0">{picture.svg()}')
            return page.locator("svg").first.screenshot()

        yield take


@each_picture
def test_the_png_looks_as_the_svg_does_in_a_browser(picture, photo):
    """Blurred, because letters differ from machine to machine, no place differs by much."""
    ours, theirs = (
        opened(data).convert("L").filter(ImageFilter.GaussianBlur(6))
        for data in (png(picture.svg()), photo(picture))
    )
    difference = ImageChops.difference(ours, theirs)
    assert ImageStat.Stat(difference).mean[0] < 2
    assert ImageStat.Stat(ours).stddev[0] > 5  # an empty card would look like another


@pytest.mark.parametrize("lesson", sorted(ROOT.glob("solutions/*.ipynb")), ids=lambda it: it.stem)
def test_every_svg_in_a_key_has_its_png(lesson):
    outputs = [o for cell in nbformat.read(lesson, 4).cells for o in cell.get("outputs", [])]
    shown = [output.data.keys() for output in outputs if "data" in output]
    assert any("image/svg+xml" in kinds for kinds in shown)
    assert all(("image/svg+xml" in kinds) == ("image/png" in kinds) for kinds in shown)


def test_what_is_no_svg_is_named_to_the_author():
    with pytest.raises(AuthorError, match=r"cell 1 .* an SVG that can't be drawn \(.+\)\. Correct"):
        add_stills(showing(({"image/svg+xml": "<svg>"}, {})))
