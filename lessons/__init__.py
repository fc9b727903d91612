"""How logistic regression learns by gradient descent, on one example with two features.

Read the modules in this order:

logistic     the reference: sigmoid, forward, loss, backward, update, train
differences  slopes by nudging, without any calculus
graph        the computation graph as data
pictures     the pictures of the lessons
lecture      the same formulas as a table in which single lines can be changed
exercises    everything the lessons ask
mistakes     everything that is known to go wrong, with what to say about it
diagnose     from an answer to a verdict
widgets      what moves in the browser
progress     what you have done, in this session and on this computer
check        what the lessons call: `from lessons.check import check`
"""
