"""The command a teacher types: what it does, what it says, and what it survives."""

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from footprint import alive
from open_python import open_python

from lessons.classroom.gradebook.book import open_gradebook
from lessons.classroom.options import parser

RIGHT = "def dz(a, y):\n    return a - y\n"
WRONG = "def dz(a, y):\n    return y - a\n"
COMMAND = [sys.executable, "-m", "lessons.classroom"]
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
SECONDS = 120  # for any command here


def classroom(*arguments: object, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=SECONDS,
        **settings,
    )  # fmt: skip


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def hand_in(folder: Path, **answers: str) -> Path:
    for name, answer in answers.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "02_derivatives.py").write_text(answer)
    return folder


def points(into: Path) -> dict[str, float]:
    lines = (into / "grades.jsonl").read_text().splitlines()
    return {graded["learner"]["key"]: graded["points"] for graded in map(json.loads, lines)}


def gradings(into: Path) -> dict[str, int]:
    into.mkdir(exist_ok=True)
    with open_gradebook(into / "gradebook.db") as book:
        return {key: len(book.history(key)) for key in book.learners()}


def is_over(group: int) -> bool:
    """Wait until no process of a group is alive."""
    for _ in range(300):
        if not alive(group):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with submissions and grades, as the first run has left them."""
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder / "submissions", ann=RIGHT, bob=WRONG, cho=WRONG)
    done = classroom("grade", "submissions", "--seed", 5, cwd=folder)
    assert done.returncode == 0, done.stderr
    (folder / "said").write_text(done.stdout)
    return folder


@pytest.fixture
def course(graded_class: Path, tmp_path: Path) -> Path:
    """A copy of the graded class, to change."""
    shutil.copytree(graded_class, tmp_path / "class")
    return tmp_path / "class"


def test_one_command_grades_a_folder_and_says_where_everything_is(graded_class):
    """Grades, pages and files to import are there, and a table says so, with what to re-teach."""
    into = graded_class / "grades"
    assert points(into) == {"ann": 2, "bob": 0, "cho": 0}
    for name in ("class.html", "canvas.csv", "moodle.csv", "grades.jsonl"):
        assert (into / name).stat().st_size
    assert len(list((into / "feedback").glob("*.html"))) == 3
    said = (graded_class / "said").read_text()
    assert re.search(r"graded\W+3\b", said)
    assert re.search(r"mistake of 2 learners\W+dz: \w+", said)
    for name in ("class.html", "feedback", "canvas.csv", "gradebook.db", "seed 5"):
        assert name in said


def test_what_did_not_change_is_skipped_and_what_did_is_graded_anew(course):
    """Only new content is graded; the newest counts, and the history is kept."""
    hand_in(course / "submissions", bob=RIGHT, dan=RIGHT)
    done = classroom("grade", "submissions", cwd=course)
    assert (done.returncode, "seed 5" in done.stdout) == (0, True)
    assert done.stderr.count("unchanged") == 2
    assert points(course / "grades") == {"ann": 2, "bob": 2, "cho": 0, "dan": 2}
    assert gradings(course / "grades") == {"ann": 1, "bob": 2, "cho": 1, "dan": 1}


def test_again_gives_the_same_seed_the_same_grades(course):
    """With --again all is graded once more, and comes out the same."""
    before = points(course / "grades")
    assert classroom("grade", "submissions", "--again", cwd=course).returncode == 0
    assert points(course / "grades") == before
    assert set(gradings(course / "grades").values()) == {2}


def test_a_lesson_asked_for_counts_for_everybody(course):
    """With --lesson that lesson is graded, and who did not hand it in is named."""
    done = classroom("grade", "submissions", "--lesson", "01_recap", cwd=course)
    assert done.returncode == 1
    assert done.stdout.count("needs your attention: ") == 3
    (first, *_) = (course / "grades" / "grades.jsonl").read_text().splitlines()
    names = {grade["exercise"] for grade in json.loads(first)["grades"]}
    assert {"dz", "sigmoid", "loss"} <= names


def test_who_needs_attention_is_named_and_the_exit_code_says_so(course):
    """A file that can't be read costs nobody else a grade, and does not go unnoticed."""
    (course / "submissions" / "eve").mkdir()
    (course / "submissions" / "eve" / "02_derivatives.ipynb").write_text('{"cells": [')
    done = classroom("grade", "submissions", cwd=course)
    assert done.returncode == 1
    assert re.search(r"\(eve\) needs your attention: .+", done.stdout)
    assert points(course / "grades") == {"ann": 2, "bob": 0, "cho": 0, "eve": 0}
    given = classroom("override", "eve", "dz", 1, "--reason", "read on paper", cwd=course)
    assert given.returncode == 0
    assert classroom("grade", "submissions", cwd=course).returncode == 0
    (course / "submissions" / "eve" / "02_derivatives.ipynb").write_text('{"cells": [1')
    late = classroom("grade", "submissions", cwd=course)
    assert (late.returncode, late.stdout.count("(eve) needs your attention")) == (1, 1)


