# %%
import math

# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %% [markdown] <script>alert("CANARY")</script>
# <script>alert("CANARY")</script>

# %%
EVIL = "=cmd|'/c calc'!A0\x1b[2J\x1b]0;owned\x07\r\n<script>alert('CANARY')</script>{{7*7}}[red]{detail.x}"
print(EVIL)


# %%
def loss(a, y):
    "<img src=x onerror=alert('CANARY')>"
    raise type(EVIL, (Exception,), {})(EVIL)


# %%
drill_z = EVIL

# %%
drill_a = type("<b>CANARY</b>", (), {"__repr__": lambda self: EVIL})()

# %%
sigmoid_of_10 = "<i>b</i>"


# %%
def forward(x1, x2, w1, w2, b):
    """=HYPERLINK("http://127.0.0.1")"""
    print(EVIL)  # \x1b[31m

# %%
drill_loss = 0.974
