from functools import partial, reduce
from operator import sub
import numpy as np

def general(sign, a, y):
    return sign * y / a + (1 - y) / (1 - a)

da = partial(general, -1)
dz = sub
da_dz = np.vectorize(lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2)

class Gradients:
    def __call__(self, x1, x2, dz):
        self.dz = dz
        return tuple(x * self.dz for x in (x1, x2, 1))

gradients = Gradients()

def remember(function):
    def inner(*numbers):
        return function(*numbers)
    return inner

@remember
def backward(x1, x2, a, y):
    return dz(a, y), *gradients(x1, x2, dz(a, y))
