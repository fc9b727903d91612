# %%
def dz(a, y):
    return a - y

# %%
from lessons import logistic


# %%
def backward(x1, x2, a, y):
    return logistic.backward(x1, x2, a, y)


# %%
def da_dz(z):
    from lessons.graph import da_dz

    return da_dz(z)

# %%
def gradients(x1, x2, dz):
    return x1 * dz, x2 * dz, dz
