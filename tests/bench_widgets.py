"""How soon does a picture follow the hand? The widget against matplotlib redrawn by the kernel.

Both stand in one notebook in JupyterLab, in one Chromium, and take turns.
"""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Locator, Page

sys.path.append(str(Path(__file__).parent / "browser"))

from lab_page import cell, open_lesson, run_all, shut_down_kernel, write_lesson
from lab_server import running_browser, running_lab

ROUNDS, MOVES, DRAG_EVENTS = 6, 20, 200

WIDGET = """
from lessons.widgets import SigmoidWidget
SigmoidWidget(z=0)
"""
INTERACT = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatSlider, interact
from lessons.logistic import da_dz, loss_from_z, sigmoid

zs = [z / 10 for z in range(-80, 81)]

def show(z):
    a, slope = sigmoid(z), da_dz(z)
    _, (left, right) = plt.subplots(1, 2, figsize=(7.4, 2.7))
    left.plot(zs, [sigmoid(each) for each in zs])
    left.plot([z - 1.6, z + 1.6], [a - 1.6 * slope, a + 1.6 * slope])
    left.plot(z, a, "o")
    for y in (0, 1):
        right.plot([sigmoid(each) for each in zs], [loss_from_z(each, y) for each in zs])
        right.plot(a, loss_from_z(z, y), "o")
    plt.show()

interact(show, z=FloatSlider(0, min=-8, max=8, step=0.1, layout={"width": "500px"}));
"""
# A picture has changed when an attribute of the SVG has, or when a new image has loaded.
WATCH = """output => {
  const seen = window.seen = { pressed: 0, delays: [], changes: 0, made: 0 };
  const changed = () => {
    seen.changes += 1;
    if (seen.pressed) seen.delays.push(performance.now() - seen.pressed);
    seen.pressed = 0;
  };
  window.stopWatching?.();
  const press = () => (seen.pressed = performance.now());
  const drawn = new MutationObserver(changed);
  for (const svg of output.querySelectorAll(".lr svg")) {
    drawn.observe(svg, { attributes: true, subtree: true });
  }
  const made = new MutationObserver((records) => {
    for (const record of records) seen.made += record.addedNodes.length;
  });
  made.observe(output, { childList: true, subtree: true });
  output.addEventListener("load", changed, true);
  window.addEventListener("keydown", press, true);
  window.stopWatching = () => {
    [drawn, made].forEach((each) => each.disconnect());
    output.removeEventListener("load", changed, true);
    window.removeEventListener("keydown", press, true);
  };
}"""


class Contestant(NamedTuple):
    """A picture with one handle."""

    name: str
    output: Locator
    handle: Locator


def press(page: Page, one: Contestant, random: Random) -> list[float]:
    """Press arrow keys, at any moment between two frames; return the delays in ms."""
    one.output.evaluate(WATCH)
    one.handle.focus()
    for count in range(MOVES):
        page.wait_for_timeout(random.uniform(20, 50))
        page.keyboard.press("ArrowRight" if count < MOVES / 2 else "ArrowLeft")
        page.wait_for_function("count => seen.delays.length > count", arg=count)
    delays: list[float] = page.evaluate("seen.delays")
    return delays


def drag(page: Page, one: Contestant) -> tuple[float, int]:
    """Pull the handle from end to end and back, 60 events a second, each to another value.

    Return how often a second the picture changed, and how many nodes were made.
    """
    box = one.handle.bounding_box()
    track = one.output.locator("input[type=range], .noUi-base").first.bounding_box()
    assert box is not None
    assert track is not None
    middle, left, wide = box["y"] + box["height"] / 2, track["x"], track["width"]
    page.mouse.move(left + wide / 2, middle)
    page.mouse.down()
    page.wait_for_timeout(1000)
    one.output.evaluate(WATCH)
    start = time.perf_counter()
    for event in range(1, DRAG_EVENTS + 1):
        there = 0.05 + 1.8 * min(event, DRAG_EVENTS - event) / DRAG_EVENTS
        page.mouse.move(left + there * wide, middle)
        time.sleep(max(0.0, start + event / 60 - time.perf_counter()))
    seconds = time.perf_counter() - start
    seen = page.evaluate("({ changes: seen.changes, made: seen.made })")
    page.mouse.up()
    page.wait_for_timeout(1000)
    return seen["changes"] / seconds, seen["made"]


def answers(page: Page, one: Contestant) -> bool:
    """Tell whether a key still changes the picture, within a second."""
    one.output.evaluate(WATCH)
    one.handle.press("ArrowRight")
    page.wait_for_timeout(1000)
    return bool(page.evaluate("seen.changes > 0"))


@contextmanager
def lesson(chromium: str) -> Iterator[Page]:
    """A page of JupyterLab that shows both contestants."""
    with (
        TemporaryDirectory() as home,
        running_lab(Path(home), "light") as lab,
        running_browser(chromium) as browser,
    ):
        write_lesson(lab, "bench", WIDGET.strip(), INTERACT.strip())
        page = open_lesson(browser, lab.address, "bench")
        page.set_viewport_size({"width": 1280, "height": 1600})
        run_all(page)
        page.wait_for_selector(".lr svg")
        page.wait_for_selector(".jp-OutputArea-output img")
        yield page


def measure(page: Page) -> None:
    """Let both take turns, then print the table."""
    widget, interact = cell(page, "SigmoidWidget"), cell(page, "interact(show")
    contestants = [
        Contestant("SigmoidWidget", widget, widget.get_by_role("slider")),
        Contestant("interact, matplotlib", interact, interact.get_by_role("slider")),
    ]
    random = Random(1701)
    delays: dict[str, list[float]] = {one.name: [] for one in contestants}
    for _ in range(ROUNDS):
        for one in contestants:
            delays[one.name] += press(page, one, random)
    drags = {one.name: drag(page, one) for one in contestants}
    shut_down_kernel(page)
    alone = {one.name: "yes" if answers(page, one) else "no" for one in contestants}
    print(f"From a key to the changed picture, {ROUNDS * MOVES} moves each")
    print(f"{'':24}{'median':>10}{'p95':>10}{'updates/s':>12}{'nodes made':>12}{'no kernel':>12}")
    for name, times in delays.items():
        rate, made = drags[name]
        print(
            f"{name:24}{median(times):7.1f} ms{quantiles(times, n=20)[-1]:7.1f} ms"
            f"{rate:12.1f}{made:12}{alone[name]:>12}"
        )
    quick, slow = (median(times) for times in delays.values())
    print(f"The widget is {slow / quick:.0f} × faster (target: at least 20 ×).")
    print("Its other targets: p95 at most 16.7 ms, at least 55 updates/s, 0 nodes made.")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Widgets are not measured: there is no chromium or google-chrome on the PATH.")
        return
    with lesson(chromium) as page:
        measure(page)


if __name__ == "__main__":
    main()
