"""What the command shows: a bar, plain lines or its help, and no learner's name commands it."""

import os
import pty
import re
import subprocess

from groups import in_sandbox
from teachers_command import COMMAND, RIGHT, SECONDS, classroom, hand_in

from lessons.classroom.cli.options import parser

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
HOSTILE = "x\x1b]0;owned\x07\x1b[2J[red]\u202eeve"


@in_sandbox
def test_away_from_a_terminal_there_are_plain_lines(tmp_path):
    """In a file or a log: one line for each learner, no control codes, whatever the names hold."""
    hand_in(tmp_path / "submissions", **{HOSTILE: RIGHT, "ann": RIGHT})
    done = classroom("grade", tmp_path / "submissions", "--into", tmp_path / "grades")
    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.startswith("1 of 2: ")
    assert not CONTROL.search(done.stderr + done.stdout)


@in_sandbox
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
    for command in ("grade", "override", "history", "report", "export"):
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
