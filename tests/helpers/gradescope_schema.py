"""What Gradescope's documents allow in an autograder's results, and a run that gives just that."""

import json
import os
from pathlib import Path
from typing import Any

from autograder import run_in
from jsonschema import Draft202012Validator

# From "Autograder Specifications", gradescope-autograders.readthedocs.io/en/latest/specs: every
# field that it names, and the words that it allows in each. Nothing else is to be there.
TEXT, NUMBER = {"type": "string"}, {"type": "number"}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEST = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": NUMBER,
        "max_score": NUMBER,
        "status": {"enum": ["passed", "failed"]},
        "name": TEXT,
        "name_format": FORMAT,
        "number": TEXT,
        "output": TEXT,
        "output_format": FORMAT,
        "tags": {"type": "array", "items": TEXT},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": NUMBER,
        "execution_time": NUMBER,
        "output": TEXT,
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
    # "optional, but required if not on each test case below"
    "anyOf": [
        {"required": ["score"]},
        {"required": ["tests"], "properties": {"tests": {"items": {"required": ["score"]}}}},
    ],
}
VALID = Draft202012Validator(SCHEMA)


def grade_in(root: Path, title: str, path: str = os.environ["PATH"]) -> dict[str, Any]:
    """Return the results of a run that succeeds."""
    done = run_in(root, title, path)
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads((root / "results" / "results.json").read_text("utf-8"))
    VALID.validate(answer)
    return answer
