def gradients(x1, x2, dz):
    return x1 * dz, x1 * dz, dz

def backward(x1, x2, a, y):
    dz = a - y
    return dz, a * dz, a * dz, dz

fresh_graph = 0.5, 0.6225, 2.6487, 0.235, 0.6225, 1.8674, 1.2449, 3
