"""logistic.py against 50 digits of mpmath, on every size of input a float can hold.

Each function's inputs are floats and count as exact; its answer may be off by 4 units in the last
place (ulp). Where the answer is a sum that cancels, no float formula can promise that, so there
the 4 ulp are those of the largest term: the problem is well conditioned where nothing cancels.
"""

import math
from sys import float_info

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from lessons import logistic

LARGEST = mpf(float_info.max)
scores = st.floats(-1e308, 1e308) | st.floats(-800, 800)
shares = st.floats(0, 1) | st.floats(0, 1e-300) | st.floats(0, 1e-9).map(lambda tiny: 1 - tiny)
numbers = st.floats(-1e100, 1e100) | st.floats(-10, 10) | st.floats(-1e-300, 1e-300)


@pytest.fixture(autouse=True, scope="module")
def fifty_digits():
    with mp.workdps(50):
        yield


def exact_sigmoid(z):
    return 1 / (1 + mp.exp(-mpf(z)))


def assert_close(got, exact, largest_term=0):
    """got is within 4 ulp of exact, or of the largest term of the sum that gave it."""
    if abs(exact) > LARGEST:
        assert got == math.copysign(math.inf, exact)
    else:
        unit = math.ulp(max(abs(float(exact)), abs(float(largest_term))))
        assert abs(mpf(got) - exact) <= 4 * unit


@given(z=scores)
def test_sigmoid_is_right_for_every_score(z):
    assert_close(logistic.sigmoid(z), exact_sigmoid(z))


@given(z=scores)
def test_da_dz_is_right_for_every_score(z):
    assert_close(logistic.da_dz(z), exact_sigmoid(z) * exact_sigmoid(-z))


@given(z=scores, y=shares)
def test_loss_from_z_is_right_for_every_score_and_label(z, y):
    z_exact = mpf(z)
    softplus = mp.log1p(mp.exp(-abs(z_exact)))
    exact = softplus + ((1 - mpf(y)) * z_exact if z > 0 else -y * z_exact)
    assert_close(logistic.loss_from_z(z, y), exact)


@given(a=shares, y=shares)
def test_loss_is_right_for_every_prediction_and_label(a, y):
    if (a == 0 and y > 0) or (a == 1 and y < 1):
        assert logistic.loss(a, y) == math.inf
    else:
        right_1 = y * mp.log(a) if y else 0
        right_0 = (1 - mpf(y)) * mp.log1p(-mpf(a)) if y < 1 else 0
        assert_close(logistic.loss(a, y), -right_1 - right_0)


@given(z=st.floats(37, 1e308), y=st.floats(0, 1, exclude_max=True))
def test_loss_from_z_is_finite_where_log_of_1_minus_a_is_not(z, y):
    a = logistic.sigmoid(z)
    assert a == 1
    assert logistic.loss(a, y) == math.inf
    assert_close(logistic.loss_from_z(z, y), (1 - mpf(y)) * z + mp.log1p(mp.exp(-mpf(z))))


@given(a=shares, y=shares)
def test_da_is_right_for_every_prediction_and_label(a, y):
    if a == 0 and y > 0:
        assert logistic.da(a, y) == -math.inf
    elif a == 1 and y < 1:
        assert logistic.da(a, y) == math.inf
    else:
        towards_1 = mpf(y) / a if y else mpf(0)
        towards_0 = (1 - mpf(y)) / (1 - mpf(a)) if y < 1 else mpf(0)
        assert_close(logistic.da(a, y), towards_0 - towards_1, max(towards_0, towards_1))


@given(a=shares, y=shares, x1=numbers, x2=numbers)
def test_backward_is_right_for_every_prediction_and_label(a, y, x1, x2):
    dz = mpf(a) - mpf(y)
    assert logistic.dz(a, y) == logistic.backward(x1, x2, a, y)[0]
    for got, exact in zip(logistic.backward(x1, x2, a, y), (dz, x1 * dz, x2 * dz, dz), strict=True):
        assert_close(got, exact)


@given(x1=numbers, x2=numbers, w1=numbers, w2=numbers, b=numbers)
def test_forward_is_right_up_to_the_rounding_of_its_largest_term(x1, x2, w1, w2, b):
    terms = [mpf(w1) * x1, mpf(w2) * x2, mpf(b)]
    z, a = logistic.forward(x1, x2, w1, w2, b)
    assert_close(z, sum(terms), max(map(abs, terms)))
    assert a == logistic.sigmoid(z)


@given(w=numbers, dw=numbers, alpha=st.floats(1e-300, 1e100))
def test_update_is_right_up_to_the_rounding_of_its_largest_term(w, dw, alpha):
    exact = mpf(w) - mpf(alpha) * dw
    for got in logistic.update(w, w, w, dw, dw, dw, alpha):
        assert_close(got, exact, max(abs(mpf(w)), abs(mpf(alpha) * dw)))


@pytest.mark.parametrize("z", [1e308, -1e308, 5e-324, -5e-324, 0.0, -0.0])
@pytest.mark.parametrize("y", [0.0, 5e-324, 0.5, 1.0])
def test_training_stays_finite_from_the_most_extreme_scores(z, y):
    for row in logistic.train(x1=0.5, x2=0.25, y=y, w1=0, w2=0, b=z, alpha=0.1, steps=3):
        assert all(map(math.isfinite, row))
