"""Calm sentences for the errors that Python raises inside a learner's function."""

Words = tuple[str, str, str]

# The first sign that is found in Python's own words decides.
ERRORS: dict[str, Words] = {
    r"not enough values to unpack|too many values to unpack": (
        "The number of names doesn't fit",
        "Python said: {detail}. Left and right of an = stand different numbers of things.",
        "Count what the function on the right returns. It needs one name for each.",
    ),
    r"NameError: name '([xwb][12]?){2,}' is": (
        "A sign is missing between two names",
        "Python said: {detail}. It read them as one long name.",
        "In Python a product needs its *, such as 2 * 3.",
    ),
    "NameError": (
        "Python doesn't know a name",
        "Python said: {detail}.",
        "Is it spelled as in the first line of your function? Names from math need their "
        "prefix, such as math.exp.",
    ),
    "UnboundLocalError": (
        "A name is used before it has a value",
        "Python said: {detail}. A name that gets a value inside a function belongs to that "
        "function alone, even if a function outside has the same name.",
        "Is a line above the one that it needs? Then move it down. Does a function have the same "
        "name? Then write the formula here instead of calling it.",
    ),
    "ZeroDivisionError": (
        "A division by zero",
        "Something you divide by became 0.",
        "Look at what stands below the fraction bar. When can it be 0?",
    ),
    "OverflowError": (
        "A number got too large",
        "Python said: {detail}. Very likely e was raised to a huge power.",
        "Check the sign and the brackets of the exponent.",
    ),
    "ValueError": (
        "A function was asked for the impossible",
        "Python said: {detail}. The log exists only for numbers above 0.",
        "Which number goes into the log? A prediction must lie between 0 and 1.",
    ),
    r"for \^": (
        "^ is no power in Python",
        "Python said: {detail}.",
        "A power is written with two stars, such as 3 ** 2. For e there is math.exp.",
    ),
    "'(float|int)' object is not callable": (
        "A * is missing before a bracket",
        "Python said: {detail}. A bracket after a name calls a function.",
        "Write * between two things that you multiply.",
    ),
    "'(float|int)' object is not iterable": (
        "A number can't be counted through",
        "Python said: {detail}.",
        "A loop needs range(...) around its number of turns.",
    ),
    r"\btuple\b": (
        "Two numbers where one is needed",
        "Python said: {detail}. A function that returns two numbers gives both at once.",
        "Take them apart with two names on the left of the =, one for each number.",
    ),
    "NoneType": (
        "Something on the way is still empty",
        "Python said: {detail}. None means: nothing came back.",
        "Which function do you call? Perhaps it is still blank, or lacks its return.",
    ),
    "missing .* argument|takes .* argument": (
        "The number of arguments doesn't fit",
        "Python said: {detail}.",
        "Count what stands between the brackets where you call the function.",
    ),
    "TypeError": (
        "The pieces don't fit together",
        "Python said: {detail}.",
        "Look at the line shown here. Is everything in it a number?",
    ),
    "RecursionError": (
        "The function calls itself for ever",
        "Your function calls a function with its own name, again and again.",
        "Use the formula, or a name that means something else.",
    ),
    "SystemExit": (
        "The function ended the whole program",
        "Your function called exit() or quit().",
        "End it with return.",
    ),
    "SyntaxError|IndentationError|TabError": (
        "Python can't read this cell",
        "Python said: {detail}.",
        "Run the cell in your notebook: Python marks the place. Is a bracket or colon missing?",
    ),
    "": (
        "Python stopped with an error",
        "Python said: {detail}.",
        "Look at the line shown here. Work it through with the numbers of the example.",
    ),
}
