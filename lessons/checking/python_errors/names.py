"""Names that Python doesn't know: misspelled, not imported, not there yet."""

from lessons.checking.python_errors.case import Case
from lessons.exercises.order import FUNCTIONS

OWN = "|".join(FUNCTIONS)
OF_MATH = "exp|expm1|sqrt|pow|sin|cos|tan|tanh|pi|inf|nan|fabs|fsum"
MODULES = "math|numpy|np|torch|pandas|pd|random|scipy"
NAME = r"^NameError: name '(?P<word>{})' is"
SPELLING = "Every letter counts, and a capital one is another letter."

NAMES = (
    Case(
        NAME.format(OWN),
        "Your own {word} isn't there",
        "{word} is called here, and Python doesn't have it: either its cell hasn't run, or Python "
        "couldn't read it.",
        "Go to the cell of {word}, run it, and see what Python says. Then come back.",
        line=r".*\b(?P=word)\s*\(",
    ),
    Case(
        NAME.format(r"(?:[xwb][12]?){2,}|(?=\w*\d)(?:[xw][12]|alpha|d[wab][12]?|dz|[abyzwx]){2,}"),
        "A sign is missing between two names",
        "Python said: {detail}. It read them as one long name.",
        "In Python a product needs its *, such as 2 * 3.",
    ),
    Case(
        NAME.format(f"(?:math|numpy|np)_?(?:{OF_MATH}|log\\w*|e)"),
        "A point is missing after a module",
        "Python said: {detail}. Between a module and its function stands a point.",
        "Write the module, a point, and the function, such as math.exp.",
    ),
    Case(
        NAME.format(MODULES),
        "Python doesn't know {word} here",
        "Python said: {detail}. A module is there only after its import.",
        "Run the cell that imports {word}. If there is none, write one above this cell.",
    ),
    Case(
        NAME.format("log|log2|log10|log1p"),
        "{word} needs its module",
        "Python said: {detail}. Its log belongs to a module.",
        "Names from math need their prefix, such as math.log.",
        line=r".*\b(?P=word)\b",
    ),
    Case(
        NAME.format("ln"),
        "ln has another name",
        "Python said: {detail}. In Python the natural log is called log.",
        "Names from math need their prefix, such as math.log.",
        line=r".*\bln\b",
    ),
    Case(
        NAME.format(OF_MATH),
        "{word} needs its module",
        "Python said: {detail}. That name belongs to a module, such as math.",
        "Names from math need their prefix, such as math.pi.",
    ),
    Case(
        NAME.format("ŷ|[ya]_?hat"),
        "ŷ has another name here",
        "Python said: {detail}. In this course the prediction ŷ is called a.",
        "Write the letter a in its place.",
    ),
    Case(
        NAME.format("e"),
        "e has no name of its own",
        "Python said: {detail}. Python keeps the number e in the module math.",
        "A power of e is a function of math: math.exp.",
    ),
    Case(
        r"^NameError: name '(?P<word>\w+)' is .*Did you mean: '(?P<near>\w+)'",
        "Python doesn't know a name",
        "Python said: {detail}. A name that comes near it is {near}.",
        "Did you mean {near}? " + SPELLING,
    ),
    Case(
        r"^UnboundLocalError.* '(?P<word>\w+)'",
        "A result has the name of its function",
        "Python said: {detail}. Inside your function {word} is the name of a number, so it can't "
        "be called there.",
        "Give the number another name, or write the formula here instead of calling {word}.",
        line=r".*\b(?P=word)\s*\(",
    ),
    Case(
        "^UnboundLocalError|cannot access free variable",
        "A name is used before it has a value",
        "Python said: {detail}. A name that gets a value inside a function belongs to that "
        "function alone, even if there is one of the same name outside.",
        "Is a line above the one that it needs? Then move it down. Or does the name get its value "
        "only inside an if or a loop? Then give it one before.",
    ),
    Case(
        "^NameError",
        "Python doesn't know a name",
        "Python said: {detail}.",
        "Where does it get its value: in the first line of a function, in a line above, or in a "
        "cell above? Spell it as there. If nowhere, it needs one first.",
    ),
    Case(
        "^ModuleNotFoundError: No module named '(?P<word>[^']+)'.*Did you mean: '(?P<near>\\w+)'",
        "There is no module {word}",
        "Python said: {detail}. A module that comes near it is {near}.",
        "Did you mean {near}?",
    ),
    Case(
        "^ModuleNotFoundError: No module named '(?P<word>[^']+)'",
        "The module {word} is missing here",
        "Python said: {detail}. A module can be there on one computer and missing on another.",
        "Do without {word}: for these functions math is enough.",
    ),
    Case(
        "^ImportError: cannot import name '(?P<word>[^']+)'",
        "A module has no {word}",
        "Python said: {detail}.",
        "Is the name spelled right? What you wrote yourself needs no import.",
    ),
    Case(
        "partially initialized module|consider renaming",
        "Two files have one name",
        "Python said: {detail}. A file of yours has the name of a module, so Python takes yours.",
        "Give your file another name, and start the kernel again.",
    ),
    Case(
        f"^AttributeError: module '(?P<module>[^']+)' has no attribute '(?P<word>{OWN})'",
        "{word} is your own function",
        "Python said: {detail}. It looked for {word} in the module {module}.",
        "Call your own function without a prefix.",
    ),
    Case(
        "^AttributeError: module '[^']+' has no attribute 'ln'",
        "ln has another name",
        "Python said: {detail}. In Python the natural log is called log.",
        "Write log instead of ln.",
        line=r".*\bln\b",
    ),
    Case(
        "^AttributeError: module '(?P<module>[^']+)' has no attribute '(?P<word>[^']+)'",
        "{module} has no {word}",
        "Python said: {detail}.",
        "Is the name after the point spelled right? It may belong to another module.",
    ),
    Case(
        r"^AttributeError: '[\w.]+' object has no attribute '(?P<word>\w+)'",
        "{module} is no module any more",
        "Python said: {detail}. Something else was put into the name {module}.",
        "Find the line that gives {module} another meaning, and take another name there. Then run "
        "the cell with the import again.",
        line=r".*\b(?P<module>math|np|numpy)\.(?P=word)\b",
    ),
    Case(
        r"^AttributeError: '(?:float|int|numpy\.float\d+)' object has no attribute '(?P<word>\w+)'",
        "A single number has no {word}",
        "Python said: {detail}. A point after a name asks what that thing can do, and here it is "
        "a single number.",
        "A function comes first, and its number in the brackets. What only arrays have, such as "
        ".T, a number doesn't need.",
    ),
    Case(
        "^AttributeError: .*no attribute '(?P<word>[^']+)'",
        "There is no {word} in it",
        "Python said: {detail}. A point after a name asks what that thing can do.",
        "Is the name after the point spelled right? print(type(...)) shows what kind of thing "
        "stands before it.",
    ),
)
