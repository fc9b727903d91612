"""Meine Lösung"""
from math import exp, log

sigmoid_of_0 = 1 / (1 + exp(0))

def sigmoid(z):
    return 1 / (1 + exp(-z))

def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, sigmoid(z)

if __name__ == "__main__":
    print(forward(2, 1, 0.3, 0.4, 0.1))
