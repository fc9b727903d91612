"""The copies in work/: they follow the releases, and never cost a learner a word."""

import json
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from places import ROOT

from lessons.lab.copies import bring_up_to_date

LESSONS = ("00_start", "01_recap")
PYTHON = {"name": "python", "version": "3.14.1"}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the course's notebooks, and nothing in it that the learner wrote."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "course" / "notebooks")
    return tmp_path / "course"


def released(number: int) -> str:
    """A release of a lesson, as far as the copies care."""
    return json.dumps({"cells": [f"release {number}"], "metadata": {}})


def cells(path: Path) -> list[Any]:
    """The cells of a notebook."""
    return list(json.loads(path.read_text("utf-8"))["cells"])


class Learning(RuleBasedStateMachine):
    """Releases, a learner who writes and deletes, lost notes, and starts, in any order."""

    @initialize()
    def unpack(self) -> None:
        self.home = Path(mkdtemp())
        self.notebooks, self.work = self.home / "notebooks", self.home / "work"
        self.notebooks.mkdir()
        self.written: dict[str, str] = {}  # the learner's words, by file
        self.renewed = True
        self.count = 0
        for lesson in LESSONS:
            self.release(lesson)
        self.start()

    @rule(lesson=st.sampled_from(LESSONS))
    def release(self, lesson: str) -> None:
        self.count += 1
        (self.notebooks / f"{lesson}.ipynb").write_text(released(self.count))

    @rule(data=st.data())
    def write(self, data: st.DataObject) -> None:
        if names := self._copies():
            name = data.draw(st.sampled_from(names))
            self.count += 1
            self.written[name] = f"my answer {self.count}"
            (self.work / name).write_text(self.written[name])

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if names := self._copies():
            name = data.draw(st.sampled_from(names))
            self.written.pop(name, None)
            (self.work / name).unlink()

    @rule()
    def lose_the_notes(self) -> None:
        (self.work / ".released.json").write_text("<<<")
        self.renewed = False  # from now on every copy may be the learner's own

    @rule()
    def start(self) -> None:
        before = {name: (self.work / name).read_text() for name in self._copies()}
        told = " ".join(bring_up_to_date(self.notebooks, self.work, PYTHON))
        for name in self._copies():
            is_new = ".new" in name and before.get(name) != (self.work / name).read_text()
            assert (f"as {name}." in told) == is_new
        for lesson in LESSONS:
            assert (self.work / f"{lesson}.ipynb").exists()
            if self.renewed and f"{lesson}.ipynb" not in self.written:
                copy, newest = self.work / f"{lesson}.ipynb", self.notebooks / f"{lesson}.ipynb"
                assert cells(copy) == cells(newest)
        assert bring_up_to_date(self.notebooks, self.work, PYTHON) == []

    @invariant()
    def the_learners_words_stay(self) -> None:
        for name, words in self.written.items():
            assert (self.work / name).read_text() == words

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    def _copies(self) -> list[str]:
        return sorted(path.name for path in self.work.glob("*.ipynb"))


Learning.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestLearning = Learning.TestCase


def test_a_newer_release_is_put_beside_work_once_and_over_an_untouched_copy(course: Path) -> None:
    """Begun work stays and the newer lesson stands beside it; what is untouched is renewed."""
    work = course / "work"
    bring_up_to_date(course / "notebooks", work, PYTHON)
    (work / "00_start.ipynb").write_text("mine")
    for lesson in LESSONS:
        (course / "notebooks" / f"{lesson}.ipynb").write_text(released(2))
    (told,) = bring_up_to_date(course / "notebooks", work, PYTHON)
    assert told.startswith("00_start.ipynb has a newer release")
    assert (work / "00_start.ipynb").read_text() == "mine"
    assert cells(work / "00_start.new.ipynb") == cells(work / "01_recap.ipynb") == ["release 2"]
    (work / "00_start.new.ipynb").unlink()
    assert bring_up_to_date(course / "notebooks", work, PYTHON) == []


def test_a_copy_that_was_only_opened_counts_as_untouched(course: Path) -> None:
    """What another Jupyter notes about itself in a notebook is no work of the learner's."""
    work = course / "work"
    bring_up_to_date(course / "notebooks", work, PYTHON)
    bring_up_to_date(course / "notebooks", work, PYTHON)
    opened = json.loads((work / "00_start.ipynb").read_text("utf-8"))
    assert opened["metadata"]["language_info"] == PYTHON
    opened["metadata"]["language_info"] = {"name": "python", "version": "3.11.0"}
    (work / "00_start.ipynb").write_text(json.dumps(opened))
    (course / "notebooks" / "00_start.ipynb").write_text(released(2))
    assert bring_up_to_date(course / "notebooks", work, PYTHON) == []
    assert cells(work / "00_start.ipynb") == ["release 2"]
