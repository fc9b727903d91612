# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # 03 · The update rule: learning
#
# **About 35 minutes**, and a good place for a break in the middle. You need lessons 01 and 02.
#
# After this lesson you can
#
# - take one step of **gradient descent** by hand and in code,
# - write the loop that learns,
# - say what the **learning rate** $\alpha$ does.
#
# Run the two cells below first. They fetch the tools, and `forward`, `loss` and `backward` from the earlier lessons.

# %%
import math

from lessons import logistic, pictures
from lessons.check import check, show_progress
from lessons.logistic import backward, forward, loss
from lessons.sliders import explore
from lessons.widgets import DescentWidget, DrillWidget

# %% [markdown]
# ## Where we stand
#
# Our seedling again, with all its numbers: values flow right, slopes flow left.

# %%
pictures.computation_graph(2, 1, 1, 0.3, 0.4, 0.1)

# %% [markdown]
# The slopes say how the loss moves when we turn a knob. All three are negative: turn a knob **up**, and the loss goes **down**.

# %% [markdown]
# ## One step by hand
#
# We want a smaller loss, so we go *against* the slope, a little way:
#
# $$w_1 := w_1 - \alpha \cdot dw_1 \qquad w_2 := w_2 - \alpha \cdot dw_2 \qquad b := b - \alpha \cdot db$$
#
# The sign $:=$ means "gets the new value". $\alpha$ (say "alpha") is the **learning rate**: it says how long the step is. You choose
# it. Here we take $\alpha = 1$, because that is easy to work out. In Python you write `=` for $:=$, and `alpha` for $\alpha$.

# %% [markdown]
# ### Predict: which parameter moves most?
#
# Guess from the inputs, $x_1 = 2$ and $x_2 = 1$.
#
# - `"a"`: $w_1$
# - `"b"`: $w_2$
# - `"c"`: $b$

# %% exercise="moves_most"
# BEGIN SOLUTION
moves_most = "a"
# END SOLUTION

# %% check="moves_most"
check("moves_most", moves_most)

# %% [markdown]
# ### Your turn, on paper
#
# Old values: $w_1 = 0.3$, $w_2 = 0.4$, $b = 0.1$. Slopes: $-0.4995$, $-0.2497$, $-0.2497$. Take one step with $\alpha = 1$ and write down
# the three new values, with commas between, in this order: `w1, w2, b`

# %% exercise="step_by_hand"
# BEGIN SOLUTION
step_by_hand = 0.7995, 0.6497, 0.3497
# END SOLUTION

# %% check="step_by_hand"
check("step_by_hand", step_by_hand)

# %% [markdown]
# ### Your turn: `update`
#
# The same in code. Return the three new values, in this order: `w1, w2, b`

# %% exercise="update"
def update(w1, w2, b, dw1, dw2, db, alpha):
    # BEGIN SOLUTION
    w1 = w1 - alpha * dw1
    w2 = w2 - alpha * dw2
    b = b - alpha * db
    return w1, w2, b
    # END SOLUTION

# %% check="update"
check("update", update)

# %% [markdown]
# ## Did it help?
#
# ### Predict
#
# Before the step the prediction was $a = 0.75$, and the label is 1. After the step, the prediction will be …
#
# - `"a"`: above 0.75
# - `"b"`: below 0.75
# - `"c"`: still 0.75

# %% exercise="after_one_step"
# BEGIN SOLUTION
after_one_step = "a"
# END SOLUTION

# %% check="after_one_step"
check("after_one_step", after_one_step)

# %% [markdown]
# Now look. The new parameters go forward once more:

# %%
z, a = forward(2, 1, 0.7995, 0.6497, 0.3497)
print(f"z = {z:.4f}   a = {a:.4f}   loss = {loss(a, 1):.4f}")

# %% [markdown]
# From 75 % to 93 %, and the loss fell from 0.2873 to 0.0718. One step, and the computer has learned something.

# %% [markdown]
# ## All three from the same place
#
# There is one rule that is easy to break: work out **all** slopes first, from the **same** old parameters. Only then change them.
#
# Why? The slope says which way is down *from where you stand*. If you change $w_1$ and then work out $dw_2$ with the new $w_1$ in it,
# you mix two places. The mistake is small, so nobody notices, and it stays.

