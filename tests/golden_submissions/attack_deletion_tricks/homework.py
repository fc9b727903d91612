# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %%
class Trap(float):
    def __del__(self):
        raise KeyboardInterrupt("from the grave")

    def __float__(self):
        raise SystemExit(0)


class Bottomless:
    def __del__(self):
        globals()["again"] = self


def loss(a, y):
    Bottomless()
    return Trap(0.5)


# %%
drill_z = Trap(0.5)


# %%
class Hasty:
    def tolist(self):
        raise KeyboardInterrupt


drill_a = Hasty()

# %%
def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, 1 / (1 + math.exp(-z))
