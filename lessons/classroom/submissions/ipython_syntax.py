r"""IPython's own syntax (%magic, !shell, help?) as plain Python, line by line.

Text that is Python already is never touched. Otherwise the lines that only IPython understands
become `pass`, and every other line keeps its number.
"""
# IPython's TransformerManager reads the cell anew for each magic: a cell of `!a` lines takes 97 s.

import re
from collections.abc import Iterator
from textwrap import dedent

from lessons.classroom.submissions.bindings import parsed

SUSPECT = re.compile(r"(?m)^[ \t]*([%!?]|>>>)|=[ \t]*[%!]|\?[ \t]*$|\A\s*[ \t]")
# These magics run the Python below them. All others have a language of their own.
WRAPPERS = re.compile(r"(?:\s*+%%(?:capture|memit|prun|time|timeit)\b.*)*+")
FOREIGN = re.compile(r"\s*%%\w")
TIMED = re.compile(r"([ \t]*+)((?:[\w.*][\w.,* \t]*+=)?[ \t]*+)%time[ \t]+([^-\s].*)")
ASSIGNED = re.compile(r"([ \t]*+[\w.*][\w.,* \t]*+=)[ \t]*+[%!](?=\S)")
COMMAND = re.compile(r"([ \t]*+)(?:%%?\w|!|\?\??[\w%])")
HELP = re.compile(r"([ \t]*+)%{0,2}[^\W\d][\w.*\[\]]*+\?\??[ \t]*+$")
PROMPT = re.compile(r"(?m)^(?:>>>|\.\.\.)(?: |$)")
# What decides where a statement ends: strings, comments, brackets, a backslash at the end.
MARK = re.compile(r"\\.|\"\"\"|'''|[\"'#()\[\]{}]|\\$")


def to_python(text: str) -> str:
    r"""Return the text of a cell as plain Python, which compiles unless the learner's own doesn't.

    A cell in another language is empty.

    >>> to_python("%matplotlib inline\nx = 5 % 3\nx?")
    'pass\nx = 5 % 3\npass'
    >>> to_python("%%time\nx = !ls"), to_python("%%bash\nls")
    ('\nx = None', '')
    """
    if not SUSPECT.search(text) or parsed(text):
        return text
    text = dedent(text)
    if text.lstrip().startswith(">>>"):
        text = PROMPT.sub("", text)
    wrappers = WRAPPERS.match(text)
    body = text[wrappers.end() :] if wrappers else text
    if FOREIGN.match(body):
        return ""
    above = "\n" * (text.count("\n") - body.count("\n"))
    return above + "\n".join(_plain_lines(body.split("\n")))


def _plain_lines(lines: list[str]) -> Iterator[str]:
    """Rewrite the lines that begin a statement; those inside strings and brackets stay."""
    depth, quote = 0, ""
    for line in lines:
        if quote == "dropped":
            yield ""
            quote = "dropped" if line.endswith("\\") else ""
            continue
        changed = line if depth or quote else _plain_line(line)
        yield changed
        depth, quote = _inside(changed, depth, quote)
        if changed != line and line.endswith("\\") and not quote:
            quote = "dropped"


def _plain_line(line: str) -> str:
    if timed := TIMED.match(line):
        return "".join(timed.groups())
    if assigned := ASSIGNED.match(line):
        return f"{assigned[1]} None"
    if command := COMMAND.match(line) or HELP.match(line):
        return f"{command[1]}pass"
    return line


def _inside(line: str, depth: int, quote: str) -> tuple[int, str]:
    """Return how many brackets are open after the line, and what else goes on: a string, or \\."""
    quote = "" if quote == "\\" else quote
    for mark in MARK.findall(line):
        if quote:
            quote = "" if mark == quote else quote
        elif mark == "#":
            return depth, ""
        elif mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
        elif not mark.startswith("\\") or mark == "\\":
            quote = mark
    return depth, quote
