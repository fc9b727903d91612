# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # 02 · Walking the graph backwards
#
# **About 35 minutes.** You need lesson 01. No calculus: every slope here is first *measured*, then explained.
#
# In this lesson you will be able to
#
# - draw the computation graph and say what stands on each of its edges,
# - work out the slopes `da`, `da/dz`, `dz`, `dw1`, `dw2` and `db`, one edge at a time,
# - say in one sentence what `dz` is.
#
# Run this cell first. It fetches the tools, and `sigmoid`, `forward` and `loss` from lesson 01.

# %%
import math

from lessons import pictures
from lessons.check import check, show_progress
from lessons.differences import slope
from lessons.logistic import forward, loss, sigmoid
from lessons.sliders import explore

# %% [markdown]
# ## The question
#
# Here is our seedling again, from left to right. It survived ($y = 1$), and the loss is 0.2873.

# %%
pictures.computation_graph(2, 1, 1, 0.3, 0.4, 0.1, gradients=False)

# %% [markdown]
# The computer may turn three knobs: $w_1$, $w_2$ and $b$. It wants a smaller loss. So it has to know one thing about each
# knob:
#
# > **If I nudge $w_1$ by a tiny bit, how much does $L$ move?**
#
# The answer is a number: the **slope** of $L$ in $w_1$. Mathematicians write it $\frac{dL}{dw_1}$ and call it a
# **derivative**. In code it is `dw1`.

# %% [markdown]
# ### Measure it
#
# You need no calculus to find a slope. Nudge, look, divide. This cell nudges $w_1$ from 0.3 to 0.301:

# %%
z, a = forward(2, 1, 0.3, 0.4, 0.1)
before = loss(a, y=1)
z, a = forward(2, 1, 0.301, 0.4, 0.1)
after = loss(a, y=1)
print(f"before {before:.6f}   after {after:.6f}   change {after - before:.6f}")

# %% [markdown]
# The nudge was 0.001. What is the slope, that is, the change of the loss divided by the nudge? Two or three digits after
# the point will do. Mind the sign.

# %% exercise="nudge_w1"
# BEGIN SOLUTION
nudge_w1 = (after - before) / 0.001
# END SOLUTION

# %% check="nudge_w1"
check("nudge_w1", nudge_w1)

# %% [markdown]
# Keep that number in mind: about **−0.5**. At the end of this lesson you will get it from a formula,
# without any nudging.
#
# From now on the cell below does the nudging for us. `slope(function, at)` nudges a little up and a little down, and divides.

# %%
def loss_of_w1(w1):
    z, a = forward(2, 1, w1, 0.4, 0.1)
    return loss(a, y=1)


slope(loss_of_w1, at=0.3)

# %% [markdown]
# ## The idea: one edge at a time
#
# $w_1$ is far away from $L$: first it changes $z$, then $z$ changes $a$, then $a$ changes $L$. So take the way in
# pieces. If $a$ moves 3 times as fast as $z$, and $L$ moves 2 times as fast as $a$, then $L$ moves
# $2 \cdot 3 = 6$ times as fast as $z$.
#
# **Slopes along a path are multiplied.** This is called the **chain rule**, and it is all the calculus there is in this
# course.
#
# We start at the end, at $L$, and walk **backwards**: first $L \to a$, then $a \to z$, then $z \to w_1, w_2, b$.
#
# A word about names. In this course the code writes `da` for $\frac{dL}{da}$, `dz` for $\frac{dL}{dz}$, `dw1` for
# $\frac{dL}{dw_1}$, and so on: *always the slope of the loss*. Only one is different, and it is written out:
# `da_dz` is $\frac{da}{dz}$.

# %% [markdown]
# ## First edge: from L to a
#
# ### Predict the sign
#
# The label is $y = 1$. If $a$ moves up a little, the loss …
#
# - `"a"`: rises, so `da` is positive
# - `"b"`: falls, so `da` is negative
# - `"c"`: stays, so `da` is zero

# %% exercise="sign_of_da"
# BEGIN SOLUTION
sign_of_da = "b"
# END SOLUTION

