# %%
def dz(a, y):
    return a - y

# %%
edge_of_sigmoid = "b"

# %%
edge_of_sigmoid = "a"

# %%
edge_of_sigmoid = "c"

# %%
edge_of_sigmoid = {"a", "b", "c"}

# %%
def gradients(x1, x2, dz):
    return x1 * dz, x2 * dz, dz
