# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # 00 · Start here
#
# **About 5 minutes.** You need nothing but this page. No calculus, no machine learning.
#
# In this lesson you will
#
# - run a cell,
# - move a slider,
# - answer one question wrongly *on purpose*, read what comes back, and then answer it rightly.
#
# After that you know how every lesson works.

# %% [markdown]
# ## Run a cell
#
# Each grey box below is a **code cell**. Click into one, then press **Shift + Enter**. That runs it and
# moves on to the next cell.
#
# The first two only fetch the tools of the lesson. You needn't read them. The very first may be a thin bar, and unfold when you
# click on it: that is fine. Click on it, then press **Shift + Enter** twice.

# %%
from lessons.check import check, show_progress
from lessons.logistic import forward
from lessons.pictures import sigmoid_curve
from lessons.sliders import explore
from lessons.widgets import DrillWidget

# %% [markdown]
# Hardly anything happened, and that is right. On the left of the second one there is now a number in brackets: it says that
# the cell has run.

# %% [markdown]
# ## The story
#
# The course follows one short lecture, *Logistic Regression Gradient Descent*, from its first line to its last. A small story
# carries it.
#
# You grow seedlings on your window sill. Will this one survive the week? You know two things about it:
#
# | name | what it is | this seedling |
# |---|---|---|
# | $x_1$ | hours of sun per day | 2 |
# | $x_2$ | litres of water in the week | 1 |
#
# The computer has three numbers of its own. Later it will *learn* them. For now they are given:
#
# | name | what it is | now |
# |---|---|---|
# | $w_1$ | how much the sun counts (a **weight**) | 0.3 |
# | $w_2$ | how much the water counts (a **weight**) | 0.4 |
# | $b$ | where it starts from (the **bias**) | 0.1 |
#
# From these it works out a **score**, called $z$:
#
# $$z = w_1 x_1 + w_2 x_2 + b$$
#
# In words: sun times its weight, plus water times its weight, plus the bias.

# %% [markdown]
# ## Move a slider
#
# A score can be any number. The curve below squeezes it into a **prediction** $a$ between 0 and 1: how
# sure the computer is that the seedling survives.
#
# *Predict first:* if the score goes up, does the prediction go up or down?
#
# Now run the cell and drag the slider.

# %%
explore(sigmoid_curve, z=(-6.0, 6.0, 1.1))

# %% [markdown]
# <details>
# <summary>Compare with your prediction</summary>
#
# Up. The higher the score, the surer the computer. That is all the slider wants to tell you today.
#
# </details>
#
# (No slider on your screen? Then the picture shows the place z = 1.1, and you have missed nothing.)

# %% [markdown]
# ## Answer wrongly, on purpose
#
# Every lesson asks you to work something out, and every answer is checked at once. Let's see what happens
# when an answer is wrong.
#
# Somebody worked out the score like this: $0.3 \cdot 2 + 0.4 \cdot 1 = 1.0$. Run the check on it.

# %%
check("first_z", 1.0)

# %% [markdown]
# Read the card. It doesn't only say *no*. It says **which mistake it was**, shows you what you answered, and
# gives you something to try. Mistakes are what this course is made of: more than a hundred of them
# have a name here.

# %% [markdown]
# ## Now rightly
#
# Work out $z$ for the seedling, all three parts of it. Put your number in the place of the three dots,
# then run the cell.

# %% exercise="first_z"
# BEGIN SOLUTION
first_z = 1.1
# END SOLUTION

# %% check="first_z"
check("first_z", first_z)

# %% [markdown]
# Is there a tick on the card? Then you have done your first exercise. The computer gets the same number, and the
# prediction with it:

# %%
z, a = forward(x1=2, x2=1, w1=0.3, w2=0.4, b=0.1)
print(f"score z = {z:.1f}, prediction a = {a:.2f}")

# %% [markdown]
# It is about 75 % sure that the seedling survives.

# %% [markdown]
# ## When you are stuck
#
# - After the second miss, the card gives you a **hint**. After the third, another one.
# - After the fourth, it tells you where the **solution** is. Looking it up is fine. Close it again, then write the
#   answer yourself.
# - *There is no answer yet*? Run the cell with your answer first, then the check.
# - *name … is not defined*? Run the cells above it first. Is it spelled as it is there?
# - A red error under your answer? Then the check still has your old answer, and says so. Mend the line that the error points to, and
#   run the cell again.
# - Numbers take a point, not a comma: `0.5`.
# - Something strange on the screen? Choose **Kernel → Restart Kernel** in the menu and run the cells from the top
#   again. Your text stays.

# %% [markdown]
# ## Where your work is, and how it counts
#
# - Your work is in **this notebook file**. Save it with **Ctrl + S** (on a Mac **⌘ + S**). The ticks are worked out
#   again whenever you run the cells.
# - **Back another day?** What Python knew is gone, and your text is still there. Choose **Run → Run All Cells** in the menu.
# - Each exercise has points. *Predictions* have none: a wrong guess costs nothing, and only a guess that you really made
#   can surprise you.
# - If a teacher grades your notebook, the same checks decide. What shows a tick here gets its points there.
# - Leave the cells with `check(...)` as they are.
#
# This cell shows what you have done so far:

# %%
show_progress("00_start")

# %% [markdown]
# ## Keep practising
#
# Here are other seedlings, as many as you want. Each asks for its score $z$. Some weights are negative: they pull the score down.
#
# Type a number, press Enter, and go on as long as you like. It counts how many you get right in a row. There are no points here.

# %%
DrillWidget("z")

# %% [markdown]
# ## Summary
#
# | | |
# |---|---|
# | run a cell | **Shift + Enter** |
# | answer | replace the three dots `...` |
# | check | run the cell with `check(...)` |
# | stuck | check again: hints come by themselves |
# | save | **Ctrl + S** |
#
# > **What people get wrong here:** they run a check before they have run the cell with their answer. Then the check
# > still sees the old one. Run the answer first, then the check.
#
# **Next:** [01 · From numbers to a loss](01_recap.ipynb)
