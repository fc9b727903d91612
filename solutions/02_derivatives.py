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
# **About 35 minutes**, longer with pen and paper. You need lesson 01. No calculus: every slope here is first *measured*, then
# given by a formula.
#
# After this lesson you can
#
# - draw the computation graph, and say which slope belongs to which edge,
# - work out the slopes `da`, `da/dz`, `dz`, `dw1`, `dw2` and `db`, one edge at a time,
# - say in one sentence what `dz` is.
#
# Run the two cells below first. They fetch the tools, and `sigmoid`, `forward` and `loss` from lesson 01.

# %%
import math

from lessons import pictures
from lessons.check import check, show_progress
from lessons.differences import slope, slopes
from lessons.logistic import forward, loss, sigmoid
from lessons.sliders import explore
from lessons.widgets import DrillWidget, GraphWidget

# %% [markdown]
# ## The question
#
# Here is our seedling again, from left to right. It survived ($y = 1$), and the loss is 0.2873.
#
# Such a picture is called a **computation graph**, and each of its arrows an **edge**.

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
# You need no calculus to find a slope. Nudge, look, divide. This cell nudges $w_1$ from 0.3 to 0.301. (`forward` gives back two
# numbers, so two names stand on the left of the `=`.)

# %%
z, a = forward(2, 1, 0.3, 0.4, 0.1)
before = loss(a, y=1)
z, a = forward(2, 1, 0.301, 0.4, 0.1)
after = loss(a, y=1)
print(f"before {before:.6f}   after {after:.6f}   change {after - before:.6f}")

# %% [markdown]
# The nudge was 0.001. What is the slope, that is, **the change of the loss divided by the nudge**? Three digits after the point
# will do. The loss fell, so mind the sign.

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
# From now on `slope` does the nudging for us. `slope(function, at)` nudges a little up and a little down, and divides.

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
# All the slopes of the loss together are called its **gradient**.

# %% [markdown]
# ### A word about names
#
# In code, a `d` in front means *the slope of the loss*. Only one slope is another one, and its name is written out:
#
# | code | means |
# |---|---|
# | `da` | $\frac{dL}{da}$ |
# | `dz` | $\frac{dL}{dz}$ |
# | `dw1`, `dw2`, `db` | $\frac{dL}{dw_1}$, $\frac{dL}{dw_2}$, $\frac{dL}{db}$ |
# | `da_dz` | $\frac{da}{dz}$ |

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
# The slope of the loss at $a = 0.75$, once for each label. (`lambda a: …` is a function without a name. You needn't write any.)

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
# hear it gets
#
# ```text
# -y/a + 1 - y/1 - a
# ```
#
# and that is something else. Use brackets.

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
# The straight line touches the curve and shows how steep it is there. *Predict before you drag:* where is the curve steepest? Can
# the slope ever be negative?

# %%
explore(lambda z: pictures.sigmoid_curve(z, slope=True), z=(-6.0, 6.0, 1.1))

# %% [markdown]
# ### Nudge it
#
# The slope of σ at our $z = 1.1$:

# %%
round(slope(sigmoid, at=1.1), 4)

# %% [markdown]
# ### The formula
#
# $$\frac{da}{dz} = a \cdot (1 - a)$$
#
# How much there is, times how much is missing from 1. At our $z$ the prediction is $a = 0.7503$, and $0.7503 \cdot 0.2497 = 0.1874$: the
# number that we measured.
#
# Now you, by hand: what is the slope at $z = 0$?

# %% exercise="steepest"
# BEGIN SOLUTION
steepest = 0.25
# END SOLUTION

# %% check="steepest"
check("steepest", steepest)

# %% [markdown]
# That is the steepest place. Nowhere is the slope of σ larger than there, and nowhere is it negative.
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
# *Predict the sign* for our seedling, $y = 1$: we had $da = -1.333$ and $\frac{da}{dz} = 0.187$. Then look at the nudge:

# %%
round(slope(lambda z: loss(sigmoid(z), y=1), at=1.1), 4)

# %% [markdown]
# <details>
# <summary>Compare with your prediction</summary>
#
# Negative: if the score goes up, the loss goes down. And its size is $1.333 \cdot 0.187$, about 0.25.
#
# </details>
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
# Here are your products for a few scores, next to $a$ and $y$.

# %%
print("   z    y      a   dz by the chain")
for z, y in [(1.1, 1), (1.1, 0), (-2.0, 1), (-2.0, 0)]:
    try:
        print(f"{z:4}    {y}  {sigmoid(z):.3f}   {chain_dz(z, y):.3f}")
    except TypeError:
        print("Nothing to show yet: finish chain_dz above first.")

# %% [markdown]
# *Look for the pattern before you read on:* what do you do to $a$ and $y$ to get the last column?
#
# <details>
# <summary>Show the pattern</summary>
#
# $$dz = a - y$$
#
# **Prediction minus truth.** All the fractions have cancelled.
#
# </details>
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
# Write the pattern that you found, in one line. None found? Open the first fold above.

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
except ZeroDivisionError:
    print("long form: a division by zero")