# %% check="sign_of_da"
check("sign_of_da", sign_of_da)

# %% [markdown]
# ### Nudge it
#
# The slope of the loss at $a = 0.75$, once for each label:

# %%
print("y = 1:", round(slope(lambda a: loss(a, y=1), at=0.75), 4))
print("y = 0:", round(slope(lambda a: loss(a, y=0), at=0.75), 4))

# %% [markdown]
# ### The formula
#
# $$da = \frac{dL}{da} = -\frac{y}{a} + \frac{1 - y}{1 - a}$$
#
# Try it with $a = 0.75$. For $y = 1$ it gives $-\frac{1}{0.75} = -1.333$, and for $y = 0$ it gives
# $\frac{1}{0.25} = 4$. These are the two numbers that we measured.
#
# You needn't know *why* it comes out this way. If you would like to, open the fold:
#
# <details>
# <summary>Where does it come from?</summary>
#
# One fact from calculus: the slope of $\log a$ is $\frac{1}{a}$. The slope of $\log(1 - a)$ is $-\frac{1}{1 - a}$; the minus
# comes in because $1 - a$ moves *down* when $a$ moves up. Put both into
# $L = -\big(y \log a + (1 - y) \log(1 - a)\big)$:
#
# $$\frac{dL}{da} = -\Big(y \cdot \frac{1}{a} + (1 - y) \cdot \frac{-1}{1 - a}\Big) = -\frac{y}{a} + \frac{1 - y}{1 - a}$$
#
# </details>

# %% [markdown]
# ### Your turn: `da`
#
# Read aloud, the formula sounds like "minus y over a plus one minus y over one minus a". Somebody who types it as they
# hear it gets `-y/a + 1 - y/1 - a`, and that is something else. Use brackets.

# %% exercise="da"
def da(a, y):
    # BEGIN SOLUTION
    return -y / a + (1 - y) / (1 - a)
    # END SOLUTION

# %% check="da"
check("da", da)

# %% [markdown]
# ## Second edge: from a to z
#
# ### Look at the slope of σ
#
# The straight line touches the curve and shows how steep it is there. Drag $z$. Where is the curve steepest? Can the slope
# ever be negative?

# %%
explore(lambda z: pictures.sigmoid_curve(z, slope=True), z=(-6.0, 6.0, 1.1))

# %% [markdown]
# ### The formula
#
# $$\frac{da}{dz} = a \cdot (1 - a)$$
#
# How much there is, times how much is missing to 1. First by hand: what is it at $z = 0$, where $a = 0.5$?

# %% exercise="steepest"
# BEGIN SOLUTION
steepest = 0.25
# END SOLUTION

# %% check="steepest"
check("steepest", steepest)

# %% [markdown]
# That is the steepest place. Nowhere is the slope of σ above 0.25, and nowhere is it negative. Now the nudge at our
# $z = 1.1$, where $a = 0.75$. The formula gives $0.75 \cdot 0.25 = 0.1875$.

# %%
round(slope(sigmoid, at=1.1), 4)

# %% [markdown]
# Nearly the same: $a$ is not exactly 0.75, it is 0.7503.
#
# <details>
# <summary>Where does it come from?</summary>
#
# Write $a = \frac{1}{u}$ with $u = 1 + e^{-z}$. The slope of $\frac{1}{u}$ is $-\frac{1}{u^2}$, and the slope of $u$ in $z$ is
# $-e^{-z}$. Multiply along the path; the two minus signs cancel:
#
# $$\frac{da}{dz} = \frac{e^{-z}}{(1 + e^{-z})^2} = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = a \cdot (1 - a)$$
#
# The last step uses $1 - a = \frac{1 + e^{-z} - 1}{1 + e^{-z}} = \frac{e^{-z}}{1 + e^{-z}}$.
#
# </details>

# %% [markdown]
# ### Your turn: `da_dz`
#
# You get $z$. Work out $a$ first (`sigmoid` is there), then the slope.

# %% exercise="da_dz"
def da_dz(z):
    # BEGIN SOLUTION
    a = sigmoid(z)
    return a * (1 - a)
    # END SOLUTION