def test_a_full_folder_is_no_trouble_when_one_lesson_is_asked_for(tmp_path):
    """With --lesson, files of the other lessons need no attention, and neither do their owners."""
    for name in ("ann", "bob"):
        hand_in(tmp_path / "submissions", **{name: WRONG})
        recap = tmp_path / "submissions" / name / "01_recap.py"
        recap.write_text("def loss(a, y):\n    return a\n")
    hand_in(tmp_path / "submissions", cho=WRONG)
    done = classroom("grade", "submissions", "--lesson", "01_recap", cwd=tmp_path)
    assert done.returncode == 1
    (named,) = re.findall(r"\((\w+)\) needs your attention: (.+)", done.stdout)
    assert named == ("cho", "What was handed in answers no exercise of 01_recap.")


def test_an_override_counts_shows_its_reason_and_outlives_a_regrade(course):
    """Points by hand reach pages and files, stay when all is graded anew, and can be taken back."""
    reason = "right, but under another name"
    given = classroom("override", "bob", "dz", 1, "--reason", reason, cwd=course)
    assert given.returncode == 0
    assert points(course / "grades")["bob"] == 1
    assert reason in (course / "grades" / "feedback" / "bob.html").read_text()

    classroom("grade", "submissions", "--again", cwd=course)
    assert points(course / "grades")["bob"] == 1
    classroom("override", "bob", "dz", "none", "--reason", "she was wrong", cwd=course)
    assert points(course / "grades")["bob"] == 0
    told = classroom("history", "bob", cwd=course).stdout
    assert told.count("graded: 02_derivatives 0 of ") == 2
    assert reason in told


def test_a_learner_may_be_named_by_key_name_or_number(tmp_path):
    """The number that Canvas or Moodle gave is as good as the name, and as hard to mistake."""
    hand_in(tmp_path / "submissions", **{"Ann Lee_4711_assignsubmission_file": WRONG})
    assert classroom("grade", "submissions", cwd=tmp_path).returncode == 0
    told = {classroom("history", who, cwd=tmp_path).stdout for who in ("4711", "Ann Lee")}
    assert len(told) == 1
    assert "graded: 02_derivatives 0 of " in told.pop()
    given = classroom("override", "4711", "dz", 1, "--reason", "on paper", cwd=tmp_path)
    assert given.returncode == 0
    assert list(points(tmp_path / "grades").values()) == [1]
    assert "No learner ''" in classroom("history", "", cwd=tmp_path).stderr


def test_killed_at_any_moment_the_same_command_goes_on(tmp_path):
    """kill -9 again and again: nothing lost, nothing recorded twice, no process stays behind."""
    keys = [f"learner{number}" for number in range(24)]
    hand_in(tmp_path / "submissions", **dict.fromkeys(keys, RIGHT))
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 2)
    random, so_far = Random(1), []
    for turn in range(5):
        running = start(*grade)
        assert running.stderr
        for _ in range(random.randrange(3 * turn + 1)):
            running.stderr.readline()
        time.sleep(random.uniform(0, 0.3))
        running.kill()
        running.communicate()
        assert is_over(running.pid)
        so_far.append(len(gradings(tmp_path / "grades")))
    assert so_far == sorted(so_far)
    assert any(0 < count < len(keys) for count in so_far)
    done = classroom(*grade)
    assert done.returncode == 0, done.stderr
    assert gradings(tmp_path / "grades") == dict.fromkeys(keys, 1)
    assert points(tmp_path / "grades") == dict.fromkeys(keys, 2)


def test_two_graders_at_once_share_the_work_and_record_nothing_twice(tmp_path):
    """Two commands on one gradebook: both end well, and each learner is recorded once."""
    keys = [f"learner{number}" for number in range(6)]
    hand_in(tmp_path / "submissions", **dict.fromkeys(keys, RIGHT))
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 1)
    both = [start(*grade), start(*grade)]
    said = [running.communicate(timeout=SECONDS) for running in both]
    assert [running.returncode for running in both] == [0, 0], said
    assert gradings(tmp_path / "grades") == dict.fromkeys(keys, 1)
    assert points(tmp_path / "grades") == dict.fromkeys(keys, 2)


