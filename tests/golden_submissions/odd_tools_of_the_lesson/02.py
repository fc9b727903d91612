from lessons.differences import slope
from lessons.logistic import *

nudge_w1 = slope(lambda w1: loss(forward(2, 1, w1, 0.4, 0.1)[1], y=1), at=0.3)

def da_dz(z):
    a = sigmoid(z=z)
    return a * (1 - a)
