# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
1 / 0

# %%
sigmoid = sigmoid

# %%
raise SystemExit

# %%
def loss(a, y): return 0

# %%
(

# %%
loss = loss

# %%
def forward(x1, x2, w1, w2, b):
    z = w1 * x1 + w2 * x2 + b
    return z, 1 / (1 + math.exp(-z))
