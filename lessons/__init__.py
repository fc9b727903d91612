"""How logistic regression learns by gradient descent, on one example with two features.

Read the modules in this order:

logistic     the reference: sigmoid, forward, loss, backward, update, train
differences  slopes by nudging, without any calculus
graph        the computation graph as data
formulas     the same formulas as a table in which single lines can be changed
validation   refuses bad input with a sentence that names it
check        what the lessons call: `from lessons.check import check`
sliders      sliders above a picture: `from lessons.sliders import explore`

Then the rooms, each with a line of its own at its door:

exercises    everything the lessons ask, once
mistakes     everything that is known to go wrong, once, with what to say about it
answers      a learner's answer as plain data; runs in the notebook and in the sandbox
checking     the engine: from an answer to a verdict, and to the card that shows it
progress     what you have done, in this session and on this computer
pictures     the pictures of the lessons
widgets      what moves in the browser
lab          JupyterLab on your own copies of the lessons
site         the web site: lessons in the browser, widget pages, handouts
authoring    for authors: from solutions/NN_name.py to the notebooks and the keys
classroom    for teachers: grade what came in
common       what several rooms need
"""