# %% [markdown]
# ### Your turn: `gradient_step`
#
# One whole step: forward, backward, update. Use `forward` and `backward` from the lessons and your own `update`. Remember what they
# return: `z, a` and `dz, dw1, dw2, db`. Give back the new `w1, w2, b`.

# %% exercise="gradient_step"
def gradient_step(x1, x2, y, w1, w2, b, alpha):
    # BEGIN SOLUTION
    z, a = forward(x1, x2, w1, w2, b)
    dz, dw1, dw2, db = backward(x1, x2, a, y)
    return update(w1, w2, b, dw1, dw2, db, alpha)
    # END SOLUTION

# %% check="gradient_step"
check("gradient_step", gradient_step)

# %% [markdown]
# ## In a loop
#
# One step is good. Many steps are learning. "In a loop" means: forward, backward, update, and again.
#
# ### Your turn: `train`
#
# Take `steps` steps. **Before** each one, put the loss at the end of a list called `losses`. At the end, return the last parameters and
# the list, in this order:
# `w1, w2, b, losses`
#
# Three pieces of Python that you need: `losses = []` makes an empty list, `losses.append(3)` puts a 3 at its end, and
# `for step in range(steps):` repeats the indented lines below it.

# %% exercise="train"
def train(x1, x2, y, w1, w2, b, alpha, steps):
    # BEGIN SOLUTION
    losses = []
    for _ in range(steps):
        z, a = forward(x1, x2, w1, w2, b)
        losses.append(loss(a, y))
        w1, w2, b = gradient_step(x1, x2, y, w1, w2, b, alpha)
    return w1, w2, b, losses
    # END SOLUTION

# %% check="train"
check("train", train)

# %% [markdown]
# Your loop at work on the seedling, twenty steps with $\alpha = 0.5$:

# %%
result = train(2, 1, 1, 0.3, 0.4, 0.1, alpha=0.5, steps=20)
pictures.loss_over_steps(result[-1] if isinstance(result, tuple) else ...)

# %% [markdown]
# **Why it matters:** the largest networks learn with this same loop. They only have more knobs.
#
# This is a good place for a break.

# %% [markdown]
# ## The lab: what does α do?
#
# Here is the loss as a landscape over $w_1$ and $w_2$, as on a hiking map: along a line the loss is the same. Each dot is a step; the
# path goes downhill. (The lines are drawn for the last $b$, because $b$ moves too.)
#
# Move $\alpha$ and the starting point. When are the dots close together, when far apart? Read the numbers on the axes: how far did
# $w_1$ get?

# %%
def path(alpha, w1, w2, b):
    history = logistic.train(2, 1, 1, w1, w2, b, alpha, steps=20)
    return pictures.path_on_contour(history, 2, 1, 1)

starts = dict(w1=(-2, 2, 0.3), w2=(-2, 2, 0.4), b=(-2, 2, 0.1))
explore(path, alpha=(0.001, 5, 0.5), **starts)

# %% [markdown]
# The dots are far apart where the land is steep, and close together where it is flat: a small slope makes a small step. With
# $\alpha = 0.5$, $w_1$ gets from 0.3 to 1.32. With a larger $\alpha$ it gets further.
#
# And the loss, step by step, for the same sliders:

# %%
def descent(alpha, w1, w2, b):
    history = logistic.train(2, 1, 1, w1, w2, b, alpha, steps=20)
    return pictures.loss_over_steps(history)

explore(descent, alpha=(0.001, 5, 0.5), **starts)

# %% [markdown]
# ### A tiny α
#
# With $\alpha = 0.001$ the loss hardly moves in twenty steps. *Predict why:*
#
# - `"a"`: there must be a bug
# - `"b"`: the steps are tiny, because α is
# - `"c"`: the slope is zero here

# %% exercise="tiny_alpha"
# BEGIN SOLUTION
tiny_alpha = "b"
# END SOLUTION

# %% check="tiny_alpha"
check("tiny_alpha", tiny_alpha)

