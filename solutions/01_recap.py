# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # 01 · From numbers to a loss
#
# **About 30 minutes.** You need lesson 00, and plus, minus, times and divide.
#
# After this lesson you can
#
# - work out the score $z$, the prediction $a$ and the loss $L$ of one example, by hand and in code,
# - say what each of them means,
# - say which wrong predictions cost the most, and why.
#
# Run the two cells below first.

# %%
import math

from lessons import pictures
from lessons.check import check, show_progress
from lessons.sliders import explore
from lessons.widgets import DrillWidget, SigmoidWidget

# %% [markdown]
# ## The whole way in one picture
#
# One example goes in on the left: two **features** $x_1, x_2$ and three **parameters** $w_1, w_2, b$. Out comes a single
# number on the right, the **loss** $L$. It says how bad the prediction was.

# %%
pictures.computation_graph(2, 1, 1, 0.3, 0.4, 0.1, gradients=False)

# %% [markdown]
# Our example is the seedling: $x_1 = 2$ hours of sun, $x_2 = 1$ litre of water. It did survive, so its
# **label** is $y = 1$. (A seedling that died would have $y = 0$.)
#
# Today we walk from left to right: **z**, then **a**, then **L**.

# %% [markdown]
# ## z: the score
#
# $$z = w_1 x_1 + w_2 x_2 + b$$
#
# In words: each feature times its own weight, all added up, plus the bias. For the seedling:
#
# $$z = 0.3 \cdot 2 + 0.4 \cdot 1 + 0.1 = 0.6 + 0.4 + 0.1 = 1.1$$
#
# The lecture also writes $z = w^T x + b$ (say "w transposed times x, plus b"). It is the same sum, only shorter to write:
# multiply in pairs, $w_1$ with $x_1$ and $w_2$ with $x_2$, and add up.
#
# In code, `*` is times:

# %%
x1, x2 = 2, 1
w1, w2, b = 0.3, 0.4, 0.1
w1 * x1 + w2 * x2 + b

# %% [markdown]
# The computer shows 1.1, perhaps with a tiny error at the very end. Computers count with about 16 digits.

# %% [markdown]
# ## a: the prediction
#
# A score can be any number, and a prediction should lie between 0 and 1. The **sigmoid** function, written $\sigma$
# (say "sigma"), does the squeezing:
#
# $$a = \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# Here $e$ is the number 2.718…, and $e^{-z}$ is "$e$ to the power minus $z$". In Python it is `math.exp(-z)`.
# The lecture also calls the prediction $\hat{y}$ (say "y hat"): $\hat{y} = a$.

# %% [markdown]
# ### By hand: what is σ(0)?
#
# You need no computer for this one. Any number to the power 0 is 1. Put your number in the place of the dots.

# %% exercise="sigmoid_of_0"
# BEGIN SOLUTION
sigmoid_of_0 = 0.5
# END SOLUTION

# %% check="sigmoid_of_0"
check("sigmoid_of_0", sigmoid_of_0)

# %% [markdown]
# ### Predict: what is σ(10)?
#
# - `"a"`: about 10
# - `"b"`: a little below 1
# - `"c"`: exactly 1
#
# Answer with the letter in quotes, such as `"a"`. There are no points to lose here: just guess. You may leave your guess as it
# is, or change it.

# %% exercise="sigmoid_of_10"
# BEGIN SOLUTION
sigmoid_of_10 = "b"
# END SOLUTION

# %% check="sigmoid_of_10"
check("sigmoid_of_10", sigmoid_of_10)

# %% [markdown]
# ### Look at the curve
#
# Drag the slider from left to right. Where does the curve climb fast, and where hardly at all?

# %%
explore(pictures.sigmoid_curve, z=(-6.0, 6.0, 1.1))

# %% [markdown]
# It is steepest in the middle, at $z = 0$, and flat at both ends. At our $z = 1.1$ the prediction is
# $a \approx 0.75$: the computer is 75 % sure that the seedling survives.

# %% [markdown]
# ### Your turn: `sigmoid`
#
# Write the formula in Python. The first line is there: it says that `sigmoid` is given a `z`. Replace only the dots, so that your line
# stays four spaces in. Begin it with the word `return`: it hands the result back.
#
# One thing to watch: Python divides **before** it adds. What stands under the fraction bar needs brackets.

# %% exercise="sigmoid"
def sigmoid(z):
    # BEGIN SOLUTION
    return 1 / (1 + math.exp(-z))
    # END SOLUTION

