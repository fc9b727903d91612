from fractions import Fraction
from decimal import Decimal
import numpy as np
import math

sigmoid_of_0 = Fraction(1, 2)
drill_z = Decimal("0.5")
drill_a = np.float32(0.6225)
drill_loss = [0.974]

def loss(a, y):
    return Decimal(-math.log(a if y else 1 - a))