# %% check="da_dz"
check("da_dz", da_dz)

# %% [markdown]
# ## The first two edges together: dz
#
# How fast does $L$ move with $z$? Multiply along the path:
#
# $$dz = \frac{dL}{dz} = \frac{dL}{da} \cdot \frac{da}{dz}$$
#
# ### Your turn: `chain_dz`
#
# Use your own `da` and `da_dz`. You get $z$ and $y$, so you need $a$ once more.

# %% exercise="chain_dz"
def chain_dz(z, y):
    # BEGIN SOLUTION
    a = sigmoid(z)
    return da(a, y) * da_dz(z)
    # END SOLUTION

# %% check="chain_dz"
check("chain_dz", chain_dz)

# %% [markdown]
# ### A surprise
#
# Here are the products for a few scores, next to $a$ and $y$. Look for the pattern before you read on. (If you see `None`, finish
# `chain_dz` first.)

# %%
print("   z    y      a   dz by the chain")
for z, y in [(1.1, 1), (1.1, 0), (-2.0, 1), (-2.0, 0)]:
    product = chain_dz(z, y)
    print(f"{z:4}    {y}  {sigmoid(z):.3f}  ", product and round(product, 3))

# %% [markdown]
# $$dz = a - y$$
#
# **Prediction minus truth.** All the fractions have cancelled.
#
# <details>
# <summary>Where does it come from?</summary>
#
# Multiply the two slopes and cancel:
#
# $$dz = \Big(-\frac{y}{a} + \frac{1 - y}{1 - a}\Big) \cdot a (1 - a)$$
#
# Multiply each fraction by $a(1 - a)$ on its own. In the first one $a$ cancels, in the second one $1 - a$:
#
# $$dz = -y (1 - a) + (1 - y)\, a$$
#
# Now multiply out:
#
# $$dz = -y + y a + a - y a$$
#
# $ya$ comes once with plus and once with minus, so it drops out:
#
# $$dz = a - y$$
#
# </details>

# %% [markdown]
# ### Your turn: `dz`
#
# The short form, in one line.

# %% exercise="dz"
def dz(a, y):
    # BEGIN SOLUTION
    return a - y
    # END SOLUTION

# %% check="dz"
check("dz", dz)

# %% [markdown]
# ### Why simplify?
#
# The short form is not only shorter. *Predict:* at $z = 40$ the prediction is so near to 1 that the computer rounds it to exactly 1.
# What will the long form do there, with $y = 0$?

# %%
a = sigmoid(40)
print("a is exactly 1:", a == 1)
print("short form:", a - 0)
try:
    print("long form:", (-0 / a + (1 - 0) / (1 - a)) * a * (1 - a))
except ZeroDivisionError as error:
    print("long form:", error)

# %% [markdown]
# The long form divides by $1 - a = 0$ and breaks down. The short form has nothing to divide by. **Why it matters:** `dz` tells how
# wrong we were and in which direction, and it is always there.

# %% [markdown]
# ## The last edges: from z to w1, w2 and b
#
# $$z = w_1 x_1 + w_2 x_2 + b$$
#
# ### Predict: which weight does the loss feel more?
#
# Our seedling has $x_1 = 2$ and $x_2 = 1$.
#
# - `"a"`: $w_1$
# - `"b"`: $w_2$
# - `"c"`: the one that is larger itself

# %% exercise="larger_slope"
# BEGIN SOLUTION
larger_slope = "a"
# END SOLUTION

# %% check="larger_slope"
check("larger_slope", larger_slope)

# %% [markdown]
# ### The formulas
#
# Nudge $w_1$ by 0.01. Then $z$ moves by $0.01 \cdot x_1$: so $\frac{dz}{dw_1} = x_1$. In the same way
# $\frac{dz}{dw_2} = x_2$. And $b$ is added as it is, so $\frac{dz}{db} = 1$. Multiply along the path:
#
# $$dw_1 = x_1 \cdot dz \qquad dw_2 = x_2 \cdot dz \qquad db = dz$$
#
# In words: **each weight is blamed in proportion to its input.**
#
# ### Your turn: `gradients`
#
# Here `dz` is a number that comes in. Return three numbers, in this order: `dw1, dw2, db`

