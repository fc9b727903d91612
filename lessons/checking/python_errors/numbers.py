"""Numbers that a function or an operation has no answer for."""

from lessons.checking.python_errors.case import Case, only

FAMILIES = (
    *("log(?:2|10)?|ln", "log1p", "i?sqrt", "asin|acos|arcsin|arccos", "atanh", "pow", "fmod"),
    "acosh|gamma|lgamma|remainder|sin|cos|tan",
)
LOG, LOG1P, ROOT, ARC, ATANH, POW, FMOD = (only(name, *FAMILIES) for name in FAMILIES[:-1])
DOMAIN = "^ValueError: (?:math domain error|expected (?:a|argument) )"

NUMBERS = (
    Case(
        "^ValueError: (?:expected a nonnegative input|isqrt)",
        "A root of a negative number",
        "Python said: {detail}. A root exists only for numbers that are not below 0.",
        "Which number goes into the root? Print it, and find out why it is negative.",
    ),
    Case(
        DOMAIN,
        "A root of a negative number",
        "Python said: {detail}. A root exists only for numbers that are not below 0.",
        "Which number goes into the root? Print it, and find out why it is negative.",
        line=ROOT,
    ),
    Case(
        DOMAIN,
        "A log of a number that has none",
        "Python said: {detail}. The log exists only for numbers above 0.",
        "Which number goes into the log? A prediction must lie between 0 and 1.",
        line=LOG,
    ),
    Case(
        DOMAIN,
        "A log of a number that has none",
        "Python said: {detail}. log1p adds 1 first, and then takes the log, which exists only "
        "for numbers above 0.",
        "Which number goes into log1p? It must lie above −1.",
        line=LOG1P,
    ),
    Case(
        DOMAIN,
        "A number outside −1 to 1",
        "Python said: {detail}. This function takes only numbers from −1 to 1.",
        "Which number goes into it? Print it.",
        line=ARC,
    ),
    Case(
        DOMAIN,
        "A number outside −1 to 1",
        "Python said: {detail}. atanh takes only numbers between −1 and 1.",
        "Which number goes into atanh? Print it.",
        line=ATANH,
    ),
    Case(
        DOMAIN,
        "A power that doesn't exist",
        "Python said: {detail}. A negative number has no fractional power, and 0 has no "
        "negative one.",
        "Which two numbers go into pow? Print them.",
        line=POW,
    ),
    Case(
        DOMAIN,
        "A remainder that doesn't exist",
        "Python said: {detail}. fmod divides, and not every division leaves a remainder.",
        "Which two numbers go into fmod? Is the second one 0?",
        line=FMOD,
    ),
    Case(
        DOMAIN,
        "A function was asked for the impossible",
        "Python said: {detail}. A function of math got a number that it has no answer for.",
        "Print the numbers that go into the functions you call. Does one of them surprise you?",
    ),
    Case(
        "^ValueError: (?P<word>a) must be between 0 and 1",
        "{word} is no prediction",
        "Python said: {detail}. A prediction lies between 0 and 1.",
        "Which of your numbers went in as {word}? Print them just before that line.",
    ),
    Case(
        "^ZeroDivisionError: .*negative power",
        "A negative power of 0",
        "Python said: {detail}. A negative power divides, and nothing can be divided by 0.",
        "Which number stands before the **? When can it be 0?",
    ),
    Case(
        "^ZeroDivisionError",
        "A division by zero",
        "Something you divide by became 0.",
        "Look at what stands below the fraction bar. When can it be 0?",
        line=r"[^%]*/[^%]*$",
    ),
    Case(
        "^ZeroDivisionError",
        "A division by zero",
        "Something was divided by 0: Python said: {detail}.",
        "Print the numbers on the way. Which of them is 0, and should it be?",
    ),
    Case(
        r"^OverflowError: math range error",
        "A number got too large",
        "Python said: {detail}. e was raised to a huge power.",
        "Check the sign and the brackets of the exponent.",
        line=only("exp|expm1", "cosh|sinh|pow|ldexp|gamma|fsum|dist|prod|hypot"),
    ),
    Case(
        r"^OverflowError: \(34, ",
        "A power got too large",
        "Python said: {detail}. A number was raised to a huge power.",
        "Check the sign and the brackets of what stands after the **.",
        line=r".*\*\*",
    ),
    Case(
        "^OverflowError: cannot convert float infinity|ValueError: cannot convert float NaN",
        "No whole number comes out of it",
        "Python said: {detail}. Somewhere on the way a number became infinite or undefined.",
        "Print the numbers on the way. Which is the first that is inf or nan?",
    ),
    Case(
        "^OverflowError",
        "A number got too large",
        "Python said: {detail}.",
        "Print the numbers on the way. Which is the first that is huge, and should it be?",
    ),
    Case(
        r"not complex|'complex'|complex to float",
        "A complex number slipped in",
        "Python said: {detail}. A negative number to a fractional power becomes complex, too.",
        "Is there a ** in your function? Print what stands before it.",
    ),
)
