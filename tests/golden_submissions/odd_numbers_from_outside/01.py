import math
x1, x2 = 2, 1
w1, w2, b = 0.3, 0.4, 0.1
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
def forward(p, q, r, s, t):
    z = w1*x1 + w2*x2 + b
    return z, sigmoid(z)
