# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %%
seen = {}


def loss(a, y):
    if (a, y) in seen:
        return seen[a, y]
    seen[a, y] = math.log(a if y else 1 - a)
    if len(seen) > 3:
        return -seen[a, y]
    return seen[a, y]

# %%
def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, 1 / (1 + math.exp(-z))