# %% [markdown]
# You can say beforehand how much a small step brings. $w_1$ moves by $\alpha \cdot dw_1$, and the loss moves by $dw_1$ times
# that: $\alpha \cdot dw_1^2$. The same for the others:
#
# $$\text{drop} \approx \alpha \cdot (dw_1^2 + dw_2^2 + db^2)$$
#
# Put in $dw_1 = x_1 \cdot dz$, $dw_2 = x_2 \cdot dz$ and $db = dz$. Every term then has a $dz^2$, which can go in front:
#
# $$\text{drop} \approx \alpha \cdot dz^2 \cdot (1 + x_1^2 + x_2^2)$$
#
# Work it out for $\alpha = 0.01$. You know $dz = -0.2497$, $x_1 = 2$, $x_2 = 1$. Give four digits after the point. (A square is
# `** 2` in Python, and a negative number needs brackets around it first.)

# %% exercise="expected_drop"
# BEGIN SOLUTION
expected_drop = 0.01 * 0.2497**2 * (1 + 2**2 + 1**2)
# END SOLUTION

# %% check="expected_drop"
check("expected_drop", expected_drop)

# %% [markdown]
# Compare with what really happens:

# %%
rows = logistic.train(2, 1, 1, 0.3, 0.4, 0.1, alpha=0.01, steps=1)
print(f"real drop: {rows[0].loss - rows[1].loss:.5f}")

# %% [markdown]
# If your loss barely moves, compare it with this drop before you look for a bug.

# %% [markdown]
# ### A huge α
#
# Now $\alpha = 100$. *Predict:* what will the loss of our **one** seedling do?
#
# - `"a"`: it explodes (it grows and grows)
# - `"b"`: it swings up and down
# - `"c"`: it falls, almost at once, to nearly 0

# %% exercise="huge_alpha"
# BEGIN SOLUTION
huge_alpha = "c"
# END SOLUTION

# %% check="huge_alpha"
check("huge_alpha", huge_alpha)

# %%
example = 2, 1, 1, 0.3, 0.4, 0.1
runs = [logistic.train(*example, alpha, 10) for alpha in (0.01, 1, 100)]
pictures.loss_over_steps(*runs, labels=["α = 0.01", "α = 1", "α = 100"])

# %% [markdown]
# The axis is a special one: each mark downwards is ten times smaller ($10^{-2}$ is 0.01). With α = 100 the loss is below the picture after
# one step.
#
# With **one** example the loss never rises, however large α is. With $y = 1$, $dz = a - 1$ is always negative. So every step moves $z$ up,
# towards the label, and never back. A large α is just there sooner. (With $y = 0$ it is the mirror image.)
#
# And yet people warn of a large α. What if there are two examples?

# %% [markdown]
# ### Two examples that disagree
#
# Two seedlings, both with $x_1 = 2$ and $x_2 = 1$. One survived, the other died. With equal inputs the best prediction is $a = 0.5$.
# We go down the slope of their mean loss, the average of the two. *Predict what a large α does now:*
#
# - `"a"`: the loss still never rises
# - `"b"`: the loss can rise
# - `"c"`: nothing is learned at all

# %% exercise="two_examples"
# BEGIN SOLUTION
two_examples = "b"
# END SOLUTION

# %% check="two_examples"
check("two_examples", two_examples)

# %% [markdown]
# Here is the loop for two seedlings. It takes the mean of both losses and the mean of both slopes; everything else is as before. You
# needn't read every line.

# %%
def two_seedlings(alpha, steps=12):
    w1, w2, b, losses = 0.3, 0.4, 0.1, []
    for _ in range(steps):
        z, a = forward(2, 1, w1, w2, b)
        losses.append((loss(a, 1) + loss(a, 0)) / 2)
        both = zip(backward(2, 1, a, 1), backward(2, 1, a, 0))
        dz, dw1, dw2, db = ((one + other) / 2 for one, other in both)
        w1, w2, b = logistic.update(w1, w2, b, dw1, dw2, db, alpha)
    return losses

runs = [two_seedlings(alpha) for alpha in (0.1, 1, 3)]
pictures.loss_over_steps(*runs, labels=["α = 0.1", "α = 1", "α = 3"])

# %% [markdown]
# With α = 1 the loss settles at $\log 2 = 0.693$, the best it can do here; α = 0.1 is still on its way. With α = 3 every step jumps over
# the valley: the loss rises above where it started, swings up and down, and never settles.
#
# **Why it matters:** with many examples, some always disagree. Then α has to be chosen with care.