# %% [markdown]
# The long form divides by $1 - a = 0$ and breaks down. The short form has nothing to divide by. **Why it matters:** `dz` is
# prediction minus truth. It says how wrong we were and in which direction, and it never breaks down.

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
# ### Nudge them
#
# `slopes` nudges one after the other, and holds the rest:

# %%
def loss_of(w1, w2, b):
    z, a = forward(2, 1, w1, w2, b)
    return loss(a, y=1)

slopes(loss_of, w1=0.3, w2=0.4, b=0.1)

# %% [markdown]
# Twice as much for $w_1$, and the same for $w_2$ and $b$. Can you see why?
#
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
# At the beginning you measured how the loss moves with $w_1$. Here are your slopes for the seedling, next to the measured ones.

# %%
z, a = forward(2, 1, 0.3, 0.4, 0.1)
print("dz, dw1, dw2, db:", backward(2, 1, a, 1))
print("by nudging:", slopes(loss_of, w1=0.3, w2=0.4, b=0.1))

# %% [markdown]
# The same numbers, and no nudging. For two weights nudging would be good enough. For a network with millions of weights it would be
# hopeless, and this walk backwards still takes only one pass.

# %% [markdown]
# ### The whole walk in one picture
#
# A question mark stands where a number is still to come.
#
# 1. Press **forward** three times: the values flow to the right.
# 2. Press **backward** three times: the slopes (*derivatives*) flow back to the left.
# 3. Click an arrow to read why its slope is what it is.
# 4. Move an input, and watch everything follow.
#
# When you run the cell again, your numbers stay; **fresh start** brings the first ones back. (No buttons on your screen? Then the
# picture shows all the numbers at once.)

# %%
GraphWidget(x1=2, x2=1, y=1, w1=0.3, w2=0.4, b=0.1)

# %% [markdown]
# ### Hide and guess
#
# Another example, with its slopes hidden. Work out one after the other, from right to left, and type it in. Three digits after the
# point will do. A wrong number is told which mistake it looks like.
#
# Your calculator is the cell `sigmoid(0), 1 / (1 - 0.5)` further down.

# %%
GraphWidget(x1=2, x2=3, y=1, w1=0.5, w2=-0.4, b=0.6, shown=3, guessing=True)

# %% [markdown]
# <details>
# <summary>No box to type into? Compare here</summary>
#
# $da = -1.6703$ and $\frac{da}{dz} = 0.2403$, so $dz = -0.4013$. Then $dw_1 = 2 \cdot dz = -0.8026$,
# $dw_2 = 3 \cdot dz = -1.2039$ and $db = dz = -0.4013$.
#
# </details>

# %% [markdown]
# ## Exit ticket
#
# The fresh example of the last lesson: $x_1 = 3$, $x_2 = 2$, $y = 0$, and $w_1 = 0.4$, $w_2 = -0.5$, $b = 0.3$. Draw its graph on
# paper first. Then compare with this empty one:

# %%
example = 3, 2, 0, 0.4, -0.5, 0.3
pictures.computation_graph(*example, values=False, gradients=False)

# %% [markdown]
# First a question without numbers. Which edge carries the slope $a (1 - a)$?
#
# - `"a"`: the one between $w_1$ and $z$
# - `"b"`: the one between $z$ and $a$
# - `"c"`: the one between $a$ and $L$

# %% exercise="edge_of_sigmoid"
# BEGIN SOLUTION
edge_of_sigmoid = "b"
# END SOLUTION

# %% check="edge_of_sigmoid"
check("edge_of_sigmoid", edge_of_sigmoid)

# %% [markdown]
# Now the numbers. Give **eight** of them, with commas between, at least three digits after the point, in this order:
# `z, a, da, da_dz, dz, dw1, dw2, db`
#
# This cell is your calculator:

# %%
sigmoid(0), 1 / (1 - 0.5)

# %% exercise="fresh_graph"
# BEGIN SOLUTION
fresh_graph = 0.5, 0.6225, 2.6487, 0.2350, 0.6225, 1.8674, 1.2449, 0.6225
# END SOLUTION

# %% check="fresh_graph"
check("fresh_graph", fresh_graph)

# %%
show_progress("02_derivatives")

# %% [markdown]
# ## Keep practising
#
# Fresh examples, as many as you want, one slope at a time. Your calculator is the cell `sigmoid(0), 1 / (1 - 0.5)` above. Two
# digits after the point will do. Type a number, press Enter, and go on as long as you like. It counts how many you get right in
# a row. There are no points here.

# %%
DrillWidget("backward")

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
# > - Losing the brackets of `da`: then Python reads another formula.
# > - Losing its second term: then nothing is learned when $y = 0$.
# > - Writing $z(1 - z)$ for the slope of σ. It is made of $a$.
# > - Taking `dz` for $\frac{da}{dz}$. In this course `dz` always means $\frac{dL}{dz}$.
# > - Truth minus prediction. Then every slope has the wrong sign.
# > - Giving `db` an input. $b$ stands alone in $z$, so nothing is multiplied.
#
# **Next:** [03 · The update rule](03_update_rule.ipynb)
