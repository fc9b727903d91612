"""Answers that look alike: rare ones shared several times, and never the ones everybody gives."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from made_up_class import right_grades

from lessons.checking.verdict import Verdict
from lessons.classroom.models import Grade, Graded, Learner
from lessons.classroom.reports.similarity import FEW, SEVERAL, Alike, Fingerprints
from lessons.exercises import EXERCISES

FUNCTIONS = [name for name, exercise in EXERCISES.items() if exercise.kind == "function"]
OTHERS = [name for name in EXERCISES if name not in FUNCTIONS]
PRINTS = st.lists(st.sampled_from("abcdefghij"), min_size=len(FUNCTIONS), max_size=len(FUNCTIONS))


def answered(key: str, prints: dict[str, str], status: str = "right") -> Graded:
    """A learner whose answers have these fingerprints."""
    grades = [
        Grade(name, 1.0, 1.0, Verdict(name, status), fingerprint)  # type: ignore[arg-type]
        for name, fingerprint in prints.items()
    ]
    return Graded(Learner(key, key), "", 0, tuple(grades))


def groups(learners: list[Graded]) -> list[Alike]:
    fingerprints = Fingerprints()
    for each in learners:
        fingerprints.add(each)
    return fingerprints.groups()


def crowd(size: int, names: list[str]) -> list[Graded]:
    """Learners who all answer as most people do, each with one answer that is nobody else's."""
    return [
        answered(f"crowd{n}", dict.fromkeys(names, "usual") | {names[n % len(names)]: f"own{n}"})
        for n in range(size)
    ]


def copies(count: int, names: list[str]) -> list[Graded]:
    return [answered(f"copy{n}", dict.fromkeys(names, "rare")) for n in range(count)]


@given(st.integers(2, 60), st.integers(1, 8))
def test_right_answers_that_all_give_are_no_group(size: int, form: int) -> None:
    """A class that answers everything right and alike gives no group, however large it is."""
    grades = tuple(right_grades(name)[form % len(right_grades(name))] for name in EXERCISES)
    assert groups([Graded(Learner(str(n), ""), "", 0, grades) for n in range(size)]) == []


@given(st.lists(PRINTS, max_size=20), st.randoms(use_true_random=False))
def test_order_makes_no_difference(prints: list[list[str]], chance: Random) -> None:
    """Whoever is graded first, the groups are the same."""
    learners = [
        answered(f"k{n}", dict(zip(FUNCTIONS, each, strict=True))) for n, each in enumerate(prints)
    ]
    assert groups(chance.sample(learners, len(learners))) == groups(learners)


@given(st.lists(PRINTS, max_size=20))
def test_a_group_shares_what_it_is_said_to_share(prints: list[list[str]]) -> None:
    """Each of a group shares several of its exercises with another; nobody is in two groups."""
    learners = {f"k{n}": dict(zip(FUNCTIONS, p, strict=True)) for n, p in enumerate(prints)}
    found = groups([answered(key, each) for key, each in learners.items()])
    members = [key for group in found for key in group.learners]
    assert len(members) == len(set(members))
    for group in found:
        for key in group.learners:
            shared = max(
                sum(learners[key][name] == learners[other][name] for name in group.exercises)
                for other in group.learners
                if other != key
            )
            assert shared >= SEVERAL


@given(st.integers(2, FEW), st.integers(SEVERAL, len(FUNCTIONS)))
def test_copies_of_something_rare_are_a_group(count: int, several: int) -> None:
    """A few learners with several answers that nobody else gave stand out from the crowd."""
    names = FUNCTIONS[:several]
    (group,) = groups(crowd(20, names) + copies(count, names))
    assert group.learners == tuple(f"copy{n}" for n in range(count))
    assert group.exercises == tuple(sorted(names))


@given(st.integers(2, FEW), st.integers(1, SEVERAL - 1))
def test_one_or_two_equal_answers_say_nothing(count: int, few: int) -> None:
    """Below the number of exercises that counts as several there is no group."""
    names = FUNCTIONS[:few]
    assert groups(crowd(20, names) + copies(count, names)) == []


@given(st.integers(FEW + 1, 12))
def test_what_many_share_says_nothing(count: int) -> None:
    """An answer that more than a few give is a style, and makes no group."""
    assert groups(crowd(60, FUNCTIONS) + copies(count, FUNCTIONS)) == []


def test_what_is_short_or_blank_says_nothing() -> None:
    """Numbers, choices and blank cells are the same in many notebooks without any copying."""
    assert groups(crowd(20, OTHERS) + copies(3, OTHERS)) == []
    blank = [answered(f"b{n}", dict.fromkeys(FUNCTIONS, "rare"), "blank") for n in range(3)]
    assert groups(crowd(20, FUNCTIONS) + blank) == []
    unprinted = [answered(f"u{n}", dict.fromkeys(FUNCTIONS, "")) for n in range(3)]
    assert groups(crowd(20, FUNCTIONS) + unprinted) == []