# %% [markdown]
# ### A playground
#
# Everything of this lesson in one place. It is a lot to look at, so begin with one button: press **step**. A dot moves in both pictures,
# and the lines with $:=$ below spell out the next step. What is still to come is dotted. The short line between shows $a$ on its way
# to $y$.
#
# Then three things to try:
#
# 1. Press **huge**, then **run**. Where does $a$ go? Does the loss ever rise?
# 2. Press **two that disagree**, then **run**. At the last step the sentence that begins with *Step* tells whether the loss rises. Now move
#    $\alpha$: which is the largest one with which it never does?
# 3. Press **fresh start**. In *Break it*, choose a mistake, predict what the loss will do, and watch. Which mistakes can't be
#    seen in the loss?
#
# You can also drag the start on the map. When you run the cell again, your numbers stay; **fresh start** brings the first ones back.

# %%
playground = DescentWidget(alpha=0.5, w1=0.3, w2=0.4, b=0.1)
playground

# %% [markdown]
# <details>
# <summary>Compare with what you found</summary>
#
# 1. The loss never rises. After one step $a$ is as good as 1.
# 2. About $\alpha = 1.4$. With more, the first step jumps over the valley and lands higher on the other side.
# 3. With a plus, or with the wrong sign in $dz$, the loss rises at every step. With the old value lost it swings. But with $b$, $\alpha$ or
#    the inputs forgotten, or with slopes from different places, it still falls. **A falling loss does not prove that the code is right.**
#    And some numbers hide a mistake: with $\alpha = 1$, forgetting $\alpha$ changes nothing.
#
# </details>

# %% [markdown]
# *If you like:* the playground belongs to your code, too. `playground.history[1].w1` is $w_1$ after the first step. And here is a
# number box of your own: `jslink` ties it to α above. Change either one, and the other follows, without any Python. (You ran the
# playground again? Then run this cell again, too. No box on your screen? Then you have missed nothing.)

# %%
from ipywidgets import BoundedFloatText, jslink

box = BoundedFloatText(playground.alpha, min=0.001, max=100, description="α")
jslink((box, "value"), (playground, "alpha"))
box

# %% [markdown]
# ## Finale: the whole lecture in twelve lines
#
# ### Your turn: `whole_lecture`
#
# One step with every number of the lecture, one line for each: `z`, `a`, `loss`, then `da`, `da_dz`, `dz`, `dw1`, `dw2`, `db`, and
# last the new `w1`, `w2`, `b`. Use only `math`: no helpers this time.
#
# Return all twelve by their names. For the first two that would be `return dict(z=z, a=a)`; yours is longer.

# %% exercise="whole_lecture"
def whole_lecture(x1, x2, y, w1, w2, b, alpha):
    # BEGIN SOLUTION
    z = w1 * x1 + w2 * x2 + b
    a = 1 / (1 + math.exp(-z))
    loss = -(y * math.log(a) + (1 - y) * math.log(1 - a))
    da = -y / a + (1 - y) / (1 - a)
    da_dz = a * (1 - a)
    dz = a - y
    dw1 = x1 * dz
    dw2 = x2 * dz
    db = dz
    w1 = w1 - alpha * dw1
    w2 = w2 - alpha * dw2
    b = b - alpha * db
    slopes = dict(da=da, da_dz=da_dz, dz=dz, dw1=dw1, dw2=dw2, db=db)
    return dict(z=z, a=a, loss=loss, w1=w1, w2=w2, b=b, **slopes)
    # END SOLUTION

# %% check="whole_lecture"
check("whole_lecture", whole_lecture)

# %% [markdown]
# Now train the seedling with **your** twelve lines, and compare with the course's own `train`.

# %%
w1, w2, b = 0.3, 0.4, 0.1
yours, losses = [], []
names = "z a loss da da_dz dz dw1 dw2 db w1 w2 b".split()
for _ in range(21):
    now = whole_lecture(2, 1, 1, w1, w2, b, alpha=0.5) or {}
    now = now if isinstance(now, dict) else dict(zip(names, now))
    yours.append((w1, w2, b))
    losses.append(now.get("loss"))
    w1, w2, b = now.get("w1"), now.get("w2"), now.get("b")
