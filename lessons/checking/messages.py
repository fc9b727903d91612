"""Calm sentences for answers that could not be compared at all."""

import re

from lessons.answers.convert import Trouble
from lessons.checking.python_errors import ERRORS, Words
from lessons.exercises import Exercise

TROUBLES: dict[str, Words] = {
    "blank": (
        "Not started yet",
        "{name} is still blank.",
        "Replace the three dots with your own lines, run that cell, then run this one again.",
    ),
    "none": (
        "There is nothing in it",
        "{name} holds None, which is no number.",
        "Write the number itself after the =. print shows a number and gives nothing back.",
    ),
    "comma": (
        "A point, not a comma",
        "Python reads a comma as the end of a number: your answer has {detail} numbers.",
        "Write a point inside a number, such as 0.5, and a comma only between two numbers.",
    ),
    "quoted": (
        "Take the quotes away",
        "Your answer is the text {detail}. With quotes, Python sees letters, not a number.",
        "Write the number without quotes.",
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
        "This is no function any more",
        "The check got {detail}, and it needs the function {name}.",
        "Run the cell with def {name} again, and hand the function over without brackets.",
    ),
    "count": (
        "Not the right number of values",
        "Your answer has {detail} values.",
        "Give these, in this order, with commas between: {outputs}",
    ),
    "missing": (
        "A name is missing",
        "Your dict has no {detail}.",
        "It needs these names: {outputs}",
    ),
    "type": (
        "That is not a number",
        "What came back can't be used: {detail}.",
        "Use plain numbers: {outputs}",
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
        "Copy the first line of the function as it stood in the notebook.",
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
    "by-heart": (
        "Right for the lesson's numbers only",
        "With other numbers the answer is wrong.",
        "Write the formula itself, so that {signature} is right whatever comes in.",
    ),
    "memory": (
        "Stopped: this needs too much memory",
        "Your code asked for more memory than there is for one answer, so it was stopped.",
        "Does a list grow in a loop that never ends? Check its condition.",
    ),
    "ended": (
        "Python was shut down",
        "While this ran, Python itself came to an end, so there is no answer.",
        "Take out whatever ends Python, such as exit(), quit() or os._exit().",
    ),
    "garbled": (
        "The answer can't be read",
        "What came back is nothing that numbers could be read from.",
        "Return plain numbers: {outputs}",
    ),
    "given-up": (
        "Not reached",
        "Other cells of the notebook took so long that no time was left for this one.",
        "Mend the cells that never end. Then hand in again.",
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


def explain(trouble: Trouble, exercise: Exercise) -> Words:
    """Return the title, what happened and what to try.

    >>> from lessons.exercises import EXERCISES
    >>> explain(Trouble("blank"), EXERCISES["loss"])[1]
    'loss is still blank.'
    """
    words = TROUBLES.get(trouble.kind)
    if words is None:
        words = next(words for sign, words in ERRORS.items() if re.search(sign, trouble.detail))
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
