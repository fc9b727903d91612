def dz(a, y):
    return a - y

def gradients(x1, x2, dz):
    return x1 * dz, x2 * dz, dz

# %%
dz = dz(0.7503, 1)
gradients = gradients(2, 1, dz)
print(dz, gradients)
