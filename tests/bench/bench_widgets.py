"""How soon does a picture follow the hand? Each widget against matplotlib redrawn by the kernel.

All stand in one notebook in JupyterLab, in one Chromium. A widget and its twin take turns.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from places import TESTS
from playwright.sync_api import Page

sys.path.append(str(TESTS / "browser"))

from bench_frames import DRAG_EVENTS, MOVES, answers, delays, drag
from bench_pairs import CELLS, PAIRS, Pair
from lab_page import open_lesson, run_all, shut_down_kernel, write_lesson
from lab_server import running_lab
from real_browser import running_browser

ROUNDS = 5
HEAD = f"""\
From a key to its effect, {ROUNDS * MOVES} keys each; then a drag of {DRAG_EVENTS} events
                      changed, ms        on screen, ms     frames     nodes      without
                    median      p95     median      p95       a s   remade   the kernel"""
TARGETS = "16.7 ms (p95) and 20 × sooner (median) until changed; 55 frames a s; 0 nodes"


@dataclass
class Figures:
    """What was measured of one contestant."""

    changed: list[float] = field(default_factory=list)  # milliseconds
    on_screen: list[float] = field(default_factory=list)  # milliseconds
    rate: float = 0  # frames a second that showed a change while it was dragged
    nodes: int = 0
    answers_alone: bool = False

    def times(self) -> list[float]:
        """Return median and p95 until changed, then until on screen."""
        return [
            figure
            for delays in (self.changed, self.on_screen)
            for figure in (median(delays), quantiles(delays, n=20)[-1])
        ]


@contextmanager
def lesson(chromium: str) -> Iterator[Page]:
    """A page of JupyterLab that shows all pairs."""
    with (
        TemporaryDirectory() as home,
        running_lab(Path(home), "light") as lab,
        running_browser(chromium) as browser,
    ):
        write_lesson(lab, "bench", *CELLS)
        page = open_lesson(browser, lab.address, "bench")
        page.set_viewport_size({"width": 1280, "height": 1600})
        run_all(page)
        for pair in PAIRS:
            for one in pair.contestants(page):
                one.handle.wait_for()
        yield page


def take_turns(page: Page, pair: Pair, random: Random) -> tuple[Figures, Figures]:
    """Measure a widget and its twin, in turns, while there is a kernel."""
    sides = pair.contestants(page)
    figures = Figures(), Figures()
    for _ in range(ROUNDS):
        for one, its in zip(sides, figures, strict=True):
            moves, nodes = delays(page, one, random)
            its.changed += [changed for changed, _ in moves]
            its.on_screen += [on_screen for _, on_screen in moves]
            its.nodes += nodes
    for one, its in zip(sides, figures, strict=True):
        its.rate, nodes = drag(page, one)
        its.nodes += nodes
    return figures


def measure(page: Page) -> dict[str, tuple[Figures, Figures]]:
    """Measure all pairs, with a kernel and without."""
    random = Random(1701)
    figures = {pair.name: take_turns(page, pair, random) for pair in PAIRS}
    shut_down_kernel(page)
    for pair in PAIRS:
        for one, its in zip(pair.contestants(page), figures[pair.name], strict=True):
            its.answers_alone = answers(page, one)
    return figures


def row(name: str, its: Figures) -> str:
    times = "".join(f"{time:10.1f}" for time in its.times())
    rate = f"{its.rate:10.1f}" if its.rate else f"{'':10}"
    alone = "answers" if its.answers_alone else "dead"
    return f"{name:16}{times}{rate}{its.nodes:9}{alone:>13}"


def misses(name: str, widget: Figures, twin: Figures) -> Iterator[str]:
    """Yield what a widget fell short of."""
    times, twin_times = widget.times(), twin.times()
    if times[1] > 1000 / 60:
        yield f"{name}: p95 until changed {times[1]:.1f} ms"
    if twin_times[0] < 20 * times[0]:
        yield f"{name}: only {twin_times[0] / times[0]:.0f} × sooner"
    if widget.rate < 55:
        yield f"{name}: {widget.rate:.1f} frames a s"
    if widget.nodes:
        yield f"{name}: {widget.nodes} nodes remade"
    if not widget.answers_alone:
        yield f"{name}: dead without the kernel"


def report(figures: dict[str, tuple[Figures, Figures]]) -> None:
    """Print the table, and what falls short of the targets."""
    print(HEAD)
    for name, (widget, twin) in figures.items():
        ratios = (slow / quick for quick, slow in zip(widget.times(), twin.times(), strict=True))
        print(row(name, widget))
        print(row("  interact", twin))
        print(f"{'  times sooner':16}{''.join(f'{ratio:8.0f} ×' for ratio in ratios)}")
    found = [miss for name, both in figures.items() for miss in misses(name, *both)]
    print(f"Targets: {TARGETS}; {'; '.join(found) or 'all are met'}.")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Widgets are not measured: there is no chromium or google-chrome on the PATH.")
        return
    with lesson(chromium) as page:
        report(measure(page))


if __name__ == "__main__":
    main()
