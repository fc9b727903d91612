"""What a lesson hands to its learners for use in their answers, as source to run elsewhere.

Nothing else of the course is there when an answer is graded, so no answer can call the
reference for the very thing that it is asked for.
"""

import ast
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lessons.exercises import LENT


@cache
def provided_to(lesson: str) -> Mapping[str, str]:
    """Return module names and the source that the learners of this lesson get of each.

    What a lesson lends stands in its file in lessons/exercises/.

    >>> sorted(provided_to("03_update_rule"))
    ['lessons.logistic', 'lessons.validation']
    >>> "def update" in provided_to("03_update_rule")["lessons.logistic"]
    False
    """
    sources = {module: _part(module, names) for module, names in LENT.get(lesson, {}).items()}
    return sources | ({"lessons.validation": _source("lessons.validation")} if sources else {})


def _part(module: str, names: Iterable[str]) -> str:
    """Return these definitions, those that they call, and the imports that all of them need."""
    tree = ast.parse(_source(module))
    definitions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    wanted: set[str] = set()
    asked = list(names)
    while asked:
        name = asked.pop()
        if name in definitions and name not in wanted:
            wanted.add(name)
            asked += _called(definitions[name])
    functions = [definitions[name] for name in definitions if name in wanted]
    used = {n.id for f in functions for n in ast.walk(f) if isinstance(n, ast.Name)}
    imports = [
        node
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and used & {alias.name for alias in node.names}
    ]
    return "\n".join(map(ast.unparse, [*imports, *functions]))


def _called(function: ast.FunctionDef) -> list[str]:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return [call.id for call in calls if isinstance(call, ast.Name)]


def _source(module: str) -> str:
    found = find_spec(module)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).read_text("utf-8")
