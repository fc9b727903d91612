import math

def sigmoid(z):
    return 1 / (1 + math.exp(-z))

def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, sigmoid(z)

drill_a = sigmoid(0.5)
