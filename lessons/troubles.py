"""Calm sentences for answers that could not be compared at all."""

from lessons.exercises import Exercise
from lessons.outcomes import Trouble

Words = tuple[str, str, str]

TROUBLES: dict[str, Words] = {
    "blank": (
        "Not started yet",
        "{name} is still blank.",
        "Replace the three dots with your own lines, run that cell, then run this one again.",
    ),
    "part-blank": (
        "One number is still blank",
        "There is no number for {detail} yet.",
        "Fill it in, run that cell, then run this one again.",
    ),
    "nothing": (
        "Nothing came back",
        "Your function worked something out and kept it to itself: it returned None.",
        "End it with a line that says return, and what to return.",
    ),
    "printed": (
        "Printed, not returned",
        "Your function showed “{detail}” on the screen, but gave nothing back to the caller.",
        "Use return instead of print. print shows a number; return hands it over.",
    ),
    "not-a-function": (
        "Hand over the function itself",
        "The check got {detail}, and it needs the function.",
        'Write its name without brackets: check("{name}", {name})',
    ),
    "count": (
        "Not the right number of values",
        "Your answer has {detail} values.",
        "Return these, in this order: {outputs}",
    ),
    "missing": (
        "A name is missing",
        "Your dict has no {detail}.",
        "It needs these names: {outputs}",
    ),
    "type": (
        "That is not a number",
        "What came back can't be used: {detail}.",
        "Return plain numbers: {outputs}",
    ),
    "generator": (
        "yield instead of return",
        "Your function hands its numbers out one by one, and the check needs them all at once.",
        "End it with return, and with these after it: {outputs}",
    ),
    "coroutine": (
        "async is not needed here",
        "A function that starts with async def gives back a promise, not a number.",
        "Start it with def alone.",
    ),
    "unreadable": (
        "That answer can't be read",
        "Python failed when it looked into your answer, which is {detail}.",
        "Return plain numbers: {outputs}",
    ),
    "parameters": (
        "The function takes other numbers",
        "The check calls it as {signature}. But yours takes: {detail}.",
        "Take over the first line of the function as it stood in the notebook.",
    ),
    "shape": (
        "One number is needed, not several",
        "In your answer {detail}. For one example each quantity is a single number.",
        "Did you forget to add the terms up?",
    ),
    "list": (
        "A list of losses is needed",
        "Your losses came back as {detail}.",
        "Start with an empty list, and append one loss in each turn of the loop.",
    ),
    "mutated": (
        "Your function changed what it was given",
        "One of the arguments was different after the call. The next run would start from there.",
        "Work on new names, and leave the arguments as they are.",
    ),
    "random": (
        "The answer changes from call to call",
        "Called twice with the same numbers, your function gave two different answers.",
        "Use only the arguments: no random numbers, and nothing kept from the last call.",
    ),
    "global": (
        "A number from outside slipped in",
        "Your function uses {detail} from your notebook, which is not among its arguments. "
        "With other numbers it gives the old answer.",
        "Use only what comes in through the brackets: {signature}",
    ),
    "helper": (
        "{name} itself is fine",
        "It calls your own {detail}, and {detail} isn't right yet.",
        "Go back to {detail} and check it first. Then run this cell again.",
    ),
    "too-long": (
        "Stopped: this takes too long",
        "Your function was still running after {detail} seconds, so it was stopped.",
        "Does a loop wait for something that never happens? Check its condition.",
    ),
    "not-a-choice": (
        "That is not one of the answers",
        "You answered {detail}.",
        'Choose one of these: {choices}. Write it with quotes, such as "{example}".',
    ),
    "not-finite": (
        "The result is not a number Python can use",
        "Somewhere on the way a number became infinite or undefined (inf or nan).",
        "Look for a division by zero, or for the log of a number that is not positive.",
    ),
}

ERRORS: dict[str, Words] = {
    "unpack": (
        "The number of names doesn't fit",
        "Python said: {detail}. Left and right of an = stand different numbers of things.",
        "Count what the function on the right returns. It needs one name for each.",
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
        "Give the number another name, or write the formula instead of calling the function.",
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
    "TypeError": (
        "The pieces don't fit together",
        "Python said: {detail}.",
        "Is one of the numbers still blank? Or does a function stand there without its brackets?",
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
    "": (
        "Python stopped with an error",
        "Python said: {detail}.",
        "Look at the line below. Work it through with the numbers of the example.",
    ),
}


def explain(trouble: Trouble, exercise: Exercise) -> Words:
    """Return the title, what happened and what to try.

    >>> from lessons.exercises import EXERCISES
    >>> explain(Trouble("blank"), EXERCISES["loss"])[1]
    'loss is still blank.'
    """
    words = TROUBLES.get(trouble.kind)
    if words is None:
        words = next(words for sign, words in ERRORS.items() if sign in trouble.detail)
    facts = {
        "name": exercise.name,
        "signature": exercise.signature,
        "detail": trouble.detail.removesuffix(".") or "nothing",
        "outputs": ", ".join(exercise.output_names),
        "choices": ", ".join(exercise.choices),
        "example": next(iter(exercise.choices), ""),
    }
    title, happened, try_this = (text.format(**facts) for text in words)
    return title, happened, try_this
