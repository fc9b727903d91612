#!/usr/bin/env python
# coding: utf-8

# # 01 · From numbers to a loss

# In[1]:


import math
from lessons import pictures
from lessons.check import check, show_progress


# In[2]:


pictures.computation_graph(2, 1, 1, 0.3, 0.4, 0.1, gradients=False)


# In[5]:


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


# In[6]:


check("sigmoid", sigmoid)
get_ipython().run_line_magic('matplotlib', 'inline')


# In[ ]:


def loss(a, y):
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))
