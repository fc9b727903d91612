# %% [markdown]
# # A tiny lesson
#
# It holds one of everything the release has to handle, 씨앗 and σ included.

# %%
import sys
import warnings

import IPython.display


def check(name, answer):
    print(name, "is still to do" if answer in (None, ...) else "is answered")


# %% [markdown]
# ## Two exercises
#
# ```
# # a line that only looks like a heading
# ```


# %% exercise="double"
def double(x):
    """Return x two times."""
    # BEGIN SOLUTION
    # twice as much
    return sum([x, x])
    # END SOLUTION


# %% check="double"
check("double", double(2))

# %% [markdown]
# Now without a function.

# %% exercise="by_hand"
start = 1
# BEGIN SOLUTION
by_hand, half = start + 0.25, start / 2
by_hand += 0.0625
# END SOLUTION
str(half)

# %% check="by_hand"
check("by_hand", by_hand)

# %% [markdown]
# ## What comes out

# %%
print("one")
warnings.warn("careful", stacklevel=1)
print("two", object())

# %% id="a-widget" tags=["wide"]
widget = {"application/vnd.jupyter.widget-view+json": {"model_id": str(id(sys))}}
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'
IPython.display.display(widget | {"text/plain": "a slider", "image/svg+xml": svg}, raw=True)

# %%
IPython.display.display(widget, raw=True)

# %% tags=["raises-exception"]
int("one")

# %%
# %precision 3
sum([0.1, 0.2])
