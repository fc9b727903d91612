"""From a submission to its grades. Whatever is right is known here, and nowhere beside the answers.

The learner's code runs in a sandbox that only ever gets inputs. The verdicts come from the very
diagnosis that the notebook's own check uses, so a tick there is a point here.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from hashlib import sha256
from time import monotonic

from lessons.answers.outcome import Trouble
from lessons.checking.verdict import in_trouble
from lessons.classroom.grading.job import Grader
from lessons.classroom.grading.lesson import Attempt, LessonGrader
from lessons.classroom.grading.locate import answered_by, lessons_in, under_their_names
from lessons.classroom.grading.provided import provided_to
from lessons.classroom.grading.session import Session
from lessons.classroom.models import Grade, Graded, Submission
from lessons.classroom.sandbox.sandbox import Sandbox, open_sandbox
from lessons.classroom.submissions.notebooks import RefusedError, read_cells
from lessons.exercises import EXERCISES, Exercise


@contextmanager
def open_grader(sandbox: str | Sandbox, lessons: Collection[str] = ()) -> Iterator[Grader]:
    """Yield what grades a submission, with a seed, in one that was tried or of this kind.

    SandboxError says why there is none of this kind.
    """
    tried = open_sandbox(sandbox) if isinstance(sandbox, str) else nullcontext(sandbox)
    with tried as opened:
        yield lambda submission, seed: grade(submission, seed, opened, lessons)


def grade(
    submission: Submission, seed: int, sandbox: Sandbox, lessons: Collection[str] = ()
) -> Graded:
    """Return the grades of one learner, for every exercise of the lessons that were handed in.

    With `lessons`, for exactly those. Each lesson of each file gets a fresh sandbox. The seed
    and the submission decide on the hidden inputs: the same two give the same grades.
    """
    start = monotonic()
    end = start + sandbox.limits.submission_seconds
    notes = list(submission.notes)
    attempts: dict[str, Attempt] = {}
    handed_in: set[str] = set()
    for source in submission.sources:
        if monotonic() >= end:
            notes.append(f"{source.name}: not read, the files before it used up all the time.")
            continue
        try:
            cells = {cell: answered_by(cell) for cell in under_their_names(read_cells(source))}
        except RefusedError as refused:
            notes.append(str(refused))
            continue
        answers = set[str]().union(*cells.values())
        if not lessons_in(answers):
            notes.append(f"{source.name}: no cell answers an exercise that is graded here.")
        for lesson in lessons_in(answers, lessons):
            handed_in.add(lesson)
            with Session(sandbox, provided_to(lesson), end) as session:
                grader = LessonGrader(session, lesson, f"{seed} {submission.digest}")
                _merge(attempts, grader.attempts(cells))
            notes += grader.notes
    missing = [lesson for lesson in dict.fromkeys(lessons) if lesson not in handed_in]
    notes += [f"What was handed in answers no exercise of {lesson}." for lesson in missing]
    wanted = handed_in.union(lessons)
    grades = [_grade(e, attempts.get(name)) for name, e in EXERCISES.items() if e.lesson in wanted]
    seconds = round(monotonic() - start, 3)
    kept = tuple(dict.fromkeys(notes))
    return Graded(submission.learner, submission.digest, seed, tuple(grades), kept, seconds)


def _merge(attempts: dict[str, Attempt], more: dict[str, Attempt]) -> None:
    """Let the attempts of a later file count, but for blank ones."""
    for name, attempt in more.items():
        if attempt.counts or name not in attempts:
            attempts[name] = attempt


def _grade(exercise: Exercise, attempt: Attempt | None) -> Grade:
    if attempt is None:
        return Grade(exercise.name, 0.0, exercise.points, in_trouble(exercise, Trouble("blank")))
    points = round(exercise.points * attempt.share, 2)
    print_of_it = sha256("".join(attempt.cell.text.split()).encode("utf-8", "replace"))
    fingerprint = print_of_it.hexdigest()[:16]
    return Grade(exercise.name, points, exercise.points, attempt.verdict, fingerprint)
