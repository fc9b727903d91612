"""The exit ticket of lesson 03: find the one wrong line in each of three loops."""

from lessons.exercises.exercise import Exercise

LINES = "123456"


def wrong_line(loop: int, line: str, why: str, hints: tuple[str, str]) -> Exercise:
    """Return the exercise on one loop of six lines: the number of its wrong line, and why."""
    fine = {number: f"Line {number} does what it should. Read on." for number in LINES}
    return Exercise(
        name=f"wrong_line_{loop}",
        lesson="03_update_rule",
        kind="choice",
        task=f"Exit ticket: find the one wrong line of loop {loop}.",
        points=1,
        hints=hints,
        right_choice=line,
        choices=fine | {line: why},
    )


WRONG_LINES = (
    wrong_line(
        1,
        "6",
        "b went uphill. All three parameters follow the same rule: minus α times the slope.",
        ("Read the three updates aloud. Do all three say the same?", "Look at the signs."),
    ),
    wrong_line(
        2,
        "4",
        "w2 and b now use an a that already has the new w1 in it. First all slopes, then "
        "all updates.",
        (
            "All three slopes should come from the same old parameters.",
            "Which line works a out again in the middle of the step?",
        ),
    ),
    wrong_line(
        3,
        "1",
        "a is worked out once, before the loop, so every step uses the same old a.",
        (
            "Which numbers must be worked out afresh after every change of w1, w2, b?",
            "Look at what stands before the loop and should be in it.",
        ),
    ),
)