# %% exercise="gradients"
def gradients(x1, x2, dz):
    # BEGIN SOLUTION
    dw1 = x1 * dz
    dw2 = x2 * dz
    db = dz
    return dw1, dw2, db
    # END SOLUTION

# %% check="gradients"
check("gradients", gradients)

# %% [markdown]
# ## The whole way back
#
# ### Your turn: `backward`
#
# Now all of it in one function. You get $x_1, x_2, a, y$. Work out `dz` first, then the three others. Return
# all four, in this order: `dz, dw1, dw2, db`
#
# Inside this function `dz` is going to be a number, so write its formula there: `dz = …`

# %% exercise="backward"
def backward(x1, x2, a, y):
    # BEGIN SOLUTION
    dz = a - y
    dw1 = x1 * dz
    dw2 = x2 * dz
    db = dz
    return dz, dw1, dw2, db
    # END SOLUTION

# %% check="backward"
check("backward", backward)

# %% [markdown]
# ### Does it match the nudge?
#
# At the beginning you measured how the loss moves with $w_1$. Here is your `dw1` for the seedling, next to the measured one.

# %%
z, a = forward(2, 1, 0.3, 0.4, 0.1)
print("by your backward (dz, dw1, dw2, db):", backward(2, 1, a, 1))
print("by nudging w1:", slope(loss_of_w1, at=0.3))

# %% [markdown]
# Same number, and no nudging. For two weights nudging would be good enough. For a network with millions of weights it would be
# hopeless, and this walk backwards still takes only one pass.
#
# Here is the whole graph with both kinds of numbers: values flow to the right, slopes flow back to the left.

# %%
pictures.computation_graph(2, 1, 1, 0.3, 0.4, 0.1)

# %% [markdown]
# ## Exit ticket
#
# A fresh example: $x_1 = 3$, $x_2 = 2$, $y = 0$, and $w_1 = 0.2$, $w_2 = -0.4$, $b = 0.5$. You know $z$ and $a$ from the last
# lesson. Here is its empty graph:

# %%
pictures.computation_graph(3, 2, 0, 0.2, -0.4, 0.5, values=False, gradients=False)

# %% [markdown]
# Fill it in, three digits after the point. This cell is your calculator:

# %%
sigmoid(0.3), 1 / (1 - 0.574)

# %% exercise="fresh_graph"
# BEGIN SOLUTION
fresh_graph = {
    "z": 0.3,
    "a": 0.574,
    "da": 2.350,
    "da_dz": 0.244,
    "dz": 0.574,
    "dw1": 1.723,
    "dw2": 1.149,
    "db": 0.574,
}
# END SOLUTION

# %% check="fresh_graph"
check("fresh_graph", fresh_graph)

# %%
show_progress("02_derivatives")

# %% [markdown]
# ## Summary
#
# | edge | name in code | formula | seedling |
# |---|---|---|---|
# | $L \to a$ | `da` | $-\frac{y}{a} + \frac{1 - y}{1 - a}$ | −1.3329 |
# | $a \to z$ | `da_dz` | $a (1 - a)$ | 0.1874 |
# | chain rule | `dz` | $da \cdot \frac{da}{dz} = a - y$ | −0.2497 |
# | $z \to w_1$ | `dw1` | $x_1 \cdot dz$ | −0.4995 |
# | $z \to w_2$ | `dw2` | $x_2 \cdot dz$ | −0.2497 |
# | $z \to b$ | `db` | $dz$ | −0.2497 |
#
# > **What people get wrong here**
# >
# > - Losing the brackets, or the second term of `da`: then nothing is learned when $y = 0$.
# > - Writing $z(1 - z)$ for the slope of σ. It is made of $a$.
# > - Taking `dz` for $\frac{da}{dz}$. In this course `dz` always means $\frac{dL}{dz}$.
# > - Truth minus prediction. Then every slope has the wrong sign.
# > - Giving `db` an input. $b$ stands alone in $z$, so nothing is multiplied.
#
# **Next:** [03 · The update rule](03_update_rule.ipynb)
