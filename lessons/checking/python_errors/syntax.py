"""Cells that Python can't read at all."""

from lessons.checking.python_errors.case import Case

RETURN = "(?i:return|retrun|retunr|reutrn|retun|retur|retrn|ruturn|returns)"

SYNTAX = (
    Case(
        "^(?:IndentationError|TabError)",
        "The lines don't stand in line",
        "Python said: {detail}. How far a line is moved in tells Python what it belongs to.",
        "Move all lines of a function in by four spaces, and those of a loop by four more.",
    ),
    Case(
        rf"^(?:SyntaxError|NameError: name '{RETURN}' is)",
        "return is misspelled",
        "Python said: {detail}. Python's own word is return, all in small letters.",
        "Write return there, and a space after it.",
        line=rf"(?!return\b){RETURN}\b",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        "return takes no =",
        "Python said: {detail}. return hands over what stands after it, without giving it a name.",
        "First a line that gives the name its value; below it a line with return and that name.",
        line=r"return\s*\w*\s*[-+*/]?=(?!=)",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        "Three dots are still there",
        "Python said: {detail}. An answer stands in the place of the three dots, not beside them.",
        "Delete the dots, and write your answer there.",
        line=r".*\.\.\.",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        ":= belongs to the formulas",
        "Python said: {detail}. The formulas write := where a name gets a new value.",
        "In Python write = there.",
        line=r"\w+\s*:=",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        "Nothing stands after the =",
        "Python said: {detail}. Nothing stands after the =.",
        "Write your answer there.",
        line=r"\w+\s*=\s*$",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        "A percent sign makes no number",
        "Python said: {detail}. In Python % is another sign.",
        "Write the share as a number: 50 % is 0.5.",
        line=r".*\d\s*%\s*$",
    ),
    Case(
        "^SyntaxError: invalid syntax",
        "A division is written with /",
        "Python said: {detail}. A colon divides nothing in Python.",
        "Write / instead.",
        line=r".*[\d)]\s+:\s+[\d(]",
    ),
    Case(
        "^SyntaxError: .*Perhaps you forgot a comma",
        "Something is missing between two things",
        "Python said: {detail}. Two things stand next to each other with nothing between them.",
        "Is a * missing there, or a comma, or a pair of brackets?",
    ),
    Case(
        "^SyntaxError: .*Maybe you meant '=='",
        "= where == is meant",
        "Python said: {detail}. An = gives a name its value. == asks whether two things are the "
        "same.",
        "Write == where you ask.",
        line=r"(?:if|elif|while)\b",
    ),
    Case(
        "^SyntaxError: leading zeros",
        "A number begins with 0",
        "Python said: {detail}. No whole number begins with 0.",
        "Is there a comma inside a number? Write a point there, such as 0.05.",
    ),
    Case(
        "^SyntaxError: .*line continuation",
        "A backslash is no sign for formulas",
        "Python said: {detail}. A backslash only breaks a long line in two.",
        "Take it out. A fraction is written with /, and with brackets around what is long.",
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
        "^SyntaxError: incomplete input",
        "Something is still open",
        "Python said: {detail}. At the end of the cell it waited for more.",
        "Count the brackets: each one that opens needs one that closes. And a line that ends with "
        "a colon needs lines below it.",
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
        "Where the cell runs, Python marks a place with ^. Look there and just before it: is a "
        "sign, a comma, a bracket or a colon missing?",
    ),
)
