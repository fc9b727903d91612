"""Read a plot as people do: the values at a place, by the ticks of its axes and their words."""

import re
from math import cos, radians, sin
from xml.etree import ElementTree

FRAME = re.compile(r"M([\d.]+) ([\d.]+)V([\d.]+)H([\d.]+)")
PAIR = re.compile(r"(-?[\d.e+]+) (-?[\d.e+]+)")
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def parsed(picture):
    """The picture's SVG as elements, their names without the namespace."""
    return ElementTree.fromstring(picture.svg().replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def texts(picture):
    return {text.text for text in parsed(picture).iter("text")}


def number(label):
    """The number a tick's label says; of a power of ten, its exponent."""
    is_power = label[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹"
    return float(label.removeprefix("10" if is_power else "").translate(PLAIN))


class Scale:
    """One axis: the value at one of its pixels, and how much a pixel is worth."""

    def __init__(self, ticks, labels):
        assert len(ticks) == len(labels) >= 2
        places, values = [*map(float, ticks)], [*map(number, labels)]
        self.worth = (values[-1] - values[0]) / (places[-1] - places[0])
        self.value = lambda place: values[0] + (place - places[0]) * self.worth


class Plot:
    """The curves of a plot in pixels, and its two scales."""

    def __init__(self, picture):
        self.card = parsed(picture)
        (drawn,) = [path.get("d") for path in self.card.iter("path") if "v5" in path.get("d")]
        self.left, self.top, self.bottom, self.right = map(float, FRAME.match(drawn).groups())
        across, up = re.findall(r"M(\S+) \S+v5", drawn), re.findall(r"M\S+ (\S+)h-5", drawn)
        words = [text.text for text in self.card.iter("text") if self.is_beside_a_tick(text)]
        self.across, self.up = Scale(across, words[: len(across)]), Scale(up, words[len(across) :])

    def is_beside_a_tick(self, text):
        middle = text.get("text-anchor") == "middle"
        below = middle and self.bottom < float(text.get("y")) < self.bottom + 30
        left = text.get("text-anchor") == "end" and float(text.get("x")) < self.left
        return below or left

    def curves(self, colour):
        """The points of each line of this colour, in pixels; the legend's samples left out."""
        return [
            [tuple(map(float, pair)) for pair in PAIR.findall(line.get("points"))]
            for line in self.card.iter("polyline")
            if line.get("stroke") == colour and not self.is_sample(line)
        ]

    def is_sample(self, line):
        return all(float(y) < self.top for _, y in PAIR.findall(line.get("points")))

    def shows(self, place, x, y):
        """Whether these values stand at that place, to within a pixel."""
        far = abs(self.across.value(place[0]) - x) / abs(self.across.worth)
        high = abs(self.up.value(place[1]) - y) / abs(self.up.worth)
        return max(far, high) < 1

    def numbers_on_the_right(self):
        beside = [t for t in self.card.iter("text") if float(t.get("x")) > self.right]
        return [number(text.text) for text in beside if float(text.get("y")) > self.top]

    def turned_lines(self):
        """Three points, as values, on each line of the group that is turned as a whole."""
        (group,) = self.card.iter("g")
        x, y, degrees = map(float, re.findall(r"-?\d[\d.]*", group.get("transform")))
        ahead, aside = cos(radians(degrees)), sin(radians(degrees))
        ways = map(float, re.findall(r"M(\S+) ", group.find("path").get("d")))
        return [
            [
                (
                    self.across.value(x + way * ahead - side * aside),
                    self.up.value(y + way * aside + side * ahead),
                )
                for side in (-150, 0, 150)
            ]
            for way in ways
        ]
