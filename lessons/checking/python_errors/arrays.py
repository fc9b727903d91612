"""Arrays of NumPy or torch that don't fit, and lists."""

from lessons.checking.python_errors.case import Case

SHAPES = "Print .shape of both. "

ARRAYS = (
    Case(
        r"shapes \((?P<one>\d+),\) (?:and )?\((?P<other>\d+),\)",
        "Two arrays of different lengths",
        "One array has {one} numbers in it, the other {other}. NumPy doesn't know what to do "
        "with those left over.",
        "Print both arrays. Which of them has a number too many, or too few?",
    ),
    Case(
        r"shapes \((?P<rows>\d+),(?P<columns>\d+)\) and \((?P=rows),(?P=columns)\) not aligned",
        "The shapes don't fit for this product",
        "Both arrays have the shape ({rows}, {columns}). A row of the left one and a column of "
        "the right one must be equally long.",
        "Transpose one of the two, with .T after its name.",
    ),
    Case(
        r"not aligned|mismatch in its core dimension|mat\w* and \w+ shapes|"
        r"inconsistent tensor size|tensors expected|size mismatch",
        "The shapes don't fit for this product",
        "Python said: {detail}. A row of the left array and a column of the right one must be "
        "equally long.",
        SHAPES + "Two columns? Then transpose one of the two, with .T after its name. Different "
        "lengths? Then one has a number too many.",
    ),
    Case(
        r"does not have enough dimensions|operand type\(s\) for @",
        "A matrix product of a single number",
        "Python said: {detail}. A matrix product takes two arrays.",
        "Between single numbers write *. For a matrix product, put the numbers into arrays.",
    ),
    Case(
        "could not be broadcast|broadcastable|must match the size of tensor",
        "The shapes of two arrays don't fit",
        "Python said: {detail}. Where two arrays meet number by number, their shapes must agree.",
        SHAPES + "Does one lie and the other stand, or has one a number too many?",
    ),
    Case(
        "could not broadcast|cannot reshape|is invalid for input of size|inhomogeneous|"
        "setting an array element with a sequence|dimensions .*must match",
        "These numbers don't fit into that array",
        "Python said: {detail}.",
        "Count the numbers: each row of an array has equally many.",
    ),
    Case(
        r"AxisError|axis \d+ is out of bounds|Dimension out of range|too many indices",
        "An array has fewer directions",
        "Python said: {detail}. An array made of one list has one direction, number 0.",
        "Print .shape of the array: it has one entry for each direction.",
    ),
    Case(
        "truth value of|Boolean value of Tensor",
        "Several numbers in a yes-or-no question",
        "Python said: {detail}. An if, and, or or while needs one yes or no, and several "
        "numbers give several.",
        "Ask about one number at a time. Do you need the question at all?",
    ),
    Case(
        "length-1 array|size-1 array|0-dimensional array|array of size 1|converted to Scalar|"
        "one element tensors",
        "An array where one number is needed",
        "Python said: {detail}. float() and the functions of math take one single number.",
        "Take one number out of the array, or use the functions of NumPy, such as np.exp.",
    ),
    Case(
        r"Cannot interpret '.*' as a data type|array\(\) takes .* positional",
        "np.array takes one list",
        "Python said: {detail}.",
        "Put square brackets around the numbers: np.array([1, 2]).",
        line=r".*\barray\(",
    ),
    Case(
        "return arrays must be of ArrayType|Cannot interpret '.*' as a data type",
        "One number too many in the brackets",
        "Python said: {detail}. NumPy takes what stands second in these brackets for something "
        "else than a number.",
        "Look up what stands in the brackets of that function. Several numbers go into one list.",
    ),
    Case(
        "must be Tensor, not",
        "torch needs a tensor",
        "Python said: {detail}.",
        "Make a tensor of it with torch.tensor(...). For single numbers math is enough.",
    ),
    Case(
        "pop from empty|empty (?:sequence|list|range)|iterable argument is empty",
        "There is nothing in it",
        "Python said: {detail}.",
        "Print it just before. Did the loop that should fill it run at all?",
    ),
    Case(
        "^IndexError: list assignment",
        "That place isn't there yet",
        "Python said: {detail}. A list has only the places that something was put into.",
        "append puts a new thing at the end of a list.",
    ),
    Case(
        "^IndexError: .*(?:out of range|out of bounds)",
        "There is no such place",
        "Python said: {detail}. Places are counted from 0: of two things the last has place 1.",
        "Print the number in the square brackets, and len(...) of what stands before them.",
    ),
    Case(
        "^KeyError",
        "There is nothing of that name in it",
        "Python said: {detail}. What stands in the square brackets isn't among its names.",
        "Print it, and compare the names letter by letter.",
    ),
)
