"""What a hand does to a picture, and when the picture follows. Every input is a real one.

A delay starts at the time stamp the browser gives a key when it arrives. Two moments end it:

- changed: the SVG or the words are new, or the new image has loaded. Python, JavaScript and the
  way between them are over.
- on screen: the page has drawn the next frame, the one that shows the change: style, layout and
  paint are over.

Frames come every 16.7 ms. So "on screen" adds what no page can change: the wait for a frame.
"""

import time
from random import Random

from bench_pairs import Contestant
from playwright.sync_api import Page

MOVES, DRAG_EVENTS, DRAG_RATE = 20, 200, 90

# Once a frame, after paint, a browser works out what is in view. An observer of that which begins
# when the picture changes is told the time at the end of the frame that shows the change.
WATCH = """(output, place) => {
  window.watch?.stop();
  const watch = window.watch = { frames: 0, nodes: 0 };
  let [pressed, asked, tell] = [0, false, () => {}];
  const press = (event) => {
    pressed = event.timeStamp;
    watch.delays = new Promise((resolve, reject) => {
      tell = resolve;
      setTimeout(reject, 10_000, new Error("a key changed nothing within 10 s"));
    });
    watch.delays.catch(() => {}); // without the kernel nobody asks
  };
  const changed = () => {
    if (asked) return;
    asked = true;
    const change = performance.now();
    const frame = new IntersectionObserver(([{ time }]) => {
      frame.disconnect();
      asked = false;
      watch.frames += 1;
      tell([change - pressed, time - pressed]);
    });
    frame.observe(output);
  };
  const places = place ? [...output.querySelectorAll(place)] : [];
  // Emptied for a moment, it flickers: that is no answer.
  const isEmpty = () => places.every((node) => node.textContent.trim() === "");
  const drawn = new MutationObserver(() => isEmpty() || changed());
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  for (const node of places) drawn.observe(node, all);
  const nodes = new MutationObserver((records) => {
    for (const each of records) watch.nodes += each.addedNodes.length + each.removedNodes.length;
  });
  nodes.observe(output, { childList: true, subtree: true });
  output.addEventListener("load", changed, true);
  window.addEventListener("keydown", press, true);
  watch.stop = () => {
    for (const observer of [drawn, nodes]) observer.disconnect();
    output.removeEventListener("load", changed, true);
    window.removeEventListener("keydown", press, true);
  };
}"""


def watch(one: Contestant) -> None:
    """Bring it into view, and watch it alone."""
    one.output.scroll_into_view_if_needed()
    one.output.evaluate(WATCH, one.place)


def press(page: Page, count: int) -> None:
    """Move a slider one step: forth in the first half of the moves, then back."""
    page.keyboard.press("ArrowRight" if count < MOVES // 2 else "ArrowLeft")


def delays(page: Page, one: Contestant, random: Random) -> tuple[list[tuple[float, float]], int]:
    """Press keys at any moment between two frames.

    Return the delays of each in ms, (changed, on screen), and how many nodes came or went.
    """
    watch(one)
    one.handle.focus()
    both = []
    for count in range(MOVES):
        page.wait_for_timeout(random.uniform(20, 50))
        press(page, count)
        both.append(tuple(page.evaluate("watch.delays")))
    return both, page.evaluate("watch.nodes")


def drag(page: Page, one: Contestant) -> tuple[float, int]:
    """Pull the handle twice from end to end and back, each event to another value.

    Events come faster than frames, as a mouse sends them, or as fast as the browser takes them.
    Return how many frames a second showed a change, and how many nodes came or went.
    """
    one.output.scroll_into_view_if_needed()
    track = one.output.locator(".noUi-base").or_(one.handle).first.bounding_box()
    grip = one.handle.bounding_box()
    assert track is not None
    assert grip is not None
    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(500)
    watch(one)
    start = time.perf_counter()
    for event in range(1, DRAG_EVENTS + 1):
        way = 4 * event / DRAG_EVENTS % 2
        there = track["x"] + (0.05 + 0.9 * min(way, 2 - way)) * track["width"]
        page.mouse.move(there, grip["y"] + grip["height"] / 2)
        time.sleep(max(0.0, start + event / DRAG_RATE - time.perf_counter()))
    seconds = time.perf_counter() - start
    frames, nodes = page.evaluate("[watch.frames, watch.nodes]")
    page.mouse.up()
    page.wait_for_timeout(500)
    return frames / seconds, nodes


def answers(page: Page, one: Contestant) -> bool:
    """Tell whether it still follows a key, within half a second."""
    watch(one)
    one.handle.focus()
    press(page, 0)
    page.wait_for_timeout(500)
    return bool(page.evaluate("watch.frames > 0"))
