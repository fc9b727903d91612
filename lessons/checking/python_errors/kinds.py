"""Text, a list or a function where a number is needed."""

from lessons.checking.python_errors.case import Case

KINDS = (
    Case(
        r"for \^|bitwise_xor",
        "^ is no power in Python",
        "Python said: {detail}.",
        "A power is written with two stars, such as 3 ** 2. For e there is math.exp.",
    ),
    Case(
        r"^ValueError: (?:could not convert string|invalid literal)|EOFError|StdinNotImpl|\bstdin",
        "A function that asks for input",
        "input() asks somebody at the keyboard. But a check calls your function many times, with "
        "numbers of its own.",
        "Use only what comes in through the brackets of your function.",
        line=r".*\binput\s*\(",
    ),
    Case(
        "^ValueError: (?:could not convert string|invalid literal)",
        "Text where a number is needed",
        "Python said: {detail}. That text can't be turned into a number of this kind.",
        "Take the quotes away: a name without quotes stands for its number.",
    ),
    Case(
        r"^TypeError: .*(?:\bstr\b|numpy\.str_)|dtype\('<U",
        "Text where a number is needed",
        "Python said: {detail}. str means text, such as all that stands in quotes.",
        "Which of your names holds text? Take the quotes or the str(...) away there.",
    ),
    Case(
        "^TypeError: unsupported .*'module'",
        "A module where a number is needed",
        "Python said: {detail}. A module only holds functions.",
        "Write its name, a point, and then the function, such as math.exp. Does a comma stand "
        "there instead of the point?",
    ),
    Case(
        "multiply sequence by non-int",
        "A list or a text can't be multiplied",
        "Python said: {detail}. A sequence is a list, a tuple or a text, and you multiply it by "
        "a number.",
        "Take one number out of the list, or the quotes away from the text.",
    ),
    Case(
        "^TypeError: .*(?:'|not )(?:function|builtin_function_or_method|method|numpy.ufunc)\\b",
        "A function where its result is needed",
        "Python said: {detail}. Without brackets, the name of a function is the function itself.",
        "Call it, with its numbers in brackets. Or do you mean a number of the same name? Then "
        "that number must come in, or get its value in a line above.",
    ),
    Case(
        r"^TypeError: .*\btuple\b",
        "Several numbers where one is needed",
        "Python said: {detail}. A tuple holds several numbers: a function that returns two gives "
        "one, and a comma inside a number makes one, too.",
        "Take it apart, with one name for each number on the left of the =. Inside a number "
        "write a point.",
    ),
    Case(
        r"^TypeError: .*(?:'|not |concatenate )list\b",
        "Square brackets make a list",
        "Python said: {detail}. A list holds several things, and here one number is needed.",
        "Do the square brackets only hold a calculation together? Then write round ones. "
        "Otherwise take one number out of the list.",
        line=r".*(?:[-+*/(=,]|\breturn)\s*\[",
    ),
    Case(
        r"^TypeError: .*(?:'|not |concatenate )(?:list|dict|set|range|generator|map|zip)\b",
        "Several things where one number is needed",
        "Python said: {detail}.",
        "Print the things you work with. Take one number out of each that holds several.",
    ),
    Case(
        "did not contain a loop|does not support argument|not supported for the input types",
        "NumPy can't calculate with that",
        "Python said: {detail}. Something in it is no plain number.",
        "Print what goes in. Is each of them a number, or an array of numbers?",
    ),
    Case(
        "^TypeError",
        "The pieces don't fit together",
        "Python said: {detail}.",
        "Look at the line shown here. Is everything in it a number?",
        line=".",
    ),
    Case(
        "^TypeError",
        "The pieces don't fit together",
        "Python said: {detail}.",
        "Print what your lines work with. Is everything in them a number?",
    ),
)
