"""Each kind of trouble that keeps an answer from being compared: what is said, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lessons.answers.outcome import Kind


Words = tuple[str, str, str]  # the title, what happened, what to try


class Told(NamedTuple):
    """What the learner reads in calm sentences; whether it is a miss, so that help comes closer.

    A trouble may be no miss at all, or none in an answer by hand, where it is a slip in how that is
    written. `note` is for the teacher, about a cell that this stopped.
    """

    title: str
    happened: str
    try_this: str
    no_miss: Literal["", "by hand", "ever"] = ""
    note: str = ""


TROUBLES: dict[Kind, Told] = {
    "blank": Told(
        "Not started yet",
        "{name} is still blank.",
        "Replace the three dots with your own lines, run that cell, then run this one again.",
        no_miss="ever",
    ),
    "none": Told(
        "There is nothing in it",
        "{name} holds None, and None means: nothing.",
        "Write your answer itself after the =. print shows a thing and gives nothing back.",
        no_miss="by hand",
    ),
    "comma": Told(
        "A point, not a comma",
        "Python reads a comma as the end of a number: your answer has {detail} numbers.",
        "Write a point inside a number, such as 0.5, and a comma only between two numbers.",
        no_miss="by hand",
    ),
    "digits": Told(
        "Right so far",
        "The question asks for more digits here: {detail}.",
        "Keep one more digit after the point, then check again.",
        no_miss="by hand",
    ),
    "quoted": Told(
        "Take the quotes away",
        "Your answer is the text {detail}. With quotes, Python sees letters, not a number.",
        "Write the number without quotes.",
        no_miss="by hand",
    ),
    "part-blank": Told(
        "One number is still blank",
        "There is no number for {detail} yet.",
        "Fill it in, run that cell, then run this one again.",
        no_miss="by hand",
    ),
    "nothing": Told(
        "Nothing came back",
        "Your function came to its end and handed nothing over: it returned None.",
        "End it with a line that says return, and what to return. With an if, each way through "
        "needs one.",
    ),
    "printed": Told(
        "Printed, not returned",
        "Your function showed “{detail}” on the screen, but gave nothing back to the caller.",
        "Use return instead of print. print shows a number; return hands it over.",
    ),
    "not-a-function": Told(
        "This is no function any more",
        "The check got {detail}, and it needs the function {name}.",
        "Run the cell with def {name} again, and hand the function over without brackets.",
    ),
    "count": Told(
        "Not the right number of values",
        "Your answer has {detail} values.",
        "Give these, in this order, with commas between: {outputs}",
        no_miss="by hand",
    ),
    "missing": Told(
        "Not every name is there",
        "Your answer has no {detail}.",
        "It needs these names: {outputs}",
        no_miss="by hand",
    ),
    "type": Told(
        "That is not a number",
        "This can't be used: {detail}.",
        "Plain numbers are needed, without quotes or words: {outputs}",
        no_miss="by hand",
    ),
    "generator": Told(
        "yield instead of return",
        "Your function hands its numbers out one by one, and the check needs them all at once.",
        "End it with return, and with these after it: {outputs}",
    ),
    "coroutine": Told(
        "async is not needed here",
        "A function that starts with async def gives back a promise, not a number.",
        "Start it with def alone.",
    ),
    "unreadable": Told(
        "That answer can't be read",
        "Python failed when it looked into your answer, which is {detail}.",
        "Return plain numbers: {outputs}",
    ),
    "parameters": Told(
        "The function takes other numbers",
        "The check calls it as {signature}. But yours takes: {detail}.",
        "Copy the first line of the function as it stood in the notebook.",
    ),
    "shape": Told(
        "One number is needed, not several",
        "In your answer {detail}. For one example each quantity is a single number.",
        "Look at where it gets its value. What belongs together is added up; the rest stays out.",
        no_miss="by hand",
    ),
    "list": Told(
        "A list of losses is needed",
        "Your losses came back as {detail}.",
        "Start with an empty list, and append one loss in each turn of the loop.",
    ),
    "mutated": Told(
        "Your function changed what it was given",
        "One of the arguments was different after the call. The next run would start from there.",
        "Work on new names, and leave the arguments as they are.",
    ),
    "random": Told(
        "The answer changes from call to call",
        "Called twice with the same numbers, your function gave two different answers.",
        "Use only the arguments: no random numbers, and nothing kept from the last call.",
    ),
    "global": Told(
        "A number from outside slipped in",
        "Your function uses {detail} from your notebook, not from its own brackets. With other "
        "numbers it gives the old answer.",
        "Use only what comes in through the brackets: {signature}",
    ),
    "helper": Told(
        "{name} itself is fine",
        "It calls your own {detail}, and {detail} isn't right yet.",
        "Go back to {detail} and check it first. Then run this cell again.",
        no_miss="ever",
    ),
    "too-long": Told(
        "Stopped: this takes too long",
        "Your function was still running after {detail} seconds, so it was stopped.",
        "Does a loop wait for something that never happens? Check its condition. An input() waits, "
        "too: leave it out.",
        note="was stopped, because it never came to an end.",
    ),
    "by-heart": Told(
        "Right for the lesson's numbers only",
        "With other numbers the answer is wrong.",
        "Write the formula itself, so that {signature} is right whatever comes in.",
    ),
    "memory": Told(
        "Stopped: this needs too much memory",
        "Your code asked for more memory than there is for one answer, so it was stopped.",
        "Does a list grow in a loop that never ends? Check its condition.",
        note="was stopped, because it asked for too much memory.",
    ),
    "ended": Told(
        "Python was shut down",
        "While this ran, Python itself came to an end, so there is no answer.",
        "Take out whatever ends Python, such as exit(), quit() or os._exit().",
        note="shut Python down.",
    ),
    "garbled": Told(
        "The answer can't be read",
        "What came back is nothing that numbers could be read from.",
        "Return plain numbers: {outputs}",
        note="sent back what is no answer, and was stopped.",
    ),
    "given-up": Told(
        "Not reached",
        "Other cells of the notebook took so long that no time was left for this one.",
        "Mend the cells that never end. Then hand in again.",
        note="was not run, because the cells before it had used up all the time.",
    ),
    "not-a-choice": Told(
        "That is not one of the answers",
        "You answered {detail}.",
        'Choose one of these: {choices}. Write it with quotes, such as "{example}".',
        no_miss="ever",
    ),
    "not-finite": Told(
        "The result is not a number Python can use",
        "Somewhere on the way a number became infinite or undefined (inf or nan).",
        "Look for a division by zero, or for the log of a number that is not positive.",
    ),
}