def test_an_interrupt_stops_cleanly_and_says_how_to_go_on(tmp_path):
    """Ctrl-C: no traceback, what is done is kept, all processes end, the same command goes on."""
    hand_in(tmp_path / "submissions", ann=RIGHT, bob="while True:\n    pass\n", cho=RIGHT)
    grade = ("grade", tmp_path / "submissions", "--into", tmp_path / "grades", "--workers", 2)
    running = start(*grade)
    assert running.stderr
    first = running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=SECONDS)
    assert first.startswith("1 of 3: ")
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. What is done is kept")
    assert "Traceback" not in said
    assert is_over(running.pid)
    assert len(gradings(tmp_path / "grades")) in (1, 2)
    assert "goes on from there" in classroom(*grade).stdout
    assert gradings(tmp_path / "grades") == {"ann": 1, "bob": 1, "cho": 1}


BAD = {
    "grade nowhere": "There is no nowhere",
    "grade empty": "There is nothing to grade in empty",
    "grade submissions --lesson 01_recpa": "did you mean '01_recap'",
    "grade submissions --seed -1": "'-1' is no whole number from 0 up",
    "grade submissions --workers 0": "'0' is no whole number from 1 up",
    "grade submissions --into said": "The folder said can't be made",
    "grade submissions --into odd": "is no gradebook of this course",
    "grade submissions --roster nobody.csv": "The roster nobody.csv can't be read",
    "grade submissions --sandbox paper": "invalid choice: 'paper'",
    "override annn dz 1 --reason x": "No learner 'annn': did you mean 'ann'",
    "override ann ddz 1 --reason x": "No exercise 'ddz': did you mean 'dz'",
    "override ann dz 7 --reason x": "'7' points can't be given: use 0 to 2, or none",
    "override ann dz nan --reason x": "'nan' points can't be given",
    "override ann dz 1": "--reason",
    "override ann dz 1 --reason ": "An empty --reason",
    "history nobody": "No learner 'nobody'",
    "report --into elsewhere": "There is no elsewhere/gradebook.db. Grade first",
    "export --into elsewhere": "There is no elsewhere/gradebook.db. Grade first",
    "": "required: COMMAND",
}


@pytest.mark.parametrize("command", BAD)
def test_bad_input_is_refused_in_one_sentence(command, course):
    """What can't be done ends with code 2 and a sentence that names the input and the remedy."""
    (course / "empty").mkdir()
    (course / "odd").mkdir()
    (course / "odd" / "gradebook.db").write_text("Ann has 2 points.\n" * 100)
    done = classroom(*command.split(" ") if command else [], cwd=course)
    assert done.returncode == 2
    assert BAD[command] in done.stderr
    assert "Traceback" not in done.stderr
    assert len([line for line in done.stderr.splitlines() if not line.startswith((" ", "us"))]) == 1


def test_a_cluster_that_is_not_there_is_refused_in_one_sentence(course):
    """A wrong address of a cluster ends the command before anything is written down."""
    grade = ("grade", "submissions", "--into", "new", "--cluster", "nonsense://here")
    done = classroom(*grade, cwd=course)
    assert done.returncode == 2
    assert done.stderr.startswith("No Dask scheduler answers at nonsense://here")
    assert len(done.stderr.splitlines()) == 1
    assert not (course / "new").exists()


def test_a_cluster_without_dask_is_refused_in_one_sentence(course):
    """Who has not installed Dask reads how to, and nothing is written down."""
    code = "import sys; sys.modules['distributed'] = None\n"
    code += "sys.argv[1:] = 'grade submissions --into new --cluster tcp://127.0.0.1:1'.split()\n"
    code += "from lessons.classroom.__main__ import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=course, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == "--cluster needs Dask. Run: pip install 'lessons[cluster]'\n"
    assert not (course / "new").exists()


def test_without_bubblewrap_it_refuses_and_says_what_to_do(course):
    """Strangers' code does not run unprotected unless somebody asks for just that."""
    done = classroom("grade", "submissions", cwd=course, env=os.environ | {"PATH": "/nowhere"})
    assert done.returncode == 2
    assert "bubblewrap" in done.stderr
    assert "--sandbox=none" in done.stderr
    assert "Traceback" not in done.stderr