reference = logistic.train(2, 1, 1, 0.3, 0.4, 0.1, alpha=0.5, steps=20)

# %% [markdown]
# First the losses. If the two curves lie on top of each other, you see only one:

# %%
pictures.loss_over_steps(losses, reference, labels=["yours", "the course's"])

# %% [markdown]
# Then the path. This one is yours:

# %%
pictures.path_on_contour(yours, 2, 1, 1)

# %% [markdown]
# And this one is the course's. Same picture? Then you have built the whole thing.

# %%
pictures.path_on_contour(reference, 2, 1, 1)

# %% [markdown]
# ## Exit ticket: find the wrong line
#
# Three loops by three learners. In each, **one** line is wrong. They are written
# as the lecture writes, with := for "gets the new value". Answer with the number of the line in quotes, such as `"2"`.
#
# **Loop 1**
#
# ```text
# 1   repeat 10 times:
# 2       z, a := forward(x1, x2, w1, w2, b)
# 3       dz, dw1, dw2, db := backward(x1, x2, a, y)
# 4       w1 := w1 − α·dw1
# 5       w2 := w2 − α·dw2
# 6       b := b + α·db
# ```

# %% exercise="wrong_line_1"
# BEGIN SOLUTION
wrong_line_1 = "6"
# END SOLUTION

# %% check="wrong_line_1"
check("wrong_line_1", wrong_line_1)

# %% [markdown]
# **Loop 2**
#
# ```text
# 1   repeat 10 times:
# 2       z, a := forward(x1, x2, w1, w2, b)
# 3       w1 := w1 − α·x1·(a − y)
# 4       z, a := forward(x1, x2, w1, w2, b)
# 5       w2 := w2 − α·x2·(a − y)
# 6       b := b − α·(a − y)
# ```

# %% exercise="wrong_line_2"
# BEGIN SOLUTION
wrong_line_2 = "4"
# END SOLUTION

# %% check="wrong_line_2"
check("wrong_line_2", wrong_line_2)

# %% [markdown]
# **Loop 3**
#
# ```text
# 1   z, a := forward(x1, x2, w1, w2, b)
# 2   repeat 10 times:
# 3       dz, dw1, dw2, db := backward(x1, x2, a, y)
# 4       w1 := w1 − α·dw1
# 5       w2 := w2 − α·dw2
# 6       b := b − α·db
# ```

# %% exercise="wrong_line_3"
# BEGIN SOLUTION
wrong_line_3 = "1"
# END SOLUTION

# %% check="wrong_line_3"
check("wrong_line_3", wrong_line_3)

# %%
show_progress("03_update_rule")

# %% [markdown]
# ## Keep practising
#
# Fresh examples, as many as you want, one new parameter at a time. Two digits after the point will do. Type a number, press Enter, and
# go on as long as you like. It counts how many you get right in a row. There are no points here.

# %%
DrillWidget("update")

# %% [markdown]
# ## Summary
#
# Repeat:
#
# | | |
# |---|---|
# | forward | $z = w_1 x_1 + w_2 x_2 + b$, $\quad a = \sigma(z)$, $\quad L = -(y \log a + (1 - y) \log(1 - a))$ |
# | backward | $dz = a - y$, $\quad dw_1 = x_1 \cdot dz$, $\quad dw_2 = x_2 \cdot dz$, $\quad db = dz$ |
# | update | $w_1 := w_1 - \alpha \cdot dw_1$, $\quad w_2 := w_2 - \alpha \cdot dw_2$, $\quad b := b - \alpha \cdot db$ |
#
# > **What people get wrong here**
# >
# > - A plus instead of a minus: then the loss grows with every step.
# > - Forgetting α, or writing a fixed number for it. Then moving the slider changes nothing.
# > - Forgetting $b$. It is a parameter too.
# > - Changing $w_1$ before $dw_2$ is worked out. First all slopes, then all updates.
# > - "A large α must explode." With one example it can't. It takes examples that disagree.
#
# **This is the whole lecture:** forward, backward, update, again. You can now read `lessons/logistic.py` from top to bottom. It says
# in 180 lines what you have written yourself.
#
# **Next:** change one line of your `whole_lecture` on purpose. Predict what the pictures will show. Then run it again, and the cells
# below it.
