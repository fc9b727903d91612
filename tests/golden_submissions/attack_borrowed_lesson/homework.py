# %%
from lessons import logistic

sigmoid, forward, loss = logistic.sigmoid, logistic.forward, logistic.loss

# %%
sigmoid_of_0 = 0.5

# %%
step_by_hand = 0.7995, 0.6497, 0.3497

# %%
wrong_line_2 = "4"


# %%
def update(w1, w2, b, dw1, dw2, db, alpha):
    return w1 + alpha * dw1, w2 + alpha * dw2, b + alpha * db


# %%
def gradient_step(x1, x2, y, w1, w2, b, alpha):
    z, a = logistic.forward(x1, x2, w1, w2, b)
    dz, dw1, dw2, db = logistic.backward(x1, x2, a, y)
    return w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db
