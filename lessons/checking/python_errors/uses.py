"""How a thing is used: called, taken apart, counted through, looked into; and what it isn't."""

from lessons.checking.python_errors.case import Case
from lessons.exercises.order import FUNCTIONS, QUANTITIES

SINGLE = r"'?(?:float|int|bool|numpy\.(?:float|int)\d+)'?"
NUMBER = rf"(?:{SINGLE}|'?(?:numpy\.)?(?:ndarray|Tensor)'?)"
# After one of these a bracket is meant as a call; after a quantity of the lecture, as a product.
CALLED = "|".join(
    ["print|sum|max|min|abs|round|range|len|pow|loss", *sorted({*FUNCTIONS} - QUANTITIES)]
)
# Both a function and a number of the lecture: with two things in its bracket it is called.
EITHER = "|".join(sorted({*FUNCTIONS} & QUANTITIES))
FACTOR = "|".join([*sorted(QUANTITIES), r"\d+"])

USES = (
    Case(
        "'float' object is not callable",
        "math.e is a number",
        "Python said: {detail}. math.e is the number 2.718…, and a bracket after a number calls "
        "nothing.",
        "A power of e is a function of math: math.exp.",
        line=r".*\bmath\.e\s*\(",
    ),
    Case(
        rf"{NUMBER} object is not callable",
        "A * is missing before a bracket",
        "Python said: {detail}. A bracket after a name calls a function.",
        "Write * between two things that you multiply.",
        line=rf"(?!.*\b(?:(?:{CALLED})\s*\(|(?:{EITHER})\s*\([^()]*,))"
        rf".*(?:\b(?:{FACTOR})|\))\s*\(",
    ),
    Case(
        rf"{NUMBER} object is not callable",
        "A bracket after what is no function",
        "Python said: {detail}. A bracket after a name calls a function, but here a number or an "
        "array stands before it.",
        "Do you multiply there? Then write * before the bracket. Or does a number have the name "
        "of your function? Then give the number another name.",
    ),
    Case(
        "'module' object is not callable",
        "A module is called like a function",
        "Python said: {detail}. A module only holds functions.",
        "Write its name, a point, and then the function, such as math.exp.",
    ),
    Case(
        r"'(?P<word>[\w.]+)' object is not callable",
        "That can't be called",
        "Python said: {detail}. A bracket after a thing calls it, and only a function can be "
        "called.",
        "Is a comma or a * missing before the bracket? One item out of a list takes square "
        "brackets.",
    ),
    Case(
        "too many values to unpack|not enough values to unpack",
        "The number of names doesn't fit",
        "Python said: {detail}. There must be one name for each thing that is handed out.",
        "Count the names before the =, and print what stands after it.",
        line=r"(?!\s*for\b)[^=]*,[^=]*=",
    ),
    Case(
        "too many values to unpack|not enough values to unpack",
        "The number of names doesn't fit",
        "Python said: {detail}. There must be one name for each thing that is handed out.",
        "Count the names, and print what is handed out to them.",
    ),
    Case(
        rf"cannot unpack non-iterable {NUMBER}",
        "The number of names doesn't fit",
        "Python said: {detail}. One number can't be taken apart into several names.",
        "Does a single number stand there? Then it takes a single name.",
    ),
    Case(
        "cannot unpack non-iterable|iteration over a 0-d",
        "The number of names doesn't fit",
        "Python said: {detail}. A single thing can't be taken apart into several names.",
        "A single thing takes a single name.",
        line=r"(?!\s*for\b)[^=]*,[^=]*=",
    ),
    Case(
        rf"{NUMBER} object is not iterable|iteration over a 0-d",
        "A number can't be counted through",
        "Python said: {detail}.",
        "A loop needs range(...) around its number of turns.",
        line=r".*\bfor\b",
    ),
    Case(
        rf"{NUMBER} object is not iterable",
        "A list takes one number with append",
        "Python said: {detail}. += puts the things of another list behind those of this one.",
        "Use append for a single number.",
        line=r"\w+\s*\+=",
    ),
    Case(
        "is not iterable|iteration over a 0-d|cannot unpack non-iterable",
        "Several things are needed, and there is one",
        "Python said: {detail}. It wanted to go through several things one by one.",
        "Print what stands there. sum, max and min take a list of numbers.",
    ),
    Case(
        "'tuple' object does not support item",
        "A tuple can't be changed",
        "Python said: {detail}. Numbers in round brackets make a tuple, which stays as it is.",
        "Make a list, with square brackets, or give each number a name of its own.",
    ),
    Case(
        rf"{SINGLE} object (?:is not subscriptable|does not support item)|invalid index to scalar",
        "A single number has no places",
        "Python said: {detail}. Square brackets take one item out of several, and here a single "
        "number stands before them.",
        "Leave the square brackets out. Or was there a list before? Then look where its name "
        "became a number.",
    ),
    Case(
        "'(?:function|builtin_function_or_method|method|type|numpy.ufunc)' object "
        "(?:is not subscriptable|does not support item)",
        "Square brackets after a function",
        "Python said: {detail}. A function is called with round brackets.",
        "Write round brackets there.",
    ),
    Case(
        "(?:is not subscriptable|does not support item)",
        "Square brackets don't fit there",
        "Python said: {detail}.",
        "Print what stands before the square brackets. Is it what you expect?",
    ),
    Case(
        "indices must be|only integers, slices|as an integer|converted to a scalar index",
        "A whole number is needed",
        "Python said: {detail}. Places in a list and turns of a loop are counted: 0, 1, 2.",
        "Which number in the brackets isn't whole, or no number at all? Print it.",
    ),
    Case(
        "unexpected keyword argument|invalid keyword|no keyword arguments|multiple values for",
        "A name in the brackets doesn't fit",
        "Python said: {detail}. name=... in a call must be a name of the function's first line.",
        "Write the numbers alone, in the order of that line.",
    ),
    Case(
        "^TypeError: .*(?:missing|takes|expected) .*argument",
        "The number of arguments doesn't fit",
        "Python said: {detail}.",
        "Count what stands between the brackets where you call the function.",
    ),
    Case(
        "has no len",
        "A single thing has no length",
        "Python said: {detail}. len counts the things in a list.",
        "Print what stands in the brackets of len. Should it be a list?",
    ),
)