# %% check="sigmoid"
check("sigmoid", sigmoid)

# %% [markdown]
# A *remark* on the card? There is nothing to do about it now. It is explained further down, at z = 800.
#
# **Why it matters:** from now on every score becomes a number that you can read as "how sure".

# %% [markdown]
# ### Your turn: `forward`
#
# Going from the inputs to the prediction is called the **forward** pass. Work out `z`, then `a`. Use your own `sigmoid` for the
# second one. Give back both: `return z, a`

# %% exercise="forward"
def forward(x1, x2, w1, w2, b):
    # BEGIN SOLUTION
    z = w1 * x1 + w2 * x2 + b
    a = sigmoid(z)
    return z, a
    # END SOLUTION

# %% check="forward"
check("forward", forward)

# %% [markdown]
# ## L: the loss
#
# The computer said 75 %, and the seedling did survive. Was that good? Better than 60 %, worse than 90 %. The loss puts a
# number on it. It is a measure of **surprise**: small if we expected what happened, large if we didn't.
#
# Before the formula, a prediction of yours.

# %% [markdown]
# ### Predict: which is worse?
#
# The label is $y = 0$: the seedling died. Which prediction should cost more?
#
# - `"a"`: $a = 0.9$
# - `"b"`: $a = 0.6$
# - `"c"`: both the same, because both are wrong

# %% exercise="which_is_worse"
# BEGIN SOLUTION
which_is_worse = "a"
# END SOLUTION

# %% check="which_is_worse"
check("which_is_worse", which_is_worse)

# %% [markdown]
# ### The formula
#
# $$L(a, y) = -\big(\, y \cdot \log a + (1 - y) \cdot \log(1 - a) \,\big)$$
#
# It looks like a lot. But $y$ is 0 or 1, so **one of the two terms is always switched off**:
#
# | label | what is left | in words |
# |---|---|---|
# | $y = 1$ | $L = -\log a$ | small when $a$ is near 1 |
# | $y = 0$ | $L = -\log(1 - a)$ | small when $a$ is near 0 |
#
# `log` is the **natural logarithm**, `math.log` in Python. It asks: *$e$ to which power gives this number?* So
# $\log 1 = 0$, and the log of a number between 0 and 1 is negative. The minus in front turns the loss positive: it is
# never below 0.
#
# $L(a, y)$ is read "the loss of $a$ and $y$". Nothing is multiplied there.

# %% [markdown]
# ### Look at both curves
#
# Drag the score $z$ from end to end. The first picture turns it into the prediction $a$. The second one shows what $a$ costs: the full
# line if $y = 1$, the broken line if $y = 0$. At which end does each of them shoot up?
#
# Leave the red line for now. It shows how steep σ is, its *slope*, and comes back in lesson 02.
#
# When you run the cell again, your $z$ stays; **fresh start** brings the first one back.

# %%
SigmoidWidget(z=1.1)

# %% [markdown]
# For $y = 1$ the loss shoots up where $a$ is near 0, for $y = 0$ where $a$ is near 1. Both times the prediction is **confident and
# wrong**. At $z = 1.1$ the loss is 0.287 if the seedling survived, and 1.387 if it died.

# %% [markdown]
# ### By hand: how many times worse?
#
# The label is $y = 0$, so the loss is $-\log(1 - a)$. How many times larger is the loss of $a = 0.9$ than the loss of
# $a = 0.6$? Two digits after the point will do. This cell is a calculator: change
# the number and run it again.

# %%
-math.log(1 - 0.9)

# %% exercise="times_worse"
# BEGIN SOLUTION
times_worse = 2.51
# END SOLUTION

# %% check="times_worse"
check("times_worse", times_worse)

# %% [markdown]
# ### Your turn: `loss`
#
# Write the whole formula, with both terms, so that it works for either label.

# %% exercise="loss"
def loss(a, y):
    # BEGIN SOLUTION
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))
    # END SOLUTION

# %% check="loss"
check("loss", loss)

# %% [markdown]
# **Why it matters:** learning will mean one thing only, making this number smaller.

# %% [markdown]
# ## All of it at once
#
# Now you are the one who learns. The seedling has $x_1 = 2$ and $x_2 = 1$. Turn $w_1$, $w_2$ and $b$ until the loss is below 0.1. Then
# switch the label to $y = 0$. *Predict first:* does the loss go up or down?

# %%
def seedling(w1, w2, b, y):
    return pictures.computation_graph(2, 1, y, w1, w2, b, gradients=False)

