"""What stops a function whatever it works out, and what is said where nothing else is known."""

from lessons.checking.python_errors.case import Case

STOPS = (
    Case(
        "NoneType",
        "Something on the way is still empty",
        "Python said: {detail}. None means: nothing came back.",
        "Which function do you call? Perhaps it is still blank, lacks its return, or is one such "
        "as append and print, which give nothing back.",
    ),
    Case(
        "'ellipsis'|not ellipsis",
        "Three dots are still there",
        "Python said: {detail}. The three dots are a gap, not a number.",
        "Look for ... in your lines, and write in what belongs there.",
    ),
    Case(
        "^SystemExit",
        "The function ended the whole program",
        "exit(), quit() and SystemExit end Python itself, not only your function.",
        "End your function with return.",
    ),
    Case(
        "^AssertionError",
        "A line with assert was not true",
        "Python said: {detail}. assert stops a function unless what stands after it is true.",
        "Print what stands after assert. Which part of it isn't as you thought?",
    ),
    Case(
        r"^(?P<kind>\w+)",
        "A line with raise stopped it",
        "Python said: {detail}. raise stops whatever runs.",
        "Find out why that line was reached. Do you need it at all?",
        line=r".*\braise\s+(?P=kind)\b",
    ),
    Case(
        "^RecursionError",
        "The function calls itself for ever",
        "Your function calls a function with its own name, or one that calls it, again and again.",
        "Use the formula, or a name that means something else.",
    ),
)
LAST = (
    Case(
        "",
        "Python stopped with an error",
        "Python said: {detail}.",
        "Look at the line shown here. Work it through with the numbers of the example.",
        line=".",
    ),
    Case(
        "",
        "Python stopped with an error",
        "Python said: {detail}.",
        "Work your lines through, one by one, with the numbers of the example.",
    ),
)
