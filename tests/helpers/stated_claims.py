"""What the sentences of the known mistakes state about numbers: each with what makes it true."""

from number_facts import (
    CROSS,
    Fact,
    after,
    at_first,
    both,
    by_the_first_slopes,
    ends,
    every,
    is_,
    losses,
    moved,
    new,
    one_of,
    stayed,
    stepped,
    weights,
)  # fmt: skip

PAIRS = (("w1", "w2"), ("w1", "b"), ("w2", "b"))
SHARED = one_of(
    *(stepped(**dict.fromkeys(pair, f"alpha * d{slope}")) for pair in PAIRS for slope in pair)
)
OTHER_STEPS = one_of(
    both(ends(after(lambda steps: steps - 1)), losses("len(my.losses) == my.steps - 1")),
    both(ends(after(lambda steps: steps + 1)), losses("len(my.losses) == my.steps + 1")),
)
LATE = losses("all(near(*pair) for pair in zip(my.losses, right.losses[1:]))")
FALLS_BACK = every(
    "any(near(getattr(my, 'final_' + p), getattr(my, p)) for p in ('w1', 'w2', 'b'))",
    any=any, getattr=getattr,
)  # fmt: skip
STATED: dict[str, Fact] = {
    # z
    "b is missing": is_("z", "right.z - b"),
    "Your z is too small or too large by exactly b": is_("z", "right.z - b"),
    "the weights are swapped": is_("z", "w2 * x1 + w1 * x2 + b"),
    "Each weight is multiplied by the other one's": is_("z", "w2 * x1 + w1 * x2 + b"),
    "one feature is used twice": is_("z", "(w1 + w2) * x1 + b", "(w1 + w2) * x2 + b"),
    "Both weights are multiplied by the same": is_("z", "(w1 + w2) * x1 + b", "(w1 + w2) * x2 + b"),
    "b is subtracted": is_("z", "right.z - 2 * b"),
    "Your z differs from the right one by exactly two times b": is_("z", "right.z - 2 * b"),
    "the two terms are multiplied": is_("z", "w1 * x1 * w2 * x2 + b"),
    "You multiplied the two products": is_("z", "w1 * x1 * w2 * x2 + b"),
    # a
    "brackets are missing under the fraction bar": is_("a", "1 + exp(-z)"),
    "Python divides before it adds, so it read (1 / 1) + e^(−z)": is_("a", "1 + exp(-z)"),
    "Your prediction comes out above 1": every("my.a > 1"),
    "the curve is mirrored: a minus sign": is_("a", "sigmoid(-z)"),
    "A high score gives a prediction near 0": every("z < 3 or my.a < 0.05"),
    "You get how sure we are of the label 0": is_("a", "1 - sigmoid(z)"),
    "brackets and a minus sign are missing": is_("a", "1 + exp(z)"),
    "The result grows without bound": is_("a", "1 + exp(z)"),
    "Two slips in one line: Python read (1 / 1) + e^z": is_("a", "1 + exp(z)"),
    "the 1 under the fraction bar is missing": is_("a", "exp(z)"),
    "You divide by e^(−z) alone, which is e^z": is_("a", "exp(z)"),
    "the fraction is missing": is_("a", "exp(-z)"),
    "You gave back e^(−z) alone": is_("a", "exp(-z)"),
    "the 1 slipped into the exponent": is_("a", "exp(-1)", "exp(z - 1)", "sigmoid(z - 1)"),
    "Your prediction is the same for every z:": is_("a", "0.36788"),
    "You raised e to the power 1 − z": is_("a", "exp(z - 1)", "sigmoid(z - 1)"),
    "σ is applied twice": is_("a", "sigmoid(sigmoid(z))"),
    "Your predictions all lie between 0.5 and 0.7311": every("0.5 <= my.a <= 0.7311"),
    "the prediction is still the score": is_("a", "z"),
    "You gave z back as the prediction": is_("a", "z"),
    "the prediction is already rounded to 0 or 1": every("near(my.a, 0) or near(my.a, 1)"),
    "You decided yes or no": every("near(my.a, 0) or near(my.a, 1)"),
    # loss
    "the minus sign in front is missing": is_("loss", f"-({CROSS})"),
    "Your loss is negative": every("my.loss < 0"),
    "the minus sign reaches only the first term": every(
        f"near(my.loss, {CROSS}) if y else near(my.loss, -({CROSS}))"
    ),
    "Your loss is right for y = 1, and negative for y = 0": every(
        "near(my.loss, right.loss) if y else my.loss < 0"
    ),
    "the term for y = 0 is missing": one_of(
        is_("loss", "-y * log(a)"), is_("da", "-y / a")
    ),
    "the term for y = 1 is missing": is_("da", "(1 - y) / (1 - a)"),
    "Your loss is right for y = 1": every("not y or near(my.loss, right.loss)"),
    "For y = 0 it is 0, whatever you predict": every("y or near(my.loss, 0)"),
    "the label is not used": one_of(
        is_("loss", "-log(a)", "-log(1 - a)", "-log(a) - log(1 - a)"), is_("dz", "a")
    ),
    "Your loss is the same for y = 1 and y = 0": is_(
        "loss", "-log(a)", "-log(1 - a)", "-log(a) - log(1 - a)"
    ),
    "1 − log(a) instead of the log of 1 − a": every("y or near(my.loss, log(a) - 1)"),
    "For y = 0 you took the log first and subtracted after": every(
        "y or near(my.loss, log(a) - 1)"
    ),
    "the second log holds the label": every("y or near(my.loss, 0)"),
    "the two terms are swapped": is_("loss", "-(y * log(1 - a) + (1 - y) * log(a))"),
    "Your loss is large when the prediction is right and small when it is wrong": every(
        "(my.loss > log(2)) == (abs(a - y) < 0.5)"
    ),
    "a difference is not a loss": is_("loss", "a - y", "y - a"),
    "You subtracted the two": is_("loss", "a - y", "y - a"),
    "a distance instead of the loss": is_("loss", "abs(a - y)"),
    "You measured how far a is from y": is_("loss", "abs(a - y)"),
    "It never exceeds 1": every("my.loss <= 1"),
    "a times y is not the loss": is_("loss", "a * y"),
    "You multiplied the two": is_("loss", "a * y"),
    "Your loss is too small by a factor of 2.302585": is_("loss", "right.loss / 2.302585"),
    "Your loss is too large by a factor of 1.442695": is_("loss", "right.loss * 1.442695"),
    "the squared error instead of the log loss": is_("loss", "(a - y)**2", "(a - y)**2 / 2"),
    "Your loss never exceeds 1": every("my.loss <= 1"),
    "a safety number that changes the result": every(
        "abs(my.loss - right.loss) < 0.05 * (1 + right.loss)"
    ),
    "That keeps log(0) away, but every loss is now a little wrong": every("my.loss != right.loss"),
    # da
    "da has the wrong sign": is_("da", "-right.da"),
    "Every value has the right size and the wrong sign": is_("da", "-right.da"),
    "Your da is 0 whenever y = 0": every("y or my.da == 0"),
    "Your da is 0 whenever y = 1": every("not y or my.da == 0"),
    "the minus inside log(1 − a) is lost": is_("da", "-y / a - (1 - y) / (1 - a)"),
    "Your da is right for y = 1 and has the wrong sign for y = 0": is_(
        "da", "right.da * (1 if y else -1)"
    ),
    "brackets are missing: −y/a + 1 − y/1 − a": is_("da", "-y / a + 1 - y - a"),
    "Python then divides only the nearest number": is_("da", "-y / a + 1 - y - a"),
    "one pair of brackets is missing": is_("da", "-y / a + 1 - y / (1 - a)"),
    "The second fraction is only half in brackets": is_("da", "-y / a + 1 - y / (1 - a)"),
    "da doesn't know the label": is_("da", "-1 / a", "1 / (1 - a)"),
    "Your da is the same for y = 1 and y = 0": is_("da", "-1 / a", "1 / (1 - a)"),
    "this is already dz": is_("da", "a - y"),
    "You returned dL/dz": is_("da", "a - y"),
    "this is the loss, not its slope": is_("da", CROSS),
    "You returned the loss itself": is_("da", CROSS),
    "Your da is too small by a factor of 2.302585": is_("da", "right.da / 2.302585"),
    # da_dz
    "z stands where a belongs": is_("da_dz", "z * (1 - z)"),
    "You wrote z·(1 − z)": is_("da_dz", "z * (1 - z)"),
    "σ is applied once too often": is_("da_dz", "sigmoid(a) * sigmoid(-a)"),
    "You took σ of a": is_("da_dz", "sigmoid(a) * sigmoid(-a)"),
    "But a already is σ(z), so all your slopes lie between 0.196 and 0.25": every(
        "0.196 <= my.da_dz <= 0.25"
    ),
    "da/dz has the wrong sign": is_("da_dz", "-right.da_dz"),
    "Your slope is negative": every("my.da_dz < 0"),
    "one of the two factors is missing": is_("da_dz", "a", "1 - a"),
    "You kept only one of the two factors of da/dz": is_("da_dz", "a", "1 - a"),
    "brackets are missing around 1 − a": every("near(my.da_dz, 0)"),
    "Your slope is always 0": every("my.da_dz == 0"),
    "the two factors are added": every("near(my.da_dz, 1)"),
    "Your slope is always 1": every("near(my.da_dz, 1)"),
    "one of the two factors is used twice": is_("da_dz", "a * a", "(1 - a)**2"),
    "You multiplied a factor by itself": is_("da_dz", "a * a", "(1 - a)**2"),
    # dz
    "this is da, not dz": is_("dz", "da"),
    "You stopped one edge too early, at dL/da": is_("dz", "da"),
    "this is da/dz, only one link of the chain": is_("dz", "a * (1 - a)"),
    "Your dz doesn't know the label: it is the same for y = 1 and y = 0": is_("dz", "a * (1 - a)"),
    "the slopes are added": is_("dz", "da + da_dz"),
    "You added da and da/dz": is_("dz", "da + da_dz"),
    "the slopes are divided": is_("dz", "da / da_dz"),
    "You divided da by da/dz": is_("dz", "da / da_dz"),
    "dz has the wrong sign": is_("dz", "y - a"),
    "Your dz has the right size and the wrong sign: it is truth": is_("dz", "y - a"),
    "the slope of the squared error": is_("dz", "(a - y) * a * (1 - a)"),
    "Your dz has a factor a·(1 − a) too many": is_("dz", "(a - y) * a * (1 - a)"),
    "the sigmoid is crossed twice": is_("dz", "(a - y) * a * (1 - a)"),
    "Your dz has the factor a·(1 − a) once too often": is_("dz", "(a - y) * a * (1 - a)"),
    "the label is always taken to be 1": is_("dz", "a - 1"),
    "Your dz is a − 1, whatever the label is": is_("dz", "a - 1"),
    "the score stands where the prediction belongs": is_("dz", "z - y"),
    "You compared z with the label": is_("dz", "z - y"),
    "dz has lost its sign": is_("dz", "abs(a - y)"),
    "the difference is squared": is_("dz", "(a - y)**2"),
    "Your dz is never negative": every("my.dz >= 0"),
    "Your dz is the prediction alone, so it is never negative": is_("dz", "a"),
    # gradients
    "the inputs are missing": weights("dz", "dz"),
    "You gave dz itself for dw1 and dw2": weights("dz", "dz"),
    "dz is missing": weights("x1", "x2"),
    "You returned how much z moves with each weight": weights("x1", "x2"),
    "a stands where the input belongs": weights("a * dz", "a * dz"),
    "You multiplied dz by the prediction": weights("a * dz", "a * dz"),
    "the weight stands where the input belongs": weights("w1 * dz", "w2 * dz"),
    "You multiplied dz by the weight itself": weights("w1 * dz", "w2 * dz"),
    "the sigmoid was skipped": weights("x1 * da", "x2 * da"),
    "You shared out da": weights("x1 * da", "x2 * da"),
    "the inputs are swapped": weights("x2 * dz", "x1 * dz"),
    "dw1 and dw2 are each scaled by the other one's": weights("x2 * dz", "x1 * dz"),
    "one input is used twice": one_of(
        weights("x1 * dz", "x1 * dz"), weights("x2 * dz", "x2 * dz")
    ),
    "dw1 and dw2 came out the same": every("near(my.dw1, my.dw2)"),
    "the slopes have the wrong sign": weights("-right.dw1", "-right.dw2"),
    "dw1 and dw2 have the right size and the wrong sign": weights("-right.dw1", "-right.dw2"),
    "input and slope are added": weights("x1 + dz", "x2 + dz"),
    "You added the input to dz": weights("x1 + dz", "x2 + dz"),
    "db is multiplied by an input": is_("db", "x1 * dz", "x2 * dz"),
    "Your db has a feature in it": is_("db", "x1 * dz", "x2 * dz"),
    "db is multiplied by b": is_("db", "b * dz"),
    "Your db has b itself in it": is_("db", "b * dz"),
    "db is 1 or 0": is_("db", "1", "0"),
    "db has the wrong sign": is_("db", "-right.db"),
    "Your db has the right size and the wrong sign": is_("db", "-right.db"),
    # update
    "this step goes uphill": stepped(w1="-alpha * dw1", w2="-alpha * dw2", b="-alpha * db"),
    "Your step is as long as it should be, but it leads to where the loss grows": stepped(
        w1="-alpha * dw1", w2="-alpha * dw2", b="-alpha * db"
    ),
    "two flipped signs cancel": both(
        is_("dz", "-right.dz"), every("row.is_right('new_w1', 'new_w2', 'new_b')")
    ),
    "Your new parameters are right": every("row.is_right('new_w1', 'new_w2', 'new_b')"),
    "But dz here means the slope of the loss, and yours has the opposite sign": is_(
        "dz", "-right.dz"
    ),
    "α is missing": new("w - dw"),
    "You took the whole slope as a step": new("w - dw"),
    "α is a fixed number": new(*(f"w - {fixed} * dw" for fixed in (0.5, 0.1, 0.05, 0.01, 0.001))),
    "Your step has the same length whatever α is given": new(
        *(f"w - {fixed} * dw" for fixed in (0.5, 0.1, 0.05, 0.01, 0.001))
    ),
    "the slope is divided by α": new("w - dw / alpha"),
    "Yours gets longer": new("w - dw / alpha"),
    "the old value is lost": new("alpha * dw", "-alpha * dw"),
    "You returned the step itself": new("alpha * dw", "-alpha * dw"),
    "the parts of the rule are mixed up": new(
        "(w - alpha) * dw", "w - alpha - dw", "alpha * (w - dw)", "w * alpha - dw"
    ),
    "the difference is turned around": new("alpha * dw - w"),
    "You subtracted the old value from the step": new("alpha * dw - w"),
    "b doesn't learn": stayed("b"),
    "w1 and w2 moved, and b stayed where it was": both(stayed("b"), moved("w1", "w2")),
    "b goes uphill": stepped(b="-alpha * db"),
    "w1 and w2 went downhill, and b went uphill": stepped(
        w1="alpha * dw1", w2="alpha * dw2", b="-alpha * db"
    ),
    "a weight doesn't learn": one_of(stayed("w1"), stayed("w2")),
    "b moved, and at least one weight stayed where it was": both(
        moved("b"), one_of(stayed("w1"), stayed("w2"))
    ),
    "nothing has moved": stayed("w1", "w2", "b"),
    "You returned the parameters just as they came in": one_of(
        stayed("w1", "w2", "b"), ends(at_first)
    ),
    "one slope is used twice": SHARED,
    "Two parameters moved by the same slope": SHARED,
    "the slopes are swapped": stepped(w1="alpha * dw2", w2="alpha * dw1"),
    "w1 and w2 were each moved by the other one's slope": stepped(
        w1="alpha * dw2", w2="alpha * dw1"
    ),
    "every parameter moves by dz": stepped(w1="alpha * dz", w2="alpha * dz", b="alpha * dz"),
    "You moved the weights by dz itself": stepped(w1="alpha * dz", w2="alpha * dz"),
    # the loop
    "nothing happens in the loop": both(ends(at_first), losses("my.losses == []")),
    "You returned the parameters just as they came in, and no losses": both(
        ends(at_first), losses("my.losses == []")
    ),
    "the parameters change only once": ends(after(lambda steps: 1)),
    "However many steps you ask for, the parameters change only once": ends(
        after(lambda steps: 1)
    ),
    "every step starts from the beginning": one_of(ends(at_first), ends(after(lambda steps: 1))),
    "Each turn of the loop uses the first parameters again": one_of(
        ends(at_first), ends(after(lambda steps: 1))
    ),
    "the slopes are worked out only once": ends(by_the_first_slopes),
    "Your slopes stay those of the first parameters, so every step is the same": ends(
        by_the_first_slopes
    ),
    "return stands inside the loop": ends(after(lambda steps: 1)),
    "Your function leaves the loop after its first turn": both(
        ends(after(lambda steps: 1)), losses("len(my.losses) == 1")
    ),
    "the loop runs a wrong number of times": OTHER_STEPS,
    "You take one step too many or too few": OTHER_STEPS,
    "the losses are one step late": LATE,
    "You noted each loss after the step, so the first one, before any learning, is missing": LATE,
    "every loss is the same": losses("len(set(my.losses)) == 1"),
    "one loss too many": losses("len(my.losses) == my.steps + 1"),
    "The list has one more loss than there are steps": losses("len(my.losses) == my.steps + 1"),
    "the losses were not kept": losses("len(my.losses) < 2"),
    "The list holds no losses, or only the last one": losses(
        "not my.losses or len(my.losses) == 1 and near(my.losses[0], right.losses[-1])"
    ),
    "a parameter falls back in every turn": FALLS_BACK,
    "One of the three doesn't keep its new value from turn to turn": FALLS_BACK,
}  # fmt: skip
