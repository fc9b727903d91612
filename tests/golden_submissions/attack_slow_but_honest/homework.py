# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %%
import time
import warnings


def loss(a, y):
    warnings.warn("slowly, slowly")
    print("working …", a, y)
    time.sleep(0.004)
    total = 0
    for _ in range(3000):
        total += 1e-12
    return -(y * math.log(a) + (1 - y) * math.log(1 - a)) + total * 0

# %%
def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, 1 / (1 + math.exp(-z))
