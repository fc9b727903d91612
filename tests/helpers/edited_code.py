"""Code with lines of the lecture edited, as learners write it: in several styles, run for real."""

import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from lessons.exercises import Exercise
from lessons.mistakes.line import LINES, needed

Function = Callable[..., Any]
MATH = {name: getattr(math, name) for name in ("exp", "log", "log2", "log10", "tanh")}
NUMPY = {name: getattr(np, name) for name in ("exp", "log", "log2", "log10", "tanh")}
AROUND = {"loop", "final_w1", "final_w2", "final_b", "losses"}
STYLES = ("line by line", "NumPy", "by the label", "small functions", "one expression")


def texts_of(exercise: Exercise, changed: dict[str, str]) -> dict[str, str]:
    """The lines that lead to an exercise's outputs, in order, some of them changed."""
    wanted = set(LINES) if "losses" in exercise.outputs else set(exercise.outputs)
    lines = {name: changed.get(name, LINES[name][0]) for name in LINES}
    chained = {"da", "da_dz"} & set(changed) and "dz" not in exercise.outputs
    asked = {name for text in changed.values() for name in _names(text)}
    turns_back = {"da", "da_dz"} & set(changed) and any("dz" in needed(name) for name in asked)
    if (chained or exercise.name == "chain_dz") and not turns_back:
        lines["dz"] = changed.get("dz", LINES["dz"][1])
    used: set[str] = set()
    todo = list(wanted)
    while todo:
        name = todo.pop()
        if name in lines and name not in used and (name in wanted or name not in exercise.inputs):
            used.add(name)
            todo += re.findall(r"\b[a-z]\w*\b", lines[name])
    return {name: text for name, text in lines.items() if name in used}


def code_of(exercise: Exercise, changed: dict[str, str], style: str) -> str:
    """The function with its lines written in a style."""
    texts = texts_of(exercise, changed)
    head = f"def {exercise.name}({', '.join(exercise.inputs)}):\n"
    if style == "by the label" and "y" in exercise.inputs:
        texts = {name: _by_label(text) for name, text in texts.items()}
    before = ""
    if style == "small functions":
        for name, text in texts.items():
            before += f"def f_{name}({', '.join(_names(text))}):\n    return {text}\n"
        texts = {name: f"f_{name}({', '.join(_names(text))})" for name, text in texts.items()}
    if style == "one expression" and "losses" not in exercise.outputs:
        return (
            head
            + f"    return {', '.join(_nested(texts, output) for output in exercise.outputs)}\n"
        )
    if "losses" in exercise.outputs:
        body = "".join(f"        {name} = {text}\n" for name, text in texts.items())
        return (
            before
            + head
            + "    losses = []\n    for _ in range(steps):\n"
            + body
            + "        losses.append(loss)\n        w1, w2, b = new_w1, new_w2, new_b\n"
            + "    return w1, w2, b, losses\n"
        )
    body = "".join(f"    {name} = {text}\n" for name, text in texts.items())
    return before + head + body + f"    return {', '.join(exercise.outputs)}\n"


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\b[a-z]\w*\b(?! ?\()", text)))


def _by_label(text: str) -> str:
    if "y" not in _names(text):
        return text
    one, other = (re.sub(r"\by\b", label, text) for label in "10")
    return f"({one}) if y == 1 else ({other})"


def _nested(texts: dict[str, str], name: str) -> str:
    return re.sub(
        r"\b[a-z]\w*\b(?! ?\()",
        lambda word: f"({_nested(texts, word[0])})" if word[0] in texts else word[0],
        texts[name],
    )


def written(exercise: Exercise, changed: dict[str, str], style: str) -> Function:
    functions = NUMPY if style == "NumPy" else MATH
    space = {
        **functions,
        "sigmoid": lambda z: 1 / (1 + functions["exp"](-z)),
        "__name__": "notebook",
    }
    if style == "NumPy":
        space |= {"abs": np.abs, "round": np.round, "int": np.trunc}
    exec(code_of(exercise, changed, style), space)
    function = space[exercise.name]
    if style != "NumPy":
        return function
    return lambda *numbers: function(*map(np.float64, numbers))