def test_grading_without_a_sandbox_is_loud(course):
    """--sandbox=none works, and nobody can overlook what it means."""
    hand_in(course / "submissions", dan=RIGHT)
    words = [open_python(), *COMMAND[1:], "grade", "submissions", "--sandbox=none"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, cwd=course)
    assert done.returncode == 0, done.stderr
    assert points(course / "grades")["dan"] == 2
    assert "No sandbox" in done.stderr.splitlines()[1]
    assert done.stderr.startswith("╭")


HOSTILE = "x\x1b]0;owned\x07\x1b[2J[red]\u202eeve"


def test_away_from_a_terminal_there_are_plain_lines(tmp_path):
    """In a file or a log: one line for each learner, no control codes, whatever the names hold."""
    hand_in(tmp_path / "submissions", **{HOSTILE: RIGHT, "ann": RIGHT})
    done = classroom("grade", tmp_path / "submissions", "--into", tmp_path / "grades")
    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.startswith("1 of 2: ")
    assert not CONTROL.search(done.stderr + done.stdout)


def test_on_a_terminal_a_bar_counts_and_no_name_can_command_it(tmp_path):
    """The bar shows how many are done; what a learner's name holds is never obeyed."""
    hand_in(tmp_path / "submissions", **{HOSTILE: RIGHT, "ann": RIGHT})
    parent, terminal = pty.openpty()
    running = subprocess.Popen(
        [*COMMAND, "grade", tmp_path / "submissions", "--into", tmp_path / "grades"],
        stderr=terminal, stdout=subprocess.DEVNULL, env=os.environ | {"TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(terminal)
    seen = b""
    while True:
        try:
            seen += os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
    os.close(parent)
    assert running.wait(SECONDS) == 0
    assert b"2/2" in seen
    assert b"owned\x07" not in seen
    assert b"\x1b[2J" not in seen
    assert "\u202e".encode() not in seen


def test_help_names_every_command_its_options_and_the_exit_codes():
    """--help is enough to find everything: what there is, how it is used, what the codes mean."""
    whole = parser().format_help()
    for command in ("grade", "override", "history", "report", "export", "release"):
        assert re.search(rf"^    {command} +\w", whole, re.MULTILINE)
    for code in (0, 1, 2, 130):
        assert re.search(rf"^  {code} +\w", whole, re.MULTILINE)
    for line in re.findall(
        r"^  (\w+ .*?)(?:   .*)?$", whole.partition("examples")[2].partition(":\n")[2], re.M
    ):
        if not line[0].isdigit():
            options = parser().parse_args(re.sub(r'".*?"', "reason", line).split())
            assert options.command == line.split()[0]
    said = classroom("grade", "--help").stdout
    for word in ("--seed", "--again", "--sandbox", "--cluster", "gradebook.db", "draws it"):
        assert word in said


def test_a_release_that_cant_be_built_is_refused_in_one_sentence(tmp_path):
    """In another folder, or with nothing to run the keys: what is wrong, and what to do."""
    done = classroom("release", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "no solutions/NN_name.py here. Run this in the course's own folder.\n"
    code = "import sys; sys.modules['ipykernel'] = None\n"
    code += "from lessons.classroom.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "release"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 2
    assert done.stderr == "ipykernel is missing, which runs the keys. Use: make release\n"


@pytest.mark.parametrize("package", ["rich", "jinja2"])
def test_a_missing_package_is_named_with_the_remedy(package, course):
    """Who has not installed the classroom's packages reads how to."""
    code = f"import sys; sys.modules[{package!r}] = None; sys.argv[1:] = ['report']\n"
    code += "from lessons.classroom.__main__ import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=course, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == f"{package} is missing. Run: pip install 'lessons[classroom]'\n"


def test_a_file_of_a_learner_is_no_part_of_python(tmp_path):
    """Inside the folder of submissions the grader takes no file there for a module of Python's."""
    folder = hand_in(tmp_path / "submissions", ann=RIGHT)
    for name in ("argparse", "tempfile", "sqlite3", "resource"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n{RIGHT}")
    done = classroom("grade", ".", "--into", tmp_path / "grades", cwd=folder)
    assert "ann, graded" in done.stderr
    assert not (tmp_path / "ran").exists()


def test_grades_among_the_submissions_are_refused(tmp_path):
    """Else the grader's own folder would be a learner's in the next run."""
    folder = hand_in(tmp_path / "submissions", ann=RIGHT)
    done = classroom("grade", ".", cwd=folder)
    assert done.returncode == 2
    assert "Name a folder elsewhere with --into" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["ann"]
