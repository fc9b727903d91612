"""Cells that Python can't read at all."""

from lessons.checking.python_errors.case import Case

SYNTAX = (
    Case(
        "^(?:IndentationError|TabError)",
        "The lines don't stand in line",
        "Python said: {detail}. How far a line is moved in tells Python what it belongs to.",
        "Move all lines of a function in by four spaces, and those of a loop by four more.",
    ),
    Case(
        "^SyntaxError: invalid decimal literal",
        "A sign is missing after a number",
        "Python said: {detail}. A number and a letter stand together, with no sign between.",
        "In Python a product needs its *, such as 2 * 3.",
    ),
    Case(
        "^SyntaxError: .*(?:was never closed|unmatched|does not match)",
        "A bracket has no partner",
        "Python said: {detail}.",
        "Count the brackets: each one that opens needs one that closes.",
    ),
    Case(
        "^SyntaxError: unterminated",
        "A text has no end",
        "Python said: {detail}. Text begins with a quote and ends with the same one.",
        "Look for a quote that stands alone. A number needs none at all.",
    ),
    Case(
        "^SyntaxError: expected ':'",
        "A colon is missing",
        "Python said: {detail}.",
        "Lines that begin with def, for, while, if or else end with a colon.",
    ),
    Case(
        "^SyntaxError: .*outside function",
        "A line stands outside its function",
        "Python said: {detail}.",
        "Move the line in by four spaces, so that it belongs to the function above it.",
    ),
    Case(
        "^SyntaxError: .*cannot assign to",
        "The left of the = is no name",
        "Python said: {detail}. An = puts what stands on its right into the name on its left.",
        "Write one name on the left of the =, and the formula on its right.",
    ),
    Case(
        "^SyntaxError",
        "Python can't read this cell",
        "Python said: {detail}.",
        "Run the cell in your notebook: Python marks the place. Is a bracket or colon missing?",
    ),
)
