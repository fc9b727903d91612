import math
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
def forward(x1, x2, w1, w2, b):
    return forward(x1, x2, w1, w2, b)
def loss(a, y):
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))
