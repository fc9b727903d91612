# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %%
def loss(a, y):
    return math.nan


# %%
def forward(x1, x2, w1, w2, b):
    return math.inf, complex("nan")


# %%
times_worse = math.nan
drill_z = -math.inf

# %%
drill_a = 0.6225
