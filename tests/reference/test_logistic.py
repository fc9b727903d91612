"""logistic.py gives the lecture's numbers, its slopes are slopes, and its steps go downhill."""

import cmath
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import logistic
from lessons.differences import slope, slopes

numbers = st.floats(-3, 3)
labels = st.sampled_from([0.0, 1.0]) | st.floats(0, 1)
EPSILON = math.ulp(1.0)

RUNNING_EXAMPLE = {"x1": 2, "x2": 1, "w1": 0.3, "w2": 0.4, "b": 0.1, "alpha": 1}
PROBE = {"x1": 1.5, "x2": -2, "w1": 0.5, "w2": -0.3, "b": 0.1, "alpha": 0.2}
EXAMPLES = [RUNNING_EXAMPLE | {"y": 1}, RUNNING_EXAMPLE | {"y": 0}]
EXAMPLES += [PROBE | {"y": 1}, PROBE | {"y": 0}]
NUMBERS = """
    z       1.1     1.1     1.45    1.45
    a       0.7503  0.7503  0.81    0.81
    loss    0.2873  1.3873  0.2107  1.6607
    da     -1.3329  4.0042 -1.2346  5.2631
    da_dz   0.1874  0.1874  0.1539  0.1539
    dz     -0.2497  0.7503 -0.19    0.81
    dw1    -0.4995  1.5005 -0.285   1.215
    dw2    -0.2497  0.7503  0.38   -1.62
    db     -0.2497  0.7503 -0.19    0.81
    new_w1  0.7995 -1.2005  0.557   0.257
    new_w2  0.6497 -0.3503 -0.376   0.024
    new_b   0.3497 -0.6503  0.138  -0.062
"""


@pytest.mark.parametrize("row", NUMBERS.strip().splitlines(), ids=lambda row: row.split()[0])
def test_known_examples_give_their_known_numbers(row):
    name, *expected = row.split()
    for example, number in zip(EXAMPLES, expected, strict=True):
        now, new = logistic.train(**example, steps=1)
        got = now._asdict() | {"new_w1": new.w1, "new_w2": new.w2, "new_b": new.b}
        got |= {"da": logistic.da(now.a, example["y"]), "da_dz": logistic.da_dz(now.z)}
        assert got[name] == pytest.approx(float(number), rel=0, abs=5e-5)


def complex_loss_from_z(z, y):
    """The loss again, in complex numbers: shifted by i·h, its imaginary part is h times the slope.

    Nothing is subtracted, so h can be 1e-100 and nothing is lost to rounding.
    """
    return y * cmath.log(1 + cmath.exp(-z)) + (1 - y) * cmath.log(1 + cmath.exp(z))


def complex_slope(function, at):
    return function(complex(at, 1e-100)).imag / 1e-100


@given(z=st.floats(-30, 30))
def test_da_dz_is_the_slope_of_sigmoid(z):
    a_slope = complex_slope(lambda z: 1 / (1 + cmath.exp(-z)), z)
    assert logistic.da_dz(z) == pytest.approx(a_slope, rel=1e-12)
    assert logistic.da_dz(z) == pytest.approx(slope(logistic.sigmoid, z), abs=1e-9)


@given(a=st.floats(0.01, 0.99), y=labels)
def test_da_is_the_slope_of_loss_in_a(a, y):
    loss_slope = complex_slope(lambda a: -(y * cmath.log(a) + (1 - y) * cmath.log(1 - a)), a)
    assert logistic.da(a, y) == pytest.approx(loss_slope, rel=1e-12, abs=1e-12)
    assert logistic.da(a, y) == pytest.approx(slope(lambda a: logistic.loss(a, y), a), abs=1e-3)


@given(z=st.floats(-30, 30), y=labels)
def test_dz_is_the_slope_of_loss_in_z(z, y):
    dz = logistic.dz(logistic.sigmoid(z), y)
    assert dz == pytest.approx(complex_slope(lambda z: complex_loss_from_z(z, y), z), abs=1e-15)
    assert dz == pytest.approx(slope(lambda z: logistic.loss_from_z(z, y), z), abs=1e-9)


@given(x1=numbers, x2=numbers, y=labels, w1=numbers, w2=numbers, b=numbers)
def test_dw1_dw2_and_db_are_the_slopes_of_loss_in_w1_w2_and_b(x1, x2, y, w1, w2, b):
    def complex_loss(w1=w1, w2=w2, b=b):
        return complex_loss_from_z(w1 * x1 + w2 * x2 + b, y)

    def loss(w1, w2, b):
        return logistic.loss_from_z(logistic.forward(x1, x2, w1, w2, b)[0], y)

    _, a = logistic.forward(x1, x2, w1, w2, b)
    _, *gradients = logistic.backward(x1, x2, a, y)
    by_complex_step = [
        complex_slope(lambda w1: complex_loss(w1=w1), w1),
        complex_slope(lambda w2: complex_loss(w2=w2), w2),
        complex_slope(lambda b: complex_loss(b=b), b),
    ]
    assert gradients == pytest.approx(by_complex_step, abs=1e-13)
    assert gradients == pytest.approx([*slopes(loss, w1=w1, w2=w2, b=b).values()], abs=1e-8)


@given(z=st.floats(-700, 36.5), y=labels)
def test_chain_rule_da_times_da_dz_is_dz(z, y):
    """Dividing by 1 − a magnifies the rounding of a: by 1 / (1 − a), until a is 1 near z = 37."""
    a = logistic.sigmoid(z)
    product = logistic.da(a, y) * logistic.da_dz(z)
    assert product == pytest.approx(logistic.dz(a, y), rel=0, abs=4 * EPSILON / (1 - a))


@given(z=st.floats(-1e6, 1e6), y=labels)
def test_both_forms_of_the_loss_agree(z, y):
    a = logistic.sigmoid(z)
    assert logistic.loss_from_z(z, y) >= 0
    if 1e-6 < a < 1 - 1e-6:
        assert logistic.loss(a, y) == pytest.approx(logistic.loss_from_z(z, y), rel=1e-9)