explore(seedling, w1=(-2, 2, 0.3), w2=(-2, 2, 0.4), b=(-2, 2, 0.1), y=[1, 0])

# %% [markdown]
# <details>
# <summary>Compare with your prediction</summary>
#
# Up it goes: what made you sure of 1 is now confident and wrong. With $w_1 = 1$, say, the score is $z = 2.5$. That costs 0.079 if
# $y = 1$, and 2.579 if $y = 0$.
#
# </details>
#
# You turned the knobs by trying. In lesson 03 the computer will turn them by itself.

# %% [markdown]
# ## What happens at z = 800?
#
# Our formula is right on paper. Computers have limits, though. What does Python say to $e^{800}$, a number with 348 digits?

# %%
try:
    print(math.exp(800))
except OverflowError as error:
    print("Python gives up:", error)

# %% [markdown]
# The number is too large. Numbers with a decimal point end at about 308 digits. So the plain formula fails for $z = -800$, because it
# needs $e^{800}$ there. If your check said "Right" with a *remark*, this is what the remark was about.
#
# The cure is to write the same fraction in another way when $z$ is negative. Multiply above and below the bar
# by $e^z$. Below the bar $e^z \cdot 1 = e^z$, and $e^z \cdot e^{-z} = e^0 = 1$:
#
# $$\frac{1}{1 + e^{-z}} = \frac{e^z}{e^z + 1}$$
#
# Now the power is small where the other one was huge. The course's own `sigmoid` does it this way:

# %%
from lessons import logistic

logistic.sigmoid(-800), logistic.sigmoid(1.1), logistic.sigmoid(800)

# %% [markdown]
# The loss has the same trouble: for $z = 800$ the prediction rounds to exactly 1, and $\log(1 - 1) = \log 0$ does not exist. It can be
# worked out straight from $z$ instead. You needn't learn this; it is good to know that it is there.

# %%
logistic.loss_from_z(800, y=0), logistic.loss_from_z(1.1, y=0)

# %% [markdown]
# ## Exit ticket
#
# A fresh example, written as the lecture writes it: $x = (3, 2)$, $w = (0.4, -0.5)$, $b = 0.3$, and the label is $y = 0$. Can you
# get three numbers right in a row?
#
# 1. the score $z = w^T x + b$,
# 2. the prediction $\hat{y} = a$,
# 3. the loss.
#
# Give at least three digits after the point. Use pen and paper for $z$, and this cell as a calculator for the rest:

# %%
sigmoid(0), math.log(0.5)

# %% exercise="drill_z"
# BEGIN SOLUTION
drill_z = 0.5
# END SOLUTION

# %% check="drill_z"
check("drill_z", drill_z)

# %% exercise="drill_a"
# BEGIN SOLUTION
drill_a = 0.6225
# END SOLUTION

# %% check="drill_a"
check("drill_a", drill_a)

# %% exercise="drill_loss"
# BEGIN SOLUTION
drill_loss = 0.974
# END SOLUTION

# %% check="drill_loss"
check("drill_loss", drill_loss)

# %%
show_progress("01_recap")

# %% [markdown]
# ## Keep practising
#
# Fresh examples, as many as you want. Each asks for $z$, $a$ or the loss. Your calculator is the cell
# `sigmoid(0), math.log(0.5)` above. Two digits after the point will do. Type a number, press Enter, and go on as long as you like. It
# counts how many you get right in a row. There are no points here.

# %%
DrillWidget("forward")

# %% [markdown]
# ## Summary
#
# | step | formula | in words | seedling |
# |---|---|---|---|
# | score | $z = w_1 x_1 + w_2 x_2 + b$ | features times weights, plus the bias | 1.1 |
# | prediction | $a = \hat{y} = \sigma(z) = \frac{1}{1 + e^{-z}}$ | how sure we are of the label 1 | 0.7503 |
# | loss | $L = -(y \log a + (1 - y) \log(1 - a))$ | how surprised we are | 0.2873 |
#
# > **What people get wrong here**
# >
# > - `1 / 1 + math.exp(-z)`: without brackets the prediction is above 1.
# > - A minus sign that reaches only the first term of the loss: then it is negative for $y = 0$.
# > - "A loss of −5 is better than 0." There is no loss below 0. Zero is the best there is.
# > - Putting the label inside the log. Labels multiply; predictions go inside.
#
# **Next:** [02 · Walking the graph backwards](02_derivatives.ipynb)
