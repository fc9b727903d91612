"""What is stated about numbers that were worked out by hand: each with what makes it true."""

from number_facts import CROSS, Fact, is_, new, one_of, stayed, stepped, weights

OTHER_INPUT = one_of(weights("x2 * dz", "x1 * dz"), weights("x1 * dz", "x1 * dz"),
                     weights("x2 * dz", "x2 * dz"))  # fmt: skip
OTHER_SLOPE = one_of(
    *(stepped(**{one: f"alpha * d{other}"})
      for one in ("w1", "w2", "b") for other in ("w1", "w2", "b") if one != other)
)  # fmt: skip
TURNED = one_of(is_("da", "-right.da"), is_("db", "-right.db"), weights("-right.dw1", "-right.dw2"))
STATED_BY_HAND: dict[str, Fact] = {
    "The label is 0, and you left out the term for it": is_("da", "-y / a"),
    "This is dL/dz": is_("da", "a - y"),
    "The size is right, and the sign is wrong": TURNED,
    "You kept only one of the two factors": is_("da_dz", "a", "1 - a"),
    "This is z·(1 − z)": is_("da_dz", "z * (1 - z)"),
    "the other input is used": OTHER_INPUT,
    "You took the feature of the other weight": OTHER_INPUT,
    "This is how much z moves with the weight": weights("x1", "x2"),
    "How much the loss moves with z is missing": weights("x1", "x2"),
    "the slope has the wrong sign": TURNED,
    "the input is missing": weights("dz", "dz"),
    "This is dz itself": weights("dz", "dz"),
    "The log of a number below 1 is negative, and a loss can't be": is_("loss", f"-({CROSS})"),
    "You took the term of the other label": is_("loss", "-(y * log(1 - a) + (1 - y) * log(a))"),
    "This is the old value": stayed("w1", "w2", "b"),
    "This is the step alone": new("alpha * dw", "-alpha * dw"),
    "The step went the wrong way": stepped(
        w1="-alpha * dw1", w2="-alpha * dw2", b="-alpha * db"
    ),
    "The 1 that is added to e^(−z) is missing": is_("a", "exp(z)"),
    "This is e^(−z) alone": is_("a", "exp(-z)"),
    "This is how sure we are of the label 0": is_("a", "sigmoid(-z)"),
    "This is (1 / 1) + e^(−z), which is above 1: dividing comes before": is_("a", "1 + exp(-z)"),
    "db is a fixed number": is_("db", "1", "0"),
    "You squared the distance": is_("loss", "(a - y)**2", "(a - y)**2 / 2"),
    "another slope is used": OTHER_SLOPE,
    "You took another one's slope": OTHER_SLOPE,
}  # fmt: skip
