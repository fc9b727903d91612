"""Every picture: the same bytes each time, with words of its own, and nothing from elsewhere."""

import os
import re
import subprocess
import sys

from example_pictures import PICTURES, SEEDLING, each_picture
from plot_reader import parsed


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
