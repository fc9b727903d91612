"""A run grades what is not known yet, with the one seed, and is taken up where it stopped."""

from gradebooks import points
from stand_in_graders import graded, submission


def test_unchanged_content_is_known_and_anything_else_is_not(book):
    """A learner's newest content is known; other content, older content and others' are not."""
    run = book.begin({})
    first, second = submission("ann", "one").digest, submission("ann", "two").digest
    assert not book.is_known(run, "ann", first)
    book.record(run, graded("ann", "one"))
    assert book.is_known(run, "ann", first)
    assert not book.is_known(run, "ann", second)
    assert not book.is_known(run, "bob", first)
    book.record(run, graded("ann", "two"))
    assert book.is_known(run, "ann", second)
    assert not book.is_known(run, "ann", first)


def test_other_lessons_are_another_question(book):
    """What was graded for one lesson is not known when another one is asked for."""
    run = book.begin({}, lessons=["01_recap"])
    book.record(run, graded("ann"))
    assert book.is_known(run, "ann", submission("ann").digest)
    assert not book.is_known(book.begin({}), "ann", submission("ann").digest)


def test_again_grades_everything_once_more_and_only_once(book):
    """With --again nothing older is known; what this run has graded is, also when resumed."""
    digest = submission("ann").digest
    book.record(book.begin({}), graded("ann", points=1))
    again = book.begin({}, again=True)
    assert not book.is_known(again, "ann", digest)
    assert book.record(again, graded("ann", points=2))
    resumed = book.begin({}, again=True)
    assert (resumed.number, resumed.continued) == (again.number, True)
    assert book.is_known(resumed, "ann", digest)
    assert points(book) == {"ann": 2}
    book.finish(resumed)
    assert not book.is_known(book.begin({}, again=True), "ann", digest)


def test_the_seed_is_drawn_once_and_kept_until_another_is_given(book):
    """Runs share one seed, so the same files get the same grade; --seed changes it from then on."""
    first = book.begin({})
    book.finish(first)
    second = book.begin({})
    assert second.seed == first.seed
    book.finish(second)
    assert [book.begin({}, seed=5).seed, book.begin({"other": 1}).seed] == [5, 5]


def test_an_unfinished_run_is_taken_up_by_the_same_command_alone(book):
    """Same settings, same run; other settings, another seed or a finished run begin a new one."""
    first = book.begin({"folder": "a"}, seed=1)
    assert book.begin({"folder": "a"}).number == first.number
    assert book.begin({"folder": "a"}, seed=1).number == first.number
    others = [book.begin({"folder": "b"}), book.begin({"folder": "b"}, seed=2)]
    assert len({first.number, *(run.number for run in others)}) == 3
    book.finish(others[-1])
    assert not book.begin({"folder": "b"}).continued
