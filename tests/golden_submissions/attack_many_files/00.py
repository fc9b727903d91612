# %%
def dz(a, y):
    return a - y
