"""python -m lessons lab: JupyterLab with the learner's own copies of the lessons."""
